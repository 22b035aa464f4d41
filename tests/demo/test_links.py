"""A check of the demonstration's links, for real over loopback, finds what its table says."""

from __future__ import annotations

import time

import pytest

from checker import bibliography, demo, links
from checker.fetching import Fetcher
from checker.foundation.model import Evidence, Page, Request

EXPECTED = demo.expected().health


@pytest.fixture(scope="module")
def looked():
    """By key: (verdict, source) of each reference's link, judged with the probes that the judge wished for."""
    text, label = demo.bibliography()
    references = bibliography.read([bibliography.BibFile(label, text.encode())]).references
    found = {}
    with demo.serve() as web, Fetcher(demo.settings(web), resolver=web.resolver) as fetcher:
        started = time.monotonic()
        sources = {
            source.request.url: source for source in fetcher.fetch(Request(r.urls[0]) for r in references if r.urls)
        }
        for reference in references:
            for url in reference.urls:
                evidence = Evidence(sources[url])
                for _ in range(3):
                    wanted = links.wanted(reference, url, evidence)
                    evidence = Evidence(sources[url], (*evidence.probes, *fetcher.fetch(wanted)))
                found[reference.key] = (links.judge(reference, url, evidence), sources[url])
        found["hosts"] = fetcher.hosts
        found["seconds"] = time.monotonic() - started
    return found


@pytest.mark.parametrize("key", [key for key, health in EXPECTED.items() if health != "book"])
def test_each_link_is_judged_as_the_table_says(looked, key):
    verdict, _ = looked[key]
    assert verdict.health == EXPECTED[key], verdict.reason


def test_the_move_names_the_new_address(looked):
    assert looked["harbourboard"][0].replacement == "https://harbour.example/history/quill"


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("lampmuseum", "soft-404"),
        ("foghorn", "parked"),
        ("visitorsguide", "status-404"),
        ("signalbook", "timeout"),
        ("radioclub", "name"),
    ],
)
def test_each_failure_is_called_by_its_own_name(looked, key, rule):
    assert looked[key][0].rule == rule, looked[key][0].reason


def test_vietnamese_in_windows_1258_and_the_second_page_of_a_pdf_are_read(looked):
    voyage, survey = looked["tranvanhai"][1], looked["rocksurvey"][1]
    assert isinstance(voyage, Page)
    assert "thuyền trưởng Trần Văn Hải cập bến đảo Saint Quill với 14 thủy thủ" in voyage.document.text
    assert survey.document.text.index("118 metres by 47 metres") > survey.document.page_starts[1]


def test_only_hosts_of_the_demonstration_were_contacted(looked):
    assert all(host.endswith(".example") for host in looked["hosts"])
    assert "radioclub.example" not in looked["hosts"]


def test_it_takes_seconds(looked):
    assert looked["seconds"] < 15
