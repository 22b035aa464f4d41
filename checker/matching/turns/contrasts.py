"""Contrasts: a text has both words of a pair, and the claim's facts stand beside the other one (`a loss of 84, after a profit of 131`).

Each word of a pair has a zone of its sentence: up to a mark or conjunction that parts it from the next word of the pair. Where the
zone of the opposite has most of what stands around the claim's word, and no zone of the claim's own word does, the claim has it of the
wrong thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.foundation.model import FactKind
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.facts.slips import is_small
from checker.matching.place.scene import Scene
from checker.matching.turns.opposites import STRONG, Opposed, Pair, is_denied, pairs_in, pairs_of, segment

_COMPARED = "~"  # before the name of a pair that compares two things, whose order counts
_UNSURE = "?"  # before that of one which is never sure
_WEAK = re.compile(r"[,，()–—]\s?")
_NAME_ALONE = re.compile(r"\W*(?:[A-ZÀ-ÝĐ\u0410-\u042f][\w’'-]*\W*)+")
# Share of the words around the claim's word in the other word's zone, and by how much it must lead.
_TOLD, _LEAD = 0.6, 0.35
_SURE, _SURE_LEAD = 0.75, 0.5  # the same from which it is sure, where a figure or name is among them
_CHANGE = "rise"  # the pair whose words tell of which way a figure changed
_BEHIND = 12  # code points between such a word and its figure
_FEWEST = 2  # content words around the claim's word, with fewer of which nobody can tell


@dataclass(frozen=True, slots=True)
class _Zone:
    """`text[start:end]` of a sentence around one word of a pair; `inner` is its part between the marks right beside the word."""

    word: re.Match[str]
    mine: bool
    start: int
    end: int
    inner: tuple[int, int]


def contrasted(scene: Scene, sightings: Sightings) -> Opposed | None:
    """The first word of the claim of which the source has the opposite beside the claim's facts, None where there is none."""
    text = scene.claim.text
    claimed = pairs_in(text, scene.language)
    theirs = {pair.name: pair for pair in pairs_of(scene.source.language)} if claimed else {}
    for pair in claimed:
        if pair.name not in theirs:
            continue
        for zone in _zones(text, pair):
            if not _any_opposite(zone, theirs[pair.name], scene) or len(_around(zone, scene)) < _FEWEST:
                continue
            if is_denied(text, zone.word, scene.language):
                continue
            found = _against(zone, theirs[pair.name], scene, sightings)
            if found is not None:
                return found
    return None


def _any_opposite(zone: _Zone, pair: Pair, scene: Scene) -> bool:
    """True where a near sentence has the opposite of the claim's word: few have, and the others are spared the rest."""
    opposite = pair.other if zone.mine else pair.one
    return any(opposite.search(scene.source.sentence(number)) for number in scene.near)


def _against(zone: _Zone, pair: Pair, scene: Scene, sightings: Sightings) -> Opposed | None:
    """The zone of the opposite that has the claim's words or figures, where none of the claim's own word has nearly as many."""
    around = _around(zone, scene)
    own: list[tuple[int, _Zone]] = []
    other: list[tuple[int, _Zone]] = []
    for number in scene.near:
        sentence = scene.source.sentence(number)
        for each in _zones(sentence, pair):
            denied = is_denied(sentence, each.word, scene.source.language)
            if (each.mine == zone.mine) != denied:
                own.append((number, each))
            elif (
                not denied
                and _is_of_it(around, each, number, scene)
                and (not pair.name.startswith(_COMPARED) or _in_one_order(zone, each, number, scene))
            ):
                other.append((number, each))
    if not other:
        return None
    beside = max((_share(around, (each.start, each.end), number, scene) for number, each in own), default=0.0)
    share, number, each = max(
        ((_share(around, (each.start, each.end), number, scene), number, each) for number, each in other),
        key=lambda found: found[0],
    )
    told = share >= _TOLD and share - beside >= _LEAD
    figures = _figures(zone, sightings)
    there, here = _told_apart(figures, own, other, sightings, scene)
    by_figures = figures <= there - here and any(sightings.facts[at].kind is FactKind.NUMBER for at in figures)
    beside_it = _has_a_fact(zone, number, each.inner if scene.across else (each.start, each.end), sightings)
    told = told and here <= there  # a figure tells more than words
    by_subject = here <= there and not scene.across and _has_its_subject(zone, own, other, scene)
    if not (told or by_figures or by_subject) or (scene.across and not beside_it):
        return None  # across languages a lexicon's words are too loose to tell alone what a word is of
    sure = told and beside_it and share >= _SURE and share - beside >= _SURE_LEAD
    sure = (sure or (by_figures and len(figures) > 1)) and not scene.across and not pair.name.startswith(_UNSURE)
    sure = sure or (by_figures and pair.name == _CHANGE and _right_behind(zone, number, each, sightings))
    return Opposed(zone.word.group(), each.word.group(), number, sure)


