"""Twins: an address beside the cited one that cannot exist, to see how a host answers those."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable
from urllib.parse import urlunsplit

from rapidfuzz import fuzz

from checker.foundation.model import Document, Evidence, Page, Purpose, Request, Source
from checker.links.addresses import split
from checker.links.echoes import without_echo
from checker.links.prose import prose
from checker.links.titles import folded, weight

# A number in the query by which a script finds its page, and the scripts' suffixes.
_NUMBER = re.compile(
    r"((?:^|&)(?:id|\w{1,12}_?id|idx?no|no|num|nr|p|pg|page|article|item|doc|story|news|entry|record)=)\d+(?=&|$)",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"(?:/|\.(?:php\d?|aspx?|jsp|jsf|do|cgi|pl|cfm|html?))$", re.IGNORECASE)
_LOST = 900_000_000  # nobody has so many pages, and it still is a number of 32 bits
_COMPARED = 2000  # code points of both texts
_SAME = 92.0  # rapidfuzz ratio, 0-100
LOOSELY = 80.0  # for pages that name nothing of the entry: what they recommend changes
_SENTENCES = 20  # lines of running text that are compared
_SAID = 40  # letters: with less, the same running text proves nothing
_NUMBERS_ALONE = 12  # letters: with less besides its numbers, a page is made of them
_COUNTED = re.compile(r"[\w-]*\d[\w-]*")


def twin(url: str) -> Request:
    """The probe for a URL: the same folder and suffix, a name made of the URL's hash (so that a replay finds it again).

    Where a script is told in the query which page is wanted (`show.php?id=12`), the script stays and the number is made up:
    a made-up script would be a true 404, and say nothing of how this one answers for pages that it has lost.
    """
    parts = split(url)
    made_up = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    query = _NUMBER.sub(lambda found: f"{found[1]}{_LOST + int(made_up[:6], 16)}", parts.query)
    if query != parts.query and _SCRIPT.search(parts.path):
        return Request(urlunsplit((parts.scheme, parts.netloc, parts.path, query, "")), Purpose.TWIN)
    folder, name = posixpath.split(parts.path)
    suffix = posixpath.splitext(name)[1]
    path = posixpath.join(folder or "/", f"{made_up}{suffix}")
    return Request(urlunsplit((parts.scheme, parts.netloc, path, "", "")), Purpose.TWIN)


def front(url: str) -> Request:
    """The host's front page: a wall around a host stands there too, a notice about one page does not."""
    parts = split(url)
    return Request(urlunsplit((parts.scheme, parts.netloc, "/", "", "")), Purpose.TWIN)


def was_asked(url: str, evidence: Evidence, probe: Callable[[str], Request] = twin) -> bool:
    """True when the twin (or the front page) was asked for, whatever came of it."""
    twins = [one for one in evidence.probes if one.request.purpose is Purpose.TWIN]
    return bool(twins) and probe(url).url in {one.request.url for one in twins}


def answer(url: str, evidence: Evidence, probe: Callable[[str], Request] = twin) -> Page | None:
    """What the host said to the twin's address (or the front page), when it was asked and answered."""
    twins = [one for one in evidence.probes if isinstance(one, Page) and one.request.purpose is Purpose.TWIN]
    address = probe(url).url if twins else ""
    return next((one for one in twins if one.request.url == address), None)


def alike(page: Source, other: Page, *, at_least: float = _SAME) -> bool:
    """True when both answers are one page: the same status, title and text, but for what changes at every visit.

    Left out are the address itself where the page repeats it, numbers (dates, requests), and, where title and running text
    are the same, what is recommended besides.
    """
    if not isinstance(page, Page) or page.status != other.status:
        return False
    if page.digest and page.digest == other.digest:
        return True
    if page.document is None or other.document is None:
        return False
    (our_title, ours), (their_title, theirs) = _lasting(page, page.document), _lasting(other, other.document)
    if weight(ours) < _NUMBERS_ALONE and ours == theirs:
        return page.document.text == other.document.text
    if fuzz.ratio(f"{our_title} {ours}", f"{their_title} {theirs}") >= at_least:
        return True
    return our_title == their_title and _say_the_same(page, page.document, other, other.document)


def _lasting(page: Page, document: Document) -> tuple[str, str]:
    return _settled(document.title, page), _settled(document.text[:_COMPARED], page)


def _say_the_same(page: Page, document: Document, other: Page, their_document: Document) -> bool:
    ours = _settled("\n".join(prose(document.text)[:_SENTENCES]), page)
    theirs = _settled("\n".join(prose(their_document.text)[:_SENTENCES]), other)
    return weight(ours) >= _SAID and fuzz.ratio(ours, theirs) >= _SAME


def _settled(text: str, page: Page) -> str:
    """Folded, without the address that was asked and without words that have a digit in them."""
    asked = without_echo(without_echo(text, page.request.url), page.final_url)
    return " ".join(_COUNTED.sub(" ", folded(asked)).split())
