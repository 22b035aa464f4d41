"""Who did it to whom: the source has the claim's two parties the other way round (`A beat B`, `A lost to B`, `A 2–3 B`).

Both parties are names beside one verb; a passive, and a verb with its agent behind it, turn them round. A line with a
result between two names tells who won. Only a source that tells one order and never the other speaks against a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from checker.foundation.model import FactKind
from checker.language.names.offices import KIND
from checker.language.text import normalise
from checker.language.values import Mention, Named, Period
from checker.matching.facts.sameness import same
from checker.matching.place.scene import Scene
from checker.matching.source.words import stop_words
from checker.matching.turns.opposites import Opposed, is_denied

_REACH = 70  # code points between a verb and its parties
_WIN, _PREFER = "win", "prefer"  # what was chosen instead of what stands beside its words, in a passive as well
_SCORE = re.compile(r"(?<![\w.,–-])(\d{1,3})\s?[-–:]\s?(\d{1,3})(?![\w–-])")
_CAPITAL = r"[A-ZÀ-ÝĐ\u0410-\u042f][\w’'-]+"
_CAPITALS = re.compile(rf"(?:The )?({_CAPITAL}(?: {_CAPITAL}){{0,3}})")
_RESULT = re.compile(
    rf"({_CAPITAL}(?: {_CAPITAL}){{0,3}})\s(\d{{1,3}})\s?[-–:]\s?(\d{{1,3}})\s({_CAPITAL}(?: {_CAPITAL}){{0,3}})"
)
_ASIDE = re.compile(r",\s[^,;.]*,\s$")
_TWO = 2  # parties of a deed, numbers of a result
# What stands between the verb and its agent in a passive, with a helping verb or without: `a firm acquired by B`.
_BY = {
    "en": r"(?:\s+(?:as|in)\s+(?:[^\W\d]+\s+){0,2}\w+)?\s+by\b",
    "fr": r"\s+par\b",
    "es": r"\s+por\b",
    "pt": r"\s+(?:por|pel[oa]s?)\b",
    "it": r"\s+da(?:l|lla|i)?\b",
}
# The agent stands between the helping verb and the verb: `wurde von B geschlagen`, `bị B đánh bại`.
_INSIDE = {"de": r"\b(?:von|vom|durch)\s", "vi": r"\b(?:bị|được)\s"}


@dataclass(frozen=True, slots=True)
class _Deed:
    """One verb with its parties, and the words that tell it."""

    family: str
    agent: Mention
    patient: Mention
    words: str
    score: str = ""  # the numbers of the result that it tells, the lower one first


def turned_round(scene: Scene) -> Opposed | None:
    """The claim's deed whose parties the source has the other way round, None where there is none for sure."""
    claimed = list(_deeds(scene.claim.text, scene.mentions, scene.language))
    if not claimed:
        return None
    told = [
        (number, deed)
        for number in scene.near
        for deed in _deeds(scene.source.sentence(number), scene.source.mentions(number), scene.source.language)
    ]
    for mine in claimed:
        alike = [(number, deed) for number, deed in told if deed.family == mine.family]
        if mine.score:
            alike = [each for each in alike if each[1].score in (mine.score, "")]
        across = scene.across
        if any(
            _same(mine.agent, each.agent, across) and _same(mine.patient, each.patient, across) for _, each in alike
        ):
            continue
        for number, each in alike:
            if _of_another_day(number, scene):
                continue
            if _same(mine.agent, each.patient, across) and _same(mine.patient, each.agent, across):
                return Opposed(mine.words, each.words, number, sure=True)
        exchanged = _exchanged(mine, alike, scene)
        if exchanged is not None:
            return exchanged
    return None


def _exchanged(mine: _Deed, told: Sequence[tuple[int, _Deed]], scene: Scene) -> Opposed | None:
    """Another one's deed, where a sentence tells what the claim's agent did to somebody else: `A beat B and C beat D` for `C beat B`."""
    for number, each in told:
        if (
            _same(mine.patient, each.patient, scene.across)
            and same(mine.agent, each.agent, across=scene.across) is False
            and any(number == at and _same(mine.agent, other.agent, scene.across) for at, other in told)
        ):
            return Opposed(mine.words, each.words, number, sure=False)
    return None


def _of_another_day(number: int, scene: Scene) -> bool:
    """True when the claim gives a date and the sentence gives others alone: the same two may have met before."""
    mine, theirs = (
        [each for each in told if isinstance(each.value, Period)]
        for told in (scene.mentions, scene.source.mentions(number))
    )
    return bool(mine and theirs) and not any(
        same(one, other, across=scene.across) is not False for one in mine for other in theirs
    )


def _same(one: Mention, other: Mention, across: bool) -> bool:
    return same(one, other, across=across) is True