def _right_behind(mine: _Zone, number: int, theirs: _Zone, sightings: Sightings) -> bool:
    """True where one figure stands right behind the claim's word and right behind the opposite: `tăng 2,1%`, `shrank by 2.1%`."""
    return any(
        0 <= fact.start - mine.word.end() <= _BEHIND
        and any(seen.sentence == number and 0 <= seen.mention.start - theirs.word.end() <= _BEHIND for seen in places)
        for fact, places in zip(sightings.facts, sightings.near, strict=True)
        if fact.kind is FactKind.NUMBER
    )


def _told_apart(
    figures: frozenset[int],
    own: Sequence[tuple[int, _Zone]],
    other: Sequence[tuple[int, _Zone]],
    sightings: Sightings,
    scene: Scene,
) -> tuple[frozenset[int], frozenset[int]]:
    """Which of these figures stand beside the opposite, and which beside the claim's own word or elsewhere in the opposite's sentence."""
    beside = [(at, segment(scene.source.sentence(at), each.word.start(), each.word.end())) for at, each in other]
    there = frozenset(each for each in figures if _stands_in(beside, sightings.near[each]))
    places = [(at, (each.start, each.end)) for at, each in own]
    counts = frozenset(each for each in figures if sightings.facts[each].kind is FactKind.NUMBER)
    whole = [(at, (0, len(scene.source.sentence(at)))) for at, _ in other]
    here = {each for each in figures if _stands_in(places, sightings.near[each])}
    return there, frozenset(here | {each for each in counts - there if _stands_in(whole, sightings.near[each])})


def _has_its_subject(
    zone: _Zone, own: Sequence[tuple[int, _Zone]], other: Sequence[tuple[int, _Zone]], scene: Scene
) -> bool:
    """True where the word right before the claim's word stands right before the opposite, and before the claim's own nowhere.

    `Farmers support it`, where the source has `farmers oppose it`, whatever else it has of those who support it.
    """
    before = [bit for bit in _around(zone, scene) if scene.terms[bit].end <= zone.word.start()]
    if not before:
        return False

    def last(number: int, each: _Zone) -> tuple[int, ...]:
        told = [one for one in scene.anchors(number) if each.start <= one.start and one.end <= each.word.start()]
        return told[-1].terms if told else ()

    return any(before[-1] in last(*each) for each in other) and not any(
        before[-1] in one.terms
        for number, each in own
        for one in scene.anchors(number)
        if each.start <= one.start < each.word.start()
    )


def _is_of_it(around: Sequence[int], zone: _Zone, number: int, scene: Scene) -> bool:
    """True where the part of a sentence right around the opposite tells of the claim's words, too, or of nothing else."""
    low, high = zone.word.span()
    beside = [
        each.terms
        for each in scene.anchors(number)
        if zone.inner[0] <= each.start < zone.inner[1] and not low <= each.start < high
    ]
    return not beside or any(not set(around).isdisjoint(terms) for terms in beside)


