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
        self._keys: dict[str, set[str]] = defaultdict(set)
        for reference in references:
            for sign in _signs(reference):
                self._keys[sign].add(reference.key)

    def of(self, work: Reference) -> str | None:
        """The key of the one entry that is this work, by the strongest sign that any entry answers to."""
        for sign in _signs(work):
            keys = self._keys.get(sign, ())
            if len(keys) == 1:
                return next(iter(keys))
        return None


def _signs(reference: Reference) -> Iterator[str]:
    title = " ".join(re.findall(r"\w+", compared(reference.title)))
    if reference.doi:
        yield f"doi {reference.doi.lower()}"
    isbn = identifiers.isbn13(reference.isbn) if reference.isbn else None
    if isbn and title:
        yield f"isbn {isbn} {title}"
    for url in reference.urls:
        yield f"url {addresses.same(url)}"
    first = reference.authors[0] if reference.authors else None
    author = compared((first.family or first.literal) if first else "")
    if reference.date and reference.date.year and title and (author or len(title) >= _SHORTEST):
        yield f"work {title} / {author} / {reference.date.year}"
