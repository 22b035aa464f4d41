"""English forms that stemming does not bring together: won is win, children are a child, the highest is high."""

from __future__ import annotations

from functools import cache

from checker.language.text import tables

_ALSO_A_WORD = "*"  # behind a form that is a word of its own: `found`, `left`, `rose`


def base(word: str) -> str:
    """The word that a small English word is an irregular form of, itself when it is of none or could be another word."""
    return _bases().get(word, word)


def forms(word: str) -> tuple[str, ...]:
    """The irregular forms of an English word, `took` and `taken` of `take`; none for most words."""
    return _forms().get(word, ())


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    rows = tables.rows("data/irregular_forms")
    return {word: tuple(listing.replace(_ALSO_A_WORD, "").split(";")) for word, listing in rows}


@cache
def _bases() -> dict[str, str]:
    rows = tables.rows("data/irregular_forms")
    return {form: word for word, listing in rows for form in listing.split(";") if not form.endswith(_ALSO_A_WORD)}
