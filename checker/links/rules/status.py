"""What the host's status says."""

from __future__ import annotations

from http import HTTPStatus

from checker.foundation.model import Evidence, Health, LinkVerdict, Page, Reference
from checker.links.rules.strikes import after_strikes

# RFC 9110 section 15.5; 451 is RFC 7725, 999 is LinkedIn's own word for "no robots".
_BLOCKED = {
    400: "the host did not understand our request",
    401: "the host asks for a password",
    402: "the host asks for payment",
    403: "the host lets no program in",
    405: "the host does not answer to programs that read",
    407: "a proxy on the way asks for a password",
    429: "the host wants fewer questions",
    451: "the page is withheld for legal reasons",
    999: "the host lets no program in",
}
_DEAD = {404: ("there is no such page", 0.97), 410: ("the page was removed for good", 0.99)}


def status(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """404 and 410 are dead at once; other refusals are alive but closed to us; the host's own trouble may pass.

    401, 402, 403, 405, 429, 451, 999 and 4xx that nothing explains are `blocked`, never dead. 5xx are `unstable` until three
    strikes. An address answered by 404 only to HEAD never comes here: GET decides.
    """
    page = evidence.source
    if not isinstance(page, Page) or 200 <= page.status < 300:
        return None
    rule, said = f"status-{page.status}", _said(page)
    if page.status in _DEAD:
        words, confidence = _DEAD[page.status]
        return LinkVerdict(url, Health.DEAD, rule, f"{words}: {said}", confidence)
    if 400 <= page.status < 500 or page.status in _BLOCKED:
        words = _BLOCKED.get(page.status, "the host declines, for a reason that it does not explain")
        return LinkVerdict(url, Health.BLOCKED, rule, f"{words}: {said}", 0.95)
    return after_strikes(url, rule, f"the host is in trouble: {said}", evidence)


def _said(page: Page) -> str:
    try:
        phrase = f" {HTTPStatus(page.status).phrase}"
    except ValueError:
        phrase = ""
    title = f", on a page titled “{page.document.title}”" if page.document and page.document.title else ""
    return f"status {page.status}{phrase}{title}"
