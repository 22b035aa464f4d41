"""Sentences that tell the same of several, item by item: `Leyte reported 17 deaths and Samar 9`. Whose value is whose?

An item is what stands between two commas or conjunctions and has one value of a sort. What names it are its names and years,
and the word right before or behind its value (`killing 41 and injuring 212`). A claim's value must stand in the item that
the claim names: where it names another one and nothing of its own, the two are another's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.language.names.offices import KIND
from checker.language.numbers.money import CENTS
from checker.language.values import Mention, Named, Period, Quantity
from checker.matching.facts.sameness import counted, same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.lists.comparisons import PLANNED
from checker.matching.lists.paired import IN_ORDER, pairs
from checker.matching.place.scene import Scene
from checker.matching.source.words import is_unspaced, stems

_CUT = re.compile(
    r"[;,，；、](?!\d)"
    r"|\s(?=(?:and|but|while|whereas|và|còn|trong khi|nhưng|et|mais|tandis que|und|aber|während|y|pero|mientras|mas|enquanto)\s)"
)
# What is only compared with: `less than Germany's 203,000`.
_COMPARED = re.compile(
    r"(?:\b(?:than|behind|after|before|unlike|beyond|against|like|hơn|so với|sau|trước|als|que|vor|nach)\s+(?:\w+\s+)?)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*\(([^()]{1,40})\)")
_NUMBERS = re.compile(r"\d{1,2}\. (?=[A-ZÀ-ÝĐ\u0410-\u042f])")  # `1. Haug 187; 2. Bratt 164`
_CLOSE = 3  # stems on either side of a value that may name it
_LONGEST_NAME = 3  # words of a name that a reason shows: a longer one may have been misread
_REACH = 24  # code points before a name in which such a word is looked for


@dataclass(frozen=True, slots=True)
class Item:
    """`text[start:end]` of a sentence with its one value, what names it, and the stems close before and behind the value."""

    start: int
    end: int
    value: Mention
    names: tuple[Mention, ...]
    before: frozenset[str]
    behind: frozenset[str]
    label: frozenset[str] = frozenset()  # stems of brackets right behind the value: `50 km (winter), 80 km (summer)`


@dataclass(frozen=True, slots=True)
class Placed:
    """Whether a claim's value stands in the item that the claim names, else the value there and whose the claim's is."""

    agrees: bool
    seen: Sighting
    owner: str = ""


def placed(index: int, sightings: Sightings, scene: Scene) -> Placed | None:
    """What the items of the sentences with the claim's value say of it, None where they tell nothing."""
    fact = sightings.facts[index]
    if not isinstance(fact.value, Quantity | Period) or is_unspaced(scene.claim.text):
        return None
    if isinstance(fact.value, Period) and fact.value.relative:
        return None
    mine = _own_item(fact, scene)
    if mine is None:
        return None
    told = [_told(fact, mine, seen, scene) for seen in sightings.near[index]]
    agreeing = next((each for each in told if each and each.agrees), None)
    if agreeing or not told or None in told:
        return agreeing
    return told[0]


def dates_another(date: Mention, value: Mention, sentence: int, scene: Scene) -> bool:
    """True for a date right behind a later value of the sort: the 2022 of `it was 5.05%, down from 8.02% in 2022` is not of 5.05."""
    text, told = scene.source.sentence(sentence), scene.source.mentions(sentence)
    later = (each for each in _items(text, told, value, scene.source.language) if each.start > value.start)
    return any(each.value.end <= date.start < each.end for each in later)


