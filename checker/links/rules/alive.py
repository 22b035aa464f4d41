"""Links that live: moved for good, or simply there."""

from __future__ import annotations

from itertools import takewhile
from urllib.parse import urldefrag

from checker.foundation.model import Evidence, Health, Hop, LinkVerdict, Page, Reference
from checker.links.addresses import comparable, host

_PERMANENT = frozenset({301, 308})  # RFC 9110 sections 15.4.2 and 15.4.9
# Resolvers of persistent identifiers: redirecting is their purpose, and their address is the one to cite.
_RESOLVERS = frozenset(
    {
        *("doi.org", "dx.doi.org", "hdl.handle.net", "handle.net", "purl.org", "purl.oclc.org", "w3id.org", "n2t.net"),
        *(
            "ark.org",
            "arks.org",
            "nbn-resolving.org",
            "nbn-resolving.de",
            "urn.fi",
            "urn.kb.se",
            "urn.nb.no",
            "persistent-identifier.nl",
            "www.persistent-identifier.nl",
        ),
        *("identifiers.org", "perma.cc"),
        "web.archive.org",
    }
)


def moved(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """The host says that the address has changed for good (301, 308): the .bib should follow.

    Only permanent hops from the start count; where a temporary one follows them, the address before it is proposed. DOIs and
    other persistent identifiers redirect by purpose and are never moved. A fragment is carried over (RFC 9110 10.2.2).
    """
    page = evidence.source
    if not isinstance(page, Page) or host(url) in _RESOLVERS:
        return None
    hops = [hop for hop in page.hops if hop.location is not None]
    lasting = list(takewhile(lambda hop: hop.status in _PERMANENT, hops))
    if not lasting:
        return None
    target = _after(lasting, hops, page)
    if comparable(target) == comparable(url):
        return None
    replacement = target if urldefrag(target).fragment else _with_fragment(target, url)
    reason = f"the host says that it has moved for good (status {lasting[0].status}) to {replacement}"
    return LinkVerdict(url, Health.MOVED, "moved", reason, 0.95, replacement=replacement)


def _after(lasting: list[Hop], hops: list[Hop], page: Page) -> str:
    """The address after the last permanent hop: the next hop's, which is absolute, or the end of the chain."""
    return page.final_url if len(lasting) == len(hops) else hops[len(lasting)].url


def _with_fragment(target: str, url: str) -> str:
    mark = urldefrag(url).fragment
    return f"{target}#{mark}" if mark else target


def alive(_reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """The page is there, and nothing speaks against it."""
    page = evidence.source
    if not isinstance(page, Page):
        return None
    size = f"{len(page.document.text)} characters of text" if page.document else f"{page.size} bytes"
    return LinkVerdict(url, Health.OK, "ok", f"it answered with status {page.status} and {size}", 0.95)
