"""Features into a verdict: what the support is called, how sure that is, and where the claim ranks."""

from __future__ import annotations

from checker.foundation.model import Basis, Coverage, Passages, Support
from checker.matching.verdict.features import FULL_TEXTS, Features
from checker.matching.verdict.weights import accused, confidence_of, score_of

_INHERITED = 0.8  # an uncited sentence may rest on the author's own knowledge: its marker stands sentences later

# Shares of the claim's words that must stand at its place; across languages a lexicon finds fewer of them.
_FOUND_TOGETHER, _FOUND_CLAUSE = 0.55, 0.35
_FOUND_TOGETHER_ACROSS = 0.25
_EMPTY_ACROSS = 0.2  # of a clause of words that the lexicon knows: with fewer of them there it tells of something more
# So many facts, all found, may stand in several places of a page
_MANY_FACTS, _FOUND_SPREAD, _CLAUSE_SPREAD = 4, 0.40, 0.20
_FEW_FACTS = 2  # across languages; with fewer the words must stand there as in one language
_WORDING_FOUND = 0.75  # the same for a claim without any fact, whose words are all there is
_FOUND_SCORE, _MISSING_SCORE = 0.66, 0.50
_BESIDE = 0.6  # of the words that belong to no fact: with so many of them there the source is not silent on it
_ONE_CLAUSE = 0.1  # how much better a single clause must stand than a whole sentence to count as there
_LACKING, _SILENT_SCORE, _SILENT_TOGETHER = 2, 0.40, 0.45
_MISSING_TOGETHER, _MISSING_TOGETHER_ACROSS = 0.45, 0.30


def judged(features: Features, coverage: Coverage, passages: Passages) -> tuple[Support, Basis, float, float]:
    """Support, basis, confidence and score of a claim with these features before this source."""
    facts = features.figures + features.names + features.quotes_found + features.quotes_failed
    basis = Basis.FACTS if facts else Basis.WORDING
    score = score_of(features)
    support = _told(_in_doubt_partial(_support(features), score, features), features, passages)
    score = accused(score) if support is Support.CONTRADICTED else score
    confidence = confidence_of(support, score)
    if coverage is Coverage.INHERITED and support is not Support.UNCHECKED:
        confidence = round(confidence * _INHERITED, 2)
    return support, basis, confidence, score


def _in_doubt_partial(support: Support, score: float, features: Features) -> Support:
    """Partial where the score speaks against all or nothing, or only facts lack; across languages facts decide what is found."""
    if features.across:
        if support is Support.PARTIAL and score < _SILENT_SCORE and _tells_of_something_else(features):
            return Support.MISSING
        return Support.PARTIAL if support is Support.MISSING and score > _MISSING_SCORE else support
    worded = score > _MISSING_SCORE or features.beside >= _BESIDE
    doubtful = (support is Support.FOUND and score < _FOUND_SCORE) or (support is Support.MISSING and worded)
    return Support.PARTIAL if doubtful else support


def _tells_of_something_else(features: Features) -> bool:
    """True across languages where two facts or more that a source would have are nowhere near, and at most one is there.

    A lexicon finds words of another language in any text; facts are what shows that it tells of the same.
    """
    figures = features.figures == 0 or features.figures_near == 0.0
    lacking = features.absent >= _LACKING and features.telling > 0 and features.found <= 1
    return figures and lacking and not features.conflicts and features.together < _SILENT_TOGETHER


def _told(support: Support, features: Features, passages: Passages) -> Support:
    """`missing` only of a full text read whole, which lacks a fact that would tell; across languages of more to look for.

    Words alone never say so: of what is borne out in other words throughout, they miss three in four.
    """
    if support is not Support.MISSING:
        return support
    if features.across and features.figures and not features.absent:
        return Support.PARTIAL  # all facts stand on the page, if far apart: words of another language may not be known
    lookable = features.telling > 0 and (not features.across or features.figures > 0 or features.names > 1)
    whole = passages.whole and passages.evidence in FULL_TEXTS
    return Support.MISSING if whole and lookable else Support.UNCHECKED


def _support(features: Features) -> Support:
    nothing = _nothing_there(features)
    if features.turned_surely or (features.conflicts and not (nothing and not features.found)):
        return Support.CONTRADICTED
    if nothing:
        return Support.MISSING
    lacking = (
        features.absent
        or features.quotes_failed
        or features.denied
        or features.turned
        or features.nearer
        or bool(features.unlimited)
    )
    return Support.FOUND if not lacking and _worded(features) else Support.PARTIAL


def _nothing_there(features: Features) -> bool:
    """True when neither the claim's words nor its facts stand together anywhere."""
    if features.quotes_found or features.misquoted:
        return False
    limit = _MISSING_TOGETHER_ACROSS if features.across else _MISSING_TOGETHER
    facts_found = features.found / (features.found + features.absent) if features.found + features.absent else 0.0
    placed = max(features.together, features.best_clause - _ONE_CLAUSE)
    return placed < limit * (1.0 - 0.5 * facts_found * (features.figures_near if features.figures else 0.5))


def _worded(features: Features) -> bool:
    """True when enough of the words stand at the claim's place for its facts to be about the same thing."""
    if features.across:
        few = features.figures + features.names < _FEW_FACTS
        if features.emptiest < _EMPTY_ACROSS:
            return False
        return features.together >= (_FOUND_TOGETHER if few else _FOUND_TOGETHER_ACROSS)
    if features.figures + features.names + features.quotes_found == 0:
        return features.together >= _WORDING_FOUND
    spread = features.figures + features.names >= _MANY_FACTS
    return features.together >= (_FOUND_SPREAD if spread else _FOUND_TOGETHER) and features.worst_clause >= (
        _CLAUSE_SPREAD if spread else _FOUND_CLAUSE
    )
