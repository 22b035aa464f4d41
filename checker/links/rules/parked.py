"""Domains that nobody uses any more: for sale, parked, expired, or an empty server."""

from __future__ import annotations

from checker.foundation.model import Document, Evidence, Health, LinkVerdict, Page, Reference
from checker.links.addresses import host, is_front, plain_host, site, split
from checker.links.phrases import in_text
from checker.links.rules.pages import SHORT, TINY, heading, read_page, size
from checker.links.tables import rows
from checker.links.titles import folded, same_work
from checker.links.twins import alike, answer, was_asked

_SIGNS = ("sale", "ads", "expired", "broker", "default")


def parked(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """The source is gone and its address leads to an offer or to nothing: look for a saved copy.

    Two signs of different kinds are wanted (an offer of the domain, advertisements, an expiry, a broker, the bare name as
    title, a parking service's host, the same page at an address that cannot exist), on a page with little text that has not the
    entry's title. An article about the sale of a domain has one of them at most.
    """
    read = read_page(evidence)
    if read is None:
        return None
    seen = _signs(reference, url, *read)
    twin = answer(url, evidence)
    if len(seen) == 1 and twin is not None and alike(read[0], twin):
        seen = [*seen, "every address of this host gives the same page"]
    if len(seen) < 2:
        return None
    reason = f"the domain is not in use any more: {'; '.join(seen)}"
    return LinkVerdict(url, Health.DEAD, "parked", reason, min(0.9 + 0.03 * (len(seen) - 1), 0.97))


def needs_twin(reference: Reference, url: str, evidence: Evidence) -> bool:
    """True when one sign was seen on a small page and a twin could settle it."""
    read = read_page(evidence)
    if read is None or size(read[1]) > TINY or was_asked(url, evidence):
        return False
    return len(_signs(reference, url, *read)) == 1


def _signs(reference: Reference, url: str, page: Page, document: Document) -> list[str]:
    if size(document) > SHORT or same_work(reference.title, document.title):
        return []
    text = f"{heading(document)}\n{document.text}"
    quotes = {sign: in_text("parked", (sign,), text, limit=SHORT) for sign in _SIGNS}
    seen = [f"it says “{quote}”" for quote in dict.fromkeys(quotes.values()) if quote]
    if _is_named_after_host(document, page):
        seen.append(f"its title is the bare name of the host, “{document.title}”")
    if _ends_at_parking(url, page):
        seen.append(f"it leads to {host(page.final_url)}, where domains are parked and sold")
    if quotes["default"] and not is_front(url):
        seen.append("although the address names a page within the site")
    return seen if any(quotes.values()) or _ends_at_parking(url, page) else []


def _is_named_after_host(document: Document, page: Page) -> bool:
    title = folded(document.title).removeprefix("www.").rstrip("/ ")
    return bool(title) and title in (plain_host(page.final_url), host(page.final_url))


def _ends_at_parking(url: str, page: Page) -> bool:
    final = site(host(page.final_url))
    if "suspendedpage" in split(page.final_url).path:
        return True
    return final != site(host(url)) and final in {row[0] for row in rows("parking-hosts")}
