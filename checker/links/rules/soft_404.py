"""Soft 404: a page that says that there is no page, with a status that says all is well."""

from __future__ import annotations

from checker.foundation.model import Evidence, Health, LinkVerdict, Reference
from checker.links.rules.suspicion import Suspicion, suspicion
from checker.links.twins import LOOSELY, alike, answer, was_asked


def soft_404(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """Readers find a notice that the page is gone, although the status is 200: look for a saved copy or a new address.

    A phrase alone decides nothing. A second sign is wanted: the title is the phrase and there is hardly any text; an address
    of the same host that cannot exist gives the same page (its twin); the redirect ends at an address called 404; the
    title has nothing of the entry's. A sentence put together from words ("article" near "withdrawn"), a mark in the page's
    markup (`error404`, `"statusCode":404`) and weaker words ("check the address") count only beside such a twin, on a page
    that names hardly anything of the entry and is no wall. A host that answers its twin with a true 404 is believed, unless
    the page is short and says that it was taken away.
    """
    seen = suspicion(reference, url, evidence)
    if seen is None:
        return None
    if seen.settled:
        return _dead(url, seen.words(), 0.95 if seen.lead or seen.address else 0.9)
    twin = answer(url, evidence)
    if twin is not None and seen.counts_beside_twin and alike(evidence.source, twin, at_least=_wanted(seen)):
        confidence = 0.96 if seen.title or seen.lead else 0.92
        return _dead(url, f"{seen.words()}; the host gives the same page for an address that cannot exist", confidence)
    if seen.is_stone and was_asked(url, evidence):
        return _dead(url, seen.words(), 0.85)
    if twin is not None and (twin.status in (404, 410) or 200 <= twin.status < 300):
        return None
    if seen.stranger and seen.counts_beside_twin and (seen.title or (seen.lead and seen.tiny)):
        return _dead(url, seen.words(), 0.82)
    return _dead(url, seen.words(), 0.8) if seen.is_plain and was_asked(url, evidence) else None


def needs_twin(reference: Reference, url: str, evidence: Evidence) -> bool:
    """True when a phrase was seen and only a twin can settle whether it is meant."""
    seen = suspicion(reference, url, evidence)
    if seen is None or seen.settled or was_asked(url, evidence):
        return False
    return seen.counts_beside_twin or seen.is_stone


def _wanted(seen: Suspicion) -> float:
    """How alike the twin must be: pages that name nothing of the entry may recommend other things at every visit."""
    return LOOSELY if seen.alien and not seen.repeats else 92.0


def _dead(url: str, words: str, confidence: float) -> LinkVerdict:
    return LinkVerdict(url, Health.DEAD, "soft-404", f"the page says that it is gone: {words}", confidence)
