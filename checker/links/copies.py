"""Saved copies: is one a copy of the source, when was it saved, and can its archive be trusted.

A copy is judged by the very rules that judge a page, as if it had come from its original address: a saved 404, login or
front page is no copy of the source. What a copy was made of and when is said by `Link: …; rel="original"` and
`Memento-Datetime` (RFC 7089 section 2), or by the address itself as the Wayback Machine and pywb write it. archive.today
was found altering copies in 2026 and is neither asked nor proposed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime

from checker.foundation.model import (
    Archive,
    Evidence,
    Health,
    Hop,
    LinkVerdict,
    NoAnswer,
    Page,
    PartialDate,
    Place,
    Problem,
    Purpose,
    Reference,
    Source,
)
from checker.links.addresses import comparable, host, split
from checker.links.rules import RULES

# archive.today's own list of its names.
_ALTERING = frozenset(f"archive.{end}" for end in ("today", "ph", "is", "li", "vn", "fo", "md"))
# `/web/20160102030405id_/https://…`, and pywb's `/collection/20160102030405mp_/https://…`; `id_` asks for the page as it
# was saved, without a banner.
_COPY = re.compile(r"/(?:web/(\d{4,14})|(\d{14}))(?:[a-z]{2}_)?/(.+)$")
_ORIGINAL = re.compile(r"<([^>]+)>\s*;[^,]*\brel=(?:\"[^\"]*\boriginal\b[^\"]*\"|original\b)", re.IGNORECASE)
_A_DAY = dt.timedelta(days=1)  # between an editor's calendar and the archive's, which is UTC


def altering(url: str) -> bool:
    """True for archive.today and its aliases, whose copies cannot be trusted."""
    return host(url).removeprefix("www.") in _ALTERING


def archive_problems(reference: Reference, answers: Iterable[Source] = ()) -> Iterator[Problem]:
    """What is wrong with the saved copy that an entry names; `answers` are all that belong to the reference.

    `link-archive` for copies in an archive that alters them, and for a copy that is gone or shows something else;
    `entry-field` for a day that is not the copy's. A copy that could not be looked at is not accused.
    """
    named = [reference.archive.url] if reference.archive else []
    for url in dict.fromkeys([*named, *reference.urls]):
        if altering(url):
            what = f"{reference.key}: {url} stands in an archive that was found altering its copies; it was not asked."
            tip = "Name a copy in another archive, such as web.archive.org."
            yield Problem("link-archive", what, Place(reference.place.path, reference.place.line), tip=tip)
    for url in named:
        verdict = next((_verdict_of_own(reference, page) for page in answers if _is_answer_of(page, url)), None)
        if verdict is not None and verdict.health is Health.DEAD:
            what = f"{reference.key}: the saved copy {url} does not show the source: {verdict.reason.rstrip('.')}."
            yield Problem("link-archive", what, reference.place)
    yield from _misdated(reference)


def _is_answer_of(source: Source, url: str) -> bool:
    return isinstance(source, Page) and source.request.purpose is Purpose.SNAPSHOT and source.request.url == url


def _verdict_of_own(reference: Reference, page: Source) -> LinkVerdict | None:
    url = reference.urls[0] if reference.urls else ""
    return copy_verdict(reference, url or page.request.url, page) if isinstance(page, Page) else None


def _misdated(reference: Reference) -> Iterator[Problem]:
    """The day in the entry beside the day in the copy's address."""
    if reference.archive is None or reference.archive.date is None:
        return
    written, stamped = reference.archive.date, _stamp_of(reference.archive.url)
    if stamped is None or written.agrees(stamped):
        return
    days = written.earliest(), stamped.earliest()
    if days[0] and days[1] and written.day and abs(days[0] - days[1]) <= _A_DAY:
        return
    what = f"{reference.key}: the entry dates its saved copy {written}, but {reference.archive.url} was saved on {stamped}."
    yield Problem("entry-field", what, reference.place, tip=f"Put archivedate = {{{stamped}}}, or name the other copy.")