def _deeds(text: str, mentions: Sequence[Mention], language: str) -> Iterator[_Deed]:
    """The deeds that a sentence tells, each with the names that stand closest to its verb."""
    yield from _results(text)
    names = [each for each in mentions if isinstance(each.value, Named) and each.value.kind != KIND]
    names = [*_opening(text, names, language), *names]
    if len(names) < _TWO:
        return
    scores = _SCORE.findall(text)
    score = _key(scores[0]) if len(scores) == 1 else ""
    for family, active, inverse in _verbs(language):
        for verb in _undenied(active, text, language):
            agent, patient = _subject(text, verb.start(), names), _after(verb.end(), names)
            inside = () if family == _PREFER else _agent_inside(text, verb, names, language)
            if inside and agent and inside[0] is not None:
                yield _told(family, inside[0], inside[1], text, score)
            elif agent and patient and not inside:
                if _is_passive(text, verb, language):
                    agent, patient = patient, agent
                yield _told(family, agent, patient, text, score)
        for verb in _undenied(inverse, text, language):
            patient, agent = _subject(text, verb.start(), names), _after(verb.end(), names)
            if agent and patient:
                yield _told(family, agent, patient, text, score)


def _undenied(verbs: re.Pattern[str] | None, text: str, language: str) -> Iterator[re.Match[str]]:
    """Where these verbs stand without a "not" close to them."""
    if verbs is not None:
        yield from (verb for verb in verbs.finditer(text) if not is_denied(text, verb, language))


def _opening(text: str, names: Sequence[Mention], language: str) -> Iterator[Mention]:
    """What a sentence begins with as a name, where capitals make none: beside such a verb it is a party."""
    found = _CAPITALS.match(text)
    if (
        found is None
        or found.group().casefold() in stop_words(language)
        or any(each.start < found.end() for each in names)
    ):
        return
    yield _named(found.group(1), found.start(1))


def _told(family: str, agent: Mention, patient: Mention, text: str, score: str) -> _Deed:
    start, end = min(agent.start, patient.start), max(agent.end, patient.end)
    return _Deed(family, agent, patient, text[start:end], score)


def _key(scores: tuple[str, str]) -> str:
    return "-".join(sorted(scores, key=int))


def _results(text: str) -> Iterator[_Deed]:
    """Who won by a result that stands right between two words in capitals: `Kolding 27-26 Rimnica`."""
    for found in _RESULT.finditer(text):
        scores = int(found.group(2)), int(found.group(3))
        first, last = (_named(found.group(at), found.start(at)) for at in (1, 4))
        if scores[0] != scores[1]:
            winner, loser = (first, last) if scores[0] > scores[1] else (last, first)
            yield _told(_WIN, winner, loser, text, _key((found.group(2), found.group(3))))


def _named(text: str, start: int) -> Mention:
    return Mention(FactKind.NAME, text, start, start + len(text), Named(frozenset({normalise.key(text)})))


def _subject(text: str, verb: int, names: Sequence[Mention]) -> Mention | None:
    """The name before a verb, and before what is said between commas of who bears it: `Vos, then a judge in Lund, beat …`."""
    aside = _ASIDE.search(text, 0, verb)
    return (_before(aside.start(), names) if aside else None) or _before(verb, names)


def _before(place: int, names: Sequence[Mention]) -> Mention | None:
    found = [each for each in names if place - _REACH <= each.end <= place]
    return max(found, key=lambda each: each.end, default=None)


def _after(place: int, names: Sequence[Mention]) -> Mention | None:
    found = [each for each in names if place <= each.start <= place + _REACH]
    return min(found, key=lambda each: each.start, default=None)


def _is_passive(text: str, verb: re.Match[str], language: str) -> bool:
    by = _BY.get(language)
    return by is not None and re.match(by, text[verb.end() :], re.IGNORECASE) is not None


def _agent_inside(
    text: str, verb: re.Match[str], names: Sequence[Mention], language: str
) -> tuple[Mention | None, Mention] | tuple[()]:
    """(agent, patient) of a passive whose agent stands before the verb; an agent of None where it is not named."""
    mark = _INSIDE.get(language)
    marks = list(re.finditer(mark, text[: verb.start()], re.IGNORECASE)) if mark else []
    if (
        not marks
        or verb.start() - marks[-1].end() > _REACH
        or re.search(r"[,;.]", text[marks[-1].end() : verb.start()])
    ):
        return ()
    agent = next((each for each in names if marks[-1].end() <= each.start and each.end <= verb.start()), None)
    patient = _before(marks[-1].start(), names)
    return (agent, patient) if patient is not None else ()


@cache
def _verbs(language: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    """The verbs of a language, as parties.tsv lists them."""
    lines = resources.files("checker.matching.turns").joinpath("parties.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(
        (row[0], _whole(row[2]), _whole(row[3]) if row[3] != "-" else None) for row in rows if row[1] == language
    )


def _whole(forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
