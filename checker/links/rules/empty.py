"""Pages without a text: made by scripts, or really empty."""

from __future__ import annotations

from checker.foundation.model import Evidence, Health, LinkVerdict, Page, Reference
from checker.links.phrases import in_text
from checker.links.rules.pages import TINY, read_page
from checker.links.titles import weight

_SCANT = 60  # letters: what scripts leave standing (“Loading”, “Menu”, a site's name); a short notice says more
_NOTHING = 12  # letters: fewer are no text (a lone “×” or “Menu”)
_BARE = 300  # bytes: a page with less has no scripts to fill it


def empty(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """A page that shows its text only in a browser is alive, but not readable here; one that came bare may be a hiccup."""
    page = evidence.source
    if isinstance(page, Page) and page.document is None and page.size == 0 and page.status != 304 and not page.unread:
        reason = f"it answered with status {page.status} and nothing else"
        return LinkVerdict(url, Health.UNSTABLE, "empty", reason, 0.6)
    read = read_page(evidence)
    if read is None or "frameset" in read[1].signs:
        return None
    length = weight(read[1].text)
    words = in_text("walls", ("script", "text"), read[1].text) if length <= TINY // 2 else None
    if words or (length < _SCANT and "script-only" in read[1].signs):
        seen = f"it says “{words}”" if words else "scripts, and hardly any text"
        reason = f"its text is made by scripts in a browser ({seen}): open it by hand"
        return LinkVerdict(url, Health.BLOCKED, "script-only", reason, 0.85)
    if length < _SCANT and "meta-refresh" in read[1].signs:
        reason = "it has no text and only sends browsers on to another address: open it by hand"
        return LinkVerdict(url, Health.BLOCKED, "sent-on", reason, 0.75)
    if length >= _NOTHING:
        return None
    if read[0].size <= _BARE:
        reason = f"it answered with status {read[0].status} and an empty page of {read[0].size} bytes"
        return LinkVerdict(url, Health.UNSTABLE, "empty", reason, 0.6)
    reason = "there is no text in the page that a program could read: open it in a browser"
    return LinkVerdict(url, Health.BLOCKED, "script-only", reason, 0.7)
