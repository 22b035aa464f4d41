"""What the source says of each fact of a claim: found, another value in its place, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from checker.foundation.model import FactKind, FactStatus
from checker.language.facts import mentions
from checker.language.text import normalise
from checker.language.values import Mention, Named, Period, Quantity
from checker.language.values_agree import agree
from checker.matching.facts.sameness import era, same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.lists.cells import tabled
from checker.matching.lists.comparands import compared
from checker.matching.lists.items import placed
from checker.matching.lists.paired import listed
from checker.matching.place.scene import Scene
from checker.matching.rivals.excuses import excused, is_bare
from checker.matching.rivals.likeness import CONFLICT_FROM, same_thing
from checker.matching.rivals.rivals import Rival, of_another_date, rivals
from checker.matching.rivals.seats import DOUBTED, TAKEN, Seat, Seats
from checker.matching.rivals.writing import untimely
from checker.matching.rivals.years import dated_alike, of_another_year

_BORNE_OUT_FAR = 0.3  # share of the clause's words that must stand in a far sentence for its figure to count
_HEAD = 4  # sentences at the top of a page whose dates hold for the whole of it: headline, byline, dateline
_DATED = 0.85  # how sure a date is that stands right beside the same figure
_TABLED = 0.9  # how sure a table is whose row and column the claim names
_LISTED = 0.88  # how sure a sentence is that tells the same of several, item by item or paired in order
_SWAPPED_LEAD, _SWAPPED = 0.05, 0.7  # two rivals that neither would be believed alone bear each other out


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fact of the claim and what became of it; `seen` is the agreeing fact or the rival, `sure` of a rival (0–1)."""

    fact: Mention
    status: FactStatus
    seen: Sighting | None = None
    near: bool = False
    sure: float = 0.0
    nearer: str = ""  # another value of the source that stands nearer to the claim's words than the one that agrees
    astray: bool = False  # it stands in the source, but not at the claim's place
    instead: str = ""  # what the claim's value belongs to in the source, where another one has the claim's place
    written: str | None = None  # what bears it out beyond the text: the title or the date of the source


def outcomes(sightings: Sightings, scene: Scene) -> tuple[Outcome, ...]:
    """The outcome of every fact of the claim but quotations."""
    found = [list(rivals(index, sightings, scene)) for index in range(len(sightings.facts))]
    rivalry = _rivalry(found, sightings)
    settled = [_outcome(index, rivalry.get(index), sightings, scene) for index in range(len(sightings.facts))]
    settled = _seated(settled, found, sightings, scene)
    settled = [_or_of_another_item(index, outcome, sightings, scene) for index, outcome in enumerate(settled)]
    settled = [_or_tabled(index, outcome, sightings, scene) for index, outcome in enumerate(settled)]
    settled = [_or_of_another_year(index, outcome, sightings, scene) for index, outcome in enumerate(settled)]
    settled = _paired(settled, sightings, scene)
    return tuple(_or_compared(index, outcome, sightings, scene) for index, outcome in enumerate(settled))


def _or_compared(index: int, outcome: Outcome, sightings: Sightings, scene: Scene) -> Outcome:
    """What a comparison says of the fact, where the source gives it and another value for two times."""
    told = compared(index, sightings, scene)
    if told is None:
        return outcome
    if told.agrees:
        return Outcome(outcome.fact, FactStatus.FOUND, told.seen, near=True)
    return Outcome(outcome.fact, FactStatus.CONFLICT, told.seen, near=True, sure=_DATED)


def _paired(settled: Sequence[Outcome], sightings: Sightings, scene: Scene) -> list[Outcome]:
    """The same outcomes, those of values and their owners as lists say that are paired in order (`respectively`)."""
    found = list(settled)
    for index, outcome in enumerate(settled):
        told = listed(index, sightings, scene)
        if told is None:
            continue
        found[told.key] = Outcome(settled[told.key].fact, FactStatus.FOUND, told.key_seen, near=True)
        found[index] = (
            Outcome(outcome.fact, FactStatus.FOUND, told.seen, near=True)
            if told.agrees
            else Outcome(outcome.fact, FactStatus.CONFLICT, told.seen, near=True, sure=_LISTED, instead=told.instead)
        )
    return found


