"""Nouns of FETCH: what is asked for, what came back, and the text in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from checker.foundation.model.bibliography import EvidenceKind
from checker.foundation.model.dates import PartialDate


class Purpose(StrEnum):
    """Why an address is asked; probes (everything but SOURCE) are never reported as a citation's link."""

    SOURCE = "source"
    TWIN = "twin"  # a path that cannot exist, to see how a host answers those
    REGISTRY = "registry"  # doi.org, Crossref, …
    ARCHIVE = "archive"  # CDX, TimeGate: an index
    SNAPSHOT = "snapshot"  # a saved copy
    ARTICLE = "article"  # the text to check itself, named by its address


@dataclass(frozen=True, slots=True)
class Request:
    """One address to fetch. `url` is as cited, fragment kept; `accept` is sent for registries; `read` asks for text.

    `headers` are further ones, such as Accept-Datetime (RFC 7089); they are never sent on to another host, and they are
    kept in caches and recordings, so that no secret may stand in them.
    """

    url: str
    purpose: Purpose = Purpose.SOURCE
    accept: str = ""
    read: bool = True
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """One HTTP exchange on the way: asked `url` at `address`, got `status`, was sent on to `location`."""

    url: str
    status: int
    address: str = ""
    location: str | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt that did not give the answer that counted: what happened, and how long was waited after it."""

    outcome: str
    seconds: float
    waited: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """The readable content of an answer, remote text cleaned.

    `page_starts` are offsets in `text` at which PDF pages begin (empty for HTML); `main` is the body without
    navigation when the page has any; `fragments` are ids and names a `#fragment` may point to; `metadata` keeps
    the head's own names (`og:title`, `citation_title`, …) lower-cased; `signs` are facts about the markup that
    rules use: `password-field`, `script-only`, `frameset`, `noindex`, `meta-refresh`, `captcha`, `form`,
    `not-found` (the site's own class or state for a page that is not there).
    """

    text: str
    media_type: str
    title: str = ""
    authors: tuple[str, ...] = ()
    date: PartialDate | None = None
    site: str = ""
    language: str = ""
    canonical: str = ""
    encoding: str = ""
    page_starts: tuple[int, ...] = ()
    fragments: frozenset[str] = frozenset()
    metadata: tuple[tuple[str, str], ...] = ()
    signs: frozenset[str] = frozenset()
    links: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """An HTTP answer, of any status: the end of the redirect chain, with its body as far as it was read.

    `media_type` is sniffed, not believed. `cut` says why the body is not whole (`size`, `deadline`, `reset`,
    `truncated`, `inflation`), `unread` why a whole body has no document (`type application/zip`, `parser killed`).
    """

    request: Request
    final_url: str
    status: int
    hops: tuple[Hop, ...]
    media_type: str
    fetched: dt.datetime
    digest: str = ""
    size: int = 0
    wire_size: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    document: Document | None = None
    cut: str | None = None
    unread: str | None = None
    tries: tuple[Try, ...] = ()
    seconds: float = 0.0
    cached: bool = False
    body: bytes | None = None  # kept of registries, archives and articles, which others read


class Silence(StrEnum):
    """Why there is no HTTP answer."""

    TIMEOUT = "timeout"
    RESET = "reset"
    REFUSED = "refused"
    NAME = "name"  # the host's name does not resolve
    UNREACHABLE = "unreachable"  # no route, network down
    CERTIFICATE = "certificate"
    UNSAFE = "unsafe"  # refused by our own rules, before or between hops
    REDIRECTS = "redirects"  # a loop, or more than ten hops
    PROTOCOL = "protocol"  # what came back is not HTTP
    INVALID = "invalid"  # not a URL that can be asked
    OFFLINE = "offline"
    EXCLUDED = "excluded"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """No HTTP answer that can be judged: why, in words that an editor understands, and the hops before it."""

    request: Request
    why: Silence
    detail: str
    fetched: dt.datetime
    hops: tuple[Hop, ...] = ()
    tries: tuple[Try, ...] = ()
    seconds: float = 0.0


Source: TypeAlias = Page | NoAnswer


@dataclass(frozen=True, slots=True)
class Passages:
    """The text of one source as matching sees it: whose it is, where it comes from, and what it may say of itself.

    `whole` is False for a cut body or a landing page: then nothing in it can be called missing. `credits` are the names
    of those who made it (authors, journal, site, publisher), which its own text need not repeat.
    """

    key: str
    text: str
    evidence: EvidenceKind
    language: str = ""
    title: str = ""
    date: PartialDate | None = None
    url: str | None = None
    digest: str = ""
    page_starts: tuple[int, ...] = ()
    whole: bool = True
    credits: str = ""
