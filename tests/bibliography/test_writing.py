"""References to .bib text and back: what was read is what is read again."""

from __future__ import annotations

import bibtexparser
import pytest
from hypothesis import given, settings, strategies as st

from checker.bibliography import BibFile, read, to_bib
from checker.foundation import clean
from checker.foundation.model import Name, Place, Reference

BOOK = r"""
@article{kim, marker = {13, 28}, author = {Tr{\`\^a}n Tr\d{o}ng Kim and de Waal, Thomas and {A and B Company} and others},
  title = {50\% of {\L}{\'o}d\'z \& \#1: a -- b}, url = {https://e.org/a_b%20c/~d?x=1&y=2}, year = 1991, month = feb,
  archiveurl = {https://web.archive.org/web/20200102/https://e.org/x}, file = {Text:C\:\\a.pdf:application/pdf}}
@book{curtis, editor = {Curtis, Glenn E.}, title = {T}, isbn = {978-0-8147-1945-9}, annotation = {What it says.}}
"""


def again(references):
    return read([BibFile("b.bib", to_bib(references).encode())])


def test_a_round_trip_keeps_every_reading():
    first = read([BibFile("a.bib", BOOK.encode())]).references
    book = again(first)
    assert book.failed == ()
    assert [each.rule for each in book.problems] == []
    for before, after in zip(first, book.references, strict=True):
        for name in (
            "key",
            "type",
            "markers",
            "title",
            "authors",
            "others",
            "date",
            "urls",
            "doi",
            "isbn",
            "archive",
            "availability",
        ):
            assert getattr(before, name) == getattr(after, name), name
        assert [each.text for each in before.notes] == [each.text for each in after.notes]


def test_twice_is_once():
    first = to_bib(read([BibFile("a.bib", BOOK.encode())]).references)
    assert to_bib(again(read([BibFile("a.bib", BOOK.encode())]).references).references) == first


def test_bibtexparser_reads_it_too():
    library = bibtexparser.parse_string(to_bib(read([BibFile("a.bib", BOOK.encode())]).references))
    assert [entry.key for entry in library.entries] == ["kim", "curtis"]
    assert library.failed_blocks == []


def test_keys_become_writable_and_distinct():
    text = to_bib([Reference(key, "misc", Place("a.bib"), title="T") for key in ("a b", "a,b", "", "ok~2")])
    assert [line.partition("{")[2] for line in text.splitlines() if line.startswith("@")] == [
        "a-b,",
        "a-bb,",
        "entry,",
        "ok-2,",
    ]


def test_nothing_for_nothing():
    assert to_bib([]) == ""


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["C"]), min_size=1, max_size=40))
def test_any_title_comes_back(title):
    before = Reference("k", "misc", Place("a.bib"), title=title, fields={"title": title})
    (plain,) = again([before]).references or (before,)
    (twice,) = again([plain]).references or (plain,)
    assert plain.title == twice.title
    if title.strip():
        assert plain.title.split() == clean.text(title).split()


@pytest.mark.parametrize(
    "name",
    [
        Name(literal="A and B, Inc."),
        Name("Waal", "Thomas", "de"),
        Name("King", "Martin", "", "Jr."),
        Name(literal="Trần Trọng Kim"),
    ],
)
def test_names_come_back(name):
    before = Reference(
        "k", "misc", Place("a.bib"), title="T", authors=(name,), fields={"title": "T", "author": str(name)}
    )
    assert again([before]).references[0].authors == (name,)
