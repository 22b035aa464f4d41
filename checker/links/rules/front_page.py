"""Deep pages that were swept to the front page, or to the section in which they stood."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from checker.foundation.model import Evidence, Health, LinkVerdict, Page, Reference
from checker.links.addresses import host, is_front, plain_host, segments, site
from checker.links.identity import may_share_language
from checker.links.rules.pages import TINY, read_page, size
from checker.links.rules.suspicion import names_hardly_anything
from checker.links.rules.wall_words import speaks_as_wall
from checker.links.titles import same_work, unlike

_TARGET = re.compile(r"""^\s*\d*\s*[;,]\s*url\s*=\s*["']?([^"'\s]+)""", re.IGNORECASE)  # of <meta http-equiv=refresh>


def front_page(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """A deep link that a redirect leads to a front page has lost its page: readers find nothing of it there.

    A site that moved whole is no such case, nor a page that became a site of its own (`/blog` to `blog.example.org`, a project
    to its own domain), nor a front page that bears the entry's title.
    """
    page = evidence.source
    if not isinstance(page, Page) or not any(hop.location for hop in page.hops):
        return None
    if is_front(url) or not is_front(page.final_url) or _became_a_site(url, page.final_url):
        return None
    if page.document is not None and same_work(reference.title, page.document.title):
        return None
    title = f" (“{page.document.title}”)" if page.document and page.document.title else ""
    reason = f"the page is gone: its address leads to the front page {page.final_url}{title}"
    at_home = site(host(url)) == site(host(page.final_url))
    return LinkVerdict(url, Health.DEAD, "front-page", reason, 0.92 if at_home else 0.85)


def sent_to_front(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """A page without a text of its own that sends browsers on to the front page (meta refresh) has been swept there too."""
    read = read_page(evidence)
    if read is None or is_front(url) or size(read[1]) > TINY:
        return None
    orders = (_TARGET.match(value) for name, value in read[1].metadata if name == "refresh")
    targets = [urljoin(read[0].final_url, order[1]) for order in orders if order]
    if not targets or not is_front(targets[0]) or _became_a_site(url, targets[0]):
        return None
    reason = f"the page is gone: it has no text and sends browsers on to the front page {targets[0]}"
    return LinkVerdict(url, Health.DEAD, "front-page", reason, 0.88)


def section_page(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """A page that a redirect leads to the section it stood in is lost, when that names hardly anything of the entry.

    The section's address is the beginning of the page's. A section in another language than the entry proves nothing.
    """
    read = read_page(evidence)
    if read is None or not _is_section_of(url, read[0].final_url):
        return None
    page, document = read
    lost = unlike(reference.title, document.title) and names_hardly_anything(reference, page, document)
    if not lost or speaks_as_wall(document) or not may_share_language(reference, document):
        return None
    section = f"{page.final_url} (“{document.title}”)"
    reason = f"the page is gone: its address leads to the section {section}, which has nothing of the entry"
    return LinkVerdict(url, Health.DEAD, "section-page", reason, 0.82)


def _is_section_of(url: str, final_url: str) -> bool:
    if url == final_url:  # as most are
        return False
    cited, final = segments(url), segments(final_url)
    return 0 < len(final) < len(cited) and cited[: len(final)] == final and plain_host(url) == plain_host(final_url)


def _became_a_site(url: str, final_url: str) -> bool:
    """True when the new host is called as some part of the old path was (`/blog` -> `blog.…`, `/tool` -> `tool.dev`)."""
    if plain_host(url) == plain_host(final_url):
        return False
    labels = set(host(final_url).replace("-", "").split("."))
    return any(part.lower().replace("-", "").replace("_", "") in labels for part in segments(url))
