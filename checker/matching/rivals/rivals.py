"""Another value for the same thing at the same place: what makes a contradiction out of an absence.

A rival of a claim's fact is a fact of the same kind and measure in the sentences that the claim rests on, with another
value. How likely it is the same thing is judged by what stands around both (`Likeness`, weighed in `weights`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.foundation.model import FactKind
from checker.language.values import Mention, Named, Period, Quantity
from checker.language.values_agree import agree
from checker.matching.facts.derived import derived_nearby
from checker.matching.facts.differences import is_difference
from checker.matching.facts.sameness import counted, known, same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.facts.slips import closeness, is_slip, is_small, slipped
from checker.matching.lists.cells import in_a_table
from checker.matching.lists.items import dates_another
from checker.matching.place.scene import Scene
from checker.matching.rivals.comparable import UNKNOWN, comparable, only_compared, strangeness
from checker.matching.rivals.likeness import Likeness
from checker.matching.rivals.neighbours import Neighbourhood, framed
from checker.matching.rivals.ties import Ties
from checker.matching.rivals.writing import day_of_writing, is_current
from checker.matching.source.datelines import LINES, alone, is_label
from checker.matching.source.open_years import only_its_year, year_guessed, year_left_open
from checker.matching.source.words import WORD

# What joins a place to what it lies in.
_WHERE = re.compile(r"\s*(?:,|\(|in|ở|thuộc|en|im|dans|na|no|em)\s*", re.IGNORECASE)
# A line that says when a page was written or changed; its date is the page's, not the event's.
_BYLINE = re.compile(
    r"^\W*(?:[Bb]y [A-Z]"
    r"|(?i:posted|published|updated|last modified|accessed|retrieved|đăng|cập nhật|publié|veröffentlicht|publicado)\b)"
    r".{0,100}$|\d{4}-\d\d-\d\dT\d\d",
    re.MULTILINE,
)
_AROUND, _OTHERS = 0.1, 0.5  # what must stand around a rival, or of the other facts in its sentence
_SOME_WORDS = 0.15  # share of its clause's words that the only other name must stand with
_A_WORD = 3  # letters of a word
_SMALL_COUNT = 0.2  # `two` and `seven` beside each other say nothing unless they count the same
_SEVERAL = 2  # other figures, all of which are absent, show that the place tells of something else
_ACTORS = frozenset({"organisation", "event", "person"})  # sorts of names that nobody adds from what he knows
_TOLD_HERE = 0.5  # share of the claim's words at its place from which it tells of the claim's event all the same


@dataclass(frozen=True, slots=True)
class Rival:
    """A fact of the source that may take the place of a claim's fact."""

    seen: Sighting
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class _Beside:
    """What a rival must have some of (`Likeness` says what each is): most have none, and the rest need not be asked of them."""

    around: float
    before: int
    after: int
    others: float
    noun: int
    overdue: bool
    current: bool
    only_year: bool


def rivals(index: int, sightings: Sightings, scene: Scene) -> Iterator[Rival]:
    """Every rival of the claim's fact number `index` in the sentences near the claim's place."""
    fact = sightings.facts[index]
    strange = strangeness(fact, scene)
    if fact.kind is FactKind.NAME and (sightings.near[index] or strange < UNKNOWN):
        return
    if not sightings.near[index] and derived_nearby(fact, scene):
        return
    apart = fact.kind is FactKind.NUMBER and is_difference(fact, scene.claim.text, scene.language)
    found = [
        Sighting(other, number)
        for number in scene.near
        for other in scene.source.mentions(number)
        if comparable(fact, other, scene, strange)
        and not _dates_the_page(other, number, scene)
        and not year_guessed(fact, other, scene.source)
        and not _lies_in(fact, other, sightings, scene)
        and not only_compared(other, scene.source.sentence(number))
        and not (fact.kind is FactKind.NUMBER and in_a_table(number, other, scene))
        and same(fact, other, across=scene.across) is False
        and (
            fact.kind is not FactKind.NUMBER
            or (scene.across and _is_share(other))  # `tăng 5% so với năm 2011` says so, `up 5% on 2011` does not
            or apart == is_difference(other, scene.source.sentence(number), scene.source.language)
        )
    ]
    if _left_open(fact, scene):
        found = [each for each in found if only_its_year(fact, each.mention, scene.source)]
    else:
        found += day_of_writing(index, found, sightings, scene)
    likely = list(_related(index, found, sightings, scene)) if found else []
    if not likely:
        return
    ties = Ties(index, sightings, scene)
    own = max((ties.shared(seen) for seen in sightings.near[index]), default=0.0)
    for seen, like in likely:
        if (
            fact.kind is FactKind.NAME
            or like.only_year
            or is_slip(fact, seen.mention)
            or _same_event(index, sightings, scene)
        ):
            tied = ties.shared(seen)
            yield Rival(seen, _likeness(index, seen, like, (tied, tied - own), sightings, scene))


