"""Values that are only compared with: in `71.5 in 2020, against 68.2 a year earlier` the 68.2 is the year before's.

A claim that gives the comparand for its own time is borne out; one that gives it for the time of the other value is contradicted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.language.dates.timespans import Side, lapses
from checker.language.values import Mention, Period, Quantity
from checker.matching.facts.sameness import same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.place.scene import Scene

# What stands right before a value that something is compared with.
_THAN = re.compile(
    r"\b(?:against|compared (?:with|to)|versus|vs\.?|(?:up|down) from|(?:rose|fell|grew|rises?|falls?|increased?|decreased?|went|cut) from|from"
    r"|so với(?: mức)?|từ(?: mức)?|gegenüber|verglichen mit|nach|von|contre|par rapport à|de|frente a|desde|rispetto a|contro"
    r"|по сравнению с|против|с)\s+(?:[^\W\d]{1,8}\s+){0,2}[$€£¥]?\s*$",
    re.IGNORECASE,
)
_UP_FROM = re.compile(r"\b(?:up|down) from\s+\S*\s*$", re.IGNORECASE)
# Words that are common elsewhere: only where what was reached follows, `from 12 to 15`.
_FROM = re.compile(r"\b(?:from|từ(?: mức)?|von|de|desde|с)\s+(?:[^\W\d]{1,8}\s+){0,2}[$€£¥]?\s*$", re.IGNORECASE)
_TO = re.compile(
    r"\b(?:to|lên(?: đến| tới)?|xuống(?: còn)?|thành|đến|auf|zu|à|a|hasta|до)\s+(?:[^\W\d]{1,8}\s+)?[$€£¥]?\s*$",
    re.IGNORECASE,
)
# Any of these words, to be quick about sentences without a comparison.
_CUE = re.compile(
    r"\b(?:against|compared|versus|vs|from|so với|từ|gegenüber|verglichen|nach|von|contre|rapport|de|frente|desde|rispetto|contro"
    r"|сравнению|против|с)\b",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 40, 30  # code points before and behind a comparand in which its words and its time stand
_WHEN = re.compile(r"\W*(?:[^\W\d]+\W+){0,3}")
_LIKE_SIZE = 10  # times as large, from which nobody compares two values
_TOLD = 0.3  # share of the clause's words that the sentence with the comparison must have


@dataclass(frozen=True, slots=True)
class Comparison:
    """A value and what it is compared with; `when` is the date of the latter, `earlier` that it is of the time before."""

    value: Mention
    comparand: Mention
    when: Mention | None
    earlier: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison says of a claim's value: the value of the claim's time, and whether it is the claim's."""

    seen: Sighting
    agrees: bool


def compared(index: int, sightings: Sightings, scene: Scene) -> Compared | None:
    """What the comparisons of the near sentences say of the claim's fact number `index`; None where none is about it."""
    fact = sightings.facts[index]
    if not isinstance(fact.value, Quantity):
        return None
    for number in scene.near:
        text, facts = scene.source.sentence(number), scene.source.mentions(number)
        if not _CUE.search(text) or scene.covered(number, [scene.clause_of(fact.start)]) < _TOLD:
            continue
        for each in comparisons(text, facts, scene.source.language):
            told = [same(fact, one, across=scene.across) is True for one in (each.value, each.comparand)]
            if told[0] == told[1] or any(seen.sentence != number for seen in sightings.near[index]):
                continue
            of_then = _of_then(fact, each, facts, scene)
            if of_then is not None:
                seen = Sighting(each.comparand if of_then else each.value, number)
                return Compared(seen, told[1] == of_then)
    return None


def comparisons(text: str, facts: Sequence[Mention], language: str, *, timed: bool = True) -> Iterator[Comparison]:
    """The comparisons of a sentence; `timed` leaves out those whose comparand has no time of its own."""
    figures = [each for each in facts if isinstance(each.value, Quantity) and not each.value.ordinal]
    for at, each in enumerate(figures):
        if not _THAN.search(text, max(0, each.start - _BEFORE), each.start):
            continue
        value = _compared_value(at, figures, text)
        if value is None:
            continue
        when, earlier = _time_of(each, facts, text, language)
        if when is not None or earlier or not timed:
            yield Comparison(value, each, when, earlier)


def _compared_value(at: int, figures: Sequence[Mention], text: str) -> Mention | None:
    """The value that is compared: the one after `to`, before or behind, or, unless `from` alone stands before, the last one."""
    comparand = figures[at]
    low = max(0, comparand.start - _BEFORE)
    alone = _FROM.search(text, low, comparand.start) and not _UP_FROM.search(text, low, comparand.start)
    if alone:
        reached = (
            each
            for each in figures[at + 1 :]
            if _of_one_sort(each, comparand) and _TO.search(text, comparand.end, each.start)
        )
        last = next((each for each in reversed(figures[:at]) if _of_one_sort(each, comparand)), None)
        fell_to = last is not None and _TO.search(text, max(0, last.start - _BEFORE), last.start) is not None
        return next(reached, last if fell_to else None)
    return next((each for each in reversed(figures[:at]) if _of_one_sort(each, comparand)), None)


def _of_one_sort(one: Mention, other: Mention) -> bool:
    a, b = one.value, other.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or not a.said or not b.said:
        return False
    if a.unit != b.unit and not any(not each.unit and not each.noun for each in (a, b)):
        return False  # a figure may leave its unit to the other one: `340 billion dong, up from 310 billion`
    return (not a.noun or not b.noun or a.noun == b.noun) and 1 / _LIKE_SIZE < a.said / b.said < _LIKE_SIZE


def _time_of(comparand: Mention, facts: Sequence[Mention], text: str, language: str) -> tuple[Mention | None, bool]:
    """The date right behind a comparand, and whether `a year earlier` stands there."""
    for each in facts:
        near = comparand.end <= each.start <= comparand.end + _BEHIND
        if isinstance(each.value, Period) and near and _WHEN.fullmatch(text, comparand.end, each.start):
            return each, each.value.relative
    return None, any(
        each.side is not Side.LATER and comparand.end <= each.start and _WHEN.fullmatch(text, comparand.end, each.start)
        for each in lapses(text, language, facts)
    )


def _of_then(fact: Mention, told: Comparison, facts: Sequence[Mention], scene: Scene) -> bool | None:
    """Whether the claim's value is of the comparand's time (True) or of the compared value's (False); None where it does not say."""
    claim = scene.claim.text
    told_so = comparisons(claim, scene.mentions, scene.language, timed=False)
    own = [each for each in told_so if fact in (each.value, each.comparand)]
    if own:
        return fact == own[0].comparand
    first, last = scene.clause_of(fact.start)
    several = any(each is not fact and _of_one_sort(each, fact) for each in scene.mentions)
    back = [each for each in lapses(claim, scene.language, scene.mentions) if each.side is not Side.LATER]
    if any(first <= each.start < last for each in back):
        return None if several else True
    dates = [each for each in scene.mentions if isinstance(each.value, Period)]
    dates = [each for each in dates if first <= each.start < last] or ([] if several else dates)
    if len(dates) != 1:
        return None
    then = told.when is not None and bool(same(dates[0], told.when, across=scene.across))
    others = [each for each in facts if isinstance(each.value, Period) and each is not told.when]
    now = any(same(dates[0], each, across=scene.across) for each in others)
    return None if then == now else then  # a fiscal year may be of both
