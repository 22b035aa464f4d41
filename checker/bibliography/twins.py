"""The entry that is the very work which an article's own note names: by DOI, ISBN, address, or title, year and author.

Precision first: what two entries answer to is nobody's twin, and a book's ISBN does not stand for its chapters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.bibliography import addresses, identifiers
from checker.bibliography.spelling import compared
from checker.foundation.model import Reference

_SHORTEST = 20
"""Characters of a title that tells a work even where no author is named."""


class Twins:
    """The works of a bibliography, by everything that tells one from the others."""

    def __init__(self, references: Iterable[Reference]) -> None:
        self._entries: dict[str, list[Reference]] = defaultdict(list)
        for reference in references:
            for sign in (*_signs(reference), *_title(reference)):
                self._entries[sign].append(reference)

    def of(self, work: Reference) -> str | None:
        """The key of the one entry that is this work, by the strongest sign that any entry answers to."""
        for sign in _signs(work):
            if len(self._entries.get(sign, ())) == 1:
                return self._entries[sign][0].key
        for sign in _title(work):
            same = [each.key for each in self._entries.get(sign, ()) if _same_author(each, work)]
            if len(same) == 1:
                return same[0]
        return None


def _signs(reference: Reference) -> Iterator[str]:
    """Identifiers and addresses, the strongest first."""
    if reference.doi:
        yield f"doi {reference.doi.lower()}"
    isbn = identifiers.isbn13(reference.isbn) if reference.isbn else None
    if isbn and reference.title:
        yield f"isbn {isbn} {_words(reference.title)}"
    for url in reference.urls:
        yield f"url {addresses.same(url)}"


def _title(reference: Reference) -> Iterator[str]:
    if reference.date and reference.date.year and reference.title:
        yield f"title {reference.date.year} {_words(reference.title)}"


def _same_author(one: Reference, other: Reference) -> bool:
    """One first author's family name is among the other's names (`Vi, Thị Lãng` and `Vi Thị Lãng`); for none, a long title."""
    if not one.authors and not other.authors:
        return len(one.title) >= _SHORTEST
    if not one.authors or not other.authors:
        return False
    names = [_words(str(each.authors[0])).split() for each in (one, other)]
    families = [_words(each.authors[0].family).split() for each in (one, other)]
    return names[0] == names[1] or any(
        family and set(family) <= set(name) for family, name in zip(families, reversed(names), strict=True)
    )


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", compared(text)))