def _or_of_another_year(index: int, outcome: Outcome, sightings: Sightings, scene: Scene) -> Outcome:
    """A date in conflict, where the source has another one right beside the figure that the claim gives for it."""
    if outcome.fact.kind is not FactKind.DATE:
        return outcome
    other = of_another_year(index, sightings, scene) or (
        untimely(index, sightings, scene) if outcome.status is FactStatus.ABSENT else None
    )
    return Outcome(outcome.fact, FactStatus.CONFLICT, other, near=True, sure=_DATED) if other else outcome


def _seated(
    settled: Sequence[Outcome], found: Sequence[Sequence[Rival]], sightings: Sightings, scene: Scene
) -> list[Outcome]:
    """The same outcomes, those in doubt whose facts stand elsewhere on the page; in conflict the one whose seat is taken.

    Where several facts are out of their seats, the place may tell of the same in another way, and none is in conflict.
    """
    at = Seats(found, sightings, scene)
    seats = [
        at.of(index)
        if each.status is FactStatus.FOUND and not each.written and each.fact.kind is not FactKind.QUOTE
        else None
        for index, each in enumerate(settled)
    ]
    astray = [each is not None and each.astray >= DOUBTED for each in seats]
    alone = sum(each is not None and each.astray >= TAKEN for each in seats) == 1
    return [
        _out_of_seat(each, place, alone=alone and not _lent(each, scene)) if place and out else each
        for each, place, out in zip(settled, seats, astray, strict=True)
    ]


def _lent(outcome: Outcome, scene: Scene) -> bool:
    """True for a figure that takes its unit from another one: what it is of may be said with that one, and no rival is sure."""
    value, seen = outcome.fact.value, outcome.seen
    if not isinstance(value, Quantity) or seen is None or is_bare(outcome.fact) == is_bare(seen.mention):
        return False
    return same(outcome.fact, seen.mention, across=scene.across) is not True


def _out_of_seat(outcome: Outcome, place: Seat, *, alone: bool) -> Outcome:
    if alone and place.other and place.sure and place.astray >= TAKEN:
        return Outcome(outcome.fact, FactStatus.CONFLICT, place.other, near=True, sure=place.astray)
    nearer = place.other.mention.text if place.other else ""
    return replace(outcome, nearer=nearer, astray=not nearer)


def _or_of_another_item(index: int, outcome: Outcome, sightings: Sightings, scene: Scene) -> Outcome:
    """What a sentence says that tells the same of several, where the claim names one of them."""
    told = placed(index, sightings, scene)
    if told is None or (not told.agrees and dated_alike(index, sightings, scene)):
        return outcome
    if told.agrees:
        return Outcome(outcome.fact, FactStatus.FOUND, told.seen, near=True)
    if _lent(outcome, scene):
        return replace(outcome, nearer=told.seen.mention.text)
    return Outcome(outcome.fact, FactStatus.CONFLICT, told.seen, near=True, sure=_LISTED, instead=told.owner)


def _or_tabled(index: int, outcome: Outcome, sightings: Sightings, scene: Scene) -> Outcome:
    """What a table says of the fact, where one is about it for sure."""
    told = tabled(index, sightings, scene)
    if told is None:
        return outcome
    if told.agrees:
        return Outcome(outcome.fact, FactStatus.FOUND, told.cell, near=True)
    if not told.sure:
        return replace(outcome, astray=outcome.status is FactStatus.FOUND and not outcome.nearer)
    return Outcome(outcome.fact, FactStatus.CONFLICT, told.cell, near=True, sure=_TABLED, instead=told.instead)


