"""A host whose certificate does not hold."""

from __future__ import annotations

from checker.foundation.model import Evidence, Health, LinkVerdict, NoAnswer, Reference, Silence


def certificate(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """The host lives, but nobody can know that it is the host: readers are warned off by their browsers.

    The page was not read: asking again without the check would make every later verdict worthless.
    """
    source = evidence.source
    if not isinstance(source, NoAnswer) or source.why is not Silence.CERTIFICATE:
        return None
    reason = f"its certificate does not hold, and browsers warn readers off: {source.detail.rstrip('.')}"
    return LinkVerdict(url, Health.INSECURE, "certificate", reason, 0.98)
