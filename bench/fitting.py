"""The weights of checker/matching, fitted: which rival is the same thing, and how a claim ranks."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence

from alter import altered, misplaced, names_in
from fit import Fitted, fit
from rows import Row, claim_of, prepared

from checker.foundation.model import FactKind
from checker.matching.facts.quotes import quotes
from checker.matching.facts.sightings import sight
from checker.matching.place.scene import scene_of
from checker.matching.rivals.likeness import Likeness
from checker.matching.rivals.outcomes import outcomes
from checker.matching.rivals.rivals import rivals
from checker.matching.turns.polarity import denied
from checker.matching.verdict.features import Features, features_of

_NEVER_FOR = frozenset(
    {
        "other_noun", "named", "far", "near", "place", "relative", "coarse", "absent", "telling", "conflict", "suspicion",
        "quotes_failed", "denied",
    }
)  # fmt: skip
_EITHER_WAY = frozenset({"across"})
# What each chance leaves out: every absent fact speaks against all of it, only those that tell against any of it.
_NOT_OF_ALL, _NOT_OF_ANY = frozenset({"telling"}), frozenset({"absent", "names_near"})
# How often a row counts: unaltered ones stand for more than themselves, since most citations are right; what is partly
# borne out may hold true contradictions.
_WEIGHTS = {"found": 4, "missing": 2, "partial": 1}
_ROUNDS = 3  # of choosing each fact's likeliest rival and fitting again

# For each fact its rivals: (what speaks for it, whether it is the value that was altered).
Rivalry = list[tuple[Likeness, bool]]


def fitted(rows: Sequence[Row]) -> Iterator[str]:
    """The weights as lines of text."""
    weighed = list(_rivalries(rows))
    for kind in (FactKind.NUMBER, FactKind.DATE, FactKind.NAME):
        yield f"same_thing, {kind}:\n{_same_thing([(facts, much) for facts, much in weighed], kind)}"
    yield f"all of it:\n{_score(rows, lambda row: row.label == 'found', _NOT_OF_ALL)}"
    labelled = [row for row in rows if row.label != "contradicted"]
    yield f"any of it:\n{_score(labelled, lambda row: row.label != 'missing', _NOT_OF_ANY)}"


def _rivalries(rows: Sequence[Row]) -> Iterator[tuple[Rivalry, int]]:
    """The rivals of every fact of borne-out rows, altered and not, and of rows that are not borne out at all."""
    rng, names = random.Random(5), names_in([row.claim for row in rows])
    for row in rows:
        if row.label in _WEIGHTS:
            yield from ((facts, _WEIGHTS[row.label]) for facts in _of_row(row, row.claim, None))
        if row.label == "found":
            changed = (*altered(row.claim, row.source, names, rng), *misplaced(row.claim, row.source, rng))
            for each in changed:
                at = next(place for place, (a, b) in enumerate(zip(each.claim, row.claim, strict=False)) if a != b)
                yield from ((facts, 1) for facts in _of_row(row, each.claim, (at, each.old)))


def _of_row(row: Row, claim: str, change: tuple[int, str] | None) -> Iterator[Rivalry]:
    source = prepared(row)
    scene = scene_of(claim_of(Row(claim, row.claim_language, row.source, row.source_language, row.label)), source)
    sightings = sight(scene)
    for index, fact in enumerate(sightings.facts):
        hit = change is not None and fact.start <= change[0] < fact.end
        found = list(rivals(index, sightings, scene))
        yield [(each.likeness, hit and change is not None and change[1] in each.seen.mention.text) for each in found]


def _same_thing(weighed: Sequence[tuple[Rivalry, int]], kind: FactKind) -> Fitted:
    result: Fitted | None = None
    for _ in range(_ROUNDS):
        rows = []
        for facts, much in weighed:
            own = [each for each in facts if each[0].kind is kind]
            if result and own:
                best = max(own, key=lambda each: _total(result, _as_row(each[0])))
                own = [best, *(each for each in own if each[1] and each is not best)]
            rows += [(_as_row(like), true) for like, true in own] * much
        result = fit(rows, _NEVER_FOR, _EITHER_WAY)
    assert result is not None
    return result


def _as_row(like: Likeness) -> dict[str, float]:
    return {
        "around": like.around,
        "tied": like.tied,
        "told": like.told,
        "worded": like.worded,
        "absent": min(like.absent, 3.0),
        "kept": like.kept,
        "before": float(like.before),
        "after": float(like.after),
        "others": like.others,
        "other_noun": float(like.noun < 0),
        "close": like.close,
        "digit": float(like.digit),
        "named": float(like.named),
        "far": float(like.far),
        "near": float(like.near),
        "lead": like.near * max(0.0, like.lead),
        "across": float(like.across),
        "place": float(like.place),
        "relative": float(like.relative),
        "overdue": float(like.overdue),
        "coarse": float(like.coarse),
        "alone": float(like.alone),
    }


def _total(weights: Fitted, row: dict[str, float]) -> float:
    return weights.bias + sum(weights.weights[name] * value for name, value in row.items())


def _score(rows: Sequence[Row], good: Callable[[Row], bool], without: frozenset[str]) -> Fitted:
    """The chance that a row is good, by its features."""
    held = [({name: value for name, value in _features(row).items() if name not in without}, good(row)) for row in rows]
    return fit(held, _NEVER_FOR, _EITHER_WAY)


def _features(row: Row) -> dict[str, float]:
    scene = scene_of(claim_of(row), prepared(row))
    sightings = sight(scene)
    found: Features = features_of(
        scene,
        sightings,
        outcomes(sightings, scene),
        quotes(scene),
        denied=denied(scene, sightings) is not None,
    )
    return {
        "together": found.together,
        "greedy": found.greedy,
        "worst_clause": found.worst_clause,
        "best_clause": found.best_clause,
        "figures_near": found.figures_near,
        "figures_page": found.figures_page,
        "names_near": found.names_near,
        "absent": math.log1p(found.absent),
        "telling": math.log1p(found.telling),
        "conflict": found.conflict,
        "suspicion": found.suspicion,
        "quotes_failed": float(found.quotes_failed > 0),
        "denied": float(found.denied),
    }
