"""What a sentence compares: a value, and what it is compared with or has come from (`against 68.2`, `from 12 to 15`, `up from 150`).

Whoever asks what a value of a comparison is of (`comparands`, `directions`, `seats`, `years`) asks here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.language.dates.timespans import Side, lapses
from checker.language.values import Mention, Period, Quantity

_HEDGE = r"\s+(?:[^\W\d]{1,8}\s+){0,2}[$€£¥]?\s*$"  # what may stand between such a word and its figure
# What stands right before a value that something is compared with.
_THAN = re.compile(
    r"\b(?:against|compared (?:with|to)|versus|vs\.?|so với(?: mức)?|gegenüber|verglichen mit|nach|contre|par rapport à"
    rf"|frente a|rispetto a|contro|по сравнению с|против){_HEDGE}",
    re.IGNORECASE,
)
# Words that are common elsewhere: only where what was reached stands beside it, `from 12 to 15`, `to 15 from 12`.
_FROM = re.compile(
    r"\b(?:from|từ(?: mức)?|von|ab|de|depuis|desde|da|dal|от|с)\s+(?:(?:a|about|almost|approximately|around|estimated|fewer|just"
    r"|less|more|nearly|only|over|record|roughly|some|than|the|under|gần|hơn|khoảng|etwa|knapp|rund|über|environ|les|plus|près|casi|las|los"
    r"|unas|unos|около)\s+){0,2}[$€£¥]?\s*$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|lên(?: đến| tới)?|xuống(?: còn)?|còn|thành|đến|auf|zu|à|a|al|hasta|до|на)"
    r"\s+(?:mức\s+|còn\s+)?(?:[^\W\d]{1,8}\s+)?[$€£¥]?\s*$",
    re.IGNORECASE,
)
# What a value told before has come from: `185 kilometres per hour, up from 150`.
_UP_FROM = re.compile(
    r"\b(?:(?:up|down|rise|risen|increased?|fall|fallen|decreased?|drop|dropped|declined?|growth) from|(?:tăng|giảm) từ)"
    rf"(?: mức)?{_HEDGE}",
    re.IGNORECASE,
)
# A change to a value, without the word for where it came from: `35 kilometres, later lowered to 11`.
_CHANGED_TO = re.compile(
    r"\b(?:lowered|raised|cut|reduced|increased|rose|risen|fell|fallen|grew|grown|dropped|climbed|declined|shrank|extended"
    r"|tăng|giảm|nâng|hạ|rút)\s+(?:to|lên|xuống|còn)\s+\W?$",
    re.IGNORECASE,
)
# What tells of the time before the one that is told of.
BEFORE = re.compile(
    r"\b(?:had|previously|earlier|formerly|originally|initially|at first|planned|trước đó|trước đây|từng|ban đầu|auparavant|initialement"
    r"|zuvor|vorher|ursprünglich|antes|inicialmente|originalmente|первоначально|раньше)\b",
    re.IGNORECASE,
)
# What was meant to be, and did not stay so.
PLANNED = re.compile(
    r"\b(?:originally|initially|at first|planned|ban đầu|initialement|ursprünglich|inicialmente|originalmente|первоначально)\b",
    re.IGNORECASE,
)
# The year before in brackets: `9.3 percent (2010: 6.1)`.
_BRACKETED_YEAR = re.compile(r"[(\[][^\W\d]{0,8}\s?$")
_BRACKETED_BEFORE = re.compile(
    r"[(\[](?:(?:the )?(?:previous|prior|preceding)(?: \w+)?|last (?:year|month|week)|(?:a )?year (?:ago|earlier|before)|yesterday"
    r"|(?:im )?(?:Vorjahr|Vormonat|Vorquartal)(?:eszeitraum)?|cùng kỳ(?: năm (?:trước|ngoái))?|(?:năm|tháng|quý|hôm) trước|hôm qua"
    r"|(?:l['’])?(?:an(?:née)?|mois) (?:dernier|dernière|précédente?)|(?:el )?(?:año|mes) (?:anterior|pasado)|ayer|hier"
    r"|(?:в )?(?:прошлом|предыдущем) году|годом ранее)\s*[:,]?\s*[$€£¥]?\s*$",
    re.IGNORECASE,
)
_BRACKETED_VALUE = re.compile(r"\s*:\s*(?:[^\W\d]{1,8}\s+)?[$€£¥]?\s*")
# Any word of these, to be quick about sentences without a comparison.
CUE = re.compile(
    r"\b(?:against|compared|versus|vs|from|so với|từ|gegenüber|verglichen|nach|von|ab|contre|rapport|de|depuis|frente|desde|da|dal"
    r"|rispetto|contro|сравнению|против|от|с)\b|[(\[]\w{0,8}\s?\d{4}\s?:|[(\[][^\W\d]{2,}[^\d(]{0,24}\d",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 40, 30  # code points before and behind a comparand in which its words and its time stand
_WHEN = re.compile(r"\W*(?:[^\W\d]+\W+){0,3}")
_LIKE_SIZE = 10  # times as large, from which nobody compares two values


@dataclass(frozen=True, slots=True)
class Comparison:
    """A value and what it is compared with; `when` is the date of the latter, `earlier` that it is of the time before."""

    value: Mention
    comparand: Mention
    when: Mention | None
    earlier: bool


@dataclass(frozen=True, slots=True)
class Change:
    """The quantity before a change and the one after it, in one unit, and the words that tell it."""

    before: Quantity
    after: Quantity
    words: str


def comparisons(text: str, facts: Sequence[Mention], language: str, *, timed: bool = True) -> Iterator[Comparison]:
    """The comparisons of a sentence; `timed` leaves out those whose comparand has no time of its own."""
    figures = _figures(facts)
    yield from _bracketed(figures, facts, text)
    for at, each in enumerate(figures):
        value = _reached(at, figures, text) or (_last(at, figures) if _stands_before(_THAN, each, text) else None)
        if value is None:
            continue
        when, earlier = _time_of(each, facts, text, language)
        if when is not None or earlier or not timed:
            yield Comparison(value, each, when, earlier)


def _bracketed(figures: Sequence[Mention], facts: Sequence[Mention], text: str) -> Iterator[Comparison]:
    """The figures with that of another time in brackets behind them: `9.3 percent (2010: 6.1)`, `35% (yesterday 20%)`."""
    for at, each in enumerate(figures):
        before = text[max(0, each.start - _BEFORE) : each.start]
        value = _last(at, figures) if "(" in before or "[" in before else None
        if value is None:
            continue
        if _BRACKETED_BEFORE.search(text, max(0, each.start - _BEFORE), each.start):
            yield Comparison(value, each, None, earlier=True)
            continue
        when = next(
            (date for date in reversed(facts) if isinstance(date.value, Period) and date.end <= each.start), None
        )
        if (
            when is not None
            and _BRACKETED_YEAR.search(text, max(0, when.start - _BEFORE), when.start)
            and _BRACKETED_VALUE.fullmatch(text, when.end, each.start)
        ):
            yield Comparison(value, each, when, earlier=False)


def changes(text: str, facts: Sequence[Mention]) -> Iterator[Change]:
    """Every change between two figures or two ranks of a sort that a sentence tells, those that are written as a range among them."""
    ranks = [each for each in facts if isinstance(each.value, Quantity) and each.value.ordinal]
    figures = _figures(facts)
    yield from _changes(figures, text)
    for each in _bracketed(figures, facts, text):
        if each.earlier:
            yield _change(each.comparand, each.value, text)
    yield from _changes(ranks, text)


def _changes(figures: Sequence[Mention], text: str) -> Iterator[Change]:
    for at, figure in enumerate(figures):
        value = figure.value
        assert isinstance(value, Quantity)
        after = _reached(at, figures, text)
        if value.said is None and _stands_before(_FROM, figure, text):
            low, high = (replace(value, low=end, high=end, said=end) for end in (value.low, value.high))
            yield Change(low, high, figure.text)
        elif after is not None:
            yield _change(figure, after, text)
        elif at and _stands_before(_CHANGED_TO, figure, text) and of_one_sort(figures[at - 1], figure):
            yield _change(figures[at - 1], figure, text)


def of_one_sort(one: Mention, other: Mention) -> bool:
    """True for two figures that somebody may compare: of one unit, of like size, and of nothing else that is counted."""
    a, b = _in_one_unit(one, other)
    if a is None or b is None or not a.said or not b.said or a.unit != b.unit:
        return False
    return (not a.noun or not b.noun or a.noun == b.noun) and 1 / _LIKE_SIZE < a.said / b.said < _LIKE_SIZE


def _figures(facts: Sequence[Mention]) -> list[Mention]:
    return [each for each in facts if isinstance(each.value, Quantity) and not each.value.ordinal]


def _stands_before(words: re.Pattern[str], figure: Mention, text: str) -> bool:
    return words.search(text, max(0, figure.start - _BEFORE), figure.start) is not None


def _reached(at: int, figures: Sequence[Mention], text: str) -> Mention | None:
    """What was reached from a figure: the one after `to`, before or behind it, or the last one before `up from`."""
    start = figures[at]
    if not _stands_before(_FROM, start, text):
        return None
    behind = (
        each for each in figures[at + 1 :] if of_one_sort(each, start) and _TO.search(text, start.end, each.start)
    )
    last = _last(at, figures)
    told = last is not None and (_stands_before(_UP_FROM, start, text) or _stands_before(_TO, last, text))
    return next(behind, last if told else None)


def _last(at: int, figures: Sequence[Mention]) -> Mention | None:
    """The last figure before one that is of its sort."""
    return next((each for each in reversed(figures[:at]) if of_one_sort(each, figures[at])), None)


def _change(one: Mention, other: Mention, text: str) -> Change:
    """The change from one figure to the other, which are of one sort."""
    before, after = _in_one_unit(one, other)
    assert before is not None
    assert after is not None
    return Change(before, after, text[min(one.start, other.start) : max(one.end, other.end)])


def _in_one_unit(one: Mention, other: Mention) -> tuple[Quantity | None, Quantity | None]:
    """Two figures, a bare one in the unit of the other: the 150 of `185 kilometres per hour, up from 150`."""
    a, b = one.value, other.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return None, None
    return (_like(a, b), _like(b, a)) if a.unit != b.unit else (a, b)


def _like(bare: Quantity, other: Quantity) -> Quantity:
    if bare.unit or bare.noun or bare.figure is None or not other.figure or other.said is None:
        return bare
    said = bare.figure * other.said / other.figure
    return replace(bare, unit=other.unit, written=other.written, low=said, high=said, said=said)


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
