"""Links that were not asked at all, by our own rules or by our user's wish."""

from __future__ import annotations

from checker.foundation.model import Evidence, Health, LinkVerdict, NoAnswer, Reference, Silence

_REASONS = {
    Silence.UNSAFE: (Health.UNSAFE, "unsafe", "it was not asked for, because it leads where no source can be: {}"),
    Silence.INVALID: (Health.UNSAFE, "url-invalid", "it is no address that can be asked: {}"),
    Silence.OFFLINE: (
        Health.UNCHECKED,
        "offline",
        "it was not asked, because this run is offline and has no copy of it",
    ),
    Silence.EXCLUDED: (Health.UNCHECKED, "excluded", "it was not asked, because the settings exclude it: {}"),
    Silence.CANCELLED: (Health.UNCHECKED, "cancelled", "it was not asked, because the run was stopped before"),
    Silence.UNREACHABLE: (Health.UNCHECKED, "unreachable", "this machine has no route to its host: {}"),
}


def refused(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """A link that this run did not ask, or could not have asked, says nothing about its source.

    `unsafe` for addresses that our rules refuse before or between hops (private networks, metadata services, other schemes
    than http and https) and for what is no URL; `unchecked` for offline, excluded, stopped, and no route from here.
    """
    source = evidence.source
    if not isinstance(source, NoAnswer) or source.why not in _REASONS:
        return None
    health, rule, reason = _REASONS[source.why]
    return LinkVerdict(url, health, rule, reason.format(source.detail.rstrip(".")), 1.0)
