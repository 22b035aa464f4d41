"""Three strikes: failures that may pass are held against a link only when they do not."""

from __future__ import annotations

from checker.foundation.model import Evidence, Health, LinkVerdict
from checker.links.history import STRIKES, failed


def after_strikes(url: str, rule: str, reason: str, evidence: Evidence) -> LinkVerdict:
    """`unstable` for a failure that may pass, `dead` when it is the third that counts (72 hours apart each)."""
    memory = failed(evidence.history, evidence.source.fetched, url)
    if memory.failures < STRIKES or memory.first_failed is None:
        count = f"; failure {memory.failures} of {STRIKES} that make a link dead"
        return LinkVerdict(url, Health.UNSTABLE, rule, reason + count, 0.6)
    since = f"{memory.first_failed:%Y-%m-%d}"
    lasting = f"{reason}; {memory.failures} checks at least 72 hours apart failed since {since}, and none was answered"
    return LinkVerdict(url, Health.DEAD, rule, lasting, 0.93)
