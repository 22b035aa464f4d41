"""Why a value that seems to have the seat of a claim's value may have another one: what the claim has, its own value has, too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.language.values import Mention, Named
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.place.scene import Scene
from checker.matching.rivals.excuses import is_bare
from checker.matching.rivals.ties import of_sort
from checker.matching.source.words import is_unspaced

# Words for those who were named before.
_PRONOUNS = {
    "en": r"he|she|him|her|his|hers|they|them|their|it|its|this|these|the former|the latter",
    "vi": r"ông|bà|ông ấy|bà ấy|anh ấy|cô ấy|họ|nó|này|đó",
    "fr": r"il|elle|ils|elles|lui|leur|leurs|son|sa|ses|celui-ci|celle-ci",
    "de": r"er|sie|ihn|ihm|ihr|ihre|ihren|ihrem|sein|seine|seinen|seinem|es|dies\w*",
    "es": r"él|ella|ellos|ellas|su|sus|lo|le|les|este|esta|ese|esa",
    "pt": r"ele|ela|eles|elas|seu|sua|seus|suas|este|esta",
    "it": r"lui|lei|egli|essi|loro|suo|sua|suoi|sue|questo|questa",
    "ru": r"он|она|они|его|её|ее|их|ему|ей|им|этот|эта|это|эти",
}


def doubtful(index: int, rival: Sighting, sightings: Sightings, scene: Scene) -> bool:
    """True where nobody can be sure that a rival has the seat of the claim's fact number `index`."""
    fact, near = sightings.facts[index], sightings.near[index]
    return (
        is_unspaced(scene.source.sentence(rival.sentence))
        or (not near and scene.across)
        or any(_of_those_before(each.sentence, scene) or is_bare(each.mention) for each in near)
        or any(_beside_its_word(fact, each, scene) for each in near)
        or _of_another_word(near, rival, scene)
        or _in_brackets_of_its_own(index, rival, sightings, scene)
        or _heads_a_list(near, rival, scene)
    )


def _heads_a_list(near: Sequence[Sighting], rival: Sighting, scene: Scene) -> bool:
    """True for the first value of a list, whose words are said for all, where the claim's is a later one with a word of its own.

    `Levels rose in 5 percent of patients on 60 mg and 1 percent on placebo`: on placebo they rose, too.
    """
    values = [each.start for each in scene.source.mentions(rival.sentence) if of_sort(each, rival.mention)]
    if not values or values[0] != rival.mention.start:
        return False
    return any(
        each.sentence == rival.sentence and each.mention.start > values[0] and _words_nearest_to(each, scene)[0]
        for each in near
    )


def _of_another_word(near: Sequence[Sighting], rival: Sighting, scene: Scene) -> bool:
    """True where a word of the claim that stands nearest to its own value stands nearest to another value than the rival, too.

    The 9.3 of `9.3 percent, in Lund 12.4` is not of Lund.
    """
    own = {term for each in near if each.sentence != rival.sentence for term in _words_nearest_to(each, scene)[0]}
    of_rival, of_others = _words_nearest_to(rival, scene) if own else (own, own)
    return bool(own & (of_others - of_rival))


def _in_brackets_of_its_own(index: int, rival: Sighting, sightings: Sightings, scene: Scene) -> bool:
    """True for a value in brackets with another fact of the claim, and without the rival: `all of it (37% in six months)`."""
    for seen in sightings.near[index]:
        text = scene.source.sentence(seen.sentence)
        first, last = text.rfind("(", 0, seen.mention.start), text.find(")", seen.mention.end)
        if first < 0 or last < 0 or ")" in text[first : seen.mention.start]:
            continue
        if seen.sentence == rival.sentence and first < rival.mention.start < last:
            continue
        if any(first < other.start < last for _, other in sightings.beside(index, seen.sentence)):
            return True
    return False


def _words_nearest_to(seen: Sighting, scene: Scene) -> tuple[set[int], set[int]]:
    """The claim's words in a sentence that stand nearest to one of its values, and those nearest to others of the sort."""
    values = [each for each in scene.source.mentions(seen.sentence) if of_sort(each, seen.mention)]
    nearest: tuple[set[int], set[int]] = (set(), set())
    for word in scene.anchors(seen.sentence):
        if word.terms and values:
            own = min(values, key=lambda each: max(each.start - word.end, word.start - each.end))
            nearest[own.start != seen.mention.start].update(word.terms)
    return nearest


def _beside_its_word(fact: Mention, seen: Sighting, scene: Scene) -> bool:
    """True where the word nearest to the claim's value stands nearest to the source's, too: `costs were 62`, `on costs of 62`.

    A name may stand between them: `died in 2005`, `died in Lund in 2005`.
    """
    mine = _before(fact, [(term.start, term.end) for term in scene.terms])
    anchors = scene.anchors(seen.sentence)
    theirs = _before(seen.mention, [(anchor.start, anchor.end) for anchor in anchors])
    nearest = theirs[-1:]
    for name in scene.source.mentions(seen.sentence) if theirs else ():
        if isinstance(name.value, Named) and name.start <= anchors[theirs[-1]].start < name.end:
            nearest = [*nearest, *[at for at in theirs if anchors[at].end <= name.start][-1:]]
    return any(one in anchors[other].terms for one in mine[-1:] for other in nearest)


def _before(value: Mention, words: Sequence[tuple[int, int]]) -> list[int]:
    """The numbers of the words before a value."""
    return [at for at, (_, end) in enumerate(words) if end <= value.start]


def _of_those_before(number: int, scene: Scene) -> bool:
    """True for a sentence that speaks of those named before it: what its values are tied to stands there."""
    pattern = _PRONOUNS.get(scene.source.language)
    return pattern is None or re.search(rf"\b(?:{pattern})\b", scene.source.sentence(number), re.IGNORECASE) is not None
