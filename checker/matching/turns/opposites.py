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
from checker.matching.source.words import WORD
from checker.matching.turns.polarity import denies, surely_denied

_SAME_STATEMENT = 0.55  # share of the clause's words that the sentence with the opposite must have, in one language
_SAME_STATEMENT_ACROSS = 0.45
_DENIAL_BEFORE, _DENIAL_AFTER = 40, 20  # code points around a word in which a "not" belongs to it
_SHOWN = 140  # code points of a sentence that a reason shows
# The forms of a side: what no bracket holds between two bars.
_FORM = re.compile(r"(?:[^|()]|\((?:[^()]|\([^()]*\))*\))+")
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
    claimed = pairs_in(scene.claim.text, scene.language, "opposites")
    theirs = {pair.name: pair for pair in pairs_of(scene.source.language, ("opposites",))} if claimed else {}
    for pair in claimed:
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


def pairs_in(text: str, language: str, *tables: str) -> tuple[Pair, ...]:
    """The pairs of a language's tables of which a text has a word of either side, in the tables' order."""
    by_letter, pairs = _by_letter(language, tables), pairs_of(language, tables)
    found: set[int] = set()
    small = text.casefold()
    for word in WORD.finditer(small):
        start = word.start()
        for letter in (small[start], ""):
            numbers, either = by_letter.get(letter, ((), None))
            if either is not None and either.match(small, start):
                found.update(numbers)
    return tuple(pairs[at] for at in sorted(found) if pairs[at].one.search(text) or pairs[at].other.search(text))


@cache
def pairs_of(language: str, tables: tuple[str, ...]) -> tuple[Pair, ...]:
    """The pairs of a language, as these tables list them: `opposites`, `contrasts`."""
    return tuple(Pair(name, _whole(one), _whole(other)) for name, one, other in _rows(language, tables))


@cache
def _by_letter(language: str, tables: tuple[str, ...]) -> dict[str, tuple[tuple[int, ...], re.Pattern[str] | None]]:
    """By the first letter of a word, "" for forms that begin with none: the pairs that it may be of, and a pattern of their forms.

    Few claims have any of these words; so they are spared a search for each pair.
    """
    forms: dict[str, list[tuple[int, str]]] = {}
    for at, (_, *sides) in enumerate(_rows(language, tables)):
        for form in _FORM.findall("|".join(sides).casefold()):
            forms.setdefault(form[0] if form[0].isalpha() else "", []).append((at, form))
    return {
        letter: (tuple({at for at, _ in several}), re.compile("|".join(form for _, form in several)))
        for letter, several in forms.items()
    }


@cache
def _rows(language: str, tables: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    texts = [resources.files("checker.matching.turns").joinpath(f"{each}.tsv").read_text("utf-8") for each in tables]
    lines = [line for text in texts for line in text.splitlines() if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines]
    return tuple((row[0], row[2], row[3]) for row in rows if row[1] == language)


def _whole(forms: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
