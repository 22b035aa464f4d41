"""Names and measures that a source writes otherwise: a unit said once in a sentence, a name with its other form in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.foundation.model import FactKind
from checker.language.names.words import VI_SYLLABLE
from checker.language.values import Mention, Named, Quantity
from checker.matching.facts.sameness import SMALL, known
from checker.matching.place.scene import Scene

_NOUN = 24  # code points of what a count counts
_JOINTS = frozenset({",", "và", "and", ", and", "et", "und", "y", "и", "、", "和", "cùng"})
_WORDS = re.compile(r"[^\W\d_]+")


def with_a_lent_unit(fact: Mention, scene: Scene) -> Iterator[tuple[Mention, int]]:
    """The claim's measure without its unit, in a near sentence that gives another one in it: `at up to 230 km/h, goods trains at 100 to 120`."""
    mine = fact.value
    if not isinstance(mine, Quantity) or mine.ordinal:
        return
    if not mine.unit:
        yield from _in_the_unit_of_another(fact, scene)
        return
    for number in scene.near:
        told = scene.source.mentions(number)
        factor = next((each for each in map(_factor, told) if each is not None and each[0] == mine.unit), None)
        if factor is not None:
            yield from ((each, number) for each in told if _is_bare(each, mine, factor[1]))


def _in_the_unit_of_another(fact: Mention, scene: Scene) -> Iterator[tuple[Mention, int]]:
    """The same the other way round: the claim has `61 and 22 per cent`, and the source each with its unit."""
    factor = next((each for each in map(_factor, scene.mentions) if each is not None), None)
    if factor is None or not isinstance(fact.value, Quantity):
        return
    for number in scene.near:
        for each in scene.source.mentions(number):
            value = each.value
            if isinstance(value, Quantity) and value.unit == factor[0] and _is_bare(fact, value, factor[1]):
                yield each, number


def _factor(mention: Mention) -> tuple[str, float] | None:
    """(unit, what one of it comes to in the canonical one) of a single measure."""
    value = mention.value
    if not isinstance(value, Quantity) or not value.unit or not value.figure or not value.said or value.ordinal:
        return None
    return value.unit, value.said / value.figure


def _is_bare(mention: Mention, mine: Quantity, factor: float) -> bool:
    """True for a figure that counts nothing and would be the claim's measure in a unit of this size; small ones are too common."""
    value = mention.value
    if not isinstance(value, Quantity) or value.unit or value.noun or value.ordinal or value.high < SMALL:
        return False
    return all(
        abs(one * factor - other) <= 1e-6 * abs(other)
        for one, other in ((value.low, mine.low), (value.high, mine.high))
    )


def in_brackets(facts: Sequence[Mention], index: int, scene: Scene) -> int | None:
    """The number of the fact that is a name's other form: `Tế Viễn (Jiyuan)`, `Ngân hàng Thế giới (WB)`; None where it has none.

    Vietnamese articles put a foreign name behind its Vietnamese reading; where the source has the one, it has the other.
    """
    if not scene.across or scene.language != "vi" or facts[index].kind is not FactKind.NAME:
        return None
    for other in (index + 1, index - 1):
        if not 0 <= other < len(facts) or facts[other].kind is not FactKind.NAME:
            continue
        first, last = facts[min(index, other)], facts[max(index, other)]
        bracketed = (
            scene.claim.text[first.end : last.start].strip() == "(" and scene.claim.text[last.end : last.end + 1] == ")"
        )
        if bracketed and _another_form(first, last):
            return other
    return None


def counts_names(facts: Sequence[Mention], index: int, scene: Scene) -> int | None:
    """The number of the first of as many names as the claim counts right before them: `hai cơn bão Eta và Iota`; None where it does not."""
    value = facts[index].value
    if not isinstance(value, Quantity) or value.unit or value.ordinal or not value.said or not 2 <= value.said < SMALL:
        return None
    text, listed = scene.claim.text, list(facts[index + 1 : index + 1 + int(value.said)])
    if len(listed) < value.said or any(each.kind is not FactKind.NAME for each in listed):
        return None
    gaps = [text[one.end : other.start].strip() for one, other in pairwise([facts[index], *listed])]
    noun, *joints = gaps
    counted = bool(noun) and len(noun) <= _NOUN and noun.replace(" ", "").isalpha()
    return index + 1 if counted and all(joint in _JOINTS for joint in joints) else None


def _another_form(name: Mention, inside: Mention) -> bool:
    """True for a Vietnamese reading with a name in other letters or initials behind it; a place behind a name says where it is."""
    value = inside.value
    if not isinstance(value, Named):
        return False
    if value.kind == "acronym":
        return len(name.text.split()) > 1
    words = [_WORDS.findall(each.text.lower()) for each in (name, inside)]
    return not known(value) and all(map(VI_SYLLABLE.match, words[0])) and not all(map(VI_SYLLABLE.match, words[1]))
