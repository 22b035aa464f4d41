"""Archives: which index to ask for a saved copy of a source, and which copy to read. Only `fetching` asks.

The Wayback Machine's CDX index is asked for the copies with status 200 nearest to the day on which the editor read the source
(github.com/internetarchive/wayback, wayback-cdx-server/README.md: `sort=closest`). When the index does not answer, the address
of the copy itself is asked, which leads on to the nearest one. Where the Wayback Machine has none, the TimeGates of the settings
are asked: archives that speak Memento (RFC 7089 section 4.5, `Accept-Datetime`).
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence
from email.utils import format_datetime
from typing import Any
from urllib.parse import quote, urldefrag, urlencode

from checker.foundation.model import Evidence, Page, Purpose, Reference, Request, Source
from checker.foundation.settings import Settings
from checker.links.copies import altering, rescue

_TRIED = 2  # copies of one source that are read before the Wayback Machine is given up


def own_copy(reference: Reference, settings: Settings) -> Request | None:
    """What to ask to see whether the saved copy that the entry names holds; None without one, or for one in a bad archive."""
    own = reference.archive.url if reference.archive else ""
    return Request(own, Purpose.SNAPSHOT, read=not settings.links_only) if own and not altering(own) else None


def questions(reference: Reference, url: str, evidence: Evidence, settings: Settings) -> tuple[Request, ...]:
    """What to ask next to rescue a dead link: the entry's own copy, else the index, the copies that it names, TimeGates.

    Nothing when no claims are matched (a copy that was not matched is not proposed), or once a sound copy was read.
    """
    if settings.links_only or rescue(reference, url, evidence) is not None:
        return ()
    own = own_copy(reference, settings)
    if own is not None and own not in {probe.request for probe in evidence.probes}:
        return (own,)
    return copies_near(url, day_of_interest(reference, evidence), evidence.probes, settings)


def copies_near(url: str, day: dt.date | None, probes: Sequence[Source], settings: Settings) -> tuple[Request, ...]:
    """What to ask next for the copies of an address nearest to a day (the last ones without a day).

    The index first, then one copy after the other, and the TimeGates from the second copy on.
    """
    if altering(url):
        return ()
    asked = {probe.request for probe in probes}
    index = index_of(url, day, settings) if settings.wayback else None
    if index is not None and index not in asked:
        return (index,)
    copies = _copies_of(index, url, day, probes, settings) if index is not None else ()
    gates = tuple(_timegate(base, url, day) for base in settings.timegates)
    unread = [copy for copy in copies if copy not in asked]
    if len(unread) == len(copies) and copies:
        return tuple(unread[:1])
    return (*unread[:1], *(gate for gate in gates if gate not in asked))


def index_of(url: str, day: dt.date | None, settings: Settings) -> Request:
    """The question to the Wayback Machine's index: three copies nearest to a day, or the last three."""
    query = {"url": urldefrag(url).url, "output": "json", "fl": "timestamp,original", "filter": "statuscode:200"}
    nearest = {"sort": "closest", "closest": f"{day:%Y%m%d}", "limit": "3"} if day else {"limit": "-3"}
    address = f"{settings.wayback.rstrip('/')}/cdx/search/cdx?{urlencode(query | nearest)}"
    return Request(address, Purpose.ARCHIVE, accept="application/json", read=False)


def day_of_interest(reference: Reference, evidence: Evidence) -> dt.date | None:
    """The day on which the editor read the source, else the day on which it was last seen alive, else its own date."""
    if reference.accessed and reference.accessed.earliest():
        return reference.accessed.earliest()
    if evidence.history and evidence.history.last_alive:
        return evidence.history.last_alive.date()
    return reference.date.earliest() if reference.date else None


def _copies_of(
    index: Request, url: str, day: dt.date | None, probes: Sequence[Source], settings: Settings
) -> tuple[Request, ...]:
    """The nearest copies of the index; without an index the address that leads to the nearest; none when there is none."""
    base = settings.wayback.rstrip("/")
    answer = next((probe for probe in probes if probe.request == index), None)
    if isinstance(answer, Page) and answer.status == 200:
        found = read_index(answer.body or b"")
        nearest = found if day else found[::-1]  # without a day the index tells the last ones, oldest first
        addresses = [f"{base}/web/{stamp}id_/{_plain(original)}" for stamp, original in nearest]
    else:
        addresses = [f"{base}/web/{f'{day:%Y%m%d}' if day else '2'}id_/{_plain(url)}"]
    return tuple(Request(address, Purpose.SNAPSHOT) for address in addresses[:_TRIED])


def _timegate(base: str, url: str, day: dt.date | None) -> Request:
    """The question to a TimeGate; without a day it leads to the last copy (RFC 7089 section 4.5.1)."""
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC) if day else None
    headers = (("Accept-Datetime", format_datetime(noon, usegmt=True)),) if noon else ()
    return Request(f"{base.rstrip('/')}/{_plain(url)}", Purpose.SNAPSHOT, headers=headers)


def _plain(url: str) -> str:
    return quote(urldefrag(url).url, safe="/:?&=%#;,+@!$'()*~[]")


def read_index(body: bytes) -> list[tuple[str, str]]:
    """(timestamp, original address) of the copies in a CDX answer, in its order; empty for anything that is none.

    The answer is a JSON array whose first row names the columns; no copy at all is `[]` or an empty body.
    """
    try:
        rows: Any = json.loads(body or b"[]")
    except (ValueError, RecursionError):
        return []
    if not isinstance(rows, list) or len(rows) < 2 or not isinstance(rows[0], list):
        return []
    if not {"timestamp", "original"} <= {name for name in rows[0] if isinstance(name, str)}:
        return []
    when, what = rows[0].index("timestamp"), rows[0].index("original")
    copies = [(row[when], row[what]) for row in rows[1:] if isinstance(row, list) and len(row) == len(rows[0])]
    return [(str(stamp), str(url)) for stamp, url in copies if re.fullmatch(r"\d{14}", str(stamp))]
