"""`de Waal 2003, p. 5` among an article's notes: a work that another note of the same article names in full."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from checker.bibliography.spelling import compared
from checker.foundation.model import Reference

# Author or authors, year, and where in the work; nothing else, so that a sentence is never taken for one.
_SHORT = re.compile(
    r"(.{2,80}?),? \(?([12]\d{3})[a-z]?\)?(?:[,:]? ?(?:p+\.|pp\.|tr\.|trang)? ?[\divxlc]+(?:[–-][\divxlc]+)?)?\.?"
)
_BETWEEN = re.compile(r"\s*(?:,|&|\band\b|\bvà\b|\bet al\.?|\bvà cộng sự|\bvà đồng nghiệp)\s*", re.IGNORECASE)


def short_citations(references: Sequence[Reference]) -> dict[str, str]:
    """Keys of notes that are short citations -> the key of the one work with that author and year."""
    works: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reference in references:
        if reference.title and reference.authors and reference.date and reference.date.year:
            for name in _spellings(reference):
                works[name, str(reference.date.year)].add(reference.key)
    found: dict[str, str] = {}
    for reference in references:
        short = _SHORT.fullmatch(reference.fields.get("note", "")) if not (reference.title or reference.urls) else None
        meant = works.get((_folded(short[1]), short[2]), set()) if short else set()
        if len(meant) == 1:
            found[reference.key] = next(iter(meant))
    return found


def _spellings(reference: Reference) -> set[str]:
    """How a short citation may call the authors: the first one, all of them, with and without particle."""
    first, *others = reference.authors
    whole = [first.literal or f"{first.particle} {first.family}".strip()]
    rest = [name.literal or f"{name.particle} {name.family}".strip() for name in others]
    return {_folded(text) for text in (whole[0], first.family or first.literal, " and ".join([*whole, *rest]))}


def _folded(text: str) -> str:
    """One spelling for all: names in their order, whatever joins them."""
    parts = [part for part in _BETWEEN.split(compared(text)) if part]
    return "|".join(parts)
