"""Do two values say the same? True, False (comparable and different), or None (nothing to compare)."""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

from rapidfuzz import fuzz

from checker.foundation.model import PartialDate
from checker.language.names.words import CONNECTORS, GENERIC
from checker.language.values import Identifier, Named, Period, Quantity, Quotation, Value

_CONVERTED = 0.025  # two units: writers round a converted value to two digits
_MONTHS_AS_DAYS = 0.035  # a month has 28 to 31 days, a year 365 or 366
_ABOUT = 0.05  # the ends of a range of which one writer says "about"
_DAYS_A_YEAR = 365.25
_SAME_LETTERS = 88.0  # rapidfuzz ratio of two spellings of one name (Karabagh, Karabakh: 88)
_SHORT_NAME = 5
_NUMBERED = frozenset("ivxl0123456789")  # letters of the numerals that tell two of one name apart
_SAME_WORDS, _SAME_QUOTE = 95.0, 60.0


def agree(a: Value, b: Value) -> bool | None:
    """True when the values are the same within what their wording allows, False when comparable and different.

    None when they cannot be compared: different kinds, units or parts of a date.
    """
    match a:
        case Quantity():
            return _quantities(a, b) if isinstance(b, Quantity) else None
        case Period():
            return _periods(a, b) if isinstance(b, Period) else None
        case Named():
            return _names(a, b) if isinstance(b, Named) else None
        case Quotation():
            return _quotations(a, b) if isinstance(b, Quotation) else None
        case Identifier():
            return a.number == b.number if isinstance(b, Identifier) and a.kind == b.kind else None
        case _:
            assert_never(a)


def _quantities(a: Quantity, b: Quantity) -> bool | None:
    if a.ordinal != b.ordinal:
        return None
    slack = 0.0
    if a.unit != b.unit:
        if {a.unit, b.unit} != {"day", "year"}:
            return None
        a, b, slack = _in_days(a), _in_days(b), _MONTHS_AS_DAYS
    elif a.written != b.written:
        slack = _CONVERTED
    readings = [(one, two) for one in _readings(a) for two in _readings(b)]
    return any(_overlap(one, two, slack) for one, two in readings)


def _in_days(value: Quantity) -> Quantity:
    if value.unit == "day":
        return value
    said = None if value.said is None else value.said * _DAYS_A_YEAR
    return Quantity(
        value.low * _DAYS_A_YEAR, value.high * _DAYS_A_YEAR, "day", approximate=value.approximate, said=said
    )


def _readings(value: Quantity) -> list[Quantity]:
    """The quantity, and its second reading where a separator was ambiguous."""
    if value.other is None:
        return [value]
    return [value, Quantity(value.other, value.other, value.unit, said=value.other)]


def _overlap(a: Quantity, b: Quantity, slack: float) -> bool:
    """True when what one said lies within what the other allows; two ranges must share their ends."""
    if _is_range(a) and _is_range(b):
        slack = max(
            slack, 0.3 if a.approximate and b.approximate else _ABOUT if a.approximate or b.approximate else 0.0
        )
        return _near(a.low, b.low, slack) and _near(a.high, b.high, slack)
    one, two = _said(a), _said(b)
    return (not _is_range(a) and _within(one, b, slack)) or (not _is_range(b) and _within(two, a, slack))


def _is_range(value: Quantity) -> bool:
    return value.said is None and value.low != value.high


def _said(value: Quantity) -> float:
    return value.said if value.said is not None else (value.low + value.high) / 2


def _within(said: float, other: Quantity, slack: float) -> bool:
    edge = max(abs(said), 1e-9) * max(slack, 1e-9)
    return other.low - edge <= said <= other.high + edge


def _near(a: float, b: float, slack: float) -> bool:
    return a == b or abs(a - b) <= max(abs(a), abs(b)) * max(slack, 1e-9)


def _periods(a: Period, b: Period) -> bool | None:
    if a.start == a.end and b.start == b.end:
        return _dates(a.start, b.start)
    if a.start != a.end and b.start != b.end:
        return _spans(a, b)
    return _date_in_span(a.start, b) if a.start == a.end else _date_in_span(b.start, a)


def _dates(a: PartialDate, b: PartialDate) -> bool | None:
    a, b = _full_years(a, b)
    pairs = [(x, y) for x, y in zip(a.parts(), b.parts(), strict=True) if x is not None and y is not None]
    return all(x == y for x, y in pairs) if pairs else None


