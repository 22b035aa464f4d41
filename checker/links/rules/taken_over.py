"""Lapsed domains that somebody bought for their good name and filled with gambling or pills."""

from __future__ import annotations

from checker.foundation.model import Document, Evidence, Health, LinkVerdict, Reference
from checker.links.phrases import in_text, kinds_in
from checker.links.rules.pages import SHORT, TINY, heading, read_page, size
from checker.links.titles import names_hardly_anything_of
from checker.links.twins import alike, answer, was_asked

_TOP = 200  # code points at the top of the page, where its headline stands
_SEVERAL, _MANY = (
    3,
    4,
)  # kinds of such words that make a page one of these, when its title has one and when not (short pages)


def taken_over(reference: Reference, url: str, evidence: Evidence) -> LinkVerdict | None:
    """The domain has a new owner who sells bets or pills where the source stood: look for a saved copy, and take the link out.

    Four signs together: the page's title and its beginning speak of such wares in several kinds of words (or its beginning in
    many), the entry's title in none, hardly a word of the entry stands in the page, and the host shows the same at an address that cannot exist.
    """
    read, twin = read_page(evidence), answer(url, evidence)
    if read is None or twin is None or not _sells_something_else(reference, read[1]) or not alike(read[0], twin):
        return None
    wares = f"sells something else (“{heading(read[1])}”)"
    reason = f"the domain has another owner, who {wares} at every address of it, and nothing of the entry"
    return LinkVerdict(url, Health.DEAD, "taken-over", reason, 0.93)


def needs_twin(reference: Reference, url: str, evidence: Evidence) -> bool:
    """True when a page for such buyers stands where the entry had another work."""
    read = read_page(evidence)
    return read is not None and not was_asked(url, evidence) and _sells_something_else(reference, read[1])


def _sells_something_else(reference: Reference, document: Document) -> bool:
    beginning = f"{document.title} {document.text[:SHORT]}"
    titled = in_text("taken-over", (), document.title or document.text[:_TOP]) is not None
    return (
        (titled or size(document) <= TINY)
        and kinds_in("taken-over", beginning) >= (_SEVERAL if titled else _MANY)
        and in_text("taken-over", (), reference.title) is None
        and names_hardly_anything_of(reference.title, beginning)
    )
