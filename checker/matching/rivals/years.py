"""A value of another year: the source gives the claim's figure, and right beside it another date than the claim does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.language.values import Mention, Period, Quantity
from checker.matching.facts.sameness import same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.lists.comparisons import comparisons
from checker.matching.place.scene import Scene

# What joins a figure to the date behind it: `40,100 in 2009`, `661.7 năm 2019`, `3,055 (2019)`.
_JOINT = re.compile(
    r"[^\w,;.]*(?:(?:%|percent|people|persons|inhabitants)\s*)?"
    r"(?:(?:in|for|during|as of|by|at|on|of|since|năm|vào|trong|hồi|en|pour|fin|im|in|für|der|del?|durante|em|nel|в|на|за"
    r"|ở|cuối|đầu|jahr|năm|año|ano|anno|the|l)[\s'’]+){0,3}[^\w,;.]*",
    re.IGNORECASE,
)
# What is counted, between figure and joint: `9,340 people in 2009`.
_WORDS_BETWEEN = re.compile(r"\W*(?:[^\W\d_]+\W+){0,2}")
_WHEN = re.compile(r",?\s+(?:when|khi|als|lorsque|quand|cuando|quando|когда)\s+(?:\w+\s+){0,2}", re.IGNORECASE)
# Behind a date that is of the figure to come: `640 million (2021: 512 million)`, `2021 = 512`.
_HEADS = re.compile(r"\s*[:=](?!\d)")
_TELLING = 100  # a bare count below it is too common a figure
_LEADING = 16  # code points of a clause among which a date at its beginning holds for all of it


def of_another_year(index: int, sightings: Sightings, scene: Scene) -> Sighting | None:
    """The date that the source has beside a figure to which the claim gives its fact number `index`, a date, instead.

    None unless every near place of such a figure has another date right beside it.
    """
    date = sightings.facts[index]
    if not isinstance(date.value, Period) or date.value.start.year is None or date.value.relative:
        return None
    for other, figure in enumerate(sightings.facts):
        if not sightings.near[other] or not _telling(figure) or not _belongs(figure, date, scene):
            continue
        told = [(seen, _beside(seen, scene)) for seen in sightings.near[other]]
        if all(each is not None and same(date, each, across=scene.across) is False for _, each in told):
            seen, each = told[0]
            assert each is not None
            return Sighting(each, seen.sentence)
    return None


def dated_alike(index: int, sightings: Sightings, scene: Scene) -> bool:
    """True where the source has the claim's figure right beside the claim's date: neither is another one's.

    `3.8 million in 2020 and 18 million in 2019` bears `3.8 million in 2020` out, whatever else stands there.
    """
    facts = sightings.facts
    if not isinstance(facts[index].value, Quantity | Period):
        return False
    dates = [each for each in facts if isinstance(each.value, Period)]
    figures = [index] if isinstance(facts[index].value, Quantity) else range(len(facts))
    wanted = [facts[index]] if isinstance(facts[index].value, Period) else dates
    told = (seen for at in figures if _counts(facts[at]) for seen in sightings.near[at])
    beside = (_beside(seen, scene) for seen in told)
    return any(each is not None and same(date, each, across=scene.across) for each in beside for date in wanted)


def dates_another_figure(date: Sighting, sightings: Sightings, scene: Scene) -> bool:
    """True for a date right beside a figure that is none of the claim's, in a sentence that has the claim's without one.

    The 2017 of `it earned 42 million, after a loss of 15 million in 2017` is not of the 42.
    """
    sentence, told = scene.source.sentence(date.sentence), scene.source.mentions(date.sentence)
    own = {seen.mention.start for near in sightings.near for seen in near if seen.sentence == date.sentence}
    figures = [(each, each.value) for each in told if isinstance(each.value, Quantity) and not each.value.ordinal]
    units = {value.unit or value.noun for each, value in figures if each.start in own}
    return any(
        each.start not in own
        and (value.unit or value.noun) in units
        and any(one.start == date.mention.start for one in _dates_beside(each, told, sentence))
        for each, value in figures
    )


def _counts(figure: Mention) -> bool:
    """True for a figure that tells, or says what it counts."""
    value = figure.value
    return _telling(figure) or (isinstance(value, Quantity) and not value.ordinal and bool(value.noun))


def _telling(figure: Mention) -> bool:
    value = figure.value
    return isinstance(value, Quantity) and not value.ordinal and (bool(value.unit) or value.high >= _TELLING)


def _belongs(figure: Mention, date: Mention, scene: Scene) -> bool:
    """True when the claim gives a date for a figure: right behind it, or at the beginning of its clause, as the only one."""
    text = scene.claim.text
    if figure.end <= date.start and _JOINT.fullmatch(text, figure.end, date.start):
        return True
    if scene.across:
        return False  # clauses of two languages are not cut alike
    first, last = scene.clause_of(figure.start)
    if any(each.comparand == figure for each in comparisons(text, scene.mentions, scene.language, timed=False)):
        return False  # `in 2020 it rose from 68 to 71`: the 68 is of before
    dates = [each for each in scene.mentions if isinstance(each.value, Period) and first <= each.start < last]
    return dates == [date] and date.start - first <= _LEADING and date.end <= figure.start


def _beside(seen: Sighting, scene: Scene) -> Mention | None:
    """The date that stands right beside a figure of the source."""
    sentence = scene.source.sentence(seen.sentence)
    return next(_dates_beside(seen.mention, scene.source.mentions(seen.sentence), sentence), None)


def _dates_beside(figure: Mention, told: tuple[Mention, ...], sentence: str) -> Iterator[Mention]:
    for each in told:
        if not isinstance(each.value, Period) or each.value.start.year is None or each.value.relative:
            continue
        own = len("năm ") if each.text.lower().startswith("năm ") else 0  # a preposition that is part of the date
        if _HEADS.match(sentence, each.end):
            continue
        behind = figure.end <= each.start and _joined(sentence[figure.end : each.start + own])
        if behind or (each.end <= figure.start and _WHEN.fullmatch(sentence, each.end, figure.start)):
            yield each


def _joined(between: str) -> bool:
    """True when nothing but what is counted and a preposition stands between a figure and a date."""
    if re.search(r"[,;:.]|\d", between):
        return False
    start = _WORDS_BETWEEN.match(between)
    return _JOINT.fullmatch(between) is not None or (
        start is not None and any(_JOINT.fullmatch(between, at) for at in _ends(between, start.end()))
    )


def _ends(between: str, most: int) -> Iterator[int]:
    """Where words end in the first so many characters."""
    yield from (found.end() for found in re.finditer(r"\s+", between[:most]) if found.end() < len(between))
