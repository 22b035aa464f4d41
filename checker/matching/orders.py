"""Before or after: the source has the claim's span of time on the other side of its event (`a day after` for `a day before`).

`A two days before B` is `B two days after A`: so what stands before and behind such words must be the same on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.language.facts import mentions
from checker.language.tables import words
from checker.language.values import Quantity
from checker.matching.opposites import Opposed
from checker.matching.reckoning import ALONE
from checker.matching.scene import Scene

# By language: units of time, what stands right behind such a span before an event, and what after one.
_WORDS = {
    "en": (r"(?:minute|hour|day|week|month|year|decade)s?", r"before|earlier|prior to|previously", r"after|later|afterwards"),
    "vi": (r"phút|giờ|ngày|tuần|tháng|năm|thập niên", r"trước", r"sau"),
    "fr": (r"minutes?|heures?|jours?|semaines?|mois|ans?|années?", r"avant|plus tôt|auparavant", r"après|plus tard"),
    "de": (r"Minuten?|Stunden?|Tag(?:en?)?|Wochen?|Monat(?:en?)?|Jahr(?:en?)?", r"vor|früher|zuvor|davor|bevor", r"nach|später|danach|nachdem"),
    "es": (r"minutos?|horas?|días?|semanas?|mes(?:es)?|años?", r"antes", r"después|más tarde"),
    "pt": (r"minutos?|horas?|dias?|semanas?|mês|meses|anos?", r"antes", r"depois|após|mais tarde"),
    "it": (r"minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]", r"prima", r"dopo|più tardi"),
    "ru": (r"минут\w*|час\w*|дн\w+|день|недел\w+|месяц\w*|год\w*|лет", r"до|раньше", r"после|спустя|позже|позднее"),
}  # fmt: skip
_THEN = re.compile(r"\s+đó\b")  # `hai năm sau đó` has its event before it, like `two years later`
_ONE = words("a an one một un une ein eine einen einem einer una um uma uno один одну одна")
_DAYS = {"day": 1.0, "year": 365.25}  # of the units to which spans of time are brought
_SURE, _LIKELY = 0.5, 0.3  # share of the clause's words that the source's sentence must have


@dataclass(frozen=True, slots=True)
class _Span:
    """A span of time and its side of the event; `days` is its length, `words` as it is written."""

    days: float
    later: bool
    words: str
    start: int
    end: int


def out_of_order(scene: Scene) -> Opposed | None:
    """The first span of time that the source puts on the other side of the event, None where there is none."""
    for mine in _spans(scene.claim.text, scene.language):
        told = [
            (each, number)
            for number in scene.near
            for each in _spans(scene.source.sentence(number), scene.source.language)
            if _in_one_order(mine, each, number, scene)
        ]
        same = [(each, number) for each, number in told if each.days == mine.days]
        if not same or any(each.later == mine.later for each, _ in same):
            continue
        clause = scene.clause_of(mine.start)
        share, each, number = max(
            ((scene.covered(number, [clause]), each, number) for each, number in same), key=lambda found: found[0]
        )
        if share >= _LIKELY:
            return Opposed(mine.words, each.words, number, share >= _SURE)
    return None


def _in_one_order(mine: _Span, theirs: _Span, number: int, scene: Scene) -> bool:
    """True when the claim's words before its span stand before the source's, and those behind it behind."""
    before = {bit for bit, term in enumerate(scene.terms) if term.end <= mine.start}
    behind = {bit for bit, term in enumerate(scene.terms) if term.start >= mine.end}
    anchors = scene.anchors(number)
    earlier = {bit for anchor in anchors if anchor.end <= theirs.start for bit in anchor.terms}
    later = {bit for anchor in anchors if anchor.start >= theirs.end for bit in anchor.terms}
    straight = len(before & earlier), len(behind & later)
    return all(straight) and sum(straight) > len(before & later) + len(behind & earlier)


def _spans(text: str, language: str) -> Iterator[_Span]:
    """The spans of time of a text that say on which side of an event they are."""
    pattern = _pattern(language)
    for found in pattern.finditer(text) if pattern else ():
        count, unit, word = found.group("count"), found.group("unit"), found.group("before") or found.group("after")
        days = _days("1" if count.casefold() in _ONE else count, unit, language)
        if days is not None and word.casefold() not in ALONE and not _THEN.match(text, found.end()):
            yield _Span(days, found.group("after") is not None, f"{count} {unit} {word}", found.start(), found.end())


def _days(count: str, unit: str, language: str) -> float | None:
    for mention in mentions(f"{count} {unit}", language):
        value = mention.value
        if isinstance(value, Quantity) and value.unit in _DAYS and mention.start == 0 and value.said is not None:
            return value.said * _DAYS[value.unit]
    return None


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    if language not in _WORDS:
        return None
    unit, before, after = _WORDS[language]
    return re.compile(
        rf"(?<!\w)(?P<count>[^\W_]+)[\s-](?P<unit>{unit})\s+(?:(?P<before>{before})|(?P<after>{after}))(?!\w)",
        re.IGNORECASE,
    )
