"""Whether a fact that the source has stands there where the claim has it: not in the wrong row, year or party.

A fact is out of its seat when little of what it is tied to in the claim is tied to it in the source, and another value is tied
to more. The weights were fitted on values of one page put in each other's place (docs/matching.md, misplaced values).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.foundation.model import FactKind
from checker.language.names.offices import KIND
from checker.language.values import Mention, Named, Period
from checker.matching.facts.derived import derived
from checker.matching.facts.sameness import is_country, same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.lists.comparisons import BEFORE, comparisons
from checker.matching.place.scene import Scene
from checker.matching.rivals.company import in_its_company
from checker.matching.rivals.comparable import is_name
from checker.matching.rivals.doubts import doubtful
from checker.matching.rivals.excuses import excused, framed_elsewhere, with_another_figure
from checker.matching.rivals.likeness import logistic
from checker.matching.rivals.neighbours import framed
from checker.matching.rivals.rivals import Rival, of_another_date
from checker.matching.rivals.ties import MOST_FACTS, Ties
from checker.matching.rivals.years import dated_alike, dates_another_figure
from checker.matching.source.words import stems

DOUBTED = 0.48  # chance of being out of its seat from which a fact is in doubt
TAKEN = 0.77  # the same from which it is in conflict with the value that has its seat
_CLEAR_LEAD, _WELL_TIED, _TOLD = 0.2, 0.4, 0.5  # lead, ties and share of the clause of a value that has taken a seat
_LABEL = re.compile(r"[^\w(]*([^\W\d_][^:.;,!?\n]{0,40}):\s")
_FRAMED = 3  # words right beside a value, with which it has taken the seat of one that has none of them beside it
_NAME_FRAMED, _WHOLE, _NAME_LEAD = 2, 0.9, 0.2  # words right beside a name, share of its clause, lead of its ties
_TOGETHER = 15  # code points between two names that one phrase may hold
_HOPELESS = -2.6  # a sum that no other name is likely to bring up again
_LEAD = 0.1  # of another value's ties, from which the one beside it is in doubt, whatever else speaks for it
_THAN = {"en": r"than", "vi": r"hơn|so với"}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_EVERYWHERE = 6  # sentences with a name beyond which it does not matter in how many more it stands


@dataclass(frozen=True, slots=True)
class Seat:
    """How likely (0–1) it is that a fact is out of its seat, and the value that has it, if any is more tied than its own."""

    astray: float
    other: Sighting | None
    sure: bool = True  # False where the other one may be a form of the same name, or a name in another role, or words cannot be told apart


class Seats:
    """The seats of a claim's facts in one source; `rivals` are those of each fact, as `rivals` gives them."""

    def __init__(self, rivals: Sequence[Sequence[Rival]], sightings: Sightings, scene: Scene) -> None:
        self._rivals, self._sightings, self._scene = rivals, sightings, scene

    def of(self, index: int) -> Seat | None:
        """The seat of the claim's fact number `index`, which stands in the source; None where nobody can tell."""
        fact = self._sightings.facts[index]
        if not _places(index, self._sightings) or len(self._sightings.facts) > MOST_FACTS:
            return None
        if dated_alike(index, self._sightings, self._scene) or _ends_a_span(fact, self._sightings.near[index]):
            return None
        if not isinstance(fact.value, Named):
            other = in_its_company(index, self._sightings, self._scene)
            if other is not None and not excused(index, other, self._sightings, self._scene):
                return Seat(TAKEN, other)
            return _of_figure(index, self._rivals[index], self._sightings, self._scene)
        if fact.value.kind == KIND:
            return None
        if _only_compared(_places(index, self._sightings), self._scene):
            return Seat(DOUBTED, None, sure=False)
        return _of_name(index, self._unclaimed, self._sightings, self._scene)

    @cached_property
    def _unclaimed(self) -> tuple[Sighting, ...]:
        """The names of the near sentences that the claim does not name."""
        scene, facts = self._scene, self._sightings.facts
        return tuple(
            Sighting(other, number)
            for number in scene.near
            for other in scene.source.mentions(number)
            if isinstance(other.value, Named)
            and other.value.kind != KIND
            and not any(same(each, other, across=scene.across) for each in facts if isinstance(each.value, Named))
            and is_name(other, scene)
        )


def _places(index: int, sightings: Sightings) -> tuple[Sighting, ...]:
    """Where the fact stands: near the claim's place, or the one place farther off."""
    far = sightings.far[index]
    return sightings.near[index] or ((far,) if far else ())


