"""Sources that change between two checks: what is gone is shown, what only moved is not."""

from __future__ import annotations

import pytest

URL = "http://lights.example/quill"
PASSAGE = "The tower of Quill is 31 metres tall and was first lit in 1883, after nine years of building on the rock."
REST = (
    "<p>Visitors reach the rock by boat in summer. The keepers of old lived in the base of the tower with their families. "
    "The boat leaves the harbour at nine and comes back before dusk, whatever the weather has in store for them.</p>"
)


def page(passage: str = PASSAGE, rest: str = REST) -> str:
    return f"<html><head><title>The light of Quill</title></head><body><h1>The light of Quill</h1><p>{passage}</p>{rest}</body></html>"


@pytest.fixture
def quill(newsroom):
    newsroom.article.write_text("# Quill\n\nThe tower of Quill is 31 metres tall and was first lit in 1883.[1]\n")
    newsroom.bib.write_text(f"@online{{quill, marker = {{1}}, title = {{The light of Quill}}, url = {{{URL}}}}}\n")
    newsroom.web.pages[URL] = page()
    return newsroom


def told(report, rule="source-changed"):
    return [finding for finding in report.findings if finding.rule == rule]


def support(report):
    return str(report.citations[0].claims[0].verdicts[0].support)


def test_the_first_check_records_the_passage(quill):
    report = quill.check()
    assert support(report) == "found"
    assert told(report) == []
    assert "31 metres tall" in quill.evidence.read_text()


def test_a_passage_that_is_gone_is_shown_then_and_now(quill):
    quill.check()
    quill.web.pages[URL] = page(PASSAGE.replace("31 metres", "34 metres").replace("1883", "1885"))
    [finding] = told(quill.check(day=7))
    assert "2026-03-01" in finding.message
    assert "31 metres tall" in finding.message
    assert "34 metres tall" in finding.message
    assert any("31 metres" in related.message for related in finding.related)
    assert any("34 metres" in related.message for related in finding.related)


def test_a_page_from_which_the_passage_was_taken_out_says_nothing_of_it_now(quill):
    quill.check()
    quill.web.pages[URL] = page("The page about this tower is being written anew by the harbour board.")
    [finding] = told(quill.check(day=7))
    assert "31 metres tall" in finding.message
    assert "nothing of it" in finding.message


def test_a_change_is_told_until_somebody_acts_on_it(quill):
    quill.check()
    quill.web.pages[URL] = page(PASSAGE.replace("31", "34"))
    for day in (7, 8, 30):
        [finding] = told(quill.check(day=day))
        assert "2026-03-01" in finding.message
    quill.web.pages[URL] = page()
    assert told(quill.check(day=31)) == []
    assert told(quill.check(day=32)) == []


def test_a_sentence_that_was_mended_ends_the_matter(quill):
    quill.check()
    quill.web.pages[URL] = page(PASSAGE.replace("31", "34"))
    assert told(quill.check(day=7))
    quill.article.write_text("# Quill\n\nThe tower of Quill is 34 metres tall and was first lit in 1883.[1]\n")
    assert told(quill.check(day=8)) == []


@pytest.mark.parametrize(
    "after",
    [
        page(),
        page(PASSAGE.replace(",", "").replace("1883", "1883,")),
        page(PASSAGE.upper()),
        page(PASSAGE.replace(" and ", "\n and\n")),
        page(PASSAGE, "<p>Something else was added to the page.</p>" + REST),
        page(rest=REST + f"<p>{PASSAGE}</p>"),
    ],
    ids=["the same", "commas", "capitals", "line breaks", "other news", "moved down"],
)
def test_what_did_not_change_in_substance_is_not_told(quill, after):
    quill.check()
    quill.web.pages[URL] = after
    assert told(quill.check(day=7)) == []


def test_a_page_that_says_it_in_other_words_still_bears_it_out(quill):
    quill.check()
    quill.web.pages[URL] = page("First lit in 1883, the tower of Quill is 31 metres tall; it took nine years to build.")
    report = quill.check(day=7)
    assert support(report) == "found"
    assert told(report) == []


@pytest.mark.parametrize("answer", [(404, "gone"), (503, "busy"), (403, "no")])
def test_a_page_that_was_not_read_has_not_changed(quill, answer):
    quill.check()
    quill.web.pages["http://other.example/"] = "alive"
    quill.web.pages[URL] = answer
    assert told(quill.check(day=7)) == []
    assert "31 metres tall" in quill.evidence.read_text()


def test_what_was_never_borne_out_has_not_changed(quill):
    quill.web.pages[URL] = page(PASSAGE.replace("31", "34"))
    quill.check()
    quill.web.pages[URL] = page("Nothing is said of the tower here.")
    assert told(quill.check(day=7)) == []
