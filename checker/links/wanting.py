"""What the judge and the editors would like to see besides the answer itself."""

from __future__ import annotations

from checker.foundation.model import Evidence, Health, Reference, Request
from checker.foundation.settings import Settings
from checker.links import archives, registries
from checker.links.judging import judge
from checker.links.rules.parked import needs_twin as parked_needs_twin
from checker.links.rules.same_page import probes as same_page_probes
from checker.links.rules.soft_404 import needs_twin as soft_404_needs_twin
from checker.links.rules.taken_over import needs_twin as taken_over_needs_twin
from checker.links.twins import twin

_ALIVE = (Health.OK, Health.MOVED)
_NEED_TWINS = (soft_404_needs_twin, parked_needs_twin, taken_over_needs_twin)


def foreseen(reference: Reference, settings: Settings) -> tuple[Request, ...]:
    """What is wanted whatever the source answers, so that it may be asked together with it, in no round of its own.

    The registry's record for an entry with a DOI, and the saved copy that the entry names.
    """
    own = None if settings.claims_only else archives.own_copy(reference, settings)
    return (*registries.questions(reference, (), settings), *([own] if own else []))


def wanted(
    reference: Reference,
    url: str,
    evidence: Evidence,
    settings: Settings | None = None,
    *,
    health: Health | None = None,
    ahead: tuple[Request, ...] | None = None,
) -> tuple[Request, ...]:
    """The probes still needed for one link; empty when everything can be concluded from what is there.

    `health` is what `judge` says of this evidence, and `ahead` what is foreseen, where they have been asked already.

    A twin where a page may be a soft 404 or parked, and the front page beside it where no word tells; what is foreseen
    (with the first URL only); saved copies for a link that is dead by now. What stands in `evidence.probes`, answered or
    not, is never wanted again. Three rounds are enough for all but the second copy of a page that needed a twin.
    """
    settings = settings or Settings()
    beside = _beside(reference, url, evidence, settings, ahead)
    health = health or judge(reference, url, evidence, accept=settings.accept).health
    if any(needs_twin(reference, url, evidence) for needs_twin in _NEED_TWINS):
        return (twin(url), *beside)
    if health in _ALIVE and (looks := same_page_probes(reference, url, evidence)):
        return (*looks, *beside)
    if health is not Health.DEAD:
        return (*beside, *_unless_saved(reference, url, health, evidence, settings))
    copies = archives.questions(reference, url, evidence, settings)
    return tuple(dict.fromkeys((*beside, *copies)))


def _unless_saved(
    reference: Reference, url: str, health: Health, evidence: Evidence, settings: Settings
) -> tuple[Request, ...]:
    """With `save`, whether the Wayback Machine has a living source already, where the entry names no copy."""
    if not settings.save or not settings.wayback or reference.archive or health not in _ALIVE:
        return ()
    index = archives.index_of(url, None, settings)
    return () if index in {probe.request for probe in evidence.probes} else (index,)


def _beside(
    reference: Reference, url: str, evidence: Evidence, settings: Settings, ahead: tuple[Request, ...] | None
) -> tuple[Request, ...]:
    """What is foreseen and was not asked yet, and the next registry when the first does not know the work."""
    if url not in reference.urls[:1]:
        return ()
    ahead = foreseen(reference, settings) if ahead is None else ahead
    if not evidence.probes:
        return ahead
    asked = {probe.request for probe in evidence.probes}
    further = registries.questions(reference, evidence.probes, settings)
    return tuple(dict.fromkeys((*(request for request in ahead if request not in asked), *further)))
