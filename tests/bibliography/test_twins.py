"""An article that names a work of the bibliography in its own note means that entry; what is not surely the same stays apart."""

from __future__ import annotations

import datetime as dt

import pytest

from checker.bibliography import BibFile, map_markers, read, with_article_list
from checker.foundation.model import Article, Definition, Marker, MarkerKind, Place

ENTRY = (
    "@book{kites, title = {Kites That Came Home}, author = {String, Ada}, year = 1934, isbn = {978-0-8147-1944-2}, "
    "doi = {10.5555/kites}, url = {https://kites.example/home}}"
)


def keys(entries, text="", urls=(), **fields):
    note = Definition("1", text, Place("a.md", 3), 3, urls, tuple(fields.items()))
    marker = Marker("m", "1", "[1]", MarkerKind.FOOTNOTE, Place("a.md", 1), 0, 3, ())
    article = Article("a.md", "", "en", markers=(marker,), definitions=(note,))
    known = with_article_list(article, read([BibFile("r.bib", entries.encode())], today=dt.date(2024, 1, 1)))
    (citation,) = map_markers(article, known, table={}).citations
    return citation.keys


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Another title", "doi": "10.5555/KITES"},
        {"title": "Kites that came home", "isbn": "0-8147-1944-9"},
        {"title": "Kites that came home.", "author": "String, A.", "date": "1934-05"},
        {"title": "Something", "url": "http://kites.example/home/"},
    ],
)
def test_the_same_work_is_the_entry(fields):
    assert keys(ENTRY, **fields) == ("kites",)


def test_a_name_in_its_own_order_is_the_same_name():
    entry = "@book{vi2001, title = {Một đời bán sương}, author = {Vi Thị Lãng}, year = 2001}"
    assert keys(entry, title="Một đời bán sương", author="Vi, Thị Lãng", date="2001") == ("vi2001",)


def test_a_note_that_is_an_address_is_the_entry_with_it():
    assert keys(ENTRY, text="Kites, https://kites.example/home", urls=("https://kites.example/home",)) == ("kites",)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "The Tail", "isbn": "978-0-8147-1944-2"},  # a chapter has its book's ISBN
        {"title": "Kites That Came Home", "author": "String, Ada", "date": "1999"},
        {"title": "Kites That Came Home", "author": "Rope, Bea", "date": "1934"},
        {"title": "Kites That Came Home"},
    ],
)
def test_what_may_be_another_work_stays_apart(fields):
    assert keys(ENTRY, **fields) != ("kites",)


def test_two_entries_that_answer_are_no_twin():
    twice = f"{ENTRY}\n{ENTRY.replace('{kites,', '{kites2,')}"
    assert not set(keys(twice, title="Other", doi="10.5555/kites")) & {"kites", "kites2"}
