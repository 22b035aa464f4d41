"""What styles ask of an entry in common, so that each finds the same things under the names that formats have for them."""

from __future__ import annotations

from checker.foundation.model import Reference

_CONTAINERS = ("journaltitle", "journal", "booktitle", "newspaper", "work", "website", "maintitle", "howpublished")
_PUBLISHERS = ("publisher", "institution", "school", "organization")


def container(reference: Reference) -> str:
    """The whole that the work stands in: a journal, a book, a site; empty if none is named."""
    for name in _CONTAINERS:
        value = reference.fields.get(name, "")
        if value and "://" not in value and value != reference.title:
            return value
    return ""


def publisher(reference: Reference) -> str:
    """Who published it, if that is not what it stands in."""
    value = next((reference.fields[name] for name in _PUBLISHERS if reference.fields.get(name)), "")
    return "" if value == container(reference) else value


def numbering(reference: Reference) -> tuple[str, str, str]:
    """(volume, issue, pages) as written."""
    fields = reference.fields
    return fields.get("volume", ""), fields.get("number") or fields.get("issue") or "", fields.get("pages", "")


def by_editors(reference: Reference) -> bool:
    """True when the names of the entry are its editors', for want of an author."""
    return bool(reference.authors) and not reference.fields.get("author") and bool(reference.fields.get("editor"))


def text_alone(reference: Reference) -> str:
    """A note that names its source in its own words, for an entry that has no title."""
    return "" if reference.title else reference.fields.get("note", "")


def is_whole(reference: Reference) -> bool:
    """True for a work of its own, whose title is set like a book's."""
    return reference.type in ("book", "mvbook", "collection", "proceedings", "thesis", "phdthesis", "report", "manual")


def first_address(reference: Reference) -> str:
    """Where a reader should go: the first of its addresses; empty if it has none, or if its own words say it."""
    first = reference.urls[0] if reference.urls else ""
    return "" if first in text_alone(reference) else first
