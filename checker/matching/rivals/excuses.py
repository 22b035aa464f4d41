"""Why another value in a fact's place is no contradiction after all: the claim's own stands there in another way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.language.dates.timespans import lapses
from checker.language.values import Mention, Period, Quantity
from checker.matching.facts.derived import derived
from checker.matching.facts.differences import is_difference
from checker.matching.facts.reckoning import told as reckoned
from checker.matching.facts.sameness import SMALL, same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.facts.slips import is_small, slipped
from checker.matching.lists.paired import IN_ORDER
from checker.matching.place.scene import Scene
from checker.matching.rivals.neighbours import framed
from checker.matching.rivals.ties import of_sort
from checker.matching.rivals.years import dated_alike, dates_another_figure
from checker.matching.source.open_years import year_told
from checker.matching.source.words import is_unspaced

_SIBLINGS = frozenset({
    "siblings", "brothers", "sisters", "anh chị em", "anh em", "chị em", "frères", "sœurs", "geschwister", "geschwistern", "brüder",
    "schwestern", "hermanos", "hermanas",
})  # fmt: skip
_CHILDREN = frozenset({"children", "con", "người con", "enfants", "kinder", "kindern", "hijos"})
_BEHIND = 2  # sentences after a date, in which `the next day` is still counted from it
_TWICE = re.compile(
    r"\b(?:half|twice|double[ds]?|halved|doppelt|Hälfte|moitié|double|mitad|doble|gấp đôi|một nửa)\b", re.IGNORECASE
)
# What says that a count is one of more or fewer than before, right before it.
_CHANGED_BY = re.compile(
    r"\b(?:lost|lose|gain(?:ed)?|added|shed|gave up|picked up|fewer|more|mất|thêm|giảm|tăng|verlor(?:en)?|gewann(?:en)?|perd\w+|gagn\w+"
    r"|perdi\w+|gan\w+)\s+(?:another\s+|thêm\s+)?$",
    re.IGNORECASE,
)
_YESTERDAY = re.compile(
    r"\b(?:yesterday|last (?:night|evening)|gestern|vorgestern|hier|avant-hier|ayer|anteayer|anoche|ieri|ontem|hôm qua|(?:sáng|chiều|tối|đêm) qua|hôm kia"
    r"|вчера|позавчера)\b|昨[日天晚]|前天",
    re.IGNORECASE,
)
_HEAD = 4  # sentences from a date on, in which such a word may be counted from it
_FEW_DAYS = 2  # between such a day and that on which it was printed
_AT_HOME = 0.4  # share of a clause's words beside a value that is at home there
_FRAME = 2  # words right before two values that make them the same thing's
_REACH = 24  # code points before a count in which such a word stands


def excused(index: int, rival: Sighting, sightings: Sightings, scene: Scene) -> bool:
    """True where the sentence of a rival bears the claim's own value out as well, or may."""
    fact, near = sightings.facts[index], sightings.near[index]
    mentions = scene.source.mentions(rival.sentence)
    return (
        dated_alike(index, sightings, scene)
        or any(seen.sentence == rival.sentence and is_bare(seen.mention) for seen in near)
        or (not near and _unit_left_out_nearby(fact, scene))
        or (bool(near) and _without_words(rival, scene))
        or _two_of_the_claim(index, rival, sightings, scene)
        or (not slipped(fact, rival.mention) and derived(fact, mentions))
        or _next_in_order(index, rival, sightings, scene)
        or _counted_from(rival, fact, scene)
        or _with_oneself(fact, rival.mention)
        or framed_elsewhere(index, rival, sightings, scene)
        or _at_home_elsewhere(index, rival, sightings, scene)
        or _is_of_another_fact(index, rival, sightings, scene)
        or _may_be_yesterday(fact, rival, scene)
        or _years_from_another(fact, rival, scene)
        or _told_by_difference(fact, rival, scene)
        or (isinstance(fact.value, Period) and dates_another_figure(rival, sightings, scene))
    )


def _without_words(rival: Sighting, scene: Scene) -> bool:
    """True across languages in a sentence without blanks: there are no words to tell by which value is of what."""
    return scene.across and is_unspaced(scene.source.sentence(rival.sentence))


