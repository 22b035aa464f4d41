"""The day of writing as evidence: what a news page tells without a date is of its own time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.foundation.model import PartialDate
from checker.language.values import Period
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.place.scene import Scene
from checker.matching.source.datelines import LINES
from checker.matching.source.open_years import only_its_year, year_told
from checker.matching.source.prepared import Prepared

_TOLD_HERE = 0.5  # share of the claim's words at its place from which it tells of the claim's event
_YEARS = 10  # from the day of writing, beyond which a year in news is that of something older
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
        only_its_year(date, own.mention, scene.source) or _is_of_its_time(value.start, found, scene)
    ):
        return
    yield own


def _is_of_its_time(date: PartialDate, found: Sequence[Sighting], scene: Scene) -> bool:
    """True where a page would tell of such a date as of its own day: its event stands there, and no other year."""
    written = scene.source.written
    assert written is not None and written.year is not None and date.year is not None  # noqa: PT018
    dates = [each.mention.value for each in found if isinstance(each.mention.value, Period)]
    if scene.wording.together < _TOLD_HERE or any(each.start.year and not each.relative for each in dates):
        return False
    if date.year > written.year:
        return True
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
            if isinstance(other.value, Period) and other.value.start == other.value.end == written:
                return Sighting(other, number)
    return None
