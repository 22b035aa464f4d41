"""Addresses as the judge reads them: what is a front page, what is the same address, what a host is called.

Nothing here raises: an address that cannot be split reads as one without host and path.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from checker.foundation.domains import registered

# Names under which servers keep their front page.
_FRONT_NAME = re.compile(
    r"(?:index|default|home|main|start|welcome|trang-?chu|accueil|inicio)(?:\.[a-z]{2,5})?", re.IGNORECASE
)
# A language or a country and a language: /en, /vi-vn, /zh_cn.
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2,4})?", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=8_192)  # every rule splits the same address again
def split(url: str) -> SplitResult:
    """The parts of an address; all empty when it is none."""
    try:
        parts = urlsplit(url.strip())
        _ = parts.port, parts.hostname
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


@lru_cache(maxsize=8_192)
def host(url: str) -> str:
    """The host in lower case and in its ASCII form (`xn--…`), empty when there is none."""
    name = (split(url).hostname or "").rstrip(".")
    try:
        return name.encode("idna").decode("ascii").lower() if not name.isascii() else name
    except UnicodeError:
        return name


def plain_host(url: str) -> str:
    """The host without a leading `www.` or `m.`: what readers take for the same site."""
    return re.sub(r"^(?:www\d?|m|mobile)\.(?=.+\.)", "", host(url))


def site(host_name: str) -> str:
    """The registered domain of a host (`news.example.co.uk` -> `example.co.uk`), or the host itself (an IP address)."""
    return registered(host_name)


def segments(url: str) -> list[str]:
    """The parts of the path, decoded, empty ones left out."""
    return [unquote(part) for part in split(url).path.split("/") if part]


@lru_cache(maxsize=256)  # several rules ask it of one page
def is_front(url: str) -> bool:
    """True for a site's front page: no path, or only a language and a name such as index.html; a query speaks against it."""
    parts = segments(url)
    if parts and _FRONT_NAME.fullmatch(parts[-1]):
        parts = parts[:-1]
    return not split(url).query and (not parts or (len(parts) == 1 and bool(_LANGUAGE.fullmatch(parts[0]))))


def fragment(url: str) -> str:
    """What stands behind `#`, decoded."""
    return unquote(split(url).fragment)


def comparable(url: str) -> str:
    """One spelling for addresses that ask for the same thing: RFC 3986 section 6.2 without the fragment."""
    parts = split(url)
    port = "" if parts.port in (None, _DEFAULT_PORTS.get(parts.scheme)) else f":{parts.port}"
    return urlunsplit((parts.scheme.lower(), host(url) + port, unquote(parts.path) or "/", unquote(parts.query), ""))
