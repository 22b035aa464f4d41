"""Time gone by: `three years later` in a source that has just told of 1951 is 1954, and two dates bear out the years between.

Only years and the next day are reckoned, from dates of the same or the two sentences before.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from checker.foundation.model import FactKind, PartialDate
from checker.language.facts import mentions
from checker.language.tables import words
from checker.language.values import Mention, Period, Quantity
from checker.matching.scene import Scene

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# By language: a count of years with what follows it for later and for earlier; a year later and a year earlier in words.
_WORDS = {
    "en": (
        r"years?", r"later|afterwards|after", r"earlier|before|previously",
        rf"the (?:following|next) (?:year|spring|summer|autumn|fall|winter|season|{_MONTHS})|(?:following|next) (?:{_MONTHS})",
        r"the (?:previous|preceding) year|the year before|a year earlier",
    ),
    "vi": (r"năm", r"sau", r"trước", r"năm (?:sau|tiếp theo|kế tiếp)", r"năm trước(?: đó)?"),
    "fr": (r"ans?", r"plus tard|après", r"plus tôt|avant|auparavant", r"l['’]année suivante|l['’]an suivant", r"l['’]année précédente"),
    "de": (r"Jahren?|Jahre?", r"später|danach", r"zuvor|früher|davor", r"im (?:folgenden Jahr|Folgejahr|Jahr darauf)|ein Jahr darauf", r"im Vorjahr|im Jahr zuvor"),
    "es": (r"años?", r"después|más tarde", r"antes", r"(?:al|el) año siguiente", r"(?:el|un) año anterior|el año previo"),
    "pt": (r"anos?", r"depois|mais tarde", r"antes", r"no ano seguinte", r"no ano anterior"),
    "it": (r"anni|anno", r"dopo|più tardi", r"prima", r"l['’]anno (?:successivo|seguente|dopo)", r"l['’]anno (?:precedente|prima)"),
    "ru": (r"года|лет|год", r"спустя|позже", r"раньше", r"(?:в|на) следующ\w+ году?|годом позже", r"годом ранее"),
}  # fmt: skip
# The next day and the day before, by language.
_DAYS = {
    "en": (r"the (?:next|following) (?:day|morning|evening|night)|a day later|the day after",
           r"the (?:previous|preceding) (?:day|evening|night)|the day before|a day earlier"),
    "vi": (r"(?:ngày )?hôm sau|một ngày sau", r"(?:ngày )?hôm trước|một ngày trước"),
    "fr": (r"le lendemain|le jour suivant", r"la veille"),
    "de": (r"am (?:nächsten|folgenden) (?:Tag|Morgen)|tags darauf|einen Tag später", r"am Vortag|tags zuvor|am Vorabend"),
    "es": (r"al día siguiente|un día después", r"la víspera|el día anterior"),
    "pt": (r"no dia seguinte", r"na véspera|no dia anterior"),
    "it": (r"il giorno (?:dopo|successivo)|l['’]indomani", r"il giorno prima|alla vigilia"),
    "ru": (r"на (?:следующий|другой) день", r"накануне|днём ранее"),
}  # fmt: skip
# A day of the month that was told last, by language.
_DAY_ALONE = {
    "en": r"\bthe (\d{1,2})(?:st|nd|rd|th)\b",
    "vi": r"\bngày (\d{1,2})\b",
    "fr": r"\ble (\d{1,2})\b",
    "de": r"\bam (\d{1,2})\.",
    "es": r"\bel (?:día )?(\d{1,2})\b",
    "ru": r"\b(\d{1,2})-го\b",
}
_ONE = words("a an one một un une ein eine einen einem einer una um uma uno один одну")
_BEFORE = 2  # sentences before such words in which their date may stand
_MOST = 120  # years
_BEHIND = 24  # code points behind a claim's span of years among which `later` stands


def elapsed(fact: Mention, scene: Scene) -> Iterator[tuple[Mention, int]]:
    """The words of a near sentence, and its number, that come to the claim's year or bear out its span of years."""
    if isinstance(fact.value, Period) and fact.value.start.day is not None:
        yield from _next_day(fact.value, scene)
        yield from _day_alone(fact.value, scene)
    elif isinstance(fact.value, Period):
        yield from _come_to(fact.value, scene)
    elif isinstance(fact.value, Quantity) and fact.value.said and fact.value.unit == "year":
        after = scene.claim.text[fact.end : fact.end + _BEHIND]
        pattern = _pattern(scene.language)
        if pattern and pattern.match(scene.claim.text[fact.start : fact.end] + after):
            yield from _apart(round(fact.value.said), scene)


def _come_to(wanted: Period, scene: Scene) -> Iterator[tuple[Mention, int]]:
    if wanted.start.year is None or wanted.start != wanted.end or wanted.start.day is not None:
        return
    for number in scene.near:
        sentence = scene.source.sentence(number)
        for start, end, years in _steps(sentence, scene.source.language):
            told = [year for _, year in _years_in(number, scene, start)]
            before = [
                year for each in range(number - _BEFORE, number) if each >= 0 for _, year in _years_in(each, scene)
            ]
            if not _names_month(sentence[start:end], wanted, scene.source.language):
                continue
            if (told or before) and (told or before)[-1] + years == wanted.start.year:
                yield Mention(FactKind.DATE, sentence[start:end], start, end, replace(wanted, relative=True)), number
                return