def framed_elsewhere(index: int, rival: Sighting, sightings: Sightings, scene: Scene) -> bool:
    """True where the page has the claim's value elsewhere in the words that stand right before the rival, too: `model year 2022`."""
    fact, far = sightings.facts[index], sightings.far[index]
    if far is None or sightings.near[index]:
        return False
    before = framed(fact, far, scene)[0]
    return before >= _FRAME and before >= framed(fact, rival, scene)[0]


def _at_home_elsewhere(index: int, rival: Sighting, sightings: Sightings, scene: Scene) -> bool:
    """True where the claim's value stands farther off with a good part of its clause, and with more of it than the rival."""
    far = sightings.far[index]
    if far is None or sightings.near[index] or not isinstance(sightings.facts[index].value, Quantity | Period):
        return False
    clause = [scene.clause_of(sightings.facts[index].start)]
    return scene.covered(far.sentence, clause) >= max(_AT_HOME, scene.covered(rival.sentence, clause))


def _is_of_another_fact(index: int, rival: Sighting, sightings: Sightings, scene: Scene) -> bool:
    """True where the rival is the one value of its sentence, and the claim has it for something else: `at 70, until 1988 at 65`."""
    if not isinstance(sightings.facts[index].value, Quantity):
        return False
    told = [each for each in scene.source.mentions(rival.sentence) if of_sort(each, rival.mention)]
    return len(told) == 1 and any(
        seen.sentence == rival.sentence and seen.mention.start == rival.mention.start
        for other, near in enumerate(sightings.near)
        if other != index
        for seen in near
    )


def _may_be_yesterday(fact: Mention, rival: Sighting, scene: Scene) -> bool:
    """True for a day right before the rival where a near sentence tells of yesterday, and nobody knows of which day that was said."""
    mine, theirs = fact.value, rival.mention.value
    if not isinstance(mine, Period) or not isinstance(theirs, Period):
        return False
    day, other = mine.start.earliest(), theirs.start.earliest()
    if day is None or other is None or mine.start.day is None or theirs.start.day is None:
        return False
    if not 0 < (other - day).days <= _FEW_DAYS:
        return False
    behind = range(rival.sentence, min(rival.sentence + _HEAD, len(scene.source.spans)))
    return any(_YESTERDAY.search(scene.source.sentence(number)) for number in (*scene.near, *behind))


def _years_from_another(fact: Mention, rival: Sighting, scene: Scene) -> bool:
    """True for so many years before or after an event that a near year is so far from another one of the page.

    A rival that says before or after what it is, too, may be another value all the same.
    """
    value = fact.value
    if not isinstance(value, Quantity) or value.unit != "year" or not value.said or value.said != round(value.said):
        return False
    if all(each.start != fact.start for each in lapses(scene.claim.text, scene.language, scene.mentions)):
        return False
    text, told = scene.source.sentence(rival.sentence), scene.source.mentions(rival.sentence)
    if any(each.start == rival.mention.start for each in lapses(text, scene.source.language, told)):
        return False
    near = {
        each.value.start.year
        for number in scene.near
        for each in scene.source.mentions(number)
        if isinstance(each.value, Period)
    }
    return any(
        year_told(year + sign * round(value.said), scene.source)
        for year in near
        if year is not None
        for sign in (1, -1)
    )


def _with_oneself(mine: Mention, theirs: Mention) -> bool:
    """True for brothers and sisters with and without the one that they are of: six siblings make a family of seven children."""
    a, b = mine.value, theirs.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.said is None or b.said is None:
        return False
    of_siblings = [each.noun in _SIBLINGS for each in (a, b)]
    of_family = [siblings or each.noun in _CHILDREN for siblings, each in zip(of_siblings, (a, b), strict=True)]
    return any(of_siblings) and all(of_family) and abs(a.said - b.said) == 1


