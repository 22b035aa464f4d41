"""The sentence that tells an editor why: what the source says, in words, with both values."""

from __future__ import annotations

from collections.abc import Sequence

from checker.foundation.model import EvidenceKind, Fact, FactKind, FactStatus, Passages, Support
from checker.matching.rivals.outcomes import Outcome
from checker.matching.turns.opposites import Opposed
from checker.matching.verdict.features import FULL_TEXTS, Features

_MOST_NAMED = 4
_NOUNS = {
    EvidenceKind.PAGE: "source",
    EvidenceKind.SNAPSHOT: "saved copy",
    EvidenceKind.FILE: "source",
    EvidenceKind.NOTE: "note",
    EvidenceKind.ABSTRACT: "abstract",
    EvidenceKind.PASTED: "pasted text",
}


def reason(
    support: Support,
    facts: Sequence[Fact],
    features: Features,
    passages: Passages,
    turned: Opposed | None = None,
    outcomes: Sequence[Outcome] = (),
) -> str:
    """One sentence, or a few, in the order of what an editor looks at first."""
    noun = _NOUNS[passages.evidence]
    instead = {each.fact.start: each.instead for each in outcomes}
    said = [_conflict(fact, noun, instead.get(fact.start, "")) for fact in facts if fact.status is FactStatus.CONFLICT]
    said += _opposite(turned, noun)
    said += _out_of_place(outcomes, noun)
    absent = [fact.claim for fact in facts if fact.status is FactStatus.ABSENT and fact.kind is not FactKind.QUOTE]
    quotes = [fact.claim for fact in facts if fact.status is FactStatus.ABSENT and fact.kind is FactKind.QUOTE]
    if support is Support.MISSING:
        return f"The {noun} was read whole; neither the facts nor the wording of the sentence were found in it."
    if support is Support.UNCHECKED:
        return _unchecked(features, passages, noun)
    if quotes:
        said.append(f"The {noun} does not have the words {_listed(quotes)}.")
    if absent:
        said.append(f"Not found in the {noun} at this place: {_listed(absent)}.")
    if features.denied and not turned:
        said.append(f"The {noun} may say the opposite: one of the two has a “not” where the other has none.")
    if features.unlimited:
        said.append(f"The article says “{features.unlimited}”; the {noun} has no such word at this place.")
    if not said and support is Support.PARTIAL:
        said.append(f"A part of the sentence's wording is not in the {noun}.")
    if not said:
        said.append(_found(facts, noun))
    if features.quotes_unchecked:
        said.append(f"The quotation was not compared: the {noun} is in another language.")
    return " ".join(said)


def _out_of_place(outcomes: Sequence[Outcome], noun: str) -> list[str]:
    said = [
        f"The {noun} has {each.fact.text}, but {each.nearer} stands nearer to these words."
        for each in outcomes
        if each.nearer
    ]
    astray = [each.fact.text for each in outcomes if each.astray]
    return [*said, f"The {noun} has {_listed(astray)} elsewhere, but not at this place."] if astray else said


def _opposite(turned: Opposed | None, noun: str) -> list[str]:
    return [f"The {noun} says “{turned.theirs}” where the article says “{turned.mine}”."] if turned else []


def _conflict(fact: Fact, noun: str, instead: str) -> str:
    if fact.kind is FactKind.QUOTE:
        return f"The {noun} has other words, “{fact.source}”, where the article quotes {_quoted(fact.claim)}."
    belongs = f", which stands there for {instead}" if instead else ""
    return f"The {noun} says {fact.source} where the article says {fact.claim}{belongs}."


def _found(facts: Sequence[Fact], noun: str) -> str:
    found = [fact.claim for fact in facts if fact.status is FactStatus.FOUND]
    if found:
        return f"Everything checkable stands together in the {noun}: {_listed(found)}."
    return f"The wording of the sentence stands together in the {noun}; it has no figure, date, name or quotation."


def _unchecked(features: Features, passages: Passages, noun: str) -> str:
    if not passages.whole:
        return f"Nothing of the sentence was found, but only a part of the {noun} could be read."
    if passages.evidence in FULL_TEXTS and features.across:
        return f"The {noun} is in another language and the sentence has too few figures and names to look for in it."
    if passages.evidence in FULL_TEXTS:
        return (
            f"The wording of the sentence is not in the {noun}, which may say the same in other words: "
            "no name, date or exact figure of the sentence is lacking there."
        )
    return f"Nothing of the sentence was found in the {noun}, which need not hold everything that the work says."


def _listed(words: Sequence[str]) -> str:
    shown = [_quoted(word) for word in dict.fromkeys(words)]
    more = len(shown) - _MOST_NAMED
    return ", ".join(shown[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _quoted(words: str) -> str:
    return words if words[:1] in "\"“«„'‘" else f"“{words}”"