def _told(fact: Mention, mine: Item, seen: Sighting, scene: Scene) -> Placed | None:
    """What the items of one sentence say; None where its value has no item, or the claim names both or neither."""
    text, told = scene.source.sentence(seen.sentence), scene.source.mentions(seen.sentence)
    if IN_ORDER.search(text):
        return None
    items = _items(text, told, seen.mention, scene.source.language)
    own = next((each for each in items if each.value.start == seen.mention.start), None)
    if own is None or len(items) < 2 or _leftover(items, told):
        return None
    others = [each for each in items if each is not own and _may_be_of(fact, each, scene)]
    named = [each for each in (own, *others) if _is_named(each, mine, scene)]
    if named == [own]:
        # In one language another noun may be another word for it; across languages the lexicon has said no.
        return Placed(agrees=True, seen=seen) if not scene.across or _counts_alike(fact, seen.mention, scene) else None
    if own in named or _is_named(own, _whole(mine, scene), scene):
        return None
    by_name = bool(named) and bool(own.names)
    if not by_name:
        words = frozenset(stems(scene.claim.text[mine.start : mine.end], scene.language))
        by_words = isinstance(fact.value, Quantity) and not scene.across  # what stands beside a date names nothing
        by_words = by_words and not PLANNED.search(scene.claim.text)  # it came for two years, and stayed for twelve
        named = [] if not by_words else [each for each in others if _has_the_words_of(each, own, items, mine, words)]
    if len(named) != 1 or _is_claimed_there(fact, named[0], items, scene):
        return None
    owner = own.names[0].text if by_name and len(own.names[0].text.split()) <= _LONGEST_NAME else ""
    return Placed(agrees=False, seen=Sighting(named[0].value, seen.sentence), owner=owner)


def _is_claimed_there(fact: Mention, item: Item, items: Sequence[Item], scene: Scene) -> bool:
    """True where the claim has the value of an item, too, and by the item's own words: then the item has nothing to do with `fact`."""
    if scene.across:
        return False
    there = _only(item, items, "before") | _only(item, items, "behind")
    for other in scene.mentions:
        if other.start != fact.start and same(other, item.value, across=False):
            mine = _own_item(other, scene)
            if mine and there & frozenset(stems(scene.claim.text[mine.start : mine.end], scene.language)):
                return True
    return False


def _may_be_of(fact: Mention, item: Item, scene: Scene) -> bool:
    """True for another value of the sort than the claim's, unless it counts something else: 18 shops are no 640 people."""
    return same(fact, item.value, across=scene.across) is not True and _counts_alike(fact, item.value, scene)


def _counts_alike(fact: Mention, value: Mention, scene: Scene) -> bool:
    return counted(fact, value, scene.language, scene.source.language, scene.source.lexicons) >= 0


def _whole(mine: Item, scene: Scene) -> Item:
    """The whole claim as the item of its value."""
    text = scene.claim.text
    return _item(text, 0, len(text), mine.value, scene.mentions, scene.language)


def _own_item(fact: Mention, scene: Scene) -> Item | None:
    """The part of the claim with the value, if it has no other one of the sort; of lists in order the name that is paired with it."""
    text, told = scene.claim.text, scene.mentions
    if IN_ORDER.search(text):
        keys = tuple(pair.key for pair in pairs(text, told) if pair.value.start == fact.start)
        return Item(0, len(text), fact, keys, frozenset(), frozenset()) if keys else None
    items = _items(text, told, fact, scene.language)
    return next((each for each in items if each.value.start == fact.start), None)


def _items(text: str, told: Sequence[Mention], value: Mention, language: str) -> list[Item]:
    """The parts of a sentence that have one value of a sort each, with the names in them."""
    cuts = [0, *(cut.start() for cut in _CUT.finditer(text)), len(text)]
    found: list[Item] = []
    for start, end in pairwise(cuts):
        values = [each for each in told if start <= each.start < end and _of_sort(each, value)]
        values = [each for each in values if len(values) == 1 or not _NUMBERS.match(text, each.start)]
        if len(values) == 1:
            found.append(_item(text, start, end, values[0], told, language))
    if len(found) > 1 and not any(each.names for each in found[1:]):
        return [replace(each, names=()) for each in found]  # what the first one names is named for all
    return [_undated(each) for each in found] if sum(map(_is_dated, found)) == 1 < len(found) else found


def _is_dated(item: Item) -> bool:
    return any(isinstance(name.value, Period) for name in item.names)


def _undated(item: Item) -> Item:
    """An item without its date, which is of the whole sentence: `in 2020 441 were born, 587 died`."""
    return replace(item, names=tuple(name for name in item.names if not isinstance(name.value, Period)))