def _full_years(a: PartialDate, b: PartialDate) -> tuple[PartialDate, PartialDate]:
    """A year of two digits (`năm 45`) is compared with the last two of the other."""
    if a.year is None or b.year is None or (0 < a.year < 100) == (0 < b.year < 100):
        return a, b
    return PartialDate(a.year % 100, a.month, a.day), PartialDate(b.year % 100, b.month, b.day)


def _spans(a: Period, b: Period) -> bool | None:
    start, end = _dates(a.start, b.start), _dates(a.end, b.end)
    if start is None or end is None:
        return None
    if start and end:
        return True
    inside = _inside(a.start, b) or _inside(b.start, a)
    return None if inside else False


def _date_in_span(date: PartialDate, span: Period) -> bool | None:
    """True at either end and inside decades and centuries; None inside other spans, which say nothing of one day."""
    if _dates(date, span.start) and _dates(date, span.end):
        return True
    inside = _inside(date, span)
    if inside is None or not inside:
        return inside
    ends = _dates(date, span.start) or _dates(date, span.end)
    return True if ends or _is_era(span) else None


def _is_era(span: Period) -> bool:
    """True for a decade or a century."""
    if span.start.year is None or span.end.year is None or span.start.month is not None:
        return False
    return span.end.year - span.start.year in (9, 99)


def _inside(date: PartialDate, span: Period) -> bool | None:
    """True when the date may lie in the span by the parts that all three know, None when they share none."""
    triples = zip(date.parts(), span.start.parts(), span.end.parts(), strict=True)
    known = [(x, low, high) for x, low, high in triples if x is not None and low is not None and high is not None]
    if not known:
        return None
    x = tuple(part for part, _, _ in known)
    early = 1 if _is_era(span) else 0  # 1900 is the 20th century to most writers
    low = (known[0][1] - early, *(part for _, part, _ in known[1:]))
    return low <= x <= tuple(part for _, _, part in known)


def _names(a: Named, b: Named) -> bool | None:
    if "office" in (a.kind, b.kind):
        return bool(a.forms & b.forms) if a.kind == b.kind else None
    if not a.forms.isdisjoint(b.forms) or _initials(a, b) or _initials(b, a):
        return True
    for one in a.forms:
        for two in b.forms:
            if _same_name(one, two):
                return True
    if a.kind and b.kind and a.kind != b.kind:
        return None
    return False


def _initials(acronym: Named, name: Named) -> bool:
    """True when an acronym is the first letters of a name of several words, small words left out or not: WWF, USSR."""
    if acronym.kind != "acronym":
        return False
    letters = {"".join(word[0] for word in form.split()) for form in name.forms if " " in form}
    telling = {
        "".join(word[0] for word in form.split() if word not in CONNECTORS and word != "for")
        for form in name.forms
        if " " in form
    }
    return bool(acronym.forms & (letters | telling))


@lru_cache(maxsize=20_000)  # a page has the same few names again and again, and each claim compares its own with them
def _same_name(one: str, two: str) -> bool:
    """One name part of the other (`gorbachev`, `mikhail gorbachev`), or two spellings of one."""
    if one.startswith("=") or two.startswith("="):
        return False
    shorter, longer = sorted((one.split(), two.split()), key=len)
    if len(shorter) < len(longer):
        telling = [word for word in shorter if len(word) > 2]
        rest = longer[len(shorter) :]
        ends_alike = longer[-len(shorter) :] == shorter
        return bool(telling) and (ends_alike or (longer[: len(shorter)] == shorter and GENERIC.issuperset(rest)))
    if len(one) <= _SHORT_NAME or len(two) <= _SHORT_NAME or one[0] != two[0]:
        return False
    if shorter[-1] != longer[-1] and _NUMBERED.issuperset(shorter[-1] + longer[-1]):
        return False  # Louis XIV is no Louis XVI
    return fuzz.ratio(one, two) >= _SAME_LETTERS


def _quotations(a: Quotation, b: Quotation) -> bool | None:
    one, two = " ".join(a.words), " ".join(b.words)
    shorter, longer = sorted((one, two), key=len)
    if shorter in longer:
        return True
    likeness = fuzz.partial_ratio(shorter, longer)
    if likeness >= _SAME_WORDS:
        return True
    return False if likeness >= _SAME_QUOTE else None
