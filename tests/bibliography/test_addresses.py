"""Addresses of an entry: in order of trust, none lost, none invented."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.bibliography import BibFile, read
from checker.bibliography.addresses import same, several, trimmed, wayback
from checker.foundation.model import Availability


def entry(fields, kind="misc"):
    (reference,) = read([BibFile("a.bib", f"@{kind}{{a, title={{T}}, {fields}}}".encode())]).references
    return reference


def test_the_order_of_trust():
    reference = entry(
        "doi={10.1000/182}, url={https://e.org/x}, eprint={2101.00001}, archiveprefix={arXiv}, pmid={123}"
    )
    assert reference.urls == (
        "https://e.org/x",
        "https://doi.org/10.1000/182",
        "https://arxiv.org/abs/2101.00001",
        "https://pubmed.ncbi.nlm.nih.gov/123/",
    )


@pytest.mark.parametrize(
    "doi", ["10.1000/182", "https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182", "doi:10.1000/182"]
)
def test_dois_in_every_dress(doi):
    reference = entry(f"doi={{{doi}}}")
    assert reference.doi == "10.1000/182"
    assert reference.urls == ("https://doi.org/10.1000/182",)


def test_a_doi_in_the_url_is_one_address():
    reference = entry("doi={10.1000/182}, url={https://doi.org/10.1000/182}")
    assert reference.urls == ("https://doi.org/10.1000/182",)
    assert entry("url={https://doi.org/10.1000/182}").doi == "10.1000/182"


def test_odd_dois_are_escaped():
    assert entry("doi={10.1002/(SICI)1096<1::AID>3.0.CO;2-X}").urls == (
        "https://doi.org/10.1002/(SICI)1096%3C1::AID%3E3.0.CO;2-X",
    )


@pytest.mark.parametrize(
    "field",
    [
        "https://e.org/1 https://e.org/2",
        "https://e.org/1, https://e.org/2",
        "https://e.org/1; https://e.org/2",
        "https://e.org/1 and https://e.org/2",
    ],
)
def test_several_addresses_in_one_field(field):
    assert entry(f"url={{{field}}}").urls == ("https://e.org/1", "https://e.org/2")


@pytest.mark.parametrize("url", ["https://e.org/a,b;c", "https://e.org/x?u=http://f.org/y", "https://e.org/a(b)"])
def test_one_address_with_odd_characters(url):
    assert several(url) == ([url], [])


def test_what_is_no_address_is_told():
    book = read([BibFile("a.bib", b"@misc{a, title={T},\n url={n/a}}")])
    assert book.references[0].urls == ()
    assert [(each.rule, each.place.line) for each in book.problems] == [("entry-field", 2)]


def test_archives():
    reference = entry("url={https://e.org/x}, archiveurl={https://web.archive.org/web/20200102030405/https://e.org/x}")
    assert str(reference.archive.date) == "2020-01-02"
    reference = entry("url={https://e.org/x}, archive-url={https://archive.example/1}, archive-date={2020-01-03}")
    assert (reference.archive.url, str(reference.archive.date)) == ("https://archive.example/1", "2020-01-03")


def test_an_address_that_is_itself_a_saved_copy():
    reference = entry("url={https://web.archive.org/web/20200102/http://e.org/x}")
    assert reference.urls == ("http://e.org/x",)
    assert reference.archive.url == "https://web.archive.org/web/20200102/http://e.org/x"


@pytest.mark.parametrize(
    ("fields", "kind", "availability"),
    [
        ("url={https://e.org}", "book", Availability.LINK),
        ("file={a.pdf}", "book", Availability.FILE),
        ("publisher={P}", "book", Availability.BOOK),
        ("isbn={978-0-8147-1945-9}", "misc", Availability.BOOK),
        ("publisher={P}", "article", Availability.NONE),
    ],
)
def test_availability(fields, kind, availability):
    assert entry(fields, kind).availability is availability


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.e.org/a/", "https://e.org/a"),
        ("https://E.org/a#x", "https://e.org/a"),
        ("https://e.org:443/a", "http://e.org/a"),
    ],
)
def test_spellings_of_one_address(one, other):
    assert same(one) == same(other)


def test_addresses_that_are_two():
    assert same("https://e.org/a?x=1") != same("https://e.org/a?x=2")
    assert same("https://e.org/A") != same("https://e.org/a")


def test_punctuation_behind_an_address():
    assert trimmed("https://e.org/a).") == "https://e.org/a"
    assert trimmed("https://e.org/a_(b)") == "https://e.org/a_(b)"


def test_wayback_addresses():
    assert wayback("https://web.archive.org/web/20200102030405if_/http://e.org/x")[0] == "http://e.org/x"
    assert wayback("https://web.archive.org/web/2020/e.org/x")[0] == "http://e.org/x"
    assert wayback("https://e.org/web/2020/x") is None


@given(st.text(max_size=80))
def test_any_field_is_taken_apart(text):
    good, _ = several(text)
    assert all(url for url in good)


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ("urn={urn:nbn:de:example-7}", "https://nbn-resolving.org/urn:nbn:de:example-7"),
        ("eprint={urn:nbn:de:example-7}, eprinttype={urn}", "https://nbn-resolving.org/urn:nbn:de:example-7"),
        ("url={URN:NBN:fi-example7}", "https://urn.fi/URN:NBN:fi-example7"),
        ("url={urn:nbn:se:example-7}", "https://urn.kb.se/resolve?urn=urn:nbn:se:example-7"),
    ],
)
def test_a_urn_of_a_national_library_has_its_resolvers_address(fields, address):
    assert entry(fields).urls == (address,)


@pytest.mark.parametrize("urn", ["urn:isbn:9780000000002", "urn:nbn:", "urn:nbn:de:", "urn:uuid:7"])
def test_other_urns_have_no_address(urn):
    assert entry(f"urn={{{urn}}}").urls == ()


@pytest.mark.parametrize(
    ("field", "urls"),
    [
        ("http://old.example/\n   very/long/x", ["http://old.example/very/long/x"]),
        ("{http://old.example/x}", ["http://old.example/x"]),
        ("http://old.example/x\n  http://new.example/y", ["http://old.example/x", "http://new.example/y"]),
        ("http://old.example/x,\n  http://new.example/y", ["http://old.example/x", "http://new.example/y"]),
        ("http://old.example/x\n  www.new.example/y", ["http://old.example/x"]),
        ("http://old.example/x\n  read in May", ["http://old.example/x"]),
    ],
)
def test_a_field_broken_over_lines_or_in_double_braces_is_read_whole(field, urls):
    assert several(field)[0] == urls
