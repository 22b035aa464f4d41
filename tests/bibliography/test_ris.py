"""RIS as databases export it."""

from __future__ import annotations

import pytest

from checker.bibliography import BibFile, read

TEXT = """\
TY  - JOUR
AU  - Waal, Thomas de
AU  - Doe, Jane
TI  - A long title
      that goes on
JO  - Journal
PY  - 2003/05//
SP  - 12
EP  - 34
SN  - 0378-5955
DO  - 10.1000/182
UR  - https://e.org/a
N1  - A note
ER  -

TY  - BOOK
ID  - mykey
T1  - Second
SN  - 978-0-8147-1945-9
ER  -
"""


def book(text, path="r.ris"):
    found = read([BibFile(path, text.encode())])
    assert found.blocks == len(found.references) + len(found.failed) + found.comments + found.strings
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_records_are_read(end):
    first, second = book(TEXT.replace("\n", end)).references
    assert (first.title, str(first.date), first.fields["pages"]) == ("A long title that goes on", "2003-05", "12–34")
    assert [each.given for each in first.authors] == ["Thomas de", "Jane"]
    assert (first.doi, first.urls[0]) == ("10.1000/182", "https://e.org/a")
    assert (second.key, second.isbn, second.place.line) == ("mykey", "9780814719459", 16)


def test_a_record_that_is_never_closed_ends_where_the_next_begins():
    assert [each.title for each in book("TY  - BOOK\nTI  - One\nTY  - BOOK\nTI  - Two\n").references] == ["One", "Two"]


def test_a_record_without_a_type_is_a_finding():
    found = book("TI  - One\nER  - \nTY  - BOOK\nTI  - Two\nER  - \n")
    assert [each.place.line for each in found.failed] == [1]
    assert [each.title for each in found.references] == ["Two"]


def test_text_around_records_is_counted():
    assert book("Exported by a database\n" + TEXT).comments >= 1


def test_a_file_of_any_name_is_known():
    assert len(book(TEXT, path="export.txt").references) == 2


def test_a_continued_value_of_any_length_is_read_once():
    long = book("TY  - BOOK\nAB  - x\n" + "word\n" * 50_000 + "ER  - \n")
    assert len(long.references[0].fields["abstract"].split()) == 50_001
