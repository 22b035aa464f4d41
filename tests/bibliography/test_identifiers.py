"""Checksums by hand-checked numbers."""

from __future__ import annotations

import pytest

from checker.bibliography.identifiers import doi, isbn, isbn13, isbn_holds, issn_holds


@pytest.mark.parametrize(
    "text", ["978-0-8147-1945-9", "0-8147-1944-9", "978 0 8147 1945 9 (hbk)", "080442957X", "ISBN 080442957x"]
)
def test_isbns(text):
    assert isbn(text)


@pytest.mark.parametrize("text", ["978-0-8147-1945-8", "0-8147-1944-8", "123", "", "not one"])
def test_what_is_no_isbn(text):
    assert isbn(text) is None


def test_both_forms_of_one_book_are_the_same():
    assert isbn13("0814719449") == isbn("978-0-8147-1944-2")
    assert isbn_holds(isbn13("080442957X"))


def test_issns():
    assert issn_holds("2049-3630")
    assert issn_holds("0378-5955")
    assert not issn_holds("0378-5954")


@pytest.mark.parametrize("text", ["10.1000", "11.1000/182", "doi", "10.1000/ 182", ""])
def test_what_is_no_doi(text):
    assert doi(text) is None
