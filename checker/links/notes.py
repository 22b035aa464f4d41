"""Information beside a verdict, each a pure function (reference, url, page) -> sentence or None, in one table.

To add one, write the function here and put it into NOTES with the rule of its finding; a note never changes the verdict.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from checker.foundation.model import LinkNote, Page, Reference
from checker.links.addresses import fragment, split

# Not names of places in a page: text directives (wicg.github.io/scroll-to-text-fragment), routes of script pages,
# PDF open parameters (RFC 8118), and `top`, which every page has (HTML Living Standard, 7.4.6.3).
_NO_PLACE = re.compile(r":~:|[!/?]|(?:page|nameddest|zoom|search)=|top$", re.IGNORECASE)
_HTML = ("text/html", "application/xhtml+xml")
_NO_SOURCE = re.compile(r"(?:image|video|audio|font)/|application/(?:zip|gzip|x-|octet-stream|java)")
# Entries that are such a thing themselves (biblatex manual, 2.1.3 and later types).
_OTHER_MEDIA = frozenset({"image", "artwork", "audio", "music", "video", "movie", "performance", "software", "dataset"})
_CUTS = {
    "size": "it is longer than we read; what lies behind the cut was not seen",
    "inflation": "it swells when unpacked and was cut",
    "deadline": "it came too slowly and was cut",
    "reset": "the host broke off before its end",
    "truncated": "it ended before the length that the host had announced",
}


def missing_fragment(_reference: Reference, url: str, page: Page) -> str | None:
    """The part of the page that the link points to is not there (any more): readers land at the top."""
    mark, document = fragment(url), page.document
    if not mark or document is None or page.cut or page.media_type not in _HTML or _NO_PLACE.match(mark):
        return None
    if {mark, f"user-content-{mark}"} & document.fragments or "script-only" in document.signs:
        return None
    return f"the page has no part called “#{mark}”; readers land at its top"


def unexpected_type(reference: Reference, url: str, page: Page) -> str | None:
    """What came is not what the address or the entry promises: a page where a PDF should be, a picture, an archive."""
    if not 200 <= page.status < 300:
        return None
    if split(url).path.lower().endswith(".pdf") and page.media_type in _HTML:
        return "the address ends in .pdf, but a web page came: perhaps a landing page or a notice"
    if _NO_SOURCE.match(page.media_type) and reference.type.lower() not in _OTHER_MEDIA:
        return f"it is of the type {page.media_type}: there is no text in it to read"
    return None


def cut_body(_reference: Reference, _url: str, page: Page) -> str | None:
    """Only a part of the answer was read."""
    return f"{_CUTS.get(page.cut, page.cut)} (after {page.size} bytes)" if page.cut else None


def unread_body(_reference: Reference, _url: str, page: Page) -> str | None:
    """The answer came whole and could not be read."""
    return f"it could not be read: {page.unread}" if page.unread else None


def frames(_reference: Reference, _url: str, page: Page) -> str | None:
    """The text stands in other files that the page only frames."""
    framed = page.document is not None and "frameset" in page.document.signs
    return "the page only frames other pages; its text stands in those" if framed else None


NOTES: tuple[tuple[str, Callable[[Reference, str, Page], str | None]], ...] = (
    ("link-fragment", missing_fragment),
    ("link-type", unexpected_type),
    ("link-partial", cut_body),
    ("link-partial", unread_body),
    ("link-partial", frames),
)


def notes(reference: Reference, url: str, page: Page) -> tuple[LinkNote, ...]:
    """What the notes say of one answer, in their order."""
    said = ((rule, note(reference, url, page)) for rule, note in NOTES)
    return tuple(LinkNote(text, rule) for rule, text in said if text)