def _of_figure(index: int, several: Sequence[Rival], sightings: Sightings, scene: Scene) -> Seat | None:
    fact, near = sightings.facts[index], sightings.near[index]
    if near and all(isinstance(each.mention.value, Period) and each.mention.value.relative for each in near):
        return None  # `yesterday`, `three years later` have no other words beside them than a date would
    numbers = {seen.sentence for seen in near}
    together = numbers & with_another_figure(index, sightings)
    of_another_year = of_another_date(index, sightings, scene)
    best: Seat | None = None
    for rival in several:
        if _year_like(fact) != _year_like(rival.seen.mention) or (together and rival.seen.sentence not in together):
            continue
        if framed_elsewhere(index, rival.seen, sightings, scene):
            continue
        if isinstance(fact.value, Period) and dates_another_figure(rival.seen, sightings, scene):
            continue
        if _was_before(near, rival.seen, scene) or (not near and _is_derived(fact, rival.seen, scene)):
            continue
        chance = _chance(index, rival, sightings, scene, of_another_year=of_another_year)
        if best is None or chance > best.astray:
            sure = not rival.likeness.named and not doubtful(index, rival.seen, sightings, scene)
            best = Seat(chance, rival.seen, sure)
    return best


def _chance(index: int, rival: Rival, sightings: Sightings, scene: Scene, *, of_another_year: bool) -> float:
    """How likely it is that a rival has the seat of a figure or a date (0–1)."""
    fact, near, like = sightings.facts[index], sightings.near[index], rival.likeness
    total = 0.3 + 1.9 * like.around + 1.7 * like.tied + 1.2 * like.told - 4.0 * (like.tied - like.lead)
    total -= 1.8 * like.named + 0.5 * like.relative + 0.7 * like.coarse + 0.7 * (like.noun < 0)
    total -= 0.7 * any(rival.seen.sentence == each.sentence for each in near)
    total -= 0.8 * bool(near) + 1.0 * _in_best_window(near, scene)
    total += 1.0 * of_another_year + 0.5 * like.bound
    chance = logistic(total)
    if not near:
        return chance
    if like.lead >= _LEAD and not (like.named or like.relative or like.coarse or like.noun < 0):
        taken = like.lead >= _CLEAR_LEAD and like.tied >= _WELL_TIED and like.told >= _TOLD
        chance = max(chance, TAKEN if taken else DOUBTED)
    framed_there = like.before > 1 and like.before + like.after >= _FRAMED
    framed_there = framed_there and not any(map(sum, (framed(fact, each, scene) for each in near)))
    if framed_there or (like.noun > 0 and _is_labelled(near, rival.seen, scene)):
        chance = max(chance, TAKEN)
    return chance


def _is_labelled(near: Sequence[Sighting], rival: Sighting, scene: Scene) -> bool:
    """True where the rival stands in a line of which the claim names the label, and the claim's value in lines of others alone."""
    labels = [_label(each.sentence, scene) for each in (rival, *near)]
    if not all(labels):
        return False
    claimed = {key for term in scene.terms for key in term.keys}
    return labels[0] <= claimed and all(claimed.isdisjoint(each) for each in labels[1:])


def _label(number: int, scene: Scene) -> frozenset[str]:
    """The stems of what a line begins with, up to its colon: `Fairgrounds: 145 people`."""
    found = _LABEL.match(scene.source.sentence(number))
    return frozenset(stems(found[1], scene.source.language)) if found else frozenset()


def _ends_a_span(fact: Mention, near: Sequence[Sighting]) -> bool:
    """True for a date that stands there as an end of a span alone, where it has no words of its own beside it."""
    spans = [each.mention.value for each in near if isinstance(each.mention.value, Period)]
    return (
        isinstance(fact.value, Period)
        and bool(spans)
        and all(each.start != each.end and fact.value.start == fact.value.end for each in spans)
    )


def _was_before(near: Sequence[Sighting], rival: Sighting, scene: Scene) -> bool:
    """True where the claim tells of the time before and the source compares the rival with the claim's own value: `it had been 4.4%`."""
    if not BEFORE.search(scene.claim.text):
        return False
    text, told = scene.source.sentence(rival.sentence), scene.source.mentions(rival.sentence)
    own = {seen.mention.start for seen in near if seen.sentence == rival.sentence}
    pairs = comparisons(text, told, scene.source.language, timed=False)
    return any(each.value.start == rival.mention.start and each.comparand.start in own for each in pairs)


def _is_derived(fact: Mention, rival: Sighting, scene: Scene) -> bool:
    return derived(fact, scene.source.mentions(rival.sentence))


def _year_like(fact: Mention) -> bool:
    """True for what may be a year, read as a date or as a count: `the 2016 census`."""
    return fact.kind is FactKind.DATE or _YEAR.fullmatch(fact.text) is not None


