"""Marking facts in running text: the same fact bears the same number in the claim and in the passage."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checker.foundation.model import ClaimVerdict, Fact, FactKind, FactStatus, Support

_GRAVITY = {FactStatus.CONFLICT: 0, FactStatus.ABSENT: 1, FactStatus.FOUND: 2}


@dataclass(frozen=True, slots=True)
class Mark:
    """What a piece of text is marked with: the fact's number in its verdict (from 1), its kind and its status."""

    number: int
    kind: FactKind
    status: FactStatus


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked throughout or not at all; `ends` tells where a mark is over."""

    text: str
    mark: Mark | None = None
    ends: bool = False


def looked_for(verdict: ClaimVerdict) -> tuple[Fact, ...]:
    """The facts whose status says something: none of a verdict for which nothing could be read."""
    return () if verdict.support is Support.UNCHECKED else verdict.facts


def disagreeing(verdict: ClaimVerdict) -> list[tuple[Mark, Fact]]:
    """Facts that the source does not have, or has otherwise."""
    return [(mark, fact) for mark, fact in numbered(looked_for(verdict)) if mark.status is not FactStatus.FOUND]


def numbered(facts: Iterable[Fact]) -> list[tuple[Mark, Fact]]:
    """Facts in the order of the sentence, each with its mark."""
    ordered = sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind, fact.claim))
    return [(Mark(number, fact.kind, fact.status), fact) for number, fact in enumerate(ordered, start=1)]


def in_claim(text: str, facts: Iterable[Fact]) -> list[Piece]:
    """The claim, cut where facts begin and end; the pieces joined are the claim."""
    return _cut(text, [(fact.start, fact.end, mark) for mark, fact in numbered(facts)])


def in_passage(text: str, facts: Iterable[Fact]) -> list[Piece]:
    """The passage, cut where the same facts stand in it; the pieces joined are the passage."""
    spans = [
        (fact.source_start, fact.source_end, mark)
        for mark, fact in numbered(facts)
        if fact.source_start is not None and fact.source_end is not None
    ]
    return _cut(text, spans)


def excerpt(pieces: Sequence[Piece], limit: int) -> list[Piece]:
    """At most about `limit` code points of the text, around its gravest mark, ellipses where it was cut."""
    length = sum(len(piece.text) for piece in pieces)
    if length <= limit:
        return list(pieces)
    low = max(0, min(_gravest(pieces) - limit // 3, length - limit))
    window = _window(pieces, low, low + limit)
    return [*([Piece("… ")] if low else []), *window, *([Piece(" …")] if low + limit < length else [])]


def _cut(text: str, spans: list[tuple[int, int, Mark]]) -> list[Piece]:
    """Where spans overlap, the graver wins, then the shorter: a wrong number inside a quotation stays visible."""
    spans = [(low, high, mark) for low, high, mark in spans if 0 <= low < high <= len(text)]
    edges = sorted({0, len(text), *(edge for low, high, _ in spans for edge in (low, high))})
    pieces: list[Piece] = []
    for low, high in itertools.pairwise(edges):
        over = [span for span in spans if span[0] <= low and high <= span[1]]
        mark = min(over, key=lambda span: (_GRAVITY[span[2].status], span[1] - span[0]))[2] if over else None
        if pieces and pieces[-1].mark == mark:
            pieces[-1] = Piece(pieces[-1].text + text[low:high], mark)
        else:
            pieces.append(Piece(text[low:high], mark))
    return _ended(pieces)


def _ended(pieces: list[Piece]) -> list[Piece]:
    last: dict[Mark | None, int] = {piece.mark: index for index, piece in enumerate(pieces) if piece.mark}
    return [Piece(piece.text, piece.mark, last.get(piece.mark) == index) for index, piece in enumerate(pieces)]


def _gravest(pieces: Sequence[Piece]) -> int:
    """The offset of the first piece with the gravest mark."""
    best, best_at, at = len(_GRAVITY), 0, 0
    for piece in pieces:
        gravity = _GRAVITY[piece.mark.status] if piece.mark else len(_GRAVITY)
        if gravity < best:
            best, best_at = gravity, at
        at += len(piece.text)
    return best_at


def _window(pieces: Sequence[Piece], low: int, high: int) -> list[Piece]:
    shown: list[Piece] = []
    at = 0
    for piece in pieces:
        text = piece.text[max(0, low - at) : max(0, high - at)]
        if text:
            shown.append(replace(piece, text=text))
        at += len(piece.text)
    return shown
