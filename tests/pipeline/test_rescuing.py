"""Dead links and their saved copies in whole runs: a copy is proposed when the claims stand in it, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

URL = "http://lights.example/quill"
FILLER = " The boat leaves the harbour at nine and comes back before dusk, whatever the weather has in store." * 12
GOOD = (
    f"<title>The light of Quill</title><p>The tower of Quill is 31 metres tall and was first lit in 1883.{FILLER}</p>"
)
OTHER = f"<title>The light of Quill</title><p>The harbour board sells tickets for the summer boat here.{FILLER}</p>"
GONE = "<title>Page not found</title><p>Sorry, the page you requested does not exist.</p>"
STAMP = "20160603000000"


@pytest.fixture
def services(monkeypatch):
    """Registries and archives on loopback."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "links"))
    from services import running

    with running() as server:
        yield server


@pytest.fixture
def quill(newsroom, services):
    """A newsroom whose only source is dead, beside a host that lives, and an archive."""
    newsroom.services = services.base
    newsroom.archive = services
    newsroom.article.write_text(
        "# Quill\n\nThe tower of Quill is 31 metres tall.[1] The keeper of Quill was called Ansgar Pell.[1]\n"
    )
    newsroom.bib.write_text(entry())
    newsroom.web.pages["http://alive.example/"] = GOOD
    return newsroom


def entry(**fields):
    more = "".join(f", {name} = {{{value}}}" for name, value in fields.items())
    return f"@online{{quill, marker = {{1}}, title = {{The light of Quill}}, urldate = {{2016-06-01}}, url = {{{URL}}}{more}}}\n"


def the(report, rule):
    [finding] = [finding for finding in report.findings if finding.rule == rule]
    return finding


def copy_at(services, stamp=STAMP):
    return f"{services.base}web/{stamp}/{URL}"


def test_a_copy_that_bears_claims_out_is_proposed_with_how_many(quill, services):
    services.copies[URL] = {STAMP: (200, GOOD)}
    report = quill.check()
    dead = the(report, "link-dead")
    assert "bears out 1 of the 2 claims" in dead.message
    assert f"archiveurl = {{{copy_at(services)}}} and archivedate = {{2016-06-03}}" in dead.tip
    assert report.references[0].rescue.url == copy_at(services)
    assert [v.evidence for c in report.citations for j in c.claims for v in j.verdicts] == ["snapshot"] * 2


def test_a_copy_in_which_no_claim_stands_is_not_proposed_and_said(quill, services):
    services.copies[URL] = {STAMP: (200, OTHER)}
    report = quill.check()
    dead = the(report, "link-dead")
    assert "bears out none of 2 claims" in dead.message
    assert "archiveurl = {http" not in dead.tip
    assert report.references[0].rescue is None


def test_a_copy_is_weighed_although_a_local_file_decides_the_claims(quill, services):
    (quill.folder / "quill.txt").write_text("The tower of Quill is 31 metres tall. The keeper was called Ansgar Pell.")
    quill.bib.write_text(entry(file="quill.txt"))
    services.copies[URL] = {STAMP: (200, OTHER)}
    report = quill.check()
    assert report.references[0].rescue is None
    services.copies[URL] = {STAMP: (200, GOOD)}
    assert quill.check(day=1).references[0].rescue is not None


def test_a_saved_error_is_passed_over(quill, services):
    services.copies[URL] = {STAMP: (200, GONE), "20150101000000": (200, GOOD)}
    assert quill.check().references[0].rescue.url == copy_at(services, "20150101000000")


@pytest.mark.parametrize(
    ("down", "said"), [(set(), "has no saved copy"), ({"cdx", "copies"}, "because the archive did not answer")]
)
def test_where_there_is_no_copy_the_reason_is_told(quill, services, down, said):
    services.down = down
    assert said in the(quill.check(), "link-dead").message


def test_a_dead_link_whose_entry_names_a_copy_that_holds_is_no_error(quill, services):
    services.copies[URL] = {STAMP: (200, GOOD)}
    quill.bib.write_text(entry(archiveurl=copy_at(services), archivedate="2016-06-03"))
    report = quill.check()
    dead = the(report, "link-dead")
    assert str(dead.severity) == "info"
    assert dead.tip == "Nothing: the saved copy that the entry names holds."
    assert report.coverage.claims[0] == ("found", 1)
    assert not any("/cdx/" in path for path, _ in services.asked)


def test_a_copy_that_is_gone_itself_is_told_and_another_is_proposed(quill, services):
    services.copies[URL] = {STAMP: (200, GONE), "20150101000000": (200, GOOD)}
    quill.bib.write_text(entry(archiveurl=copy_at(services)))
    report = quill.check()
    assert copy_at(services) in the(report, "link-archive").message
    assert "replace the entry's copy by archiveurl" in the(report, "link-dead").tip
    assert report.references[0].rescue.url == copy_at(services, "20150101000000")


def test_an_entry_with_nothing_but_a_saved_copy_is_read_from_it(quill, services):
    services.copies[URL] = {STAMP: (200, GOOD)}
    quill.bib.write_text(
        f"@online{{quill, marker = {{1}}, title = {{The light of Quill}}, archiveurl = {{{copy_at(services)}}}}}"
    )
    report = quill.check()
    assert [str(link.health) for link in report.references[0].links] == ["ok"]
    assert report.coverage.claims[0] == ("found", 1)


def test_a_source_that_changed_is_offered_as_it_was_on_the_day_of_the_earlier_check(quill, services):
    quill.article.write_text("# Quill\n\nThe tower of Quill is 31 metres tall.[1]\n")
    quill.web.pages[URL] = GOOD
    services.copies[URL] = {"20150101000000": (200, OTHER), "20260302000000": (200, GOOD)}
    assert quill.check().findings == ()
    assert not any("/web/" in path for path, _ in services.asked)
    quill.web.pages[URL] = GOOD.replace("31 metres", "34 metres")
    tip = the(quill.check(day=20), "source-changed").tip
    assert f"archiveurl = {{{copy_at(services, '20260302000000')}}} and archivedate = {{2026-03-02}}" in tip


def test_a_copy_that_has_changed_as_well_is_not_offered(quill, services):
    quill.article.write_text("# Quill\n\nThe tower of Quill is 31 metres tall.[1]\n")
    quill.web.pages[URL] = GOOD
    quill.check()
    quill.web.pages[URL] = GOOD.replace("31 metres", "34 metres")
    services.copies[URL] = {"20260302000000": (200, GOOD.replace("31 metres", "34 metres"))}
    assert "archiveurl = {http" not in the(quill.check(day=20), "source-changed").tip


def test_a_run_in_which_nothing_is_dead_asks_no_archive_and_needs_one_round(quill, services, monkeypatch):
    from checker.fetching import Fetcher

    quill.web.pages[URL] = GOOD
    services.works["10.5555/quill"] = {"DOI": "10.5555/quill", "title": ["The light of Quill"]}
    quill.bib.write_text(entry(doi="10.5555/quill"))
    calls = []
    fetch = Fetcher.fetch
    monkeypatch.setattr(Fetcher, "fetch", lambda self, requests: calls.append(1) or fetch(self, requests))
    quill.check(crossref=services.base)
    assert [path for path, _ in services.asked] == ["/works/10.5555%2Fquill"]
    assert len(calls) == 1
