"""A sentence cut into clauses, each of which states something of its own."""

from __future__ import annotations

import re

from checker.matching.source.words import WORD

# Punctuation that ends a clause, and conjunctions that join two statements (with what comes before them kept apart).
_CUT = re.compile(
    r"[;:—–]\s+|(?<!\d),\s+|,\s+(?!\d)|\s+\((?=\D)|\)\s+|[，；：、]"
    r"|\s+(?=(?:and|but|while|whereas|although|because|after|before|which|who|when|where"
    r"|và|nhưng|trong khi|tuy nhiên|mặc dù|sau khi|trước khi|khi|vì|do đó"
    r"|et|mais|tandis que|und|aber|während|y|pero|mientras|и|но|а также)\s)",
    re.IGNORECASE,
)
_SHORTEST = 4  # words: less is a list item or an aside, and belongs to its neighbour


def clauses(text: str) -> list[tuple[int, int]]:
    """The clauses of a sentence as spans that cover it; a sentence of one clause is one span."""
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in [*_CUT.finditer(text), None]:
        end = cut.end() if cut else len(text)
        enough = len(WORD.findall(text, start, end)) >= _SHORTEST
        if cut is None or enough:
            if not enough and spans:
                start = spans.pop()[0]
            spans.append((start, end))
            start = end
    return spans
