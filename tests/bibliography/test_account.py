"""Several articles with one bibliography are one account."""

from __future__ import annotations

from checker.bibliography import BibFile, map_markers, read, together
from checker.foundation.model import Article, Marker, MarkerKind, Place

BOOK = read(
    [
        BibFile(
            "r.bib",
            b"@misc{a, marker={1}, title={T}}\n@misc{b, marker={2}, title={U}}\n@misc{c, marker={9}, title={V}}\n@misc{d, marker={9}, title={W}}",
        )
    ]
)


def mapped(path, *labels):
    markers = tuple(
        Marker(label, label, f"[{label}]", MarkerKind.NUMBER, Place(path, 1), at, at + 1, ())
        for at, label in enumerate(labels)
    )
    return map_markers(Article(path, "", "en", markers=markers), BOOK, table={})


def keys(problems):
    return [each.message.split()[0] for each in problems if each.rule == "entry-uncited"]


def test_an_entry_is_uncited_only_if_no_article_cites_it():
    assert keys(together([mapped("x.md", "1"), mapped("y.md", "2")])) == ["c", "d"]
    assert keys(together([mapped("x.md", "1")])) == ["b", "c", "d"]


def test_what_two_articles_share_is_told_once():
    problems = together([mapped("x.md", "1", "2"), mapped("y.md", "2")])
    assert [each.rule for each in problems].count("marker-ambiguous") == 1


def test_no_article_has_no_problem():
    assert together([]) == ()
