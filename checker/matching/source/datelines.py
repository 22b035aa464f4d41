"""The day a source was written on, as its own first lines tell it: `May 20, 2019`, `By A. Writer on 2 March 2017`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from checker.foundation.model import PartialDate
from checker.language.facts import mentions
from checker.language.values import Mention, Period
from checker.matching.source.words import WORD

LINES = 12  # sentences at the head of a page among which a dateline is looked for
_BESIDE = 9  # words that a line may have beside its date: a place, an agency, a name, an hour
_BESIDE_LABEL = 2  # the same where the line calls it a date: `Date: Sunday 15 September, start 8 a.m.` is an event's
# A short line with a date that is not the page's: of a life, of an event to come.
_OF_ANOTHER_THING = re.compile(
    r"\b(?:in history|terms|policy|effective|born|died|birth|death|established|founded|opens?|opened|closed|starts?|ends?|expires?|events?"
    r"|sinh|mất|thành lập|né|née|mort|geboren|gestorben|nacido|fallecido|родил\w*|умер\w*)\b|[†*]"
    # What a card of facts calls its dates: `First flight: 11 May 1951`.
    r"|\b(?:flight|flown|launch\w*|landed|landing|built|introduced|retired|commissioned|decommissioned|released?|premiered?|discovered"
    r"|signed|ratified|completed|construction|inaugurated|incorporated|formed|dissolved|abolished|crowned|coronation|reign|battle|siege"
    r"|maiden|adopted|enacted|in (?:force|service|office))\b[^:\n]{0,20}:",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
# What pages write for machines when they were published (schema.org `datePublished`, ISO 8601 with a time).
_STAMP = re.compile(r"(?<![\dT])(\d{4})-(\d\d)-(\d\d)[T ]\d\d:\d\d")
_LABEL = 120  # code points
# What a line begins with that says when its page was written, and by whom.
_LABELLED = re.compile(
    r"\W*(?:(?:meta data\W+)?(?:(?:first |last |originally )?(?:published|posted|updated|written|modified)|by\s)"
    r"|(?:đăng|cập nhật|xuất bản|publié|mis à jour|par\s|veröffentlicht|aktualisiert|stand:|von\s|publicado|actualizado|por\s"
    r"|publicada|atualizado|pubblicato|aggiornato|опубликовано|обновлено))",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")  # hours, zones and halves of the day are shorter
_HEAD_LINES = 40
_ENDED = re.compile(r"[.!?…。][\"”»)]*\s*$")
_STAMPED = 2_000  # code points of the page's head in which such a stamp is its own
_SENTENCE = re.compile(r"[a-zà-ỹа-я]\.$")  # a full stop after a word: what a statement ends with
# `WILMINGTON, Del., June 14, 2012 - A federal jury`: what news agencies begin with.
_AGENCY = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?[-–—]{1,2}\s")
_DASH = re.compile(r"[-–—]\s")  # what an agency's line has
_WORDS_OF_A_DATE = 14  # more than any date has, with its era
_AGENCY_SPAN = 50  # code points of the place before such a date
_SEVERAL = 3  # years later than its own that a page may tell of what is planned
_MIDDLE = 15  # the day that stands for a month when the nearest one is looked for


def dateline(text: str, lines: Iterable[str], language: str) -> PartialDate | None:
    """A stamp at the head of a text, or the first whole date that stands in a line of its own or beside no more than a byline.

    `lines` are the sentences of `text`. None where it tells no such date.
    """
    if stamp := _STAMP.search(text, 0, _STAMPED):
        found = PartialDate(*map(int, stamp.groups()))
        return found if found.earliest() else None
    for line, _ in zip(lines, range(LINES), strict=False):
        if not _YEAR.search(line) or not _may_stand_alone(line) or _OF_ANOTHER_THING.search(line):
            continue
        for mention, value in _whole_dates(line, language):
            if alone(mention, line) and not _told_from_later(value.start, text):
                return value.start
    own = _of_a_line(text[:_STAMPED], language)
    return own if own is not None and not _told_from_later(own, text) else None


def _told_from_later(date: PartialDate, text: str) -> bool:
    """True where most of a page's years are later: a fact sheet begins with the day on which its subject began."""
    years = [int(year) - (date.year or 0) for year in _YEAR.findall(text)]
    later = sum(year > 0 for year in years)
    return later >= _SEVERAL and later > len(years) - later


