"""Whether anybody has registered an entry's Handle. The Handle System holds addresses, no titles.

The proxy's REST API, `api/handles/<handle>` (handle.net/proxy_servlet.html, REST-API.txt of its distribution): JSON with a
`responseCode`: 1 for a success, 100 (HTTP 404) for a Handle that does not exist, 2 for an error of the server's own.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, unquote

from checker.foundation.model import Purpose, Reference, Request
from checker.foundation.settings import Settings
from checker.links.addresses import host, split

_HOSTS = ("hdl.handle.net", "www.handle.net")
_HANDLE = re.compile(r"\d+(?:\.\d+)*/\S+")
_NOT_FOUND = 100


def handle_of(reference: Reference) -> str | None:
    """The Handle in an address of the entry's at the Handle proxy, where the .bib's own fields for it lead as well."""
    for url in reference.urls:
        bare = unquote(split(url).path).strip("/")
        if host(url) in _HOSTS and _HANDLE.fullmatch(bare):
            return bare
    return None


def question(reference: Reference, settings: Settings) -> Request | None:
    """What to ask the Handle proxy; None without a Handle, or without a proxy in the settings."""
    handle = handle_of(reference)
    if handle is None or not settings.handles:
        return None
    address = f"{settings.handles.rstrip('/')}/api/handles/{quote(handle, safe='/:;().,-_')}"
    return Request(address, Purpose.REGISTRY, accept="application/json", read=False)


def has_none(data: Any) -> bool:
    """True when the proxy answers that there is no such Handle."""
    return isinstance(data, dict) and data.get("responseCode") == _NOT_FOUND and isinstance(data.get("handle"), str)
