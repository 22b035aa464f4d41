"""Quotations, word for word: in the source as quoted, there in other words, or not there."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from checker.foundation.model import FactStatus
from checker.language.text.normalise import aligned, lowered
from checker.language.values import Mention, Quotation
from checker.matching.place.scene import Scene
from checker.matching.source.tongues import in_the_sources_words
from checker.matching.source.words import WORD, keys_of

_ALIKE = 60.0  # rapidfuzz ratio from which other words in the same place are a misquotation, not another subject
_SMALL_WORD = 4  # letters of words that a title may write small: from, with
_LONGEST_WORD = 40  # code points before and after a span in which the words that it cuts begin and end
_SPAN = 4  # sentences a quotation may run over
# Between quoted words: anything but words, an editor's bracket, or who says it (`"Four pages," she recalled. "I said"`).
_GAP = r"(?:\W+|\W{0,3}[\"”»]\s[^\"“”«»\n]{1,80}[\"“«]\W{0,2})(?:\[[^\]]*\]\W*)?"
_SKIPPED = r"\W(?:.{0,400}?\W)?"  # what an ellipsis may stand for


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the claim and what became of it, with the source's words as offsets in its text."""

    fact: Mention
    status: FactStatus
    start: int | None = None
    end: int | None = None
    alike: float = 0.0  # how like the source's words are (rapidfuzz ratio, 0-100), 100 when they are the same


def quotes(scene: Scene) -> tuple[Quoted, ...]:
    """Every quotation of the claim looked for verbatim; a translated one only counts when it does stand there.

    A quotation in another language than its source is a translation: without a translator it is not checked, and so
    it is no fact of the verdict at all unless its words are the source's own (a name, a title).
    """
    looked = (_look(mention, scene) for mention in scene.mentions if isinstance(mention.value, Quotation))
    return tuple(each for each in looked if each.status is FactStatus.FOUND or _comparable(each, scene))


def translated(scene: Scene, quoted: Sequence[Quoted]) -> int:
    """How many quotations of the claim nobody could compare, since they are in another language than the source."""
    done = {each.fact.start for each in quoted}
    return sum(
        mention.start not in done and not in_the_sources_words(mention.value, scene.language, scene.source)
        for mention in scene.mentions
        if isinstance(mention.value, Quotation)
    )


def _comparable(quoted: Quoted, scene: Scene) -> bool:
    """False for a translation, and for a foreign title between marks: a source need not name what an article names."""
    value = quoted.fact.value
    assert isinstance(value, Quotation)
    titled = scene.across and quoted.status is FactStatus.ABSENT and _is_title(quoted.fact.text)
    return not titled and in_the_sources_words(value, scene.language, scene.source)


def _is_title(text: str) -> bool:
    """True when every longer word begins with a capital: `“The Old Man and the Sea”`."""
    long = [word for word in WORD.findall(text) if len(word) > _SMALL_WORD]
    return bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)


def _look(mention: Mention, scene: Scene) -> Quoted:
    value = mention.value
    assert isinstance(value, Quotation)
    runs = _runs(value.words)
    text = scene.source.lowered
    best, place = 0.0, None
    for first, last in _places(value.words, scene):
        start, end = scene.source.spans[first][0], scene.source.spans[last][1]
        hit = _pattern(runs).search(text, start, end) if _in_order(runs, text, start, end) else None
        if hit:
            return Quoted(mention, FactStatus.FOUND, hit.start(), hit.end(), 100.0)
        alike = fuzz.partial_ratio_alignment(" ".join(value.words), text[start:end])
        if alike and alike.score > best:
            best, place = alike.score, _whole_words(text, start + alike.dest_start, start + alike.dest_end)
    if place and best >= _ALIKE and sum(len(WORD.findall(piece)) for piece in value.words) > 2:
        return Quoted(mention, FactStatus.CONFLICT, *place, best)
    return Quoted(mention, FactStatus.ABSENT)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A span widened to the words that it cuts, without blanks and marks at its ends."""
    touched = [word.span() for word in WORD.finditer(text, max(0, start - _LONGEST_WORD), end + _LONGEST_WORD)]
    inside = [(first, last) for first, last in touched if last > start and first < end]
    return (inside[0][0], inside[-1][1]) if inside else (start, end)


def _runs(pieces: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The words of a quotation between its ellipses, in lower case."""
    return tuple(tuple(WORD.findall(lowered(aligned(piece)))) for piece in pieces)


def _in_order(runs: Iterable[Iterable[str]], text: str, start: int, end: int) -> bool:
    """True when these letters stand in a text one after the other: only then is a pattern worth its making."""
    for word in itertools.chain.from_iterable(runs):
        at = text.find(word, start, end)
        if at < 0:
            return False
        start = at + len(word)
    return True


@lru_cache(maxsize=500)
def _pattern(runs: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    """The quotation's words in order, whatever stands between them; a gap where an ellipsis was."""
    joined = _SKIPPED.join(_GAP.join(map(re.escape, run)) for run in runs if run)
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.DOTALL)


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
