"""No answer: time-outs, resets, refused connections, vanished names, endless redirects."""

from __future__ import annotations

from checker.foundation.model import Evidence, LinkVerdict, NoAnswer, Page, Reference, Silence
from checker.links.rules.strikes import after_strikes

_REASONS = {
    Silence.TIMEOUT: ("timeout", "no whole answer came in time"),
    Silence.RESET: ("reset", "the host broke the connection off"),
    Silence.REFUSED: ("refused", "the host refused the connection"),
    Silence.NAME: ("name", "the host's name is not known any more"),
    Silence.REDIRECTS: ("redirect-loop", "its redirects lead nowhere"),
    Silence.PROTOCOL: ("protocol", "what came back is not HTTP"),
}
# Fewer code points than this are no text that a time-out left us.
_READABLE = 200


def silent(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """Silence may be a bad night: `unstable`, and `dead` only after three failures at least 72 hours apart."""
    source = evidence.source
    if not isinstance(source, NoAnswer) or source.why not in _REASONS:
        return None
    rule, words = _REASONS[source.why]
    detail = source.detail.rstrip(".")
    reason = f"{words} ({detail})" if detail else words
    return after_strikes(url, rule, reason, evidence)


def cut_off(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """An answer that began and stopped before anything could be read is a silence with a status.

    An answer cut after its text began is judged by what came; the verdict has a note of the cut.
    """
    page = evidence.source
    if not isinstance(page, Page) or page.cut not in ("deadline", "reset", "truncated"):
        return None
    if page.document is not None and len(page.document.text) >= _READABLE:
        return None
    if page.document is None and page.cut != "deadline":
        return None
    rule = "timeout" if page.cut == "deadline" else "reset"
    reason = f"the answer began (status {page.status}) and broke off after {page.size} bytes: {page.cut}"
    return after_strikes(url, rule, reason, evidence)
