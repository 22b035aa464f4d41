"""What came back -> the Source that the other rooms see: Page or NoAnswer, remote text cleaned."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from urllib.parse import urljoin

from checker.fetching import content
from checker.fetching.exchange import Answer, Exchange, Failure
from checker.fetching.journey import Journey
from checker.foundation import clean
from checker.foundation.model import Document, Hop, NoAnswer, Page, Purpose, Request, Source

_MOST_HEADERS, _HEADER = 100, 1_000  # kept in a Page: how many, how long
# Their body is handed on as it is: data for `links`, a text for `article`.
RAW = frozenset((Purpose.REGISTRY, Purpose.ARCHIVE, Purpose.ARTICLE))


def wants_reading(request: Request, answer: Answer) -> bool:
    """True when the body is to be read by a child: a good answer, asked for in full, and not as it is."""
    return request.read and answer.status < 400 and bool(answer.body) and request.purpose not in RAW


def source(journey: Journey, exchange: Exchange, read: Document | str | None, at: dt.datetime) -> Source:
    """The Source of a journey that ended with `exchange`; `read` is what a reader made of the body, if one was asked."""
    hops, tries, seconds = tuple(journey.hops), tuple(journey.tries), round(journey.total, 3)
    at = exchange.at or at
    if isinstance(exchange, Failure):
        return NoAnswer(journey.request, exchange.why, exchange.detail, at, hops, tries, seconds)
    if exchange.status == 304 and journey.kept is not None:
        return replace(journey.kept, request=journey.request, fetched=at, hops=_confirmed(journey), cached=True)
    content_type = exchange.header("content-type") or ""
    kind = content.media_type(exchange.body, content_type) if exchange.body else clean.line(content_type, 100)
    document, unread = _content(journey, exchange, read, kind, content_type)
    final = journey.target.url
    if document is not None and document.canonical:
        document = replace(document, canonical=_joined(final, document.canonical))
    return Page(
        request=journey.request,
        final_url=final,
        status=exchange.status,
        hops=hops,
        media_type=kind,
        fetched=at,
        digest=hashlib.sha256(exchange.body).hexdigest() if exchange.body else "",
        size=len(exchange.body),
        wire_size=exchange.wire_size,
        headers=tuple((clean.line(k, 100), clean.line(v, _HEADER)) for k, v in exchange.headers[:_MOST_HEADERS]),
        document=document,
        cut=exchange.cut,
        unread=unread,
        tries=tries,
        seconds=seconds,
        body=exchange.body if journey.request.purpose in RAW else None,
    )


def _confirmed(journey: Journey) -> tuple[Hop, ...]:
    """The hops of a page that is still the same: the last one with the status that the page has."""
    kept = journey.kept
    return (*journey.hops[:-1], replace(journey.hops[-1], status=kept.status if kept else 304))


def _content(
    journey: Journey, answer: Answer, read: Document | str | None, kind: str, content_type: str
) -> tuple[Document | None, str | None]:
    """The Document of an answer, or why it has none."""
    if isinstance(read, Document):
        return read, None
    if isinstance(read, str):
        return None, read
    if not answer.body:
        return None, "empty"
    if journey.request.purpose in RAW:
        return None, None
    seen = content.glance(answer.body, kind, content_type, fragments=bool(journey.target.fragment))
    return (seen, None) if seen else (None, f"type {kind}")


def _joined(base: str, relative: str) -> str:
    try:
        return urljoin(base, relative)
    except ValueError:
        return ""