def rescue(reference: Reference, url: str, evidence: Evidence) -> tuple[Page, Archive] | None:
    """The saved copy in which the judge's rules find the source, with the address and day for the entry; None without one.

    Whether it bears the claims out is for the caller's match to say before it is proposed.
    """
    for page in _copies(evidence):
        own = reference.archive is not None and page.request.url == reference.archive.url
        if altering(page.final_url) or not (own or saved_on(page)) or not is_sound_copy(reference, url, page):
            continue
        if own and reference.archive is not None:
            return page, reference.archive
        return page, Archive(_for_readers(page.final_url), saved_on(page))
    return None


def why_no_rescue(reference: Reference, url: str, evidence: Evidence) -> str:
    """What was seen of saved copies when none of them is the source; empty when nobody asked for any."""
    for page in _copies(evidence):
        verdict = copy_verdict(reference, url, page)
        if verdict is not None and 200 <= page.status < 300:
            return f"the saved copy {_for_readers(page.final_url)} does not show the source: {verdict.reason}"
    asked = [probe for probe in evidence.probes if probe.request.purpose in (Purpose.ARCHIVE, Purpose.SNAPSHOT)]
    if not asked:
        return ""
    if any(isinstance(probe, NoAnswer) or probe.status not in (200, 404) for probe in asked):
        return "whether there is a saved copy is not known, because the archive did not answer"
    return "the archive has no saved copy of it"


def _copies(evidence: Evidence) -> Iterator[Page]:
    for probe in evidence.probes:
        if isinstance(probe, Page) and probe.request.purpose is Purpose.SNAPSHOT:
            yield probe


def is_sound_copy(reference: Reference, url: str, page: Page) -> bool:
    """True when the rules find the source in a saved copy: no saved 404, front page, login, captcha or parked domain."""
    verdict = copy_verdict(reference, url, page)
    return verdict is not None and verdict.health in (Health.OK, Health.MOVED)


def copy_verdict(reference: Reference, url: str, page: Page) -> LinkVerdict | None:
    """What the rules say of a saved copy, as if it had come from the address that it was made of."""
    original = original_of(page) or url
    strayed = comparable(original).split("://")[-1] != comparable(url).split("://")[-1]
    hops = (Hop(url, 302, location=original), Hop(original, page.status)) if strayed else (Hop(url, page.status),)
    saved = Evidence(replace(page, final_url=original, hops=hops))
    return next((verdict for rule in RULES if (verdict := rule(reference, url, saved))), None)


def original_of(page: Page) -> str | None:
    """The address that a copy was made of: `rel="original"`, or as its own address says; None when neither does."""
    for name, value in page.headers:
        said = _ORIGINAL.search(value) if name.lower() == "link" else None
        if said:
            return said[1]
    found = _COPY.search(page.final_url)
    if not found:
        return None
    return found[3] if re.match(r"https?:", found[3], re.IGNORECASE) else f"http://{found[3]}"


def saved_on(page: Page) -> PartialDate | None:
    """The day on which a copy was saved: `Memento-Datetime`, or the stamp in its address."""
    said = next((value for name, value in page.headers if name.lower() == "memento-datetime"), "")
    try:
        moment = parsedate_to_datetime(said) if said else None
    except ValueError:
        moment = None
    return PartialDate(moment.year, moment.month, moment.day) if moment else _stamp_of(page.final_url)


def _stamp_of(url: str) -> PartialDate | None:
    found = _COPY.search(split(url).path)
    stamp = (found[1] or found[2]) if found else ""
    if len(stamp) < 8:
        return None
    date = PartialDate(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))
    return date if date.earliest() else None


def _for_readers(url: str) -> str:
    """A copy's address as a reader should get it, with the archive's banner."""
    return re.sub(r"(/(?:web/\d{4,14}|\d{14}))id_/", r"\1/", url)