def _lies_in(fact: Mention, other: Mention, sightings: Sightings, scene: Scene) -> bool:
    """True for a name of the claim right behind the source's: `in St Ives, Cornwall` adds where St Ives lies."""
    return fact.kind is FactKind.NAME and any(
        each.end <= fact.start
        and _WHERE.fullmatch(scene.claim.text, each.end, fact.start) is not None
        and same(each, other, across=scene.across) is True
        for each in sightings.facts
        if each.kind is FactKind.NAME
    )


def _left_open(fact: Mention, scene: Scene) -> bool:
    """True where the place has the claim's day and nobody tells its year: no other date is another value for it."""
    return fact.kind is FactKind.DATE and any(
        year_left_open(fact, other, scene.source) and same(fact, other, across=scene.across) is not False
        for number in scene.near
        for other in scene.source.mentions(number)
    )


def _related(
    index: int, found: Sequence[Sighting], sightings: Sightings, scene: Scene
) -> Iterator[tuple[Sighting, _Beside]]:
    """The rivals beside which something is the same as beside the claim's fact; none where its own value counts another thing nearby."""
    fact, facts = sightings.facts[index], sightings.facts
    neighbourhood = Neighbourhood(fact, scene)
    for seen in found:
        noun = counted(fact, seen.mention, scene.language, scene.source.language, scene.source.lexicons)
        if noun < 0 and sightings.near[index]:
            continue
        beside = sightings.beside(index, seen.sentence)
        before, after = framed(fact, seen, scene)
        later = _of_writing(fact, seen, scene)
        like = _Beside(
            around=neighbourhood.around(seen, beside),
            before=before,
            after=after,
            others=len({id(mine) for mine, _ in beside}) / (len(facts) - 1) if len(facts) > 1 else 0.5,
            noun=noun,
            overdue=later > 0,
            current=later < 0 and is_current(scene),
            only_year=only_its_year(fact, seen.mention, scene.source),
        )
        alone = like.around < _AROUND and not before and not after and like.others < _OTHERS
        if not alone or like.overdue or like.only_year or like.current:
            yield seen, like


def _same_event(index: int, sightings: Sightings, scene: Scene) -> bool:
    """False when the claim has other figures and none of them stands near: a country does many things in many months.

    Nor where the page nowhere has a body, an event or a person of the claim that it would name. One other figure proves nothing, nor does it when most of the claim's words stand together there.
    """
    others = [
        bool(sightings.near[other])
        for other, fact in enumerate(sightings.facts)
        if other != index and fact.kind is not FactKind.NAME
    ]
    if any(
        not near and far is None and isinstance(fact.value, Named) and known(fact.value) and fact.value.kind in _ACTORS
        for fact, near, far in zip(sightings.facts, sightings.near, sightings.far, strict=True)
    ):
        return False
    return len(others) < _SEVERAL or any(others) or scene.wording.together >= _TOLD_HERE


def _likeness(
    index: int, seen: Sighting, like: _Beside, ties: tuple[float, float], sightings: Sightings, scene: Scene
) -> Likeness:
    """What speaks for a rival; `ties` are the share of its ties and their lead."""
    fact = sightings.facts[index]
    named = any(
        same(mine, seen.mention, across=scene.across) for mine in sightings.facts if not _year_alone(fact, mine)
    )
    return Likeness(
        kind=fact.kind,
        around=like.around,
        others=like.others,
        kept=_kept(index, sightings, scene),
        noun=like.noun,
        named=named,
        near=bool(sightings.near[index]) and (named or not _of_another_noun(index, like.noun, sightings, scene)),
        far=sightings.far[index] is not None,
        tied=ties[0],
        told=_told(fact, seen, scene),
        worded=(scene.wording.together + scene.wording.greedy + scene.wording.worst_clause) / 3,
        absent=sum(not near for other, near in enumerate(sightings.near) if other != index),
        lead=ties[1],
        across=scene.across,
        bound=_bound(index, seen.sentence, sightings, scene),
        close=min(closeness(fact, seen.mention), _SMALL_COUNT if like.noun <= 0 and is_small(fact) else 1.0),
        digit=slipped(fact, seen.mention),
        before=like.before,
        after=like.after,
        place=not scene.across and _known_place(fact),
        relative=isinstance(seen.mention.value, Period)
        and seen.mention.value.relative
        and not any(map(str.isdigit, seen.mention.text)),
        overdue=like.overdue,
        current=like.current,
        only_year=like.only_year,
        coarse=_coarse(fact, seen.mention),
        alone=fact.kind is FactKind.NAME and not named and _alone(fact, seen, sightings, scene),
    )


def _told(fact: Mention, seen: Sighting, scene: Scene) -> float:
    """The share of the words beside a fact in its clause that stand in the rival's sentence."""
    first, last = scene.clause_of(fact.start)
    return scene.covered(seen.sentence, [(first, fact.start), (fact.end, last)])


def _kept(index: int, sightings: Sightings, scene: Scene) -> float:
    """The share of the other facts that stand in the source: of a figure's clause, or of the claim where it is alone."""
    named = sightings.facts[index].kind is FactKind.NAME
    clause = scene.clause_of(sightings.facts[index].start)
    others = [other for other in range(len(sightings.facts)) if other != index]
    beside = [
        other for other in others if not named and clause[0] <= sightings.facts[other].start < clause[1]
    ] or others
    if not beside:
        return min(1.0, 0.2 + scene.wording.together)
    return sum(sightings.stands(other) for other in beside) / len(beside)


