"""Deep pages that were swept to the front page."""

from __future__ import annotations

from checker.foundation.model import Evidence, Health, LinkVerdict, Page, Reference
from checker.links.addresses import host, is_front, plain_host, segments, site
from checker.links.titles import same_work


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


def _became_a_site(url: str, final_url: str) -> bool:
    """True when the new host is called as some part of the old path was (`/blog` -> `blog.…`, `/tool` -> `tool.dev`)."""
    if plain_host(url) == plain_host(final_url):
        return False
    labels = set(host(final_url).replace("-", "").split("."))
    return any(part.lower().replace("-", "").replace("_", "") in labels for part in segments(url))
