"""An article's own list: its notes and links as references, with keys that stay."""

from __future__ import annotations

import pytest

from checker.bibliography import BibFile, map_markers, read, to_bib, with_article_list
from checker.foundation.model import Article, Bibliography, Definition, Marker, MarkerKind, Place


def note(label, text="", line=9, scope="", urls=(), **fields):
    return Definition(label, text, Place("a.md", line), line, tuple(urls), tuple(fields.items()), scope)


def marker(label, kind=MarkerKind.FOOTNOTE, at=0):
    return Marker(f"{label}-{at}", label, f"[{label}]", kind, Place("a.md", 1), at, at + 1, ())


def book(*definitions, markers=None, known=None):
    used = markers or [marker(each.label, at=at) for at, each in enumerate(definitions)]
    return with_article_list(
        Article("a.md", "", "en", markers=tuple(used), definitions=definitions), known or Bibliography()
    )


def only(*definitions, **rest):
    (reference,) = book(*definitions, **rest).references
    return reference


def test_a_template_becomes_an_entry():
    reference = only(
        note(
            "3",
            type="book",
            author="de Waal, Thomas",
            title="Black & Garden",
            date="2003",
            isbn="0814719449",
            url="https://e.org/50%~x",
        )
    )
    assert (reference.key, reference.type, reference.title) == ("dewaal2003", "book", "Black & Garden")
    assert reference.markers == ("3",)
    assert reference.urls == ("https://e.org/50%~x",)


def test_a_key_stays_when_a_note_is_inserted_before():
    late = {"author": "Doe, Jane", "date": "2001", "title": "T"}
    alone = only(note("1", **late)).key
    both = book(note("1", line=8, author="Roe, R", date="2000", title="U"), note("2", **late))
    assert both.references[1].key == alone


def test_a_named_note_keeps_its_name():
    assert only(note("dewaal", text="A book.")).key == "dewaal"


def test_a_note_of_words_keeps_them():
    reference = only(note("1", text="De Waal, Black Garden, p. 5."))
    assert reference.fields["note"] == "De Waal, Black Garden, p. 5."
    assert reference.title == ""


def test_several_addresses_in_a_note_are_several_works():
    found = book(note("1", text="See A; B.", urls=["https://e.org/a", "https://e.org/b"]))
    assert [each.urls for each in found.references] == [("https://e.org/a",), ("https://e.org/b",)]


def test_a_saved_copy_in_a_note_belongs_to_its_address():
    reference = only(note("1", urls=["https://e.org/a", "https://web.archive.org/web/20200102/https://e.org/a"]))
    assert reference.urls == ("https://e.org/a",)
    assert str(reference.archive.date) == "2020-01-02"


def test_the_same_address_twice_is_one_reference():
    found = book(note("1", urls=["https://e.org/a"]), note("2", line=10, urls=["https://e.org/a"]))
    assert [each.markers for each in found.references] == [("1", "2")]


@pytest.mark.parametrize(
    ("label", "kind", "url"),
    [
        ("https://e.org/a", MarkerKind.LINK, "https://e.org/a"),
        ("url:https://e.org/a", MarkerKind.IDENTIFIER, "https://e.org/a"),
        ("doi:10.1000/182", MarkerKind.IDENTIFIER, "https://doi.org/10.1000/182"),
    ],
)
def test_links_and_identifiers(label, kind, url):
    assert only(markers=[marker(label, kind)]).urls == (url,)


def test_what_the_bib_knows_is_not_made_again():
    known = read(
        [BibFile("r.bib", b"@misc{x, url={https://e.org/a}, title={T}}\n@misc{y, doi={10.1000/182}, title={U}}")]
    )
    markers = [
        marker("https://www.e.org/a", MarkerKind.LINK),
        marker("doi:10.1000/182", MarkerKind.IDENTIFIER),
        marker("x"),
    ]
    assert book(note("x", text="Something"), markers=markers, known=known) == known


def test_notes_that_nobody_uses_are_no_sources():
    assert book(note("1", text="A"), markers=[marker("2")]).references == ()


def test_the_account_still_adds_up():
    found = book(note("1", text="A"), note("2", text="B"), known=read([BibFile("r.bib", b"% c\n@misc{a, title={T}}")]))
    assert found.blocks == len(found.references) + len(found.failed) + found.comments + found.strings


def test_an_imported_list_is_read_back_with_its_markers():
    definitions = (
        note(
            "3",
            author="Trần Trọng Kim",
            title="A {brace} & 50%",
            date="1920-02",
            url="https://e.org/a_b%20c~d",
            archiveurl="https://web.archive.org/web/20200102/https://e.org/a",
        ),
        note(
            "4",
            line=10,
            author="Doe, Jane and Roe, Richard",
            title="Of 'quotes' -- and \\ signs",
            date="1999",
            doi="10.1000/182",
        ),
        note("5", line=11, text="Words_alone, p. 5."),
    )
    made = book(*definitions).references
    again = read([BibFile("r.bib", to_bib(made).encode())])
    assert again.failed == ()
    for before, after in zip(made, again.references, strict=True):
        for name in ("key", "markers", "title", "authors", "date", "urls", "doi", "archive"):
            assert getattr(after, name) == getattr(before, name), name
    article = Article("a.md", "", "en", markers=tuple(marker(label, MarkerKind.NUMBER) for label in ("3", "4", "5")))
    assert map_markers(article, again, table={}).dangling == ()
