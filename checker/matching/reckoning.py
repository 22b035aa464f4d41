"""Dates reckoned from another one: `40 days later`, `two years after the road opened`, `14 months ago`.

`elapsed` has the years that a text steps through in words (`the following year`) and the spans between two of them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.foundation.model import FactKind, PartialDate
from checker.language.values import Mention, Period, Quantity
from checker.matching.prepared import Prepared

_DAYS = {"day": 1.0, "year": 365.25}
_MONTH, _WHOLE = 1 / 12, 0.02  # of a year; how near to whole months or years a span has to be to be counted in them
_BACK = 2  # sentences before, in which the date may stand from which "later" counts
_AFTER = {
    "en": r"(?:later|afterwards|thereafter|on(?=[,.;])|after(?:wards)?)",
    "vi": r"sau(?: đó| khi)?",
    "fr": r"(?:plus tard|après)",
    "de": r"(?:später|danach|darauf|nach)",
    "es": r"(?:después|más tarde)",
    "pt": r"(?:depois|mais tarde)",
    "it": r"(?:dopo|più tardi)",
    "ru": r"(?:спустя|позже|после|позднее)",
    "zh": r"(?:后|之后|以后)",
    "ja": r"(?:後)",
}
_BEFORE = {
    "en": r"(?:earlier|before(?:hand)?|previously)",
    "vi": r"trước(?: đó| khi)",
    "fr": r"(?:plus tôt|avant|auparavant)",
    "de": r"(?:früher|zuvor|vorher|vor)",
    "es": r"antes",
    "pt": r"antes",
    "it": r"prima",
    "ru": r"(?:раньше|ранее|до)",
    "zh": r"(?:前|之前|以前)",
    "ja": r"(?:前)",
}
# Words that are counted from a date before them, whatever follows.
ALONE = frozenset(
    (
        "later", "afterwards", "thereafter", "on", "earlier", "beforehand", "previously", "sau đó", "trước đó", "plus tard",
        "plus tôt", "auparavant", "später", "danach", "darauf", "früher", "zuvor", "vorher", "más tarde", "mais tarde",
        "più tardi", "спустя", "позже", "позднее", "раньше", "ранее", "之后", "以后", "之前", "以前",
    )
)  # fmt: skip
_AGO = {"en": (r"", r"ago\b"), "vi": (r"cách (?:đây|nay)\s*$", r""), "fr": (r"il y a\s*$", r""), "es": (r"hace\s*$", r""),
        "de": (r"\bvor\s*$", r"(?![\w\s]*\bdem\b)"), "pt": (r"há\s*$", r""), "ru": (r"", r"(?:тому )?назад\b"), "it": (r"", r"fa\b")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A date that is told by the time from another one; `mention` covers the words that tell it, its value is the date."""

    mention: Mention
    sentence: int


def told(source: Prepared, number: int) -> Iterator[Told]:
    """The dates that one sentence of a source tells in this way."""
    sentence = source.sentence(number)
    mentions = source.mentions(number)
    for span in mentions:
        value = span.value
        if not isinstance(value, Quantity) or value.unit not in _DAYS or value.said is None or value.ordinal:
            continue
        sign, end = _direction(sentence, span, source.language)
        if not sign:
            continue
        alone = sentence[span.end : end].strip().casefold() in ALONE
        for anchor in _anchors(source, number, span, sign, alone=alone):
            date = moved(anchor, value, 1 if sign == "after" else -1)
            if date is not None:
                words = Mention(FactKind.DATE, sentence[span.start : end], span.start, end, Period(date, date))
                yield Told(words, number)


def _direction(sentence: str, span: Mention, language: str) -> tuple[str, int]:
    """("after", "before" or "ago", end of the words that say so), empty when nothing says so."""
    before, after = sentence[: span.start], sentence[span.end :]
    ago = _AGO.get(language)
    if ago is not None:
        found = re.match(rf"\s*{ago[1]}", after, re.IGNORECASE)
        if found and (not ago[0] or re.search(ago[0], before, re.IGNORECASE)):
            return "ago", span.end + found.end()
    for name, table in (("after", _AFTER), ("before", _BEFORE)):
        words = table.get(language)
        found = (
            re.match(rf"\s*{words}(?!\w)" if language not in ("zh", "ja") else rf"\s*{words}", after, re.IGNORECASE)
            if words
            else None
        )
        if found:
            return name, span.end + found.end()
    return "", span.end


def _anchors(source: Prepared, number: int, span: Mention, sign: str, *, alone: bool) -> Iterator[PartialDate]:
    """The dates from which the time may be counted: the day of writing, or a date of the sentence or of those before it.

    `after X` is counted from the date that follows, when one does; `later`, which stands alone, from the last one before.
    """
    if sign == "ago":
        if source.written is not None:
            yield source.written
        return
    own = [] if alone else [date for start, date in _dates(source, number) if start >= span.end]
    if own:
        yield own[0]
    earlier = [date for start, date in _dates(source, number) if start < span.start]
    for back in range(1, _BACK + 1):
        if earlier or number < back:
            break
        earlier = [date for _, date in _dates(source, number - back)]
    if earlier:
        yield earlier[-1]


def _dates(source: Prepared, number: int) -> list[tuple[int, PartialDate]]:
    """(offset, date) of the dates of a sentence that are no spans and have a year."""
    return [
        (each.start, each.value.start)
        for each in source.mentions(number)
        if isinstance(each.value, Period) and each.value.start == each.value.end and each.value.start.year is not None
    ]


def moved(date: PartialDate, span: Quantity, sign: int) -> PartialDate | None:
    """The date so much later or earlier, as exactly as both are told; None where that says nothing (days from a year)."""
    said = span.said
    if said is None or date.year is None:
        return None
    if span.unit == "day":
        day = date.earliest() if date.day is not None else None
        if day is None or said != int(said) or abs(said) > 10_000:
            return None
        there = day + dt.timedelta(days=sign * int(said))
        return PartialDate(there.year, there.month, there.day)
    months = said / _MONTH
    if abs(months - round(months)) > _WHOLE or said > 3_000:
        return None
    if round(months) % 12 == 0:
        year = date.year + sign * round(months) // 12
        return PartialDate(year, date.month if date.day is None else None) if 0 < year < 3_000 else None
    if date.month is None:
        return None
    count = date.year * 12 + date.month - 1 + sign * round(months)
    return PartialDate(count // 12, count % 12 + 1)
