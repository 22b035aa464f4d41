"""Twins: an address beside the cited one that cannot exist, to see how a host answers those."""

from __future__ import annotations

import hashlib
import posixpath
from urllib.parse import urlunsplit

from rapidfuzz import fuzz

from checker.foundation.model import Evidence, Page, Purpose, Request, Source
from checker.links.addresses import split
from checker.links.titles import folded

_COMPARED = 2000  # code points of both texts
_SAME = 92.0  # rapidfuzz ratio, 0-100: room for the address itself, a date, a request number


def twin(url: str) -> Request:
    """The probe for a URL: the same folder and suffix, a name made of the URL's hash (so that a replay finds it again)."""
    parts = split(url)
    folder, name = posixpath.split(parts.path)
    suffix = posixpath.splitext(name)[1]
    made_up = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    path = posixpath.join(folder or "/", f"{made_up}{suffix}")
    return Request(urlunsplit((parts.scheme, parts.netloc, path, "", "")), Purpose.TWIN)


def was_asked(url: str, evidence: Evidence) -> bool:
    """True when the twin was asked for, whatever came of it."""
    twins = [probe for probe in evidence.probes if probe.request.purpose is Purpose.TWIN]
    return bool(twins) and twin(url).url in {probe.request.url for probe in twins}


def answer(url: str, evidence: Evidence) -> Page | None:
    """What the host said to the twin's address, when it was asked and answered."""
    twins = [probe for probe in evidence.probes if isinstance(probe, Page) and probe.request.purpose is Purpose.TWIN]
    address = twin(url).url if twins else ""
    return next((probe for probe in twins if probe.request.url == address), None)


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
