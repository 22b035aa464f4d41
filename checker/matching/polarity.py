"""Denials: the source says of the claim's own words that it was not so, or the claim does and the source does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.foundation.model import FactKind
from checker.matching.scene import Scene
from checker.matching.sightings import Sightings

_DENIALS = {
    "de": r"nicht|kein|keine|keinen|keiner|nie|niemals",
    "en": r"not|never|no|none|neither|nor|cannot|without|denied|denies|refused|refuses|failed|fails|\w+n['’]t",
    "es": r"no|nunca|jamás|ningún|ninguna|negó|niega|sin",
    "fr": r"pas|jamais|aucun|aucune|ni|sans|nie|nia|refusa|refuse",
    "ru": r"не|ни|никогда|без|отрицает|отрицал|нет",
    "vi": r"không|chưa|chẳng|phủ nhận|từ chối|bác bỏ",
    "zh": r"不|没有|未|否认|拒绝",
}
_WORDS_AFTER = 2  # content words that a denial reaches: "did not find the ministry liable"


def denied(scene: Scene, sightings: Sightings) -> int | None:
    """The sentence near the claim's place that denies what the claim says (or says what it denies), if one does.

    Across languages what the claim denies is not held against it: the source may say so without a “not”.
    """
    first = {term.keys: bit for bit, term in reversed(list(enumerate(scene.terms)))}
    starts = [(term.start, (first[term.keys],)) for term in scene.terms]
    claimed = _denied_terms(scene.claim.text, scene.language, starts)
    for number in scene.near:
        anchors = [
            (anchor.start, tuple(first[scene.terms[bit].keys] for bit in anchor.terms))
            for anchor in scene.anchors(number)
        ]
        said = _denied_terms(scene.source.sentence(number), scene.source.language, anchors)
        here = {bit for _, bits in anchors for bit in bits}
        turned = said - claimed if scene.across else said ^ (claimed & (here | said))
        if any(bit in here and _most_at_home(bit, number, scene, sightings) for bit in turned):
            return number
    return None


def _denied_terms(text: str, language: str, words: Sequence[tuple[int, tuple[int, ...]]]) -> set[int]:
    """The claim's words that stand right after a denial; `words` are a text's content words and what they cover."""
    pattern = _DENIALS.get(language)
    if pattern is None:
        return set()
    found: set[int] = set()
    for denial in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
        following = [bits for start, bits in words if start >= denial.end()][:_WORDS_AFTER]
        found.update(bit for bits in following for bit in bits)
    return found


def _most_at_home(bit: int, number: int, scene: Scene, sightings: Sightings) -> bool:
    """True when the name beside the word in the claim stands in this sentence, and in no other one with the word.

    Without such a name the sentence must have more of the claim than any other near one with the word.
    """
    others = [
        each for each in scene.near if each != number and any(bit in anchor.terms for anchor in scene.anchors(each))
    ]
    places = _places_of_name(bit, scene, sightings)
    if places and number in places:
        return not any(each in places for each in others)
    here = scene.covered(number, scene.clauses)
    return all(here > scene.covered(each, scene.clauses) for each in others)


def _places_of_name(bit: int, scene: Scene, sightings: Sightings) -> set[int]:
    """The near sentences that have the name closest to a word of the claim."""
    names = [index for index, fact in enumerate(sightings.facts) if fact.kind is FactKind.NAME]
    at = scene.terms[bit].start
    closest = min(names, key=lambda index: abs(sightings.facts[index].start - at), default=None)
    return {seen.sentence for seen in sightings.near[closest]} if closest is not None else set()
