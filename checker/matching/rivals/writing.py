"""The day of writing as evidence: what a news page tells without a date is of its own time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from checker.foundation.model import PartialDate
from checker.language.values import Mention, Period
from checker.matching.facts.sameness import same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.place.scene import Scene
from checker.matching.source.datelines import LINES
from checker.matching.source.open_years import only_its_year, year_told
from checker.matching.source.prepared import Prepared

_TOLD_HERE = 0.5  # share of the claim's words at its place from which it tells of the claim's event
_YEARS = 10  # from the day of writing, beyond which a year in news is that of something older
_A_FEW_DAYS, _A_YEAR = 7, 366
_ANOTHER_ZONE = dt.timedelta(days=1)
_OTHER_FACTS, _TOLD_WITH_FACTS = 2, 0.35
_PLANNED = 3  # years ahead, in which what a page tells as to come may be done
_TOLD_OF_A_YEAR = 0.65  # of a later year or month
_TELLER = 0.2  # share of the claim's words of a sentence that tells its event, or some of it
# What a page says of what is not done yet when it is written.
_TO_COME = {
    language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for language, words in {
        "en": r"will|(?<=['’])ll|shall|set to|to be (?!an?\b)\w+|forthcoming|upcoming|scheduled|planned|plans? to|due to|expected|next (?:week|month|year|spring|summer"
        r"|autumn|fall|winter)|later this|would",
        "vi": r"sẽ|sắp|dự kiến|tới đây|năm tới|tháng tới|tuần tới",
        "fr": r"\w+(?:era|ira|dra|tra|vra|ront|sera|aura)|prochaine?s?|prévue?s?|doit|doivent|à venir",
        "de": r"wird|werden|soll|sollen|geplant|kommende[nrsm]?|nächste[nrsm]?|demnächst|voraussichtlich",
        "es": r"\w+(?:rá|rán)|próxim[oa]s?|previst[oa]s?|prevé",
    }.items()
}
_MARKS = 3  # sentences around the place in which a day counted from the day of writing shows that news is told


def day_of_writing(index: int, found: Sequence[Sighting], sightings: Sightings, scene: Scene) -> Iterator[Sighting]:
    """The source's own date as the rival of another year that stands nowhere in it: what it tells is of its own time.

    A later year cannot be told yet. An earlier one is a rival where news is told, and where only the year is another one.
    """
    date, written = sightings.facts[index], scene.source.written
    value = date.value
    if not isinstance(value, Period) or value.start.year is None or written is None or written.day is None:
        return
    if sightings.near[index] or sightings.far[index] or value.start.year == written.year:
        return
    own = _own_date(written, scene.source)
    if own is None or not (
        only_its_year(date, own.mention, scene.source) or _is_of_its_time(index, found, sightings, scene)
    ):
        return
    yield own


def _is_of_its_time(index: int, found: Sequence[Sighting], sightings: Sightings, scene: Scene) -> bool:
    """True where a page would tell of such a date as of its own day: its event stands there, and no other year."""
    written, value = scene.source.written, sightings.facts[index].value
    assert isinstance(value, Period)
    date = value.start
    assert written is not None and written.year is not None and date.year is not None  # noqa: PT018
    dates = [each.mention.value for each in found if isinstance(each.mention.value, Period)]
    if scene.wording.together < _TOLD_HERE or any(each.start.year and not each.relative for each in dates):
        return False
    if date.year > written.year:
        if date.day is None and not _tells_the_same(index, sightings, scene):
            return False
        planned = date.year - written.year <= _PLANNED and any(_is_to_come(number, scene) for number in _tellers(scene))
        return not planned
    return is_current(scene) and written.year - date.year <= _YEARS and not year_told(date.year, scene.source)


def is_current(scene: Scene) -> bool:
    """True where a day counted from the day of writing stands around the claim's place: `on Wednesday`, `yesterday`."""
    if not scene.wording.windows:
        return False
    best = scene.wording.windows[0]
    around = range(max(0, best.first - _MARKS), min(len(scene.source.spans), best.last + _MARKS + 1))
    return any(
        isinstance(each.value, Period) and each.value.relative
        for number in around
        for each in scene.source.mentions(number)
    )


def _own_date(written: PartialDate, source: Prepared) -> Sighting | None:
    for number in range(min(LINES, len(source.spans))):
        for other in source.mentions(number):
            value = other.value
            if isinstance(value, Period) and not value.relative and value.start == value.end == written:
                return Sighting(other, number)
    return None


