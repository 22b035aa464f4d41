"""Saved copies of dead sources: which index to ask, which copy to read, and whether it is one. Only `fetching` asks.

The Wayback Machine's CDX index is asked for the copy with status 200 nearest to the day on which the editor read the source
(github.com/internetarchive/wayback, wayback-cdx-server/README.md: `sort=closest`). When the index does not answer, the address
of the copy itself is asked, which leads on to the nearest one as a TimeGate does (RFC 7089). A copy is proposed only when the
judge's rules find the source in it (a saved 404 or login is no rescue) and the caller's match bears it out. archive.today
was found altering copies in 2026 and is neither asked nor proposed.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote, urldefrag, urlencode

from checker.foundation.model import (
    Archive,
    Evidence,
    Health,
    Hop,
    Page,
    PartialDate,
    Place,
    Problem,
    Purpose,
    Reference,
    Request,
    Source,
)
from checker.foundation.settings import Settings
from checker.links.addresses import comparable, host, split
from checker.links.rules import RULES

# archive.today's own list of its names.
_ALTERING = frozenset(f"archive.{end}" for end in ("today", "ph", "is", "li", "vn", "fo", "md"))
# `/web/20160102030405id_/https://…`: the address of a copy; `id_` asks for the page as it was saved, without a banner.
_COPY = re.compile(r"/web/(\d{4,14})(?:[a-z]{2}_)?/(.+)$")
_STAMP = "%Y%m%d%H%M%S"


def altering(url: str) -> bool:
    """True for archive.today and its aliases, whose copies cannot be trusted."""
    return host(url).removeprefix("www.") in _ALTERING


def archive_problems(reference: Reference) -> Iterator[Problem]:
    """`link-archive` for every address of the entry that stands in an archive that alters its copies."""
    named = [reference.archive.url] if reference.archive else []
    for url in dict.fromkeys([*named, *reference.urls]):
        if altering(url):
            what = f"{reference.key}: {url} stands in an archive that was found altering its copies; it was not asked."
            tip = "Name a copy in another archive, such as web.archive.org."
            yield Problem("link-archive", what, Place(reference.place.path, reference.place.line), tip=tip)


def questions(reference: Reference, url: str, evidence: Evidence, settings: Settings) -> tuple[Request, ...]:
    """What to ask next to rescue a dead link: the entry's own copy, else the index, and then the copy that it names.

    Nothing when the settings have no Wayback Machine or no claims are matched (a copy that was not matched is not proposed).
    """
    if settings.links_only:
        return ()
    asked = {probe.request for probe in evidence.probes}
    own = reference.archive.url if reference.archive else ""
    if own and not altering(own):
        return tuple(one for one in (Request(own, Purpose.SNAPSHOT),) if one not in asked)
    if not settings.wayback or altering(url):
        return ()
    index = _index(reference, url, evidence, settings)
    if index not in asked:
        return (index,)
    copy = _copy_named_by(_answer_to(index, evidence.probes), url, reference, evidence, settings)
    return (copy,) if copy is not None and copy not in asked else ()


def _index(reference: Reference, url: str, evidence: Evidence, settings: Settings) -> Request:
    query = {"url": urldefrag(url).url, "output": "json", "fl": "timestamp,original", "filter": "statuscode:200"}
    day = _day_of_interest(reference, evidence)
    nearest = {"sort": "closest", "closest": f"{day:%Y%m%d}", "limit": "3"} if day else {"limit": "-1"}
    address = f"{settings.wayback.rstrip('/')}/cdx/search/cdx?{urlencode(query | nearest)}"
    return Request(address, Purpose.ARCHIVE, accept="application/json", read=False)


def _day_of_interest(reference: Reference, evidence: Evidence) -> dt.date | None:
    """The day on which the editor read the source, else the day on which it was last seen alive, else its own date."""
    if reference.accessed and reference.accessed.earliest():
        return reference.accessed.earliest()
    if evidence.history and evidence.history.last_alive:
        return evidence.history.last_alive.date()
    return reference.date.earliest() if reference.date else None


def _answer_to(request: Request, probes: Iterable[Source]) -> Source | None:
    return next((probe for probe in probes if probe.request == request), None)


def _copy_named_by(
    answer: Source | None, url: str, reference: Reference, evidence: Evidence, settings: Settings
) -> Request | None:
    """The nearest copy of the index; without an index the address that leads to the nearest; None when there is no copy."""
    base = settings.wayback.rstrip("/")
    if isinstance(answer, Page) and answer.status == 200:
        found = read_index(answer.body or b"")
        return Request(f"{base}/web/{found[0][0]}id_/{_plain(found[0][1])}", Purpose.SNAPSHOT) if found else None
    day = _day_of_interest(reference, evidence)
    return Request(f"{base}/web/{f'{day:%Y%m%d}' if day else '2'}id_/{_plain(url)}", Purpose.SNAPSHOT)


def _plain(url: str) -> str:
    return quote(urldefrag(url).url, safe="/:?&=%#;,+@!$'()*~[]")


def read_index(body: bytes) -> list[tuple[str, str]]:
    """(timestamp, original address) of the copies in a CDX answer, nearest first; empty for anything that is none.

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


def rescue(reference: Reference, url: str, evidence: Evidence) -> tuple[Page, Archive] | None:
    """The saved copy in which the judge's rules find the source, with the address and day for the entry; None without one.

    Whether it bears the claims out is for the caller's match to say before it is proposed.
    """
    for probe in evidence.probes:
        if not isinstance(probe, Page) or probe.request.purpose is not Purpose.SNAPSHOT or altering(probe.final_url):
            continue
        if is_sound_copy(reference, url, probe):
            return probe, Archive(_for_readers(probe.final_url), saved_on(probe))
    return None


def is_sound_copy(reference: Reference, url: str, page: Page) -> bool:
    """True when the rules find the source in a saved copy: no saved 404, front page, login, captcha or parked domain."""
    original = _original(page.final_url) or url
    strayed = comparable(original).split("://")[-1] != comparable(url).split("://")[-1]
    hops = (Hop(url, 302, location=original), Hop(original, page.status)) if strayed else (Hop(url, page.status),)
    saved = Evidence(replace(page, final_url=original, hops=hops))
    verdict = next((verdict for rule in RULES if (verdict := rule(reference, url, saved))), None)
    return verdict is not None and verdict.health in (Health.OK, Health.MOVED)


def saved_on(page: Page) -> PartialDate | None:
    """The day on which a copy was saved: `Memento-Datetime` (RFC 7089 section 2.1.1), or the stamp in its address."""
    said = next((value for name, value in page.headers if name.lower() == "memento-datetime"), "")
    try:
        moment = parsedate_to_datetime(said) if said else None
    except ValueError:
        moment = None
    stamp = _COPY.search(split(page.final_url).path)
    if moment is None and stamp and len(stamp[1]) >= 8:
        return PartialDate(int(stamp[1][:4]), int(stamp[1][4:6]), int(stamp[1][6:8]))
    return PartialDate(moment.year, moment.month, moment.day) if moment else None


def _original(url: str) -> str | None:
    """The address that a copy's address was made from."""
    found = _COPY.search(url)
    return found[2] if found else None


def _for_readers(url: str) -> str:
    """A copy's address as a reader should get it, with the archive's banner."""
    return re.sub(r"(/web/\d{4,14})id_/", r"\1/", url)
