"""Engines: ways to judge one claim against one prepared source. The default one compares facts and wording."""

from __future__ import annotations

from typing import Protocol

from checker.foundation.model import Basis, Claim, ClaimVerdict, EvidenceKind, Support
from checker.matching.facts.quotes import quotes
from checker.matching.facts.sightings import sight
from checker.matching.place.scene import scene_of
from checker.matching.rivals.outcomes import outcomes
from checker.matching.rivals.posts import posts
from checker.matching.source.prepared import Prepared
from checker.matching.source.words import WORD
from checker.matching.turns.contrasts import contrasted
from checker.matching.turns.directions import turned_about
from checker.matching.turns.opposites import flatly_denied, opposed
from checker.matching.turns.orders import out_of_order
from checker.matching.turns.parties import turned_round
from checker.matching.turns.polarity import denied
from checker.matching.turns.subjects import of_somebody_else
from checker.matching.verdict.features import features_of
from checker.matching.verdict.passages import facts_of, passage_of
from checker.matching.verdict.reasons import reason
from checker.matching.verdict.verdicts import judged

_FEWEST_WORDS = 3


class Engine(Protocol):
    """A way to judge; a translator, an entailment model or a language-model judge can stand beside the default."""

    def judge(self, claim: Claim, source: Prepared) -> ClaimVerdict:
        """The verdict of one claim against one source; never raises for what a text says."""


class FactsEngine:
    """The default: facts by value at the claim's place in the source, and the wording around them; no weights to load."""

    def judge(self, claim: Claim, source: Prepared) -> ClaimVerdict:
        """The verdict, with its facts, its passage and a sentence that says why."""
        passages = source.passages
        if len(WORD.findall(passages.text[:200])) < _FEWEST_WORDS and len(WORD.findall(passages.text)) < _FEWEST_WORDS:
            return unchecked(passages.key, "The text of the source is too short to check against.", passages.evidence)
        scene = scene_of(claim, source)
        sightings = sight(scene)
        seen, quoted = outcomes(sightings, scene), quotes(scene)
        held = posts(scene, sightings.facts)
        denial = denied(scene, sightings)
        turned = opposed(scene, sightings) or turned_round(scene) or out_of_order(scene) or turned_about(scene)
        turned = (
            turned or flatly_denied(scene, denial) or contrasted(scene, sightings) or of_somebody_else(scene, sightings)
        )
        features = features_of(scene, sightings, seen, quoted, held, denied=denial is not None, turned=turned)
        support, basis, confidence, score = judged(features, claim.coverage, passages)
        wrong = {each.fact.start for each in held}
        seen = (*(each for each in seen if each.fact.start not in wrong), *held)
        passage = passage_of(scene, seen, quoted, turned)
        facts = facts_of(scene, seen, quoted, passage)
        why = reason(support, facts, features, passages, turned, seen)
        return ClaimVerdict(passages.key, support, basis, confidence, score, passages.evidence, facts, passage, why)


def unchecked(key: str, reason: str, evidence: EvidenceKind | None = None) -> ClaimVerdict:
    """The verdict for a source that could not be matched, with the reason as an editor would put it."""
    return ClaimVerdict(key, Support.UNCHECKED, Basis.FACTS, 1.0, 0.5, evidence, reason=reason)
