"""Across languages: the claim's subject and what it tells of it stand in two statements of one sentence, each with a head of its own.

`Brazil shipped 24.7 million; Vietnam's exports fell to 12.1 million` does not say that Brazil shipped 12.1 million. Names and figures are
compared by value, so that no word of the other language need be known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.foundation.model import FactKind
from checker.language.names.offices import KIND
from checker.language.values import Mention, Named
from checker.matching.facts.sameness import same
from checker.matching.facts.sightings import Sightings
from checker.matching.facts.slips import is_small
from checker.matching.place.scene import Scene
from checker.matching.turns.opposites import Opposed

# What parts two statements of which each has a subject: a semicolon, a contrast, somebody who is only compared with.
_CUT = re.compile(
    r";\s|,?\s(?=(?:but|while|whereas|ahead of|còn|trong khi|nhưng|mais|tandis que|aber|während|pero|mientras)\s)"
)
_HEAD = 30  # code points from the beginning of a statement in which its head is named


def told_of_another(scene: Scene, sightings: Sightings) -> Opposed | None:
    """The head of whom a near sentence tells the claim's figures and names, where its subject stands in another statement there."""
    if not scene.across:
        return None
    facts = sightings.facts
    subject = _subject(facts)
    if subject is None:
        return None
    rest = [at for at, fact in enumerate(facts) if at > subject and not is_small(fact) and not _is_office(fact)]
    rest = [at for at in rest if facts[at].kind is not FactKind.DATE]
    for number in scene.near if rest else ():
        here = [at for at in rest if any(seen.sentence == number for seen in sightings.near[at])]
        found = _in_a_sentence(number, subject, here, sightings, scene) if here else None
        if found is not None:
            return found
    return None


def _subject(facts: Sequence[Mention]) -> int | None:
    """The number of the name that a claim begins with; the last one of those that stand side by side (`Cuba Leinier Ortega`)."""
    first = next((at for at, fact in enumerate(facts) if _is_name(fact)), None)
    if first is None or facts[first].start > _HEAD:
        return None
    last = first
    while last + 1 < len(facts) and _is_name(facts[last + 1]) and facts[last + 1].start - facts[last].end <= 1:
        last += 1
    return last


def _in_a_sentence(
    number: int, subject: int, rest: Sequence[int], sightings: Sightings, scene: Scene
) -> Opposed | None:
    text = scene.source.sentence(number)
    cuts = [0, *(each.end() for each in _CUT.finditer(text)), len(text)]
    if len(cuts) <= 2:
        return None
    own = _statements(number, subject, cuts, sightings)
    held = [_statements(number, at, cuts, sightings) for at in rest]
    where = set[int]().union(*held)
    if any(_lies_between(number, at, sightings, scene) for at in rest):
        return None
    # All of it stands in one statement of this sentence and nowhere else near, and the subject in another one.
    if not own or len(where) != 1 or not all(held) or own & where or _elsewhere(number, rest, sightings):
        return None
    start, end = cuts[min(where)], cuts[min(where) + 1]
    mine = sightings.facts[subject]
    heads = [each for each in scene.source.mentions(number) if start <= each.start < min(end, start + _HEAD)]
    heads = [each for each in heads if isinstance(each.value, Named)]
    if not heads or any(same(mine, each, across=True) is not False for each in heads if not _is_office(each)):
        return None
    if any(_is_in_claim(each, rest, sightings) for each in heads):
        return None
    sure = _is_name(heads[0]) and any(sightings.facts[at].kind is FactKind.NUMBER for at in rest)
    return Opposed(mine.text, heads[0].text, number, sure)


def _statements(number: int, at: int, cuts: Sequence[int], sightings: Sightings) -> set[int]:
    """The statements of a sentence, by their numbers, in which a fact of the claim stands."""
    places = [seen.mention.start for seen in sightings.near[at] if seen.sentence == number]
    return {part for place in places for part in range(len(cuts) - 1) if cuts[part] <= place < cuts[part + 1]}


def _lies_between(number: int, at: int, sightings: Sightings, scene: Scene) -> bool:
    """True for the figure by which one is ahead of the other, which is of both: `won, 12 s ahead of Vos`."""
    text = scene.source.sentence(number)
    return any(
        seen.sentence == number and text.startswith(" ahead of", seen.mention.end) for seen in sightings.near[at]
    )


def _elsewhere(number: int, rest: Sequence[int], sightings: Sightings) -> bool:
    return any(seen.sentence != number for at in rest for seen in sightings.near[at])


def _is_in_claim(head: Mention, rest: Sequence[int], sightings: Sightings) -> bool:
    """True for a head that the claim has, too: it may tell the same from the other one's side."""
    return any(same(sightings.facts[at], head, across=True) is True for at in rest)


def _is_name(fact: Mention) -> bool:
    return isinstance(fact.value, Named) and fact.value.kind not in (KIND, "demonym")


def _is_office(fact: Mention) -> bool:
    return isinstance(fact.value, Named) and fact.value.kind == KIND
