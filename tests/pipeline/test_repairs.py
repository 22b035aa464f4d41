"""What a report proposes for the .bib, case by case; whole runs are in tests/cli/test_repair.py."""

from __future__ import annotations

import datetime as dt

import pytest

from checker.foundation.model import (
    Archive,
    Bibliography,
    EvidenceKind,
    Health,
    JudgedReference,
    LinkVerdict,
    Network,
    PartialDate,
    Place,
    Reference,
    Report,
    Run,
    RunCoverage,
)
from checker.pipeline.repairs import proposals

URL, DOI = "https://press.example/a/1", "https://doi.org/10.5555/a.1"
NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
COPY = Archive("https://web.archive.org/web/20160603000000/https://press.example/a/1", PartialDate(2016, 6, 3))


def link(url: str, health: Health, *, at: str | None = None, **more) -> LinkVerdict:
    return LinkVerdict(url, health, "rule", "reason", 1.0, final_url=at, **more)


def changes(*links, texts=(EvidenceKind.PAGE, EvidenceKind.SNAPSHOT), rescue=None, **fields):
    own = {"url": URL, **fields}
    archive = Archive(own["archiveurl"]) if "archiveurl" in own else None
    entry = Reference(
        "a", "article", Place("a.bib", 1), fields=own, doi=own.get("doi"), archive=archive, urls=(URL, DOI)
    )
    judged = JudgedReference(entry, links, texts=texts, rescue=rescue)
    run = Run(NOW, NOW, Network.LIVE)
    report = Report(run, (), Bibliography(), (), (judged,), (), RunCoverage())
    return [(change.name, change.value) for change in proposals(report)]


def test_a_dead_publishers_address_gives_way_to_the_doi_that_lives():
    assert changes(link(URL, Health.DEAD), link(DOI, Health.OK), doi="10.5555/a.1") == [("url", DOI)]


def test_a_walled_publishers_address_gives_way_to_the_doi():
    assert changes(link(URL, Health.BLOCKED), link(DOI, Health.BLOCKED), doi="10.5555/a.1") == [("url", DOI)]


def test_an_address_to_which_the_doi_leads_anyway_gives_way():
    assert changes(link(URL, Health.OK, at=URL), link(DOI, Health.OK, at=URL), doi="10.5555/a.1") == [("url", DOI)]


def test_another_page_that_lives_stays():
    elsewhere = link(DOI, Health.OK, at="https://press.example/landing")
    assert changes(link(URL, Health.OK, at=URL), elsewhere, doi="10.5555/a.1") == []


@pytest.mark.parametrize("health", [Health.DEAD, Health.UNSTABLE, Health.UNCHECKED, Health.INSECURE])
def test_a_doi_that_does_not_live_replaces_nothing(health):
    assert changes(link(URL, Health.DEAD), link(DOI, health), doi="10.5555/a.1") == []


def test_a_saved_copy_comes_before_the_doi():
    told = changes(link(URL, Health.DEAD), link(DOI, Health.OK), doi="10.5555/a.1", rescue=COPY)
    assert sorted(told) == [("archivedate", "2016-06-03"), ("archiveurl", COPY.url)]


def test_the_names_of_the_entrys_own_fields_are_kept():
    told = changes(link(URL, Health.DEAD), rescue=COPY, **{"archive-url": "https://web.archive.org/web/2010/x"})
    assert {name for name, _ in told} == {"archive-url", "archive-date"}


def test_a_copy_that_the_entry_names_already_is_no_change():
    assert changes(link(URL, Health.DEAD), rescue=Archive(COPY.url), archiveurl=COPY.url) == []


def test_a_move_is_followed_only_when_its_page_was_read():
    moved = link(URL, Health.MOVED, replacement="https://press.example/new")
    assert changes(moved) == [("url", "https://press.example/new")]
    assert changes(moved, texts=()) == []


def test_an_address_that_does_not_stand_in_the_url_field_is_left():
    moved = link("https://press.example/other", Health.MOVED, replacement="https://press.example/new")
    assert changes(moved) == []


@pytest.mark.parametrize("health", [Health.OK, Health.UNSTABLE, Health.BLOCKED, Health.UNCHECKED, Health.INSECURE])
def test_links_that_are_not_dead_get_no_copy(health):
    assert changes(link(URL, health), rescue=COPY) == []
