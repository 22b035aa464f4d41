"""Spans of time that say on which side of a date or an event they lie: `three years later`, `hai ngày trước khi`, `the next day`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from checker.language.dates import calendar as calendar_words
from checker.language.text import han, tables
from checker.language.values import Mention, Quantity

# What one unit is, in those of `Quantity`.
_UNITS = {
    "hour": (1 / 24, "day"), "day": (1.0, "day"), "week": (7.0, "day"), "month": (1 / 12, "year"), "year": (1.0, "year"),
    "decade": (10.0, "year"),
}  # fmt: skip
_MONTH = "(month)"
_SHORTENED = 3  # letters of an abbreviated month, which no phrase has
_REACH = 24  # code points before a span in which `cách đây` or a vague count may stand


class Side(Enum):
    """Where a span leads: to what came later or earlier than another date, or back from the day of writing."""

    LATER = "later"
    EARLIER = "earlier"
    AGO = "ago"


@dataclass(frozen=True, slots=True)
class Lapse:
    """A span of time with its side, over `text[start:end]`, as `amount` of `unit` (`day` or `year`, as in `Quantity`).

    `alone` when it is counted from what was told before it (`later`); `after` is counted from what follows. `month` is the
    one that a phrase names (`the following March`).
    """

    amount: float
    unit: str
    side: Side
    start: int
    end: int
    alone: bool = True
    month: int | None = None


# What the words behind a span say: on which side it lies, and whether it is counted from what was told before.
_SIDES = {
    "later": (Side.LATER, True),
    "earlier": (Side.EARLIER, True),
    "after": (Side.LATER, False),
    "before": (Side.EARLIER, False),
    "ago": (Side.AGO, True),
}


class _Forms:
    """The forms of one sort in one language: where they stand in a text, and what each of them says."""

    def __init__(self, says: dict[str, str], language: str, shape: str) -> None:
        self._says = says
        edges = ("", "") if language in han.LANGUAGES else (r"(?<!\w)", r"(?!\w)")
        longest = sorted(says, key=len, reverse=True)
        either = "|".join(re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]") for form in longest)
        form = f"{edges[0]}(?P<form>{either or '(?!)'}){edges[1]}"
        self.pattern = re.compile(shape.replace("FORM", form), re.IGNORECASE)

    def said(self, found: re.Match[str]) -> str:
        """What the words of a match say."""
        return self._says[" ".join(found.group("form").casefold().replace("’", "'").split())]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language: behind and before a span, a unit counted by an article or vaguely, whole phrases."""

    behind: _Forms
    before: _Forms
    ones: _Forms
    few: _Forms
    phrases: _Forms


def lapses(text: str, language: str, facts: Sequence[Mention]) -> tuple[Lapse, ...]:
    """The spans of time of a text that have a side, in order; `facts` are those that `facts.mentions` reads in it."""
    words = _words_of(language)
    if words is None:
        return ()
    spans = list(_counted(text, facts, words))
    found = [lapse for span in spans if (lapse := _sided(text, span, words)) is not None]
    found += [
        lapse
        for lapse in _phrases(text, words)
        if not any(start < lapse.end and lapse.start < end for start, end, _, _ in spans)
    ]
    return tuple(sorted(found, key=lambda lapse: lapse.start))


def _counted(text: str, facts: Sequence[Mention], words: _Words) -> Iterator[tuple[int, int, float, str]]:
    """(start, end, amount, unit) of the spans that are counted by a number or an article."""
    read = set()
    for each in facts:
        value = each.value
        if isinstance(value, Quantity) and value.unit in ("day", "year") and value.said and not value.ordinal:
            read.add(each.start)
            yield each.start, each.end, value.said, value.unit
    for found in words.ones.pattern.finditer(text):
        if found.start() not in read:
            amount, unit = _UNITS[words.ones.said(found)]
            yield found.start(), found.end(), amount, unit


def _sided(text: str, span: tuple[int, int, float, str], words: _Words) -> Lapse | None:
    start, end, amount, unit = span
    found = words.behind.pattern.match(text, end)
    if found is not None:
        side, alone = _SIDES[words.behind.said(found)]
        return Lapse(amount, unit, side, start, found.end(), alone=alone)
    if words.before.pattern.search(text, max(0, start - _REACH), start):
        return Lapse(amount, unit, Side.AGO, start, end)
    return None


def _phrases(text: str, words: _Words) -> Iterator[Lapse]:
    for found in words.phrases.pattern.finditer(text):
        if words.few.pattern.search(text, max(0, found.start() - _REACH), found.start()):
            continue
        unit, sign, month = re.split("([+-])", words.phrases.said(found))
        amount, counted = _UNITS[unit]
        side = Side.LATER if sign == "+" else Side.EARLIER
        yield Lapse(amount, counted, side, found.start(), found.end(), month=int(month) if month else None)


@cache
def _table() -> dict[str, dict[str, str]]:
    """For each language and sort of words: form -> what it says, the number of a month behind it where it names one."""
    found: dict[str, dict[str, str]] = {}
    for language, says, forms in tables.rows("data/timespans"):
        for form in forms.split(";"):
            at = found.setdefault(f"{language} {_sort(says)}", {})
            if _MONTH not in form:
                at[form] = says
                continue
            for name, month in calendar_words.months(language).items():
                if name == "may" or len(name) > _SHORTENED:
                    at[form.replace(_MONTH, name)] = f"{says}{month}"
    return found


def _sort(says: str) -> str:
    """The sort of words by what they say: those behind a span, before one, units, articles, phrases."""
    return "behind" if says in _SIDES else "phrases" if says[-1] in "+-" else "units" if says in _UNITS else says


@cache
def _words_of(language: str) -> _Words | None:
    table = _table()
    if f"{language} behind" not in table:
        return None
    behind, before, one, few, units, phrases = (
        table.get(f"{language} {sort}", {}) for sort in ("behind", "ago …", "one", "few", "units", "phrases")
    )
    articles = "|".join(map(re.escape, one)) or "(?!)"
    return _Words(
        behind=_Forms(behind, language, r"(?:\s*)FORM" if language in han.LANGUAGES else r"\s+FORM"),
        before=_Forms(before, language, r"FORM\s*$"),
        ones=_Forms(units, language, rf"(?<!\w)(?:{articles})\sFORM"),
        few=_Forms(few, language, r"FORM\s*$"),
        phrases=_Forms(phrases, language, "FORM"),
    )
