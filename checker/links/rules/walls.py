"""Pages that live behind a subscription, or a question about cookies or the reader's age."""

from __future__ import annotations

import re

from checker.foundation.model import Document, Evidence, Health, LinkVerdict, Page, Reference
from checker.links.addresses import host, split
from checker.links.phrases import in_text, in_title
from checker.links.rules.pages import SHORT, SMALL, TINY, heading, read_page, size, was_redirected
from checker.links.titles import same_work

_CONSENT_HOST = re.compile(r"^(?:consent|guce|privacy|cookie-?consent|cmp|myprivacy)\.")
_CONSENT_PATH = re.compile(
    r"(?:^|/)(?:consent|cookie-?wall|cookie-?consent|privacy-?gate|gdpr)(?:[/.?]|$)", re.IGNORECASE
)


def paywall(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """The article is there for subscribers; only its beginning came.

    Seen by the words of such a wall under a short text, or by the publisher's own mark (schema.org isAccessibleForFree).
    """
    read = read_page(evidence)
    if read is None:
        return None
    length = size(read[1])
    marked = _marked_as_paid(read[1])
    if length > (SHORT if marked else SMALL):
        return None
    words = in_text("walls", ("paywall", "text"), read[1].text, limit=SHORT)
    seen = f"it says “{words}”" if words else "its publisher marks it as not free" if marked else None
    reason = f"only subscribers can read it whole ({seen})"
    return LinkVerdict(url, Health.BLOCKED, "paywall", reason, 0.85) if seen else None


def _marked_as_paid(document: Document) -> bool:
    said = dict(document.metadata)
    free = [said.get(name, "").strip().lower() for name in ("ld:isaccessibleforfree", "isaccessibleforfree")]
    return any(word in ("false", "no", "0") for word in free) or said.get("article:content_tier") == "locked"


def consent(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """A question about cookies came instead of the page; a person answers it and reads on."""
    read = read_page(evidence)
    if read is None:
        return None
    seen = _led_to_consent(read[0]) or _asks_for_consent(read[1])
    reason = f"it shows a question about cookies or privacy instead of the page ({seen})"
    return LinkVerdict(url, Health.BLOCKED, "consent", reason, 0.88) if seen else None


def age_gate(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """A question about the reader's age came instead of the page; a person answers it and reads on."""
    read = read_page(evidence)
    if read is None or size(read[1]) > TINY or same_work(reference.title, read[1].title):
        return None
    words = in_text("walls", ("age", "text"), read[1].text)
    reason = f"it asks for the reader's age before it shows anything (it says “{words}”)"
    return LinkVerdict(url, Health.BLOCKED, "age", reason, 0.85) if words else None


def _led_to_consent(page: Page) -> str | None:
    if not was_redirected(page):
        return None
    leads = _CONSENT_HOST.match(host(page.final_url)) or _CONSENT_PATH.search(split(page.final_url).path)
    return f"it leads on to {page.final_url}" if leads else None


def _asks_for_consent(document: Document) -> str | None:
    length = size(document)
    title = in_title("walls", ("consent", "title"), heading(document)) if length <= SMALL else None
    if title:
        return f"its title is “{title}”"
    words = in_text("walls", ("consent", "text"), document.text) if length <= TINY else None
    return f"it says “{words}”" if words else None