def _zones(text: str, pair: Pair) -> Iterator[_Zone]:
    """The zones of the words of a pair in a sentence, in order; none where nothing parts two opposite words."""
    words = sorted(
        [(each, True) for each in pair.one.finditer(text)] + [(each, False) for each in pair.other.finditer(text)],
        key=lambda found: (found[0].start(), -found[0].end()),
    )
    words = [each for at, each in enumerate(words) if not at or each[0].start() >= words[at - 1][0].end()]
    cuts = [0, *(_cut(text, one.end(), other.start()) for (one, _), (other, _) in pairwise(words)), len(text)]
    if any(cut is None and words[at - 1][1] != words[at][1] for at, cut in enumerate(cuts)):
        return
    marks = [each.start() for each in (*STRONG.finditer(text), *_WEAK.finditer(text))] if words else []
    for at, (word, mine) in enumerate(words):
        start, end = cuts[at], cuts[at + 1]
        start, end = (
            words[at - 1][0].end() if start is None else start,
            words[at + 1][0].start() if end is None else end,
        )
        before = sorted(each for each in marks if start <= each < word.start())
        if len(before) > 1 and _NAME_ALONE.fullmatch(text, before[-2], before[-1]):
            before = before[:-2] or [start]  # `his deputy, Karel Benda, was …`
        inner = (
            before[-1] if before else start,
            min((each for each in marks if word.end() <= each < end), default=end),
        )
        yield _Zone(word, mine, start, end, inner)


def _cut(text: str, start: int, end: int) -> int | None:
    """Where the zones of two words part: the last strong mark between them, else the last weak one."""
    for marks in (STRONG, _WEAK):
        found = [each.start() for each in marks.finditer(text, start, end)]
        if found:
            return found[-1]
    return None


def _around(zone: _Zone, scene: Scene) -> tuple[int, ...]:
    """The claim's content words in the zone of one of its words, as far as no strong mark parts them from it."""
    low, high = zone.word.span()
    marks = [each.start() for each in STRONG.finditer(scene.claim.text)]
    start = max((each for each in marks if zone.start <= each < low), default=zone.start)
    end = min((each for each in marks if high <= each < zone.end), default=zone.end)
    return tuple(
        bit
        for bit, term in enumerate(scene.terms)
        if start <= term.start < end and not (term.start < high and low < term.end)
    )


def _share(around: Sequence[int], span: tuple[int, int], number: int, scene: Scene) -> float:
    """The share of the weight of some words of the claim that stands in a span of a sentence."""
    here = {bit for each in scene.anchors(number) if span[0] <= each.start < span[1] for bit in each.terms}
    total = sum(scene.terms[bit].weight for bit in around)
    return sum(scene.terms[bit].weight for bit in around if bit in here) / total if total else 0.0


def _in_one_order(mine: _Zone, theirs: _Zone, number: int, scene: Scene) -> bool:
    """True where what stands before the claim's word stands before the source's, and what behind it behind it."""
    before = {bit for bit in _around(mine, scene) if scene.terms[bit].start < mine.word.start()}
    behind = set(_around(mine, scene)) - before
    anchors = [each for each in scene.anchors(number) if theirs.start <= each.start < theirs.end]
    earlier = {bit for each in anchors if each.start < theirs.word.start() for bit in each.terms}
    later = {bit for each in anchors if each.start >= theirs.word.end() for bit in each.terms}
    crossed = len(before & (later - earlier)) + len(behind & (earlier - later))
    return crossed == 0 and bool(before & earlier or behind & later)


def _has_a_fact(mine: _Zone, number: int, span: tuple[int, int], sightings: Sightings) -> bool:
    """True where a figure or name of the claim's zone stands in a span of the source's sentence."""
    return any(
        _stands_in([(number, span)], places)
        for fact, places in zip(sightings.facts, sightings.near, strict=True)
        if mine.start <= fact.start < mine.end
    )


def _figures(mine: _Zone, sightings: Sightings) -> frozenset[int]:
    """The figures and dates of the claim's zone, by their numbers."""
    return frozenset(
        at
        for at, fact in enumerate(sightings.facts)
        if mine.start <= fact.start < mine.end and fact.kind is not FactKind.NAME and not is_small(fact)
    )


def _stands_in(spans: Sequence[tuple[int, tuple[int, int]]], places: Sequence[Sighting]) -> bool:
    """True where one of these sightings stands in one of the spans, each of them of a sentence by its number."""
    return any(
        seen.sentence == number and start <= seen.mention.start < end
        for number, (start, end) in spans
        for seen in places
    )