def _counted_from(rival: Sighting, fact: Mention, scene: Scene) -> bool:
    """True for a day that a sentence soon after counts from the rival: `on the 9th …`, and then `he surrendered the next day`."""
    if not isinstance(fact.value, Period) or fact.value.start.day is None:
        return False
    behind = range(rival.sentence + 1, min(rival.sentence + 1 + _BEHIND, len(scene.source.spans)))
    return any(
        same(fact, each.mention, across=scene.across) for number in behind for each in reckoned(scene.source, number)
    )


def _two_of_the_claim(index: int, rival: Sighting, sightings: Sightings, scene: Scene) -> bool:
    """True where two telling figures of the claim stand in the rival's sentence, which is none of the claim's."""
    fact = sightings.facts[index]
    return (
        _tells(fact)
        and any(seen.sentence == rival.sentence for seen in sightings.near[index])
        and rival.sentence in with_another_figure(index, sightings)
        and not any(same(each, rival.mention, across=scene.across) for each in sightings.facts)
    )


def with_another_figure(index: int, sightings: Sightings) -> set[int]:
    """The sentences with another figure of the claim that says much: two such figures stand in one sentence by no chance."""
    return {
        seen.sentence
        for other, fact in enumerate(sightings.facts)
        if other != index and _tells(fact)
        for seen in sightings.near[other]
    }


def _tells(fact: Mention) -> bool:
    return isinstance(fact.value, Quantity) and not fact.value.ordinal and not is_small(fact)


def _told_by_difference(fact: Mention, rival: Sighting, scene: Scene) -> bool:
    """True for what the rival's sentence comes to: `nine, two more than Brandt's` tells of seven, `half of what was promised` of twice as much."""
    mine = fact.value
    if not isinstance(mine, Quantity) or mine.ordinal or mine.said is None:
        return False
    text, told = scene.source.sentence(rival.sentence), scene.source.mentions(rival.sentence)
    by = [each for each in told if is_difference(each, text, scene.source.language)]
    whole, apart = _counts(told, mine.unit), _counts(by, mine.unit)
    sums = {one + sign * other for one in whole for other in apart for sign in (1, -1)}
    if _TWICE.search(text):
        sums |= {one * by for one in whole for by in (2, 0.5)}
    return mine.said in sums or _changed_by(fact, scene)


def _changed_by(fact: Mention, scene: Scene) -> bool:
    """True for the difference of two near figures where the claim tells of a change: `lost six seats`; elsewhere it may be by chance."""
    if not is_small(fact) or not _CHANGED_BY.search(scene.claim.text, max(0, fact.start - _REACH), fact.start):
        return False
    near = _counts([each for number in scene.near for each in scene.source.mentions(number)], "")
    value = fact.value
    return isinstance(value, Quantity) and any(abs(one - other) == value.said for one in near for other in near)


def _counts(told: Sequence[Mention], unit: str) -> set[float]:
    """The figures of a unit, as they are written."""
    values = [each.value for each in told if isinstance(each.value, Quantity)]
    return {each.said for each in values if each.said and each.unit == unit and not each.ordinal}


def _unit_left_out_nearby(fact: Mention, scene: Scene) -> bool:
    return any(_unit_left_out(fact, each) for number in scene.near for each in scene.source.mentions(number))


def is_bare(fact: Mention) -> bool:
    """True for a figure that leaves out what it counts: `in 1940 it had 200 workers, ten years later 300`."""
    return isinstance(fact.value, Quantity) and not (fact.value.unit or fact.value.noun or fact.value.ordinal)


def _unit_left_out(mine: Mention, theirs: Mention) -> bool:
    """True for the same figure, once without what it counts: `63 hours instead of the planned 48`."""
    a, b = mine.value, theirs.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.ordinal or b.ordinal:
        return False
    if not is_bare(theirs) and not (is_bare(mine) and (a.figure or 0) >= SMALL):
        return False
    return a.figure is not None and a.figure in ((b.low, b.high) if b.said is None else (b.figure,))


def _next_in_order(index: int, rival: Sighting, sightings: Sightings, scene: Scene) -> bool:
    """True for a claim that pairs two lists in order, of which the rival is another item's value."""
    others = (each for at, each in enumerate(sightings.facts) if at != index)
    return IN_ORDER.search(scene.claim.text) is not None and any(
        same(each, rival.mention, across=scene.across) for each in others
    )
