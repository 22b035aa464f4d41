"""Does a sentence state something that a reader would want a source for? A figure, a date or a quotation does.

A cheap test, for information only (`claim-uncited`): what the figure means is the business of matching.
"""

from __future__ import annotations

import re

_FIGURE = re.compile(r"(?<![A-Za-z\d])(?<![A-Z]-)\d")
"""Not the digit of a name: `V8`, `ECMA-402`."""

_QUOTATION = re.compile(r"[\"“«„][^\"”»“]{12,}[\"”»“]")
_FIGURES_OF_SPEECH = re.compile(
    r"\b(?:hình|bảng|mục|chương|figure|fig\.|table|section|chapter|equation|option|step|tier|part|version|level|bước|phần|phiên bản)\s*\d+(?:\.\d+)*",
    re.IGNORECASE,
)


def a_source(sentence: str) -> bool:
    """True for a sentence with a figure (a date has one) or a quotation of more than a word or two."""
    text = _FIGURES_OF_SPEECH.sub("", sentence)
    return bool(_FIGURE.search(text) or _QUOTATION.search(text))