def _rivalry(found: Sequence[Sequence[Rival]], sightings: Sightings) -> dict[int, tuple[float, Sighting]]:
    """For each fact its likeliest rival and how likely; a fact of the source is the rival of one of the claim's only."""
    likely = [
        (same_thing(rival.likeness), index, rival.seen) for index, several in enumerate(found) for rival in several
    ]
    likely = [*likely, *_swapped(found, sightings)]
    chosen: dict[int, tuple[float, Sighting]] = {}
    taken: set[tuple[int, int]] = set()
    for sure, index, seen in sorted(
        likely, key=lambda each: (-each[0], each[1], each[2].sentence, each[2].mention.start)
    ):
        place = (seen.sentence, seen.mention.start)
        if index not in chosen and place not in taken:
            chosen[index] = (sure, seen)
            taken.add(place)
    return chosen


def _swapped(found: Sequence[Sequence[Rival]], sightings: Sightings) -> Iterator[tuple[float, int, Sighting]]:
    """Two figures that each stand in the other's place: five divisions against three where it was three against five."""
    leading = [
        [each for each in several if each.likeness.near and each.likeness.lead >= _SWAPPED_LEAD] for several in found
    ]
    for index, several in enumerate(leading):
        for rival in several:
            if any(
                other != index
                and agree(sightings.facts[other].value, rival.seen.mention.value)
                and any(agree(sightings.facts[index].value, each.seen.mention.value) for each in leading[other])
                for other in range(len(leading))
            ):
                yield _SWAPPED, index, rival.seen


def _outcome(index: int, rival: tuple[float, Sighting] | None, sightings: Sightings, scene: Scene) -> Outcome:
    fact = sightings.facts[index]
    sure, other = rival or (0.0, None)
    if other and sure >= CONFLICT_FROM and not excused(index, other, sightings, scene):
        return Outcome(fact, FactStatus.CONFLICT, other, near=True, sure=sure)
    if sightings.near[index] and of_another_date(index, sightings, scene):
        return Outcome(fact, FactStatus.ABSENT, sure=sure)
    if sightings.near[index]:
        return Outcome(fact, FactStatus.FOUND, sightings.near[index][0], near=True, sure=sure)
    far = sightings.far[index]
    if far and _holds(fact, far, scene):
        return Outcome(fact, FactStatus.FOUND, far, sure=sure)
    written = _beyond_the_text(fact, scene)
    return Outcome(fact, FactStatus.FOUND if written else FactStatus.ABSENT, far, sure=sure, written=written)


def _holds(fact: Mention, far: Sighting, scene: Scene) -> bool:
    """True when a fact that stands far from the claim's place still bears it out."""
    if fact.kind is FactKind.NAME:
        return True
    if fact.kind is FactKind.DATE and far.sentence < _HEAD:
        return True
    return scene.covered(far.sentence, [scene.clause_of(fact.start)]) >= _BORNE_OUT_FAR


def _beyond_the_text(fact: Mention, scene: Scene) -> str | None:
    """The source's own date, title or makers, when they bear a date or a name out."""
    passages, value = scene.source.passages, fact.value
    written = scene.source.written
    of_one_time = isinstance(value, Period) and (value.start == value.end or era(fact))
    if of_one_time and written and agree(value, Period(written, written)):
        return str(written)
    if isinstance(value, Named):
        for text in (passages.title, passages.credits):
            if text and _names(text, scene.source.language, fact, across=scene.across):
                return text
    return None


def _names(text: str, language: str, fact: Mention, *, across: bool) -> bool:
    """True when a title or a line of makers has the words of a name, or the same name in another form."""
    assert isinstance(fact.value, Named)
    words = f" {normalise.key(text)} "
    if any(f" {form} " in words for form in fact.value.forms):
        return True
    return any(same(fact, other, across=across) for other in _facts_of(text, language))


@lru_cache(maxsize=1_000)
def _facts_of(text: str, language: str) -> tuple[Mention, ...]:
    return mentions(text, language)
