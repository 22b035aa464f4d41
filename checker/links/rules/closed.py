"""Pages that are closed for a while, or closed to where we are."""

from __future__ import annotations

from checker.foundation.model import Evidence, Health, LinkVerdict, Reference
from checker.links.phrases import in_text, in_title
from checker.links.rules.pages import SMALL, TINY, heading, read_page, size
from checker.links.rules.strikes import after_strikes
from checker.links.titles import same_work


def region(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """The page is there for other countries than the one that this program asks from."""
    read = read_page(evidence)
    words = in_text("walls", ("region", "text"), read[1].text) if read and size(read[1]) <= TINY else None
    reason = f"it is closed to the country that this program asks from (it says “{words}”)"
    return LinkVerdict(url, Health.BLOCKED, "region", reason, 0.85) if words else None


def maintenance(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """The host is being repaired and says so with a status that says that all is well: it may pass."""
    read = read_page(evidence)
    if read is None or size(read[1]) > SMALL or same_work(reference.title, read[1].title):
        return None
    seen = in_title("walls", ("pause", "title"), heading(read[1]))
    seen = seen or (in_text("walls", ("pause", "text"), read[1].text) if size(read[1]) <= TINY // 2 else None)
    return (
        after_strikes(url, "maintenance", f"the host is being repaired (it says “{seen}”)", evidence) if seen else None
    )
