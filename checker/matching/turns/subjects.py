"""Of whom it is told: the source tells the claim's words and figures of somebody else, whom it names at the head of the same statement.

`Calder shut 46 branches`, where the source has `Norwick shut 46 branches; Calder opened 12`: everything stands there but the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.language.names.offices import KIND
from checker.language.names.words import NOUNS_IN_CAPITALS
from checker.language.values import Mention, Named, Period
from checker.matching.facts.sightings import Sightings
from checker.matching.place.scene import Scene
from checker.matching.source.words import stems, stop_words
from checker.matching.turns.opposites import Opposed

# Where a statement with a subject of its own begins: behind a semicolon, or a conjunction with a name right behind it. A bare
# `and` behind a name joins two names as well.
_CUT = re.compile(
    r"(?:;\s+|,?\s+(?:while|whereas|but|trong khi|còn|nhưng|tandis que|mais|während|aber|mientras|pero)\s+|,\s+(?:and|và|et|und|y)\s+"
    r"|(?P<bare>\s(?:and|và|et|y)\s))"
    r"(?=(?:the\s+|die\s+|der\s+|das\s+|le\s+|la\s+|el\s+)?[A-ZÀ-ÝĐ\u0410-\u042f])"
)
# No statement: `Holm, Vance, and Adeyemi scored`.
_NAMES_ALONE = re.compile(r"(?:[\W\d_]|[A-ZÀ-ÝĐ\u0410-\u042f][\w’'-]*|the|of)*")
_ARTICLE = re.compile(r"\s*(?:(?:The|Die|Der|Das|Le|La|Les|El|Los|the|die|der|das|le|la|les|el|los)\s+)?")
_CAPITALS = re.compile(r"[A-ZÀ-ÝĐ\u0410-\u042f][\w’'-]+(?: [A-ZÀ-ÝĐ\u0410-\u042f][\w’'-]+){0,3}")
# What is told apart by its number: `Room 14 contained 27 jars; Room 15 was empty`.
_NUMBERED = re.compile(
    r"[A-ZÀ-ÝĐ\u0410-\u042f][^\W\d_]+ \d{1,4}(?:[a-zA-Z]\b|\b)(?![.,:/%]\d| (?:and|or|to|und|et|y|và)\b)"
)
_PRONOUN = {
    "en": r"(?:It|He|She|They)\b",
    "de": r"(?:Er|Sie|Es)\b",
    "fr": r"(?:Il|Elle|Ils|Elles)\b",
    "es": r"(?:Él|Ella|Ellos|Ellas)\b",
    "vi": r"(?:Ông|Bà|Nó|Họ)(?= (?:là|đã|có|từng|được|bị)\b)",
}
# Somebody who is only compared with: `second with 68 points, four behind Marlow`.
_BESIDE = re.compile(r"\b(?:than|behind|ahead of|unlike|hơn|so với)\s+(?:[Tt]he\s+)?[A-ZÀ-ÝĐ][\w’'-]*")
_TOLD, _SURE = 0.7, 0.85  # share of the claim's clause without its subject that the other one's statement must have
_COMMA = re.compile(r",?\s+")  # what may stand between a date and a subject: `In 2016 Greaves …`
_DATE_SPAN = 4  # code points before such a date
_FEWEST = 3  # content words of it


@dataclass(frozen=True, slots=True)
class _Statement:
    """`text[start:end]` of a sentence, and whom it names at its head, if it does."""

    number: int
    start: int
    end: int
    subject: str
    by_pronoun: bool = False


def of_somebody_else(scene: Scene, sightings: Sightings) -> Opposed | None:
    """The subject of whom the source tells what the claim tells of its own one, None where it is the same or nobody can tell."""
    if scene.across or not scene.terms:
        return None
    mine = _head(scene.claim.text, 0, scene.mentions, scene)
    if mine is None or not _stands(mine, scene):
        return None
    clause = _predicate(scene.claim.text.find(mine) + len(mine), scene)
    if clause is None or not _has_a_fact(clause, sightings):
        return None
    told = [(_share(clause, each, scene), each) for number in scene.near for each in _statements(number, scene)]
    likely = [(share, each) for share, each in told if share >= _TOLD]
    if not likely or any(not each.subject or _names(mine, each, scene) for _, each in likely):
        return None
    share, other = max(likely, key=lambda found: found[0])
    if _is_in(other.subject, mine, scene.claim.text, scene.language) or _kinds_differ(mine, other, scene):
        return None
    heads = {each.subject for _, each in told if abs(each.number - other.number) <= 1}
    sure = (
        share >= _SURE
        and not other.by_pronoun
        and any(_is_in(each, other.subject, mine, scene.language) for each in heads if each)
    )
    return Opposed(mine, other.subject, other.number, sure)


def _statements(number: int, scene: Scene) -> Iterator[_Statement]:
    """The statements of a sentence of the source; one that begins with a pronoun is of the head of the sentence before."""
    text, language = scene.source.sentence(number), scene.source.language
    told = scene.source.mentions(number)
    cuts = [each.span() for each in _CUT.finditer(text) if not _joins_names(text, each)]
    for start, end in zip((0, *(last for _, last in cuts)), (*(first for first, _ in cuts), len(text)), strict=True):
        pattern = _PRONOUN.get(language)
        if number and pattern and re.match(pattern, text[start:].lstrip()) and start == 0:
            before = scene.source.sentence(number - 1)
            head = _head(before, 0, scene.source.mentions(number - 1), scene)
            yield _Statement(number, start, end, head or "", by_pronoun=True)
        else:
            yield _Statement(number, start, end, _head(text, start, told, scene) or "")


def _joins_names(text: str, cut: re.Match[str]) -> bool:
    """True for an `and` between two names, which are of one statement."""
    before = text[: cut.start()]
    return _NAMES_ALONE.fullmatch(before) is not None or (cut["bare"] is not None and before.split()[-1][0].isupper())


def _head(text: str, start: int, told: tuple[Mention, ...], scene: Scene) -> str | None:
    """The name with which a statement begins, behind a date and an article at most.

    Capitals at the beginning make a name where the page has the word in capitals within a sentence, too.
    """
    language, page = scene.source.language, scene.source.passages.text
    dates = [each for each in told if isinstance(each.value, Period) and start <= each.start <= start + _DATE_SPAN]
    if dates and (found := _COMMA.match(text, dates[0].end)):
        start = found.end()
    article = _ARTICLE.match(text, start)
    assert article is not None
    at = article.end()
    numbered = _NUMBERED.match(text, at)
    if numbered and not any(
        isinstance(each.value, Period) and each.start < numbered.end() and at < each.end for each in told
    ):
        return numbered.group() if numbered.group() in page else None
    for each in told:
        if isinstance(each.value, Named) and each.start in (start, at):
            return None if each.value.kind in (KIND, "demonym") or each.text.isupper() else each.text
    found = _CAPITALS.match(text, at)
    if found is None or any(each.start < found.end() and found.start() < each.end for each in told):
        return None
    name = re.sub(r"['’]s$", "", found.group())
    first = name.split()[0]
    if (
        re.split("['’]", first)[0].casefold() in stop_words(language)
        or language in NOUNS_IN_CAPITALS
        or first.isupper()
    ):
        return None
    return name if re.search(rf"[a-zà-ÿ,] {re.escape(first)}\b", page) else None


def _predicate(start: int, scene: Scene) -> tuple[int, int] | None:
    """What the claim tells of its subject: up to the end of the first clause that has enough words of it."""
    for _, end in scene.clauses:
        if sum(start <= term.start < end for term in scene.terms) >= _FEWEST:
            return start, end
    return None


def _has_a_fact(clause: tuple[int, int], sightings: Sightings) -> bool:
    """True when a figure or another name of the clause stands near: words alone tell of many."""
    return any(
        clause[0] <= fact.start < clause[1] and bool(near)
        for fact, near in zip(sightings.facts, sightings.near, strict=True)
    )


def _share(clause: tuple[int, int], statement: _Statement, scene: Scene) -> float:
    here = {
        bit
        for each in scene.anchors(statement.number)
        if statement.start <= each.start < statement.end
        for bit in each.terms
    }
    wanted = [(bit, term.weight) for bit, term in enumerate(scene.terms) if clause[0] <= term.start < clause[1]]
    total = sum(weight for _, weight in wanted)
    return sum(weight for bit, weight in wanted if bit in here) / total if total else 0.0


def _stands(name: str, scene: Scene) -> bool:
    """True when a name of the claim stands in the source, in capitals: whom the source does not know it does not tell apart."""
    return any(
        word in scene.source.passages.text for word in name.split() if word.casefold() not in stop_words(scene.language)
    )


def _names(name: str, statement: _Statement, scene: Scene) -> bool:
    """True when a statement has a word of a name that its own subject has not, or its subject is the same in a shorter form."""
    mine, other = (set(stems(each, scene.language)) for each in (name, statement.subject))
    text = _BESIDE.sub(" ", scene.source.sentence(statement.number)[statement.start : statement.end])
    return mine <= other or other <= mine or not (mine - other).isdisjoint(stems(text, scene.language))


def _is_in(name: str, other: str, text: str, language: str) -> bool:
    """True when a text has a word of a name that another name has not."""
    return not (set(stems(name, language)) - set(stems(other, language))).isdisjoint(stems(text, language))


def _kinds_differ(mine: str, other: _Statement, scene: Scene) -> bool:
    """True for a person and a country, which may stand for each other."""
    kinds = [
        {each.value.kind for each in told if isinstance(each.value, Named) and each.text == name and each.value.kind}
        for name, told in (
            (mine, scene.mentions),
            (other.subject, (*scene.source.mentions(other.number), *scene.source.mentions(max(0, other.number - 1)))),
        )
    ]
    return bool(kinds[0] and kinds[1]) and kinds[0].isdisjoint(kinds[1])