def untimely(index: int, sightings: Sightings, scene: Scene) -> Sighting | None:
    """The day of writing, where the claim dates what cannot be: what is told as done later, or what is to come earlier; or the day counted from it.

    None where the page has the claim's date, tells other dates at its place, or does not tell the claim's event.
    """
    date, written = sightings.facts[index].value, scene.source.written
    if not isinstance(date, Period) or date.relative or written is None:
        return None
    date = _of_its_year(date, written)
    day, first = written.earliest(), date.start.earliest()
    if sightings.near[index] or sightings.far[index] or written.day is None or day is None or first is None:
        return None
    if counted := _counted(index, sightings, scene):
        return counted
    earlier = (
        _is_over(date.end, written)
        and (date.start.year is None or not year_told(date.start.year, scene.source))
        and not _of_other_years(sightings, scene)
    )
    if not earlier and first <= day + _ANOTHER_ZONE:
        return None
    own = _own_date(written, scene.source)
    if own is None or not _tells_the_event(index, sightings, scene) or _other_dates(sightings, scene):
        return None
    if not earlier and date.start.day is None and not _tells_the_same(index, sightings, scene):
        return None
    to_come = any(_is_to_come(number, scene) for number in _tellers(scene))
    return own if to_come == earlier else None


def _of_its_year(date: Period, written: PartialDate) -> Period:
    """A day without a year as of the year of writing: the article has told its year before."""
    if date.start.year is not None or date.start.day is None or date.start != date.end:
        return date
    start = PartialDate(written.year, date.start.month, date.start.day)
    return Period(start, start)


def _counted(index: int, sightings: Sightings, scene: Scene) -> Sighting | None:
    """The only date of the sentence with most of the claim's words, told as `yesterday` or `on Wednesday`, which is far from the claim's."""
    date, whole = sightings.facts[index].value, [(0, len(scene.claim.text))]
    number = max(scene.near, key=lambda each: scene.covered(each, whole), default=None)
    if number is None or scene.covered(number, whole) < _TOLD_HERE or _of_other_years(sightings, scene):
        return None
    dates = [each for each in scene.source.mentions(number) if isinstance(each.value, Period)]
    if len(dates) != 1 or not _is_counted(dates[0]):
        return None
    if any(same(fact, dates[0], across=scene.across) for fact in sightings.facts):
        return None
    assert isinstance(date, Period)
    assert isinstance(dates[0].value, Period)
    day, first = dates[0].value.start.earliest(), date.start.earliest()
    far = _A_FEW_DAYS if date.start.day else _A_YEAR
    apart = day is not None and first is not None and date.start == date.end and abs((day - first).days) > far
    return Sighting(dates[0], number) if apart else None


def _is_counted(date: Mention) -> bool:
    value = date.value
    return (
        isinstance(value, Period)
        and value.relative
        and value.start.day is not None
        and not any(map(str.isdigit, date.text))
    )


def _is_over(date: PartialDate, written: PartialDate) -> bool:
    """True for a day, month or year that ended before another day."""
    told = tuple(part for part in date.parts() if part is not None)
    return told < tuple(part for part in written.parts()[: len(told)] if part is not None)


def _tells_the_event(index: int, sightings: Sightings, scene: Scene) -> bool:
    """True where most of the claim's words stand together at its place, or many of them with all of its other facts."""
    told = scene.wording.together
    return told >= _TOLD_HERE or (told >= _TOLD_WITH_FACTS and _others_stand(index, sightings, _OTHER_FACTS))


def _tells_the_same(index: int, sightings: Sightings, scene: Scene) -> bool:
    """True where so much of the claim stands that it adds nothing of its own, such as what came of it in a later year."""
    told = scene.wording.together
    return told >= _TOLD_OF_A_YEAR or (told >= _TOLD_HERE and _others_stand(index, sightings, _OTHER_FACTS + 1))


def _others_stand(index: int, sightings: Sightings, least: int) -> bool:
    """True where all other facts of the claim, at least so many, stand in the source."""
    others = [other for other in range(len(sightings.facts)) if other != index]
    return len(others) >= least and all(map(sightings.stands, others))


def _other_dates(sightings: Sightings, scene: Scene) -> bool:
    """True where the place has a date with a year that is neither the claim's nor the page's own."""
    return any(
        isinstance(each.value, Period)
        and each.value.start.year is not None
        and not each.value.relative
        and each.value.start != scene.source.written
        and not any(same(fact, each, across=scene.across) for fact in sightings.facts)
        for number in _tellers(scene)
        for each in scene.source.mentions(number)
    )


def _of_other_years(sightings: Sightings, scene: Scene) -> bool:
    """True where the place has another date of the claim, which is of another year than the page."""
    written = scene.source.written
    found = [fact.value for fact, near in zip(sightings.facts, sightings.near, strict=True) if near]
    return any(
        isinstance(each, Period) and written is not None and each.start.year not in (None, written.year)
        for each in found
    )


def _tellers(scene: Scene) -> Iterator[int]:
    """The near sentences that have a good part of the claim's words."""
    whole = [(0, len(scene.claim.text))]
    return (number for number in scene.near if scene.covered(number, whole) >= _TELLER)


def _is_to_come(number: int, scene: Scene) -> bool:
    pattern = _TO_COME.get(scene.source.language)
    return pattern is None or pattern.search(scene.source.sentence(number)) is not None
