"""What the judge would like to see before it concludes."""

from __future__ import annotations

from checker.foundation.model import Evidence, Reference, Request
from checker.foundation.settings import Settings


def wanted(reference: Reference, url: str, evidence: Evidence, settings: Settings | None = None) -> tuple[Request, ...]:
    """The probes still needed for one link; empty when the judge can conclude with what it has.

    What stands in `evidence.probes` (answered or not) is never wanted again, so a few rounds always end.
    """
    _ = reference, url, evidence, settings
    return ()
