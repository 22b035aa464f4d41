"""Opposites: the source says `rejected` where the article says `accepted`, of the same thing.

Both words are looked for in the sentences near the claim's place alone. A pair counts only where no such sentence has
the claim's own side of it, and the one that has the other side tells of the claim's clause in most of its other words. A denial on either side turns the
meaning round (`did not accept`): such sentences are left to `polarity`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from checker.foundation.model import FactKind
from checker.matching.facts.sightings import Sightings
from checker.matching.place.scene import Scene
from checker.matching.source.words import WORD
from checker.matching.turns.polarity import denies, surely_denied

_OPPOSITES = "opposites"  # the table of pairs of which hardly one event has both
_SAME_STATEMENT = 0.55  # share of the clause's words that the sentence with the opposite must have, in one language
_SAME_STATEMENT_ACROSS = 0.45
_DENIAL_BEFORE, _DENIAL_AFTER = 40, 20  # code points around a word in which a "not" belongs to it
_SHOWN = 140  # code points of a sentence that a reason shows
# The forms of a side: what no bracket holds between two bars.
_FORM = re.compile(r"(?:[^|()]|\((?:[^()]|\([^()]*\))*\))+")
# What parts two statements of a sentence.
STRONG = re.compile(
    r"[;:]\s|[,，]?\s(?=(?:and|but|while|whereas|although|after|before|và|còn|trong khi|nhưng|sau khi|trước khi|et|mais|tandis que|und"
    r"|aber|während|y|pero|mientras)\s)",
    re.IGNORECASE,
)
# The same of two that are set against each other.
_AGAINST = re.compile(
    r"[;:]\s|[,，]?\s(?=(?:but|while|whereas|còn|trong khi|nhưng|mais|tandis que|aber|während|pero|mientras)\s)",
    re.IGNORECASE,
)
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
    """A pair of opposites in one language: patterns of the words of either side; `flat` where hardly one event has both."""

    name: str
    one: re.Pattern[str]
    other: re.Pattern[str]
    flat: bool


def opposed(scene: Scene, sightings: Sightings) -> Opposed | None:
    """The first word of the claim whose opposite the source says in its place, None where there is none."""
    claimed = [pair for pair in pairs_in(scene.claim.text, scene.language) if pair.flat]
    theirs = {pair.name: pair for pair in pairs_of(scene.source.language) if pair.flat} if claimed else {}
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


def flatly_denied(scene: Scene, sightings: Sightings, number: int | None) -> Opposed | None:
    """The source's sentence that denies the claim in the claim's own words, None where it is not sure to.

    It does not speak of all of the claim where one figure of it stands there and another elsewhere: `34 kg plus 3 for the battery`, `34 kg without battery`.
    """
    if number is None or not surely_denied(scene, number):
        return None
    at = [
        {seen.sentence for seen in near}
        for fact, near in zip(sightings.facts, sightings.near, strict=True)
        if fact.kind is FactKind.NUMBER and near
    ]
    if any(number in each for each in at) and any(number not in each for each in at):
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
            sure = share >= _SURE and _beside(number, clause, sightings)
            sure = sure and not _tells_other_figures(theirs, number, clause, sightings, scene)
            return Opposed(mine.group(), theirs.group(), number, sure)
    return None


def is_denied(text: str, word: re.Match[str], language: str) -> bool:
    """True when a "not" of any sort stands close to a word: one in the next clause denies something else."""
    before = _LAST_CLAUSE.split(text[max(0, word.start() - _DENIAL_BEFORE) : word.start()])[-1]
    after = _LAST_CLAUSE.split(text[word.end() : word.end() + _DENIAL_AFTER])[0]
    return denies(f"{before} {after}", language)


def segment(text: str, start: int, end: int, parts: re.Pattern[str] = STRONG) -> tuple[int, int]:
    """The statement of a sentence that holds a word; `parts` is what parts statements."""
    marks = [each.start() for each in parts.finditer(text)]
    return max((each for each in marks if each <= start), default=0), min(
        (each for each in marks if each >= end), default=len(text)
    )


def _tells_other_figures(
    word: re.Match[str], number: int, clause: tuple[int, int], sightings: Sightings, scene: Scene
) -> bool:
    """True where the clause's figures stand in a word's sentence, but none in its statement: `exports rose to 310, while imports fell`."""
    low, high = segment(scene.source.sentence(number), *word.span(), _AGAINST)
    places = [
        low <= seen.mention.start < high
        for fact, near in zip(sightings.facts, sightings.near, strict=True)
        if clause[0] <= fact.start < clause[1] and fact.kind is FactKind.NUMBER
        for seen in near
        if seen.sentence == number
    ]
    return bool(places) and not any(places)


def _beside(number: int, clause: tuple[int, int], sightings: Sightings) -> bool:
    """True when a fact of the clause stands in that sentence."""
    return any(
        seen.sentence == number
        for fact, places in zip(sightings.facts, sightings.near, strict=True)
        if clause[0] <= fact.start < clause[1]
        for seen in places
    )


@lru_cache(maxsize=64)  # a claim is asked about by two turns, and against each of its sources
def pairs_in(text: str, language: str) -> tuple[Pair, ...]:
    """The pairs of a language of which a text has a word of either side, in the order of the tables."""
    by_letter, pairs = _by_letter(language), pairs_of(language)
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
def pairs_of(language: str) -> tuple[Pair, ...]:
    """The pairs of a language, as `opposites.tsv` and `contrasts.tsv` list them."""
    return tuple(
        Pair(name, _whole(one), _whole(other), table == _OPPOSITES) for table, name, one, other in _rows(language)
    )


@cache
def _by_letter(language: str) -> dict[str, tuple[tuple[int, ...], re.Pattern[str] | None]]:
    """By the first letter of a word, "" for forms that begin with none: the pairs that it may be of, and a pattern of their forms.

    Few claims have any of these words; so they are spared a search for each pair.
    """
    forms: dict[str, list[tuple[int, str]]] = {}
    for at, (_, _, *sides) in enumerate(_rows(language)):
        for form in _FORM.findall("|".join(sides).casefold()):
            forms.setdefault(form[0] if form[0].isalpha() else "", []).append((at, form))
    return {
        letter: (tuple({at for at, _ in several}), re.compile("|".join(form for _, form in several)))
        for letter, several in forms.items()
    }


@cache
def _rows(language: str) -> tuple[tuple[str, str, str, str], ...]:
    """(table, name, forms of the one side, forms of the other) of a language's pairs."""
    found: list[tuple[str, str, str, str]] = []
    for table in (_OPPOSITES, "contrasts"):
        lines = resources.files("checker.matching.turns").joinpath(f"{table}.tsv").read_text("utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        found += [(table, row[0], row[2], row[3]) for row in rows if row[1] == language]
    return tuple(found)


def _whole(forms: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