def _of_another_noun(index: int, noun: int, sightings: Sightings, scene: Scene) -> bool:
    """True when the rival counts what the claim counts, and the claim's value near by counts only other things."""
    fact = sightings.facts[index]
    if isinstance(fact.value, Quantity) and fact.value.ordinal:
        return False
    return noun > 0 and all(
        counted(fact, seen.mention, scene.language, scene.source.language, scene.source.lexicons) < 0
        for seen in sightings.near[index]
    )


def _bound(index: int, sentence: int, sightings: Sightings, scene: Scene) -> bool:
    """True when the rival stands with the claim's own date, and the claim's value only with other dates."""
    near = sightings.near[index]
    return bool(near) and dated(index, sentence, sightings, scene) is True and of_another_date(index, sightings, scene)


def of_another_date(index: int, sightings: Sightings, scene: Scene) -> bool:
    """True when all the places near by that have the claim's value give it for other dates than the claim does."""
    near = sightings.near[index]
    return bool(near) and all(dated(index, seen.sentence, sightings, scene) is False for seen in near)


def dated(index: int, sentence: int, sightings: Sightings, scene: Scene) -> bool | None:
    """Whether a sentence has the date that the claim gives in the clause of a number; None without dates to compare.

    A date that the source has nowhere near binds nothing: it is the date then that is in question.
    """
    fact = sightings.facts[index]
    clause = scene.clause_of(fact.start)
    wanted = [
        each for each in sightings.facts if isinstance(each.value, Period) and clause[0] <= each.start < clause[1]
    ]
    if not isinstance(fact.value, Quantity) or len(wanted) != 1:
        return None
    headed = scene.source.entry_date(sentence)
    if headed and not any(isinstance(each.value, Period) for each in scene.source.mentions(sentence)):
        return agree(wanted[0].value, headed)
    places = sightings.near[sightings.facts.index(wanted[0])]
    if any(seen.sentence == sentence for seen in places) or not places:
        return True if places else None
    own = [seen.mention for seen in sightings.near[index] if seen.sentence == sentence]
    told = [
        agree(wanted[0].value, other.value)
        for other in scene.source.mentions(sentence)
        if isinstance(other.value, Period) and not all(dates_another(other, each, sentence, scene) for each in own)
    ]
    return True if True in told else (False if False in told else None)


def _alone(fact: Mention, seen: Sighting, sightings: Sightings, scene: Scene) -> bool:
    """True for the only name of a sentence that could take the place of an unknown name, and is no form of another one of the claim."""
    value, strange = fact.value, strangeness(fact, scene)
    if not isinstance(value, Named) or known(value) or _told(fact, seen, scene) < _SOME_WORDS:
        return False
    words = {word for word in WORD.findall(seen.mention.text.casefold()) if len(word) >= _A_WORD}
    named = (word for each in sightings.facts if each is not fact for word in WORD.findall(each.text.casefold()))
    return words.isdisjoint(named) and all(
        other.start == seen.mention.start or not comparable(fact, other, scene, strange)
        for other in scene.source.mentions(seen.sentence)
    )


def _coarse(fact: Mention, other: Mention) -> bool:
    """True when the claim gives a day or a month, and the rival none."""
    a, b = fact.value, other.value
    if not isinstance(a, Period) or not isinstance(b, Period):
        return False
    return (a.start.month is not None and b.start.month is None) or (a.start.day is not None and b.start.day is None)


def _year_alone(fact: Mention, other: Mention) -> bool:
    """True where a claim's fact is a day and its other one a year or a month, which does not tell the days in it."""
    a, b = fact.value, other.value
    return isinstance(a, Period) and isinstance(b, Period) and a.start.day is not None and b.start.day is None


def _is_share(other: Mention) -> bool:
    return isinstance(other.value, Quantity) and other.value.unit == "percent"


def _known_place(fact: Mention) -> bool:
    return isinstance(fact.value, Named) and fact.value.kind in ("place", "demonym") and known(fact.value)


def _dates_the_page(other: Mention, number: int, scene: Scene) -> bool:
    """True for a date that is the page's and not an event's: in a byline, or the day of writing in a line of its own."""
    if not isinstance(other.value, Period):
        return False
    line = scene.source.sentence(number)
    written = other.value.start == scene.source.written and other.value.start.day is not None
    headed = number < LINES and written and (alone(other, line) or is_label(line))
    return headed or _BYLINE.search(line) is not None


def _of_writing(fact: Mention, seen: Sighting, scene: Scene) -> int:
    """By how many years the claim's date is later than a rival that is the day of writing; 0 for other rivals."""
    mine, theirs = fact.value, seen.mention.value
    if not isinstance(mine, Period) or not isinstance(theirs, Period) or theirs.start != scene.source.written:
        return 0
    years = (mine.start.year, theirs.start.year)
    return years[0] - years[1] if years[0] is not None and years[1] is not None else 0
