"""Opposites: the source says `rejected` where the article says `accepted`, of the same thing.

Both words are looked for in the sentences near the claim's place alone. A pair counts only where no such sentence has
the claim's own side of it, and the one that has the other side tells of the claim's clause in most of its other words. A denial on either side turns the
meaning round (`did not accept`): such sentences are left to `polarity`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from checker.matching.facts.sightings import Sightings
from checker.matching.place.scene import Scene
from checker.matching.turns.polarity import denies, surely_denied

_SAME_STATEMENT = 0.55  # share of the clause's words that the sentence with the opposite must have, in one language
_SAME_STATEMENT_ACROSS = 0.45
_DENIAL_BEFORE, _DENIAL_AFTER = 40, 20  # code points around a word in which a "not" belongs to it
_SHOWN = 140  # code points of a sentence that a reason shows
_LAST_CLAUSE = re.compile(r"[,;:]\s")
_SURE = 0.7  # from this share on, with a fact of the clause beside it, the source contradicts


@dataclass(frozen=True, slots=True)
class Opposed:
    """The words of both sides, the number of the source's sentence, and whether it is sure that they tell of one thing."""

    mine: str
    theirs: str
    sentence: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of opposites in one language: patterns of the words of either side."""

    name: str
    one: re.Pattern[str]
    other: re.Pattern[str]


def opposed(scene: Scene, sightings: Sightings) -> Opposed | None:
    """The first word of the claim whose opposite the source says in its place, None where there is none."""
    theirs = {pair.name: pair for pair in pairs_of("opposites", scene.source.language)}
    for pair in pairs_of("opposites", scene.language):
        if pair.name not in theirs:
            continue
        other = theirs[pair.name]
        found = _on_one_side((pair.one, pair.other), (other.one, other.other), scene, sightings) or _on_one_side(
            (pair.other, pair.one), (other.other, other.one), scene, sightings
        )
        if found:
            return found
    return None


def flatly_denied(scene: Scene, number: int | None) -> Opposed | None:
    """The source's sentence that denies the claim in the claim's own words, None where it is not sure to."""
    if number is None or not surely_denied(scene, number):
        return None
    return Opposed(_short(scene.claim.text), _short(scene.source.sentence(number)), number, sure=True)


def _short(text: str) -> str:
    return text.rstrip(".") if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"


def _on_one_side(
    claimed: tuple[re.Pattern[str], re.Pattern[str]],
    told: tuple[re.Pattern[str], re.Pattern[str]],
    scene: Scene,
    sightings: Sightings,
) -> Opposed | None:
    """The opposite of a claim's word; each tuple is (the claim's side, the other side) in its language."""
    text = scene.claim.text
    mine = claimed[0].search(text)
    if mine is None or claimed[1].search(text) or any(told[0].search(scene.source.sentence(n)) for n in scene.near):
        return None
    clause = scene.clause_of(mine.start())
    if is_denied(text, mine, scene.language):
        return None
    needed = _SAME_STATEMENT_ACROSS if scene.across else _SAME_STATEMENT
    for number in scene.near:
        sentence = scene.source.sentence(number)
        theirs = told[1].search(sentence)
        if theirs is None or is_denied(sentence, theirs, scene.source.language):
            continue
        around = [(clause[0], mine.start()), (mine.end(), clause[1])]
        share = scene.covered(number, around)
        if share >= needed:
            return Opposed(mine.group(), theirs.group(), number, share >= _SURE and _beside(number, clause, sightings))
    return None


def is_denied(text: str, word: re.Match[str], language: str) -> bool:
    """True when a "not" of any sort stands close to a word: one in the next clause denies something else."""
    before = _LAST_CLAUSE.split(text[max(0, word.start() - _DENIAL_BEFORE) : word.start()])[-1]
    after = _LAST_CLAUSE.split(text[word.end() : word.end() + _DENIAL_AFTER])[0]
    return denies(f"{before} {after}", language)


def _beside(number: int, clause: tuple[int, int], sightings: Sightings) -> bool:
    """True when a fact of the clause stands in that sentence."""
    return any(
        seen.sentence == number
        for fact, places in zip(sightings.facts, sightings.near, strict=True)
        if clause[0] <= fact.start < clause[1]
        for seen in places
    )


@cache
def pairs_of(table: str, language: str) -> tuple[Pair, ...]:
    """The pairs of a language, as `opposites.tsv` or `contrasts.tsv` lists them."""
    lines = resources.files("checker.matching.turns").joinpath(f"{table}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(Pair(row[0], _whole(row[2]), _whole(row[3])) for row in rows if row[1] == language)


def _whole(forms: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