def _item(text: str, start: int, end: int, value: Mention, told: Sequence[Mention], language: str) -> Item:
    names = tuple(each for each in told if start <= each.start < end and each is not value and _names(each, value))
    noun = set(stems(value.value.noun, language)) if isinstance(value.value, Quantity) else set()
    head, colon, rest = text[start : value.start].rpartition(":")
    listed = colon and not start and text.count(":") == 1  # `Species: 174 birds, 41 mammals`: the head is of all items
    before = [word for word in stems(rest if listed else f"{head} {rest}", language) if word not in noun]
    behind = [word for word in stems(text[value.end : end], language) if word not in noun]
    bracket = _LABEL.match(text, value.end, end)
    label = frozenset(stems(bracket[1], language)) if bracket else frozenset[str]()
    return Item(start, end, value, names, frozenset(before[-_CLOSE:]), frozenset(behind[:_CLOSE]), label)


def _names(mention: Mention, value: Mention) -> bool:
    """True for what may say whose a value is: a name that is no office, or for a figure the year."""
    if isinstance(mention.value, Named):
        return mention.value.kind != KIND
    return isinstance(mention.value, Period) and isinstance(value.value, Quantity)


def _of_sort(one: Mention, other: Mention) -> bool:
    a, b = one.value, other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return not a.ordinal and not b.ordinal and (a.unit == b.unit or _is_bare(a) or _is_bare(b))
    # `today`, `yesterday` are of whoever writes, and no item's.
    return isinstance(a, Period) and isinstance(b, Period) and not a.relative


def _is_bare(figure: Quantity) -> bool:
    """True for a figure without what it counts, which another one may have said; 120 cars are of no sort with 84 metres."""
    return not figure.unit and (not figure.noun or figure.noun.partition(" ")[0] in CENTS)


def _leftover(items: Sequence[Item], told: Sequence[Mention]) -> bool:
    """True when a name stands between two items, in neither: nobody knows to which it belongs."""
    between = [each for each in told if isinstance(each.value, Named) and items[0].end <= each.start < items[-1].start]
    return any(not any(item.start <= each.start < item.end for item in items) for each in between)


def _is_named(item: Item, mine: Item, scene: Scene) -> bool:
    """True when the claim's item has a name or year of the source's, and not only to compare with."""
    return any(_is_said(name, mine, scene) for name in item.names)


def _is_said(name: Mention, mine: Item, scene: Scene) -> bool:
    text = scene.claim.text
    places = [each.start for each in mine.names if same(each, name, across=scene.across)]
    if not places and isinstance(name.value, Named):  # a name at the beginning of the claim may not be read as one
        found = re.search(rf"\b{re.escape(name.text)}\b", text[mine.start : mine.end])
        places = [mine.start + found.start()] if found else []
    return any(not _COMPARED.search(text[max(0, at - _REACH) : at]) for at in places)


def _has_the_words_of(item: Item, own: Item, items: Sequence[Item], mine: Item, words: frozenset[str]) -> bool:
    """True when the claim has, on one side of its value, words of this item alone, and none of the value's own item.

    A list may leave its verb out after the first item, and then its names alone tell: `Germany paid 210, France 165`.
    """
    if own.names and own is not items[0]:
        return False
    before, behind = _only(own, items, "before"), _only(own, items, "behind")
    if own is items[0] and any(_left_out(item, own, items, side, mine, words) for side in ("before", "behind")):
        return True
    if (before | behind) & words:
        return False
    return bool(
        (own.label and _only(item, items, "label") & words)
        or (before and _only(item, items, "before") & mine.before)
        or (behind and _only(item, items, "behind") & mine.behind)
    )


def _left_out(item: Item, own: Item, items: Sequence[Item], side: str, mine: Item, words: frozenset[str]) -> bool:
    """True where the claim has all that an item says beside its value, and only what the first one says for all: `Holm had 12 points, Berg 9`."""
    theirs, first = _only(item, items, side), _only(own, items, side)
    return bool(theirs) and theirs <= getattr(mine, side) and bool(first & words) and bool(first - words)


def _only(item: Item, items: Sequence[Item], side: str) -> frozenset[str]:
    """The stems on one side of an item's value that no other item has there."""
    others = (getattr(each, side) for each in items if each is not item)
    return frozenset(getattr(item, side)).difference(*others)
