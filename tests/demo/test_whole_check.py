"""A whole check of the demonstration, every room at work, finds what its table says."""

from __future__ import annotations

import datetime as dt

import pytest

from checker import article, bibliography, demo
from checker.fetching import Fetcher
from checker.foundation.model import EvidenceKind, Network
from checker.pipeline import Desk, run
from checker.reporting.translated import translated

EXPECTED = demo.expected()
NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def report():
    text, label = demo.bibliography()
    entries = bibliography.read([bibliography.BibFile(label, text.encode())])
    with demo.serve() as web:
        settings = demo.settings(web)
        with Fetcher(settings, resolver=web.resolver, now=lambda: NOW) as fetcher:
            return run(
                [article.read(*demo.article()[:1], path=demo.article().label)],
                entries,
                Desk(settings, fetcher, lambda: NOW),
            )


@pytest.fixture(scope="module")
def judged(report):
    """By the first words of the claim: key -> verdict, and the group's verdict."""
    found = {wanted.begins: ({}, None) for wanted in EXPECTED.claim}
    for citation in report.citations:
        for claim in citation.claims:
            begins = next(wanted.begins for wanted in EXPECTED.claim if claim.claim.text.startswith(wanted.begins))
            verdicts, group = found[begins]
            found[begins] = (verdicts | {verdict.key: verdict for verdict in claim.verdicts}, claim.group or group)
    return found


@pytest.mark.parametrize("wanted", EXPECTED.claim, ids=lambda wanted: wanted.begins)
def test_each_claim_is_judged_as_the_table_says(judged, wanted):
    verdicts, group = judged[wanted.begins]
    assert {key: verdict.support for key, verdict in verdicts.items()} == wanted.support, [
        verdict.reason for verdict in verdicts.values()
    ]
    assert wanted.group in (None, group)


@pytest.mark.parametrize("wanted", [wanted for wanted in EXPECTED.claim if wanted.rule], ids=lambda wanted: wanted.rule)
def test_the_findings_of_the_table_are_told(report, wanted):
    places = {finding.rule: finding for finding in report.findings}
    assert wanted.rule in places


@pytest.mark.parametrize("key", EXPECTED.health)
def test_each_link_is_healthy_or_not_as_the_table_says(report, key):
    (reference,) = [judged for judged in report.references if judged.reference.key == key]
    health = [verdict.health for verdict in reference.links] or [reference.reference.availability]
    assert health == [EXPECTED.health[key]]


def test_both_values_of_a_contradiction_are_shown_with_the_passage(judged):
    verdict = judged["The lamp was converted to electricity"][0]["electric"]
    assert "10 December 1962" in verdict.passage.text
    assert ("11 December 1962", "10 December 1962") in [(fact.claim, fact.source) for fact in verdict.facts]


def test_a_figure_of_a_pdf_is_found_on_its_page(judged):
    assert judged["The rock under it measures"][0]["rocksurvey"].passage.page == 2


def test_a_book_is_judged_by_the_editors_note_and_says_so(judged):
    assert judged["The keeper's log counted"][0]["keeperslog"].evidence is EvidenceKind.NOTE


def test_the_fact_that_stands_in_the_neighbouring_source_is_said_to_stand_there(judged):
    assert judged["Ida Marsh drew the plans"][0]["harbourboard"].elsewhere == ("rocksurvey",)


def test_nothing_but_the_demonstration_was_asked(report):
    assert report.run.network is Network.LIVE
    assert all(host.endswith(".example") for host in report.run.hosts)


def test_vietnamese_readers_are_told_everything_in_vietnamese(report):
    told = translated(report, "vi")
    before, after = list(_sentences(report)), list(_sentences(told))
    assert len(before) > 50
    assert [old for old, new in zip(before, after, strict=True) if old == new] == []


def _sentences(report):
    for finding in report.findings:
        yield from (finding.message, finding.tip, *(each.message for each in finding.related))
    for reference in report.references:
        yield from (link.reason for link in reference.links if link.reason)
        yield from [reference.unread] if reference.unread else []
    for citation in report.citations:
        yield from (verdict.reason for claim in citation.claims for verdict in claim.verdicts)
