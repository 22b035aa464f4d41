"""Denials: the source says of the claim's own words that it was not so, or the claim does and the source does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.foundation.model import FactKind
from checker.matching.scene import Scene
from checker.matching.sightings import Sightings
from checker.matching.words import WORD, keys_of

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
    """The sentence near the claim's place that denies what the claim says (or says what it denies), if one does."""
    claimed = set(_denied_terms(scene.claim.text, scene.language, scene))
    for number in scene.near:
        said = set(_denied_terms(scene.source.sentence(number), scene.source.language, scene))
        here = {bit for anchor in scene.anchors(number) for bit in anchor.terms}
        turned = (said - claimed) | {bit for bit in claimed - said if bit in here}
        if any(_most_at_home(bit, number, scene, sightings) for bit in turned):
            return number
    return None


def _denied_terms(text: str, language: str, scene: Scene) -> Iterator[int]:
    """The claim's words that stand right after a denial in a text of either side."""
    pattern = _DENIALS.get(language)
    if pattern is None:
        return
    at = {
        key: bit
        for bit, term in enumerate(scene.terms)
        for key in (*term.keys, scene.claim.text[term.start : term.end])
    }
    for denial in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
        following = (key for word in WORD.finditer(text, denial.end()) for key in keys_of(word.group(), language))
        for _, key in zip(range(_WORDS_AFTER), following, strict=False):
            if key in at:
                yield at[key]


def _most_at_home(bit: int, number: int, scene: Scene, sightings: Sightings) -> bool:
    """True when no other near sentence has the word beside as many of the claim's facts and words."""
    others = [
        each for each in scene.near if each != number and any(bit in anchor.terms for anchor in scene.anchors(each))
    ]
    return all(_weight(number, scene, sightings) > _weight(each, scene, sightings) for each in others)


def _weight(number: int, scene: Scene, sightings: Sightings) -> float:
    facts = sum(
        fact.kind is FactKind.NAME and any(seen.sentence == number for seen in near)
        for fact, near in zip(sightings.facts, sightings.near, strict=True)
    )
    return facts + scene.covered(number, scene.clauses)
