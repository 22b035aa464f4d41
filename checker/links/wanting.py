"""What the judge and the editors would like to see besides the answer itself."""

from __future__ import annotations

from checker.foundation.model import Evidence, Health, Reference, Request
from checker.foundation.settings import Settings
from checker.links import archives, registries
from checker.links.judging import judge
from checker.links.rules.parked import needs_twin as parked_needs_twin
from checker.links.rules.soft_404 import needs_twin as soft_404_needs_twin
from checker.links.twins import twin


def wanted(reference: Reference, url: str, evidence: Evidence, settings: Settings | None = None) -> tuple[Request, ...]:
    """The probes still needed for one link; empty when everything can be concluded from what is there.

    A twin where a page may be a soft 404 or parked; the registry's record for an entry with a DOI (with its first URL only);
    a saved copy for a link that is dead by now. What stands in `evidence.probes`, answered or not, is never wanted again, so
    three rounds are enough.
    """
    settings = settings or Settings()
    if soft_404_needs_twin(reference, url, evidence) or parked_needs_twin(reference, url, evidence):
        return (twin(url), *_registry(reference, url, evidence, settings))
    copies = archives.questions(reference, url, evidence, settings)
    if copies and judge(reference, url, evidence, accept=settings.accept).health is not Health.DEAD:
        copies = ()
    return (*_registry(reference, url, evidence, settings), *copies)


def _registry(reference: Reference, url: str, evidence: Evidence, settings: Settings) -> tuple[Request, ...]:
    if url not in reference.urls[:1]:
        return ()
    return registries.questions(reference, evidence.probes, settings)
