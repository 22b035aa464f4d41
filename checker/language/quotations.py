"""Quotations: the words between marks, ready for verbatim comparison, cut where an ellipsis or a bracket leaves words out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.foundation.model import FactKind
from checker.language.text import normalise
from checker.language.values import Mention, Quotation

# Straight marks pair by turns; typographic ones pair by shape. A quotation does not span paragraphs.
_QUOTED = re.compile(
    r"“([^“”\n]{1,2000})”|„([^„“”\n]{1,2000})[“”]|«\s?([^«»\n]{1,2000}?)\s?»|「([^「」\n]{1,2000})」|\"([^\"\n]{1,2000})\""
)
_LEFT_OUT = re.compile(r"\[[^\]]*\]|\(\s*(?:\.{3}|…)\s*\)|…|\.\s?\.\s?\.(?:\s?\.)?")
_FEWEST = 3  # words; shorter quotations are names, titles and scare quotes (see `matching`)


def read(text: str) -> Iterator[Mention]:
    """The quotations of a text of at least three words; offsets include the marks."""
    for match in _QUOTED.finditer(text):
        inside = next(group for group in match.groups() if group is not None)
        pieces = tuple(piece for raw in _LEFT_OUT.split(inside) if (piece := words_of(raw)))
        long_enough = sum(piece.count(" ") + 1 for piece in pieces) >= _FEWEST or (
            len(inside) > 12 and not inside.isascii() and " " not in inside
        )
        if pieces and long_enough:
            yield Mention(FactKind.QUOTE, match.group(), match.start(), match.end(), Quotation(pieces))


def words_of(text: str) -> str:
    """Words as quotations are compared: folded, marks and punctuation out, single blanks."""
    return re.sub(r"[\W_]+", " ", normalise.fold(normalise.aligned(text)).replace("'", "")).strip()