def _next_day(wanted: Period, scene: Scene) -> Iterator[tuple[Mention, int]]:
    """`The next day` after a date that a near sentence or one right before it has told."""
    first = wanted.start.earliest()
    pattern = _day_pattern(scene.source.language)
    if first is None or wanted.start != wanted.end or pattern is None:
        return
    for number in scene.near:
        sentence = scene.source.sentence(number)
        for found in pattern.finditer(sentence):
            days = _told_before(number, found.start(), scene)
            base = replace(days[-1], year=days[-1].year or first.year).earliest() if days else None
            if base is not None and base + dt.timedelta(1 if found.group("next") else -1) == first:
                words_of_it = sentence[found.start() : found.end()]
                value = replace(wanted, relative=True)
                yield Mention(FactKind.DATE, words_of_it, found.start(), found.end(), value), number
                return


def _day_alone(wanted: Period, scene: Scene) -> Iterator[tuple[Mention, int]]:
    """`On the 26th`, in the month that a near sentence or one right before it has told."""
    pattern = _DAY_ALONE.get(scene.source.language)
    for number in scene.near if pattern else ():
        sentence = scene.source.sentence(number)
        for found in re.finditer(pattern or "", sentence):
            days = _told_before(number, found.start(), scene)
            dates = (each for each in scene.source.mentions(number) if isinstance(each.value, Period))
            alone = not any(each.start < found.end() and found.start() < each.end for each in dates)
            if days and alone and replace(days[-1], day=int(found.group(1))).agrees(wanted.start):
                value = replace(wanted, relative=True)
                yield Mention(FactKind.DATE, found.group(), found.start(), found.end(), value), number
                return


def _told_before(number: int, place: int, scene: Scene) -> list[PartialDate]:
    """The whole dates that a sentence has told up to an offset, or else the sentences before it."""
    days = _days_in(number, scene, place)
    return days or [day for at in range(max(0, number - _BEFORE), number) for day in _days_in(at, scene)]


def _days_in(number: int, scene: Scene, end: int | None = None) -> list[PartialDate]:
    """The whole dates of a sentence, up to an offset, in order."""
    found = [
        each.value.start
        for each in scene.source.mentions(number)
        if isinstance(each.value, Period) and (end is None or each.end <= end)
    ]
    return [each for each in found if each.day is not None]


def _names_month(step: str, wanted: Period, language: str) -> bool:
    """True unless the claim gives a month that a step does not name."""
    months = [each.value.start.month for each in mentions(step, language) if isinstance(each.value, Period)]
    return wanted.start.month is None or wanted.start.month in months


def _apart(years: int, scene: Scene) -> Iterator[tuple[Mention, int]]:
    """The later one of two years of near sentences that lie so far apart."""
    told = [(year, each, number) for number in sorted(scene.near) for each, year in _years_in(number, scene)]
    for year, each, number in told:
        if years > 0 and any(year - other == years and 0 <= number - at <= _BEFORE for other, _, at in told):
            yield each, number
            return


def _years_in(number: int, scene: Scene, end: int | None = None) -> list[tuple[Mention, int]]:
    """The dates of a sentence with a year, up to an offset, in order."""
    found = [
        (each, each.value.start.year)
        for each in scene.source.mentions(number)
        if isinstance(each.value, Period) and (end is None or each.end <= end)
    ]
    return [(each, year) for each, year in found if year is not None]


def _steps(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, years) of the words that step from one year to another; earlier ones are negative."""
    pattern = _pattern(language)
    for found in pattern.finditer(text) if pattern else ():
        if found.group("count") is None:
            yield found.start(), found.end(), 1 if found.group("next") else -1
            continue
        years = 1 if found.group("count").casefold() in _ONE else _count(found.group("count"), language)
        if years:
            yield found.start(), found.end(), years if found.group("later") else -years


def _count(word: str, language: str) -> int:
    read = mentions(f"{word} km", language)
    value = read[0].value if read else None
    said = value.said if isinstance(value, Quantity) and value.unit == "km" else None
    return int(said) if said is not None and said == int(said) and said <= _MOST else 0


@cache
def _day_pattern(language: str) -> re.Pattern[str] | None:
    if language not in _DAYS:
        return None
    following, previous = _DAYS[language]
    return re.compile(rf"(?<!\w)(?:(?P<next>{following})|(?P<last>{previous}))(?!\w)", re.IGNORECASE)


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    if language not in _WORDS:
        return None
    years, later, earlier, following, previous = _WORDS[language]
    return re.compile(
        rf"(?<!\w)(?:(?P<count>[^\W_]+)[\s-](?:{years})\s+(?:(?P<later>{later})|(?P<earlier>{earlier}))"
        rf"|(?P<next>{following})|(?P<last>{previous}))(?!\w)",
        re.IGNORECASE,
    )
