"""From what to what: the source has a change the other way round (`grew from 35,000 to 72,000` for `fell from 72,000 to 35,000`)."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.language.values import Mention, Quantity
from checker.language.values_agree import agree
from checker.matching.place.scene import Scene
from checker.matching.turns.opposites import Opposed

_FROM = re.compile(
    r"\b(?:from|từ|von|ab|de|depuis|desde|da|dal|от|с)\s+(?:mức\s+|just\s+|only\s+|about\s+|khoảng\s+)?\W?$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|lên|xuống|còn|thành|đến|auf|à|a|al|до|на)\s+(?:mức\s+|just\s+|only\s+|about\s+|khoảng\s+|còn\s+)?\W?$",
    re.IGNORECASE,
)
# What a value told before has come from: `185 kilometres per hour, up from 150`.
_UP_FROM = re.compile(
    r"\b(?:(?:up|down|rise|risen|increased?|fall|fallen|decreased?|drop|dropped|declined?|growth) from|(?:tăng|giảm) từ)\b",
    re.IGNORECASE,
)
# A change to a value, without the word for where it came from: `35 kilometres, later lowered to 11`.
_CHANGED_TO = re.compile(
    r"\b(?:lowered|raised|cut|reduced|increased|rose|risen|fell|fallen|grew|grown|dropped|climbed|declined|shrank|extended"
    r"|tăng|giảm|nâng|hạ|rút)\s+(?:to|lên|xuống|còn)\s+\W?$",
    re.IGNORECASE,
)
_REACH = 30  # code points before a figure in which such words stand


@dataclass(frozen=True, slots=True)
class _Change:
    before: Quantity
    after: Quantity
    words: str


def turned_about(scene: Scene) -> Opposed | None:
    """The first change that a near sentence tells the other way round, None where there is none."""
    for mine in _changes(scene.claim.text, scene.mentions):
        for number in scene.near:
            for theirs in _changes(scene.source.sentence(number), scene.source.mentions(number)):
                if _reversed(mine, theirs):
                    return Opposed(mine.words, theirs.words, number, sure=True)
    return None


def _reversed(mine: _Change, theirs: _Change) -> bool:
    straight = agree(mine.before, theirs.before) and agree(mine.after, theirs.after)
    return not straight and bool(agree(mine.before, theirs.after) and agree(mine.after, theirs.before))


def _changes(text: str, told: Sequence[Mention]) -> Iterator[_Change]:
    """Every change between two figures of a sort that a text tells."""
    figures = [each for each in told if isinstance(each.value, Quantity) and not each.value.ordinal]
    for at, figure in enumerate(figures):
        before = text[max(0, figure.start - _REACH) : figure.start]
        if _FROM.search(before):
            yield from _from(figure, figures, at, text)
        elif _CHANGED_TO.search(before) and at:
            yield from _change(figures[at - 1], figure, text)


def _from(figure: Mention, figures: Sequence[Mention], at: int, text: str) -> Iterator[_Change]:
    """The change that begins with a figure: to the next one, to the end of its range, or to the one before (`up from`)."""
    value = figure.value
    assert isinstance(value, Quantity)
    if value.said is None:
        low, high = (dataclasses.replace(value, low=end, high=end, said=end) for end in (value.low, value.high))
        yield _Change(low, high, figure.text)
    elif at + 1 < len(figures) and _TO.search(text[max(0, figures[at + 1].start - _REACH) : figures[at + 1].start]):
        yield from _change(figure, figures[at + 1], text)
    elif at and _UP_FROM.search(text[max(0, figure.start - _REACH) : figure.start]):
        yield from _change(figure, figures[at - 1], text)


def _change(one: Mention, other: Mention, text: str) -> Iterator[_Change]:
    """The change from one figure to the other, where both are of a sort; a bare one has the unit of the other."""
    a, b = one.value, other.value
    assert isinstance(a, Quantity)
    assert isinstance(b, Quantity)
    if a.unit != b.unit:
        a, b = _like(a, b), _like(b, a)
    if a.unit == b.unit:
        yield _Change(a, b, text[min(one.start, other.start) : max(one.end, other.end)])


def _like(bare: Quantity, other: Quantity) -> Quantity:
    """A bare figure in the unit of another one: the 150 of `185 kilometres per hour, up from 150`."""
    if bare.unit or bare.figure is None or not other.figure or other.said is None:
        return bare
    said = bare.figure * other.said / other.figure
    return dataclasses.replace(bare, unit=other.unit, written=other.written, low=said, high=said, said=said)
