"""What the judge would like to see before it concludes."""

from __future__ import annotations

from checker.foundation.model import Evidence, Reference, Request
from checker.foundation.settings import Settings
from checker.links.rules.parked import needs_twin as parked_needs_twin
from checker.links.rules.soft_404 import needs_twin as soft_404_needs_twin
from checker.links.twins import twin


def wanted(reference: Reference, url: str, evidence: Evidence, settings: Settings | None = None) -> tuple[Request, ...]:
    """The probes still needed for one link; empty when the judge can conclude with what it has.

    What stands in `evidence.probes` (answered or not) is never wanted again, so a few rounds always end.
    """
    _ = settings
    if any(needs(reference, url, evidence) for needs in (soft_404_needs_twin, parked_needs_twin)):
        return (twin(url),)
    return ()
