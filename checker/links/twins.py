"""Twins: an address beside the cited one that cannot exist, to see how a host answers those."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable
from urllib.parse import urlunsplit

from rapidfuzz import fuzz

from checker.foundation.model import Evidence, Page, Purpose, Request, Source
from checker.links.addresses import split
from checker.links.titles import folded

# A number in the query by which a script finds its page, and the scripts' suffixes.
_NUMBER = re.compile(
    r"((?:^|&)(?:id|\w{1,12}_?id|idx?no|no|num|nr|p|pg|page|article|item|doc|story|news|entry|record)=)\d+(?=&|$)",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"(?:/|\.(?:php\d?|aspx?|jsp|jsf|do|cgi|pl|cfm|html?))$", re.IGNORECASE)
_LOST = 900_000_000  # nobody has so many pages, and it still is a number of 32 bits
_COMPARED = 2000  # code points of both texts
_SAME = 92.0  # rapidfuzz ratio, 0-100: room for the address itself, a date, a request number


def twin(url: str) -> Request:
    """The probe for a URL: the same folder and suffix, a name made of the URL's hash (so that a replay finds it again).

    Where a script is told in the query which page is wanted (`show.php?id=12`), the script stays and the number is made up:
    a made-up script would be a true 404, and say nothing of how this one answers for pages that it has lost.
    """
    parts = split(url)
    made_up = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    query = _NUMBER.sub(lambda found: f"{found[1]}{_LOST + int(made_up[:6], 16)}", parts.query)
    if query != parts.query and _SCRIPT.search(parts.path):
        return Request(urlunsplit((parts.scheme, parts.netloc, parts.path, query, "")), Purpose.TWIN)
    folder, name = posixpath.split(parts.path)
    suffix = posixpath.splitext(name)[1]
    path = posixpath.join(folder or "/", f"{made_up}{suffix}")
    return Request(urlunsplit((parts.scheme, parts.netloc, path, "", "")), Purpose.TWIN)


def front(url: str) -> Request:
    """The host's front page: a wall around a host stands there too, a notice about one page does not."""
    parts = split(url)
    return Request(urlunsplit((parts.scheme, parts.netloc, "/", "", "")), Purpose.TWIN)


def was_asked(url: str, evidence: Evidence, probe: Callable[[str], Request] = twin) -> bool:
    """True when the twin (or the front page) was asked for, whatever came of it."""
    twins = [one for one in evidence.probes if one.request.purpose is Purpose.TWIN]
    return bool(twins) and probe(url).url in {one.request.url for one in twins}


def answer(url: str, evidence: Evidence, probe: Callable[[str], Request] = twin) -> Page | None:
    """What the host said to the twin's address (or the front page), when it was asked and answered."""
    twins = [one for one in evidence.probes if isinstance(one, Page) and one.request.purpose is Purpose.TWIN]
    address = probe(url).url if twins else ""
    return next((one for one in twins if one.request.url == address), None)


def alike(page: Source, other: Page) -> bool:
    """True when both answers are one page: the same status, title and text, but for what changes at every visit."""
    if not isinstance(page, Page) or page.status != other.status:
        return False
    if page.digest and page.digest == other.digest:
        return True
    if page.document is None or other.document is None:
        return False
    ours, theirs = (folded(f"{one.title} {one.text[:_COMPARED]}") for one in (page.document, other.document))
    return bool(ours) and fuzz.ratio(ours, theirs) >= _SAME
