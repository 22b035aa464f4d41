"""Short citations lead to the work that is named in full; sentences and doubtful ones stay as they are."""

from __future__ import annotations

import pytest

from checker.bibliography import map_markers, with_article_list
from checker.foundation.model import Article, Bibliography, Definition, Marker, MarkerKind, Place

FULL = (
    Definition(
        "1", "", Place("a", 8), 8, fields=(("author", "de Waal, Thomas"), ("title", "Black Garden"), ("date", "2003"))
    ),
    Definition(
        "2", "", Place("a", 9), 9, fields=(("author", "Doe, Jane and Roe, Richard"), ("title", "T"), ("date", "1999"))
    ),
    Definition("3", "", Place("a", 9), 9, fields=(("author", "Twin, A"), ("title", "One"), ("date", "1990"))),
    Definition("4", "", Place("a", 9), 9, fields=(("author", "Twin, A"), ("title", "Two"), ("date", "1990"))),
)


def led_to(text):
    notes = (*FULL, Definition("9", text, Place("a", 12), 12))
    markers = tuple(
        Marker(each.label, each.label, f"[{each.label}]", MarkerKind.FOOTNOTE, Place("a", 1), 0, 1, ())
        for each in notes
    )
    article = Article("a", "", "en", markers=markers, definitions=notes)
    book = with_article_list(article, Bibliography())
    return map_markers(article, book, table={}).citations[-1].keys


@pytest.mark.parametrize(
    "text",
    [
        "de Waal 2003, p. 5",
        "de Waal 2003, 5",
        "Waal (2003).",
        "de Waal 2003",
        "De Waal 2003, tr. 5–7.",
        "de Waal 2003: 12",
    ],
)
def test_short_citations_find_their_work(text):
    assert led_to(text) == ("dewaal2003",)


@pytest.mark.parametrize("text", ["Doe & Roe 1999", "Doe and Roe 1999, p. 3", "Doe 1999", "Doe et al. 1999"])
def test_several_authors(text):
    assert led_to(text) == ("doe1999",)


@pytest.mark.parametrize(
    "text", ["de Waal 2004, p. 5", "Twin 1990", "The war of de Waal 2003 was long.", "Nobody 2003"]
)
def test_what_is_doubtful_stays_a_note_of_its_own(text):
    (key,) = led_to(text)
    assert key.startswith("source-")
