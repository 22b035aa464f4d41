"""evidence.toml: notes beside the entries they are about."""

from __future__ import annotations

import tomllib

import pytest

from checker.bibliography import BibFile, notes, read, with_notes
from checker.foundation.model import EvidenceKind

BOOK = "@book{a, title={T}, isbn={978-0-8147-1944-2}}\n@misc{b, title={U}, doi={10.1000/ABC}}"
TEXT = """
# a comment
[[note]]
key = "a"
text = "It says so."
page = 12
by = "An editor"
on = 2026-01-02

[[note]]
key = "https://doi.org/10.1000/abc"
text = "So does this."
"""


def noted(text):
    given, problems = notes(tomllib.loads(text), text=text)
    return with_notes(read([BibFile("r.bib", BOOK.encode())]), given), problems


def test_notes_stand_beside_their_entries():
    book, problems = noted(TEXT)
    assert problems == ()
    (note,) = book.references[0].notes
    assert (note.text, note.kind, note.page, note.by, note.on) == (
        "It says so.",
        EvidenceKind.NOTE,
        "12",
        "An editor",
        "2026-01-02",
    )
    assert (note.place.path, note.place.line) == ("evidence.toml", 3)
    assert book.references[1].notes[0].text == "So does this."


@pytest.mark.parametrize("key", ["0-8147-1944-9", "978-0-8147-1944-2"])
def test_an_isbn_names_its_book(key):
    book, _ = noted(f'[[note]]\nkey = "{key}"\ntext = "x"')
    assert len(book.references[0].notes) == 1


def test_a_note_about_nothing_is_told():
    book, _ = noted('[[note]]\nkey = "nobody"\ntext = "x"')
    assert [(each.rule, each.place.line) for each in book.problems] == [("note-unused", 1)]


@pytest.mark.parametrize(
    "text",
    [
        '[[note]]\nkey = "a"',
        '[[note]]\ntext = "x"',
        '[[notes]]\nkey = "a"',
        '[[note]]\nkey = "a"\ntext = "x"\npages = 3',
        "note = 3",
    ],
)
def test_what_is_odd_is_told(text):
    _, problems = noted(text)
    assert [each.rule for each in problems] == ["note-unused"]


def test_annotations_and_abstracts_are_notes_of_their_own_kind():
    book = read([BibFile("r.bib", b"@misc{a, title={T},\n annotation={Seen.},\n abstract={About.}}")])
    assert [(each.kind, each.place.line) for each in book.references[0].notes] == [
        (EvidenceKind.NOTE, 2),
        (EvidenceKind.ABSTRACT, 3),
    ]
