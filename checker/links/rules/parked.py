"""Domains that nobody uses any more: for sale, parked, expired, or an empty server."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.foundation.model import Document, Evidence, Health, LinkVerdict, Page, Reference
from checker.links.absence import idle
from checker.links.addresses import host, is_front, site, split
from checker.links.phrases import in_text
from checker.links.rules.pages import SHORT, SMALL, TINY, heading, read_page, size
from checker.links.rules.wall_words import speaks_as_wall
from checker.links.tables import rows
from checker.links.titles import folded, names_hardly_anything_of, same_work
from checker.links.twins import alike, answer, was_asked

# A title such as `www.example.com`.
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,18}/?")
_SIGNS = ("sale", "ads", "expired", "broker", "default")


@dataclass(frozen=True, slots=True)
class _Signs:
    """What was seen: the page's own words, and facts besides them."""

    words: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


def parked(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """The source is gone and its address leads to an offer or to nothing: look for a saved copy.

    Two signs of different kinds are wanted on a page with little text that has not the entry's title: words (an offer of the
    domain, advertisements, an expiry, a broker, an empty server) and facts (the bare name of a domain as title, a parking
    service's host, the same page at an address that cannot exist). Words alone are not held against a host that answers such
    an address with a true 404: an article about the trade with domains may use them all.
    """
    read = read_page(evidence)
    if read is None:
        return None
    seen, twin = _signs(reference, url, *read), answer(url, evidence)
    facts = seen.facts
    if twin is not None and (seen.words or facts):
        if alike(read[0], twin):
            facts = (*facts, "every address of this host gives the same page")
        elif not facts:
            return None
    signs = (*seen.words, *facts)
    if len(signs) < 2:
        return None
    reason = f"the domain is not in use any more: {'; '.join(signs)}"
    return LinkVerdict(url, Health.DEAD, "parked", reason, min(0.85 + 0.05 * len(facts) + 0.01 * len(signs), 0.97))


def needs_twin(reference: Reference, url: str, evidence: Evidence) -> bool:
    """True when a twin could settle what was seen on a small page."""
    read = read_page(evidence)
    if read is None or size(read[1]) > TINY or was_asked(url, evidence):
        return False
    seen = _signs(reference, url, *read)
    return (bool(seen.words) and not seen.facts) or (not seen.words and bool(seen.facts))


def _signs(reference: Reference, url: str, page: Page, document: Document) -> _Signs:
    bare = bool(_DOMAIN.fullmatch(folded(document.title)))  # the entry may be called as its host is
    if size(document) > SMALL or (same_work(reference.title, document.title) and not bare):
        return _Signs()
    text = f"{heading(document)}\n{document.text}"
    quotes = {sign: in_text("parked", (sign,), text, limit=SHORT) for sign in _SIGNS}
    told = [quote for quote in dict.fromkeys(quotes.values()) if quote] or _told_otherwise(reference, document)
    words = tuple(f"it says “{quote}”" for quote in told)
    facts: list[str] = []
    if _ends_at_parking(url, page):
        facts.append(f"it leads to {page.final_url}, where domains are parked and sold")
    if words and bare:
        facts.append(f"its title is the bare name of a domain, “{document.title}”")
    if quotes["default"] and not is_front(url):
        facts.append("although the address names a page within the site")
    return _Signs(words, tuple(facts))


def _told_otherwise(reference: Reference, document: Document) -> list[str]:
    """A sentence put together from words, on a page with hardly any text that names nothing of the entry and is no wall."""
    text = f"{document.title}\n{document.text}"
    if size(document) > TINY or not names_hardly_anything_of(reference.title, text) or speaks_as_wall(document):
        return []
    quote = idle(text)
    return [quote] if quote else []


def _ends_at_parking(url: str, page: Page) -> bool:
    final = site(host(page.final_url))
    if "suspendedpage" in split(page.final_url).path:
        return True
    return final != site(host(url)) and final in {row[0] for row in rows("parking-hosts")}
