"""`checker match`: one line of JSON in, one out, whatever the line holds."""

import json
import time

import pytest
from hypothesis import given, settings, strategies as st

from checker.matching import match_line

ROW = {
    "id": "a-1",
    "claim": "The mill reopened on 4 May 1978 and drew 21,450 visitors in its first year.",
    "source": "The mill reopened as a museum on 4 May 1978. In its first year 21,450 people visited it.",
    "title": "The mill",
    "date": "1999-02",
}


def answer(row):
    return json.loads(match_line(json.dumps(row)))


def test_a_row_gives_a_verdict_with_its_facts_and_passage():
    told = answer(ROW)
    assert told["id"] == "a-1"
    assert told["support"] == "found"
    assert 0 <= told["score"] <= 1
    assert {fact["status"] for fact in told["facts"]} == {"found"}
    assert told["passage"]["text"] in ROW["source"]


def test_an_id_may_be_a_number_and_comes_back_as_one():
    assert answer(ROW | {"id": 7})["id"] == 7


@pytest.mark.parametrize(
    ("line", "identity"),
    [
        ("not json", None),
        ("", None),
        ("[1]", None),
        ('{"id": "x", "claim": "no source"}', "x"),
        ('{"id": "x", "claim": 1, "source": ""}', "x"),
        ('{"claim": "a", "source": "b"}', None),
    ],
)
def test_a_bad_line_gives_its_id_and_an_error(line, identity):
    told = json.loads(match_line(line))
    assert told["id"] == identity
    assert told["error"]


def test_an_empty_source_is_unchecked_and_says_so():
    told = answer(ROW | {"source": ""})
    assert told["support"] == "unchecked"
    assert told["passage"] is None


@pytest.mark.parametrize("date", ["", "May 1992", "1992-13-45-9", "0", "-"])
def test_any_date_is_taken(date):
    assert answer(ROW | {"date": date})["support"] == "found"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=600))
def test_no_text_breaks_a_row(claim, source):
    told = answer({"id": "x", "claim": claim, "source": source})
    assert "error" not in told
    for fact in told["facts"]:
        assert fact["source_start"] is None or told["passage"]["text"][fact["source_start"] :].startswith(
            fact["source"]
        )


def test_a_page_of_megabytes_and_a_claim_of_pages_end_soon():
    page = "The council of 1993 met 12 times and spent 4,500 pounds on the bridge at Elst.\n" * 12_000
    begun = time.process_time()
    answer(ROW | {"source": page})
    answer(ROW | {"claim": "In 1993 the council met 12 times at Elst. " * 250})
    assert time.process_time() - begun < 30
