"""Quotations, word for word: in the source as quoted, there in other words, or not there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from checker.foundation.model import FactStatus
from checker.language.normalise import aligned, lowered
from checker.language.values import Mention, Quotation
from checker.matching.scene import Scene
from checker.matching.words import WORD, keys_of

_ALIKE = 60.0  # rapidfuzz ratio from which other words in the same place are a misquotation, not another subject
_SPAN = 4  # sentences a quotation may run over
_GAP = r"\W+(?:\[[^\]]*\]\W*)?"  # between quoted words: anything but words, and an editor's bracket
_SKIPPED = r"\W(?:.{0,400}?\W)?"  # what an ellipsis may stand for


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the claim and what became of it, with the source's words as offsets in its text."""

    fact: Mention
    status: FactStatus
    start: int | None = None
    end: int | None = None


def quotes(scene: Scene) -> tuple[Quoted, ...]:
    """Every quotation of the claim looked for verbatim; across languages only those that do stand there.

    A quotation in another language than its source is a translation: without a translator it is not checked, and so
    it is no fact of the verdict at all unless its words are the source's own (a name, a title).
    """
    found = (_look(mention, scene) for mention in scene.mentions if isinstance(mention.value, Quotation))
    return tuple(each for each in found if each.status is FactStatus.FOUND or not scene.across)


def _look(mention: Mention, scene: Scene) -> Quoted:
    value = mention.value
    assert isinstance(value, Quotation)
    pattern = _pattern(value.words)
    text = lowered(aligned(scene.source.passages.text))
    best, place = 0.0, None
    for first, last in _places(value.words, scene):
        start, end = scene.source.spans[first][0], scene.source.spans[last][1]
        hit = pattern.search(text, start, end)
        if hit:
            return Quoted(mention, FactStatus.FOUND, hit.start(), hit.end())
        alike = fuzz.partial_ratio_alignment(" ".join(value.words), text[start:end])
        if alike and alike.score > best:
            best, place = alike.score, (start + alike.dest_start, start + alike.dest_end)
    if place and best >= _ALIKE and sum(len(WORD.findall(piece)) for piece in value.words) > 2:
        return Quoted(mention, FactStatus.CONFLICT, *place)
    return Quoted(mention, FactStatus.ABSENT)


def _pattern(pieces: tuple[str, ...]) -> re.Pattern[str]:
    """The quotation's words in order, whatever stands between them; a gap where an ellipsis was."""
    runs = [_GAP.join(re.escape(word) for word in WORD.findall(lowered(aligned(piece)))) for piece in pieces]
    return re.compile(rf"(?<!\w){_SKIPPED.join(run for run in runs if run)}(?!\w)", re.DOTALL)


def _places(pieces: tuple[str, ...], scene: Scene) -> list[tuple[int, int]]:
    """Runs of sentences that hold most of the quotation's content words, the fullest first; all when it has none."""
    source = scene.source
    keys = {key for piece in pieces for word in WORD.findall(piece) for key in keys_of(word, source.language)}
    held: dict[int, int] = {}
    for key in keys:
        for number in source.postings.get(key, ()):
            for first in range(max(0, number - _SPAN + 1), number + 1):
                held[first] = held.get(first, 0) + 1
    likely = sorted(held, key=lambda first: (-held[first], first))[:8] if keys else list(range(len(source.spans)))[:400]
    return [(first, min(first + _SPAN, len(source.spans)) - 1) for first in likely]
