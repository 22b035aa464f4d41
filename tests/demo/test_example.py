"""The demonstration's article, bibliography and table of expectations fit each other."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import bibtexparser
import pytest

from checker import demo
from checker.demo.sites import sites
from checker.foundation.model import Support

ARTICLE, _ = demo.article()
EXPECTED = demo.expected()
LIBRARY = bibtexparser.parse_string(demo.bibliography().text)
ENTRIES = {entry.key: {field.key: field.value for field in entry.fields} for entry in LIBRARY.entries}


def test_the_bibliography_is_read_whole_and_every_entry_has_an_expected_health():
    assert not LIBRARY.failed_blocks
    assert sorted(ENTRIES) == sorted(EXPECTED.health) == list(EXPECTED.health)


def test_every_marker_but_the_last_has_an_entry():
    used = {int(number) for number in re.findall(r"\[(\d+)\]", ARTICLE)}
    defined = {int(entry["marker"]) for entry in ENTRIES.values()}
    assert used == set(range(1, 20))
    assert used - defined == {19}


@pytest.mark.parametrize("claim", EXPECTED.claim, ids=lambda claim: claim.begins)
def test_every_expected_claim_stands_in_the_article_once_and_in_order(claim):
    assert ARTICLE.count(claim.begins) == 1
    assert set(claim.support) <= set(ENTRIES)


def test_the_claims_are_listed_in_reading_order():
    places = [ARTICLE.index(claim.begins) for claim in EXPECTED.claim]
    assert places == sorted(places)


def test_every_kind_of_support_is_shown():
    assert {support for claim in EXPECTED.claim for support in claim.support.values()} == set(Support)


def test_every_kind_of_health_is_shown():
    wanted = {"ok", "moved", "dead", "blocked", "unstable", "insecure", "unsafe", "book"}
    assert set(EXPECTED.health.values()) == wanted


@pytest.mark.parametrize("key", [key for key in ENTRIES if "url" in ENTRIES[key]])
def test_every_link_leads_into_the_demonstration_but_one(key):
    known = urlsplit(ENTRIES[key]["url"]).hostname in sites()
    assert known == (key != "radioclub")


def test_the_article_has_two_vietnamese_sentences():
    claims = [claim.begins for claim in EXPECTED.claim]
    assert sum(bool(re.search(r"[ạ-ỹ]", begins)) for begins in claims) == 2


def test_the_settings_keep_a_check_on_this_machine():
    with demo.serve() as web:
        settings = demo.settings(web, report="elsewhere")
    assert settings.report == "elsewhere"
    assert settings.include_private == ("127.0.0.0/8",)
    for service in (settings.doi_resolver, settings.crossref, settings.wayback):
        assert urlsplit(service).hostname.endswith(".example")


def test_the_expected_claims_are_the_sentences_that_a_reader_finds_covered():
    from checker import article

    read = article.read(ARTICLE, path=demo.article().label)
    covered = {claim.start: claim for marker in read.markers for claim in marker.claims}
    found = [covered[start] for start in sorted(covered)]
    assert [claim.begins for claim in EXPECTED.claim] == [
        claim.text[: len(wanted.begins)] for claim, wanted in zip(found, EXPECTED.claim, strict=True)
    ]
    assert [wanted.coverage for wanted in EXPECTED.claim] == [claim.coverage for claim in found]