def _of_name(index: int, unclaimed: Sequence[Sighting], sightings: Sightings, scene: Scene) -> Seat | None:
    fact = sightings.facts[index]
    ties = Ties(index, sightings, scene)
    places = _places(index, sightings)
    own = max(ties.shared(each) for each in places)
    apart = [each for each in unclaimed if not any(_beside(each, seen) for seen in places)]
    if slot := _in_its_slot(fact, own, apart, ties, scene):
        return Seat(TAKEN, slot)
    total = 0.7 - 4.7 * own - 1.1 * bool(sightings.near[index]) - 0.3 * _everywhere(fact, scene)
    total -= 0.8 * _in_best_window(places, scene, 1)
    if total < _HOPELESS:
        return None
    others = [(ties.shared(each), each) for each in unclaimed if _of_one_sort(fact, each.mention)]
    most, other = max(others, key=lambda each: each[0], default=(0.0, None))
    sure = False
    if other is not None:
        first, last = scene.clause_of(fact.start)
        before, after = framed(fact, other, scene)
        alike = _alike(fact, other.mention, scene)
        if alike:
            return None  # another form of the same name stands there
        sure = before + after > 0
        total += 3.0 * most + 0.8 * before + 0.5 * after
        total += 0.7 * scene.covered(other.sentence, [(first, fact.start), (fact.end, last)])
    return Seat(logistic(total), other if most > own else None, sure)


def _beside(one: Sighting, other: Sighting) -> bool:
    """True for two names that are told together: `Lena Orth of Norway`."""
    a, b = one.mention, other.mention
    return one.sentence == other.sentence and max(a.start - b.end, b.start - a.end) < _TOGETHER


def _in_its_slot(fact: Mention, own: float, unclaimed: Sequence[Sighting], ties: Ties, scene: Scene) -> Sighting | None:
    """The name that stands between the same words in a sentence with all of the clause, while the claim's own stands elsewhere.

    `The king of Moldal, Anton II, refused` where the source has `The king of Kestria, Anton II, refused`.
    """
    first, last = scene.clause_of(fact.start)
    told: dict[int, float] = {}
    for each in unclaimed:
        if not _of_one_sort(fact, each.mention) or sum(framed(fact, each, scene)) < _NAME_FRAMED:
            continue
        if each.sentence not in told:
            told[each.sentence] = scene.covered(each.sentence, [(first, fact.start), (fact.end, last)])
        if told[each.sentence] < _WHOLE:
            continue
        if ties.shared(each) - own >= _NAME_LEAD and not _alike(fact, each.mention, scene):
            return each
    return None


def _in_best_window(places: Sequence[Sighting], scene: Scene, beside: int = 0) -> bool:
    """True when one of these places is in the sentences that have most of the claim, or so many sentences `beside` them."""
    if not scene.wording.windows:
        return False
    best = scene.wording.windows[0]
    return any(best.first - beside <= each.sentence <= best.last + beside for each in places)


def _of_one_sort(one: Mention, other: Mention) -> bool:
    a, b = one.value, other.value
    assert isinstance(a, Named)
    assert isinstance(b, Named)
    return is_country(a) == is_country(b) and (a.kind == b.kind or not a.kind or not b.kind)


def _alike(fact: Mention, other: Mention, scene: Scene) -> bool:
    """True for names that share a word, one of which may be a form of the other."""
    one, two = (set(stems(each.text, scene.source.language)) for each in (fact, other))
    return not one.isdisjoint(two)


def _only_compared(places: Sequence[Sighting], scene: Scene) -> bool:
    """True where the source only compares with a name, and the claim compares nothing: `Reis had nine`, for `nine, two more than Reis`."""
    than = _THAN.get(scene.source.language)
    if than is None or scene.across or re.search(rf"\b(?:{than})\b", scene.claim.text, re.IGNORECASE):
        return False
    return all(
        re.search(
            rf"\b(?:{than})\s+(?:the\s+)?$", scene.source.sentence(each.sentence)[: each.mention.start], re.IGNORECASE
        )
        for each in places
    )


def _everywhere(fact: Mention, scene: Scene) -> int:
    """In how many sentences a name stands; what the page is about stands in many or in the title, and is not repeated in each."""
    assert isinstance(fact.value, Named)
    most = 0
    for form in fact.value.forms:
        keys = stems(form.removeprefix("="), scene.source.language)
        if keys and all(key in scene.source.heading for key in keys):
            return _EVERYWHERE
        if keys:
            most = max(most, min(len(scene.source.postings.get(key)) for key in keys))
    return min(most, _EVERYWHERE)
