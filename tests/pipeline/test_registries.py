"""Registries in whole runs: a book without an address is asked for by its ISBN, and its catalogue's silence harms nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

ISBN = "9780000000002"
BIB = f"""@book{{quill2011,
  title = {{Ferry traffic and island schools}},
  author = {{Quill, Ada}},
  year = {{2011}},
  isbn = {{{ISBN}}},
  marker = {{1}},
}}
"""


@pytest.fixture
def services(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "links"))
    from services import running

    with running() as server:
        yield server


@pytest.fixture
def books(newsroom, services):
    newsroom.bib.write_text(BIB, encoding="utf-8")
    newsroom.article.write_text("In 2011 the ferry carried 400 pupils.[1]\n", encoding="utf-8")
    newsroom.usual = {"books": services.base, "mailto": "desk@paper.example"}
    return newsroom


def told(report) -> list[str]:
    return [finding.message for finding in report.findings if finding.rule == "source-mismatch"]


def test_an_isbn_of_another_book_is_told_at_the_entry(books, services):
    services.books[f"ISBN:{ISBN}"] = {"title": "Beet sugar before 1850", "authors": [{"name": "Jan Mol"}]}
    report = books.check()
    [message] = told(report)
    assert "Beet sugar before 1850" in message
    assert report.references[0].links == ()


def test_the_book_of_the_entry_or_a_silent_catalogue_says_nothing(books, services):
    services.books[f"ISBN:{ISBN}"] = {"title": "Ferry traffic and island schools", "authors": [{"name": "Ada Quill"}]}
    assert told(books.check()) == []
    services.down = {"books"}
    assert told(books.check()) == []
    assert len(services.asked) == 2


def test_nothing_is_asked_offline_or_without_a_name(books, services):
    books.check(offline=True)
    books.check(mailto=None)
    assert services.asked == []
