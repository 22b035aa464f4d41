"""What a verdict is weighed from: shares and counts of one claim before one source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.foundation.model import EvidenceKind, FactKind, FactStatus
from checker.language.values import Named
from checker.matching.facts.derived import derived_nearby
from checker.matching.facts.differences import is_difference
from checker.matching.facts.quotes import Quoted, translated
from checker.matching.facts.sameness import known
from checker.matching.facts.sightings import Sightings
from checker.matching.facts.telling import telling
from checker.matching.place.rewording import Reworded, reworded
from checker.matching.place.scene import Scene
from checker.matching.rivals.outcomes import Outcome
from checker.matching.turns.opposites import Opposed
from checker.matching.turns.polarity import unlimited

FULL_TEXTS = (EvidenceKind.PAGE, EvidenceKind.SNAPSHOT, EvidenceKind.FILE, EvidenceKind.PASTED)
_CLAUSE_WORDS = 3
_MISQUOTED = 75.0  # so like the source's words that the claim must be about this place (rapidfuzz ratio)
_FIGURES = (FactKind.NUMBER, FactKind.DATE, FactKind.IDENTIFIER)


@dataclass(frozen=True, slots=True)
class Features:
    """Shares are 0–1, of facts 1 when the claim has none of the sort.

    `figures_*` are numbers, dates and identifiers; `near` at the claim's place, `page` anywhere in the source,
    `beside` of the words that belong to no fact, `best_clause` and `emptiest` of the clauses of at least three content words.
    `conflict` is how sure the surest rival is, `suspicion` the same for rivals that were not believed; `turned` that the
    source has a word's opposite in its place, `nearer` that another value stands nearer to the words of a figure. `telling`
    are the facts, quotations among them, that stand nowhere on the page and that a source in other words would have.
    """

    together: float
    greedy: float
    worst_clause: float
    page: float
    beside: float
    best_clause: float
    emptiest: float
    figures_near: float
    figures_page: float
    names_near: float
    names_page: float
    figures: int
    names: int
    found: int
    absent: int
    telling: int
    conflicts: int
    conflict: float
    suspicion: float
    quotes_found: int
    quotes_failed: int
    misquoted: int
    quotes_unchecked: int
    denied: bool
    turned: bool
    turned_surely: bool
    unlimited: str
    nearer: bool
    across: bool


def features_of(
    scene: Scene,
    sightings: Sightings,
    outcomes: Sequence[Outcome],
    quoted: Sequence[Quoted],
    posts: Sequence[Outcome] = (),
    *,
    denied: bool,
    turned: Opposed | None = None,
) -> Features:
    """The features of one claim before one source; `posts` are its offices, which count only when they are wrong."""
    figures = [index for index, fact in enumerate(sightings.facts) if fact.kind in _FIGURES]
    names = [index for index, fact in enumerate(sightings.facts) if fact.kind is FactKind.NAME]
    near = [each.near and each.status is FactStatus.FOUND for each in outcomes]
    page = _on_page(sightings, outcomes)
    statuses = [each.status for each in outcomes]
    words = reworded(scene.wording, scene.clauses, scene.source, _stand(scene, sightings))
    conflicts = [each.sure for each in (*outcomes, *posts) if each.status is FactStatus.CONFLICT]
    return Features(
        together=words.together,
        greedy=words.greedy,
        worst_clause=words.worst_clause,
        page=words.page,
        beside=words.beside,
        best_clause=max(_long_clauses(scene, words), default=0.0),
        emptiest=min(_long_clauses(scene, words), default=1.0),
        figures_near=_share(near, figures),
        figures_page=_share(page, figures),
        names_near=_share(near, names),
        names_page=_share(page, names),
        figures=len(figures),
        names=len(names),
        found=statuses.count(FactStatus.FOUND),
        absent=statuses.count(FactStatus.ABSENT) + sum(each.status is FactStatus.ABSENT for each in posts),
        telling=_telling(scene, outcomes, page, quoted),
        conflicts=len(conflicts),
        conflict=max(conflicts, default=0.0),
        suspicion=max((each.sure for each in outcomes if each.status is not FactStatus.CONFLICT), default=0.0),
        quotes_found=sum(each.status is FactStatus.FOUND for each in quoted),
        quotes_failed=sum(each.status is not FactStatus.FOUND for each in quoted),
        misquoted=sum(each.status is FactStatus.CONFLICT and each.alike >= _MISQUOTED for each in quoted),
        quotes_unchecked=translated(scene, quoted),
        denied=denied,
        turned=turned is not None,
        turned_surely=turned is not None and turned.sure,
        unlimited=unlimited(scene),
        nearer=any(each.nearer or each.astray for each in outcomes),
        across=scene.across,
    )


def _on_page(sightings: Sightings, outcomes: Sequence[Outcome]) -> list[bool]:
    """Which facts stand anywhere in the source."""
    return [
        bool(far or near or outcome.written)
        for far, near, outcome in zip(sightings.far, sightings.near, outcomes, strict=True)
    ]


def _telling(scene: Scene, outcomes: Sequence[Outcome], page: Sequence[bool], quoted: Sequence[Quoted]) -> int:
    absent = [
        each.fact
        for each, stands in zip(outcomes, page, strict=True)
        if each.status is FactStatus.ABSENT and not stands
    ]
    lacking = sum(
        telling(fact, scene.language)
        and not is_difference(fact, scene.claim.text, scene.language)  # its author may have reckoned it
        and not derived_nearby(fact, scene)
        for fact in absent
    )
    return lacking + sum(each.status is FactStatus.ABSENT for each in quoted)


def _long_clauses(scene: Scene, words: Reworded) -> list[float]:
    """The shares of words that stand there of the clauses with at least three content words."""
    return [
        share
        for (start, end), share in zip(scene.clauses, words.clauses, strict=True)
        if sum(start <= term.start < end for term in scene.terms) >= _CLAUSE_WORDS
    ]


def _stand(scene: Scene, sightings: Sightings) -> Iterator[tuple[int, int, list[int]]]:
    """The spans of all facts, with the sentences near that have their values.

    Without these for a name with words beside it that make none (`Residents of Tollbridge`): the source may have the place alone.
    """
    places = dict(zip(sightings.facts, sightings.near, strict=True))
    for fact in scene.mentions:
        whole = not isinstance(fact.value, Named) or known(fact.value) or all(map(_capital, fact.text.split()))
        yield fact.start, fact.end, [each.sentence for each in places.get(fact, ()) if whole]


def _capital(word: str) -> bool:
    return word[0].isupper()


def _share(true: Sequence[bool], chosen: Sequence[int]) -> float:
    return sum(true[index] for index in chosen) / len(chosen) if chosen else 1.0