def _of_a_line(head: str, language: str) -> PartialDate | None:
    """The whole date of the first line of a head that has little else, or that says that it was published or written then."""
    for line in head.split("\n")[:_HEAD_LINES]:
        if len(line) > _LABEL or not _YEAR.search(line) or _OF_ANOTHER_THING.search(line):
            continue
        labelled = _LABELLED.match(line)
        if not labelled and len(_LONG_WORD.findall(line)) > _BESIDE_LABEL + _WORDS_OF_A_DATE:
            continue
        for mention, value in _whole_dates(line, language):
            if value.relative:
                continue
            rest = line[: mention.start] if labelled else line[: mention.start] + line[mention.end :]
            if len(_LONG_WORD.findall(rest)) <= (_BESIDE if labelled else _BESIDE_LABEL):
                return value.start
    return None


@lru_cache(maxsize=100)  # the head of a page is looked at sentence by sentence, then line by line
def _whole_dates(line: str, language: str) -> tuple[tuple[Mention, Period], ...]:
    """The days with month and year of a line."""
    periods = [(each, each.value) for each in mentions(line, language) if isinstance(each.value, Period)]
    return tuple(
        (each, value) for each, value in periods if value.start == value.end and value.start.day and value.start.year
    )


def _may_stand_alone(line: str) -> bool:
    """False for a line that is too long, or too much of a sentence, for any date in it to be `alone`: it need not be read."""
    if line[:1].isupper() and _DASH.search(line):
        return True
    return not _SENTENCE.search(line) and len(WORD.findall(line)) <= _BESIDE + _WORDS_OF_A_DATE


def alone(date: Mention, line: str) -> bool:
    """True for a date that stands in a line of its own, beside no more than a byline, or before an agency's dash."""
    if date.start < _AGENCY_SPAN and _AGENCY.match(line[date.end :]) and line[:1].isupper():
        return True
    rest = WORD.findall((line[: date.start] + line[date.end :]).casefold())
    told = _SENTENCE.search(line) or (len(rest) > _BESIDE_LABEL + 1 and line.rstrip().endswith("."))
    return len(rest) <= (_BESIDE_LABEL if rest[:1] == ["date"] else _BESIDE) and not told


def is_label(line: str) -> bool:
    """True for a short line that is no sentence and tells of nobody's life: the head of a page, with its date and its makers."""
    return len(line) < _LABEL and not _ENDED.search(line) and not _OF_ANOTHER_THING.search(line)


def with_year(found: Sequence[Mention], around: str, written: PartialDate | None) -> tuple[Mention, ...]:
    """Days and months without a year as of the year that brings them nearest to the day of writing.

    Only where no other year is told `around` them: a life's story has years of its own.
    """
    day = written.earliest() if written is not None and written.day is not None else None
    if day is None or any(int(year) != day.year for year in _YEAR.findall(around)):
        return tuple(found)
    return tuple(_nearest(mention, day) for mention in found)


def _nearest(mention: Mention, day: dt.date) -> Mention:
    value = mention.value
    if not isinstance(value, Period) or value.start != value.end or value.start.year is not None:
        return mention
    dates = [PartialDate(day.year + years, value.start.month, value.start.day) for years in (-1, 0, 1)]
    days = [(abs((there - day).days), each) for each in dates if (there := _stands_for(each)) is not None]
    if not days:
        return mention
    nearest = min(days, key=lambda each: each[0])[1]
    return Mention(mention.kind, mention.text, mention.start, mention.end, Period(nearest, nearest, relative=True))


def _stands_for(date: PartialDate) -> dt.date | None:
    first = date.earliest()
    return first if first is None or date.day is not None else first.replace(day=_MIDDLE)
