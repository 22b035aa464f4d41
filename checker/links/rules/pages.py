"""What the rules about contents look at: a page that was read, its size and its title."""

from __future__ import annotations

from functools import lru_cache

from checker.foundation.model import Document, Evidence, Page
from checker.links.prose import prose
from checker.links.titles import weight

_TEXTUAL = ("text/html", "application/xhtml+xml", "text/plain")

TINY = 700  # letters: a notice rather than a page; the median article page has thousands
SMALL = 1500
SHORT = 3000


def read_page(evidence: Evidence) -> tuple[Page, Document] | None:
    """The page and its document when the answer is a web page with a text; None otherwise."""
    page = evidence.source
    if not isinstance(page, Page) or page.document is None or page.document.media_type not in _TEXTUAL:
        return None
    return page, page.document


def size(document: Document) -> int:
    """How much a page says, in letters of an alphabet; see `_running_text`."""
    return _running_text(document.text) if len(document.text) <= 2 * SHORT else len(document.text)


@lru_cache(maxsize=64)
def _running_text(text: str) -> int:
    """How much a page says, in letters of an alphabet: its running text, navigation and credits left out.

    A quarter of everything is counted at least, for tables and verse.
    """
    return max(sum(map(weight, prose(text))), weight(text) // 4)


def heading(document: Document) -> str:
    """The title, or the first line of a page without one."""
    return document.title or next((row.strip() for row in document.text[:400].splitlines() if row.strip()), "")


def was_redirected(page: Page) -> bool:
    """True when the answer did not come from the address that was asked."""
    return any(hop.location for hop in page.hops)


def header(page: Page, name: str) -> str:
    """A header of the answer in lower case, empty when there is none."""
    return next((value.lower() for key, value in page.headers if key.lower() == name), "")
