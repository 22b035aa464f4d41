"""Twins: an address beside the cited one that cannot exist, to see how a host answers those."""

from __future__ import annotations

import hashlib
import posixpath
from urllib.parse import urlunsplit

from checker.foundation.model import Evidence, Page, Purpose, Request
from checker.links.addresses import split


def twin(url: str) -> Request:
    """The probe for a URL: the same folder and suffix, a name made of the URL's hash (so that a replay finds it again)."""
    parts = split(url)
    folder, name = posixpath.split(parts.path)
    suffix = posixpath.splitext(name)[1]
    made_up = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    path = posixpath.join(folder or "/", f"{made_up}{suffix}")
    return Request(urlunsplit((parts.scheme, parts.netloc, path, "", "")), Purpose.TWIN)


def answer(url: str, evidence: Evidence) -> Page | None:
    """What the host said to the twin's address, when it was asked and answered."""
    address = twin(url).url
    for probe in evidence.probes:
        if isinstance(probe, Page) and probe.request.purpose is Purpose.TWIN and probe.request.url == address:
            return probe
    return None
