"""What is wrong with single entries: identifiers that fail their checksum, impossible dates, a missing title, no URL.

Precision first: an entry is accused only of what can be shown, and every Problem shows it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from checker.bibliography import addresses, dates, identifiers
from checker.foundation.model import Place, Problem, Reference

_DIGIT = re.compile(r"\d")
# Types whose entries hold no work of their own.
_WITHOUT_TITLE = frozenset(("xdata", "set", "comment", "control", "ieeetranbstctl", "online-set"))


def check(reference: Reference, lines: Mapping[str, int], today: dt.date | None) -> tuple[Problem, ...]:
    """All that is wrong with one entry; `lines` are those of its fields. Without `today` no date is in the future."""
    return tuple(
        Problem("entry-field", f"{reference.key}: {message}", _at(reference, lines, name), tip=tip)
        for name, message, tip in _faults(reference, today)
    )


def _faults(reference: Reference, today: dt.date | None) -> Iterator[tuple[str, str, str]]:
    """(field, what is wrong, what to do)."""
    yield from _title(reference)
    yield from _doi(reference)
    yield from _isbn(reference)
    yield from _issn(reference)
    yield from _address(reference)
    yield from _archive(reference)
    yield from _dates(reference, today)


def _title(reference: Reference) -> Iterator[tuple[str, str, str]]:
    if not reference.title and reference.type not in _WITHOUT_TITLE:
        yield "title", "the title is missing.", "Add the title as the source has it."


def _doi(reference: Reference) -> Iterator[tuple[str, str, str]]:
    written = reference.fields.get("doi", "").strip()
    if written and identifiers.doi(written) is None:
        yield "doi", f"{written[:80]} is not a DOI.", "A DOI begins with 10. and has a slash: 10.1000/182."


def _isbn(reference: Reference) -> Iterator[tuple[str, str, str]]:
    """Wrong only when nothing in the field is a valid number: `978-… (hbk)` and two ISBNs are common."""
    written = reference.fields.get("isbn", "").strip()
    if not written or reference.isbn:
        return
    if _is_issn(written):
        return
    digits = re.sub(r"[\s–-]", "", written).upper()
    if len(digits) in (10, 13) and digits[:-1].isdecimal():
        yield "isbn", f"the check digit of ISBN {written} is wrong.", "Compare it with the book's imprint page."
    else:
        yield "isbn", f"{written[:60]} is not an ISBN.", "An ISBN has 10 or 13 digits."


def _is_issn(written: str) -> bool:
    """Series and some exporters put an ISSN into `isbn`."""
    return all(identifiers.issn_holds(part) for part in re.split(r"[,;\s]+", written) if part)


def _issn(reference: Reference) -> Iterator[tuple[str, str, str]]:
    written = reference.fields.get("issn", "").strip()
    if not written or identifiers.isbn(written):
        return
    numbers = re.findall(r"\b\d{4}[–-]?\d{3}[\dXx]\b", written)
    if not numbers:
        yield "issn", f"{written[:60]} is not an ISSN.", "An ISSN has eight digits: 2049-3630."
    for number in numbers:
        if not identifiers.issn_holds(number.replace("–", "-")):
            yield "issn", f"the check digit of ISSN {number} is wrong.", "Compare it with the journal's imprint."


def _address(reference: Reference) -> Iterator[tuple[str, str, str]]:
    for name in ("url", "archiveurl", "archive-url"):
        _, bad = addresses.several(reference.fields.get(name, ""))
        for piece in bad:
            yield name, f"{piece[:100]!r} in {name} is not an address.", "Give one address that begins with https://."


def _archive(reference: Reference) -> Iterator[tuple[str, str, str]]:
    if reference.archive and reference.archive.date is None:
        yield "archiveurl", "the saved copy has no date.", "Add archivedate, the day on which the copy was saved."


def _dates(reference: Reference, today: dt.date | None) -> Iterator[tuple[str, str, str]]:
    for name in ("date", "year"):
        written = reference.fields.get(name, "")
        if _DIGIT.search(written) and dates.parse(written) is None:
            yield name, f"{written[:40]!r} is not a date.", "Write it as 1991-12-26, 1991-12 or 1991."
    published = reference.date.earliest() if reference.date else None
    accessed = _latest(reference)
    if today and published and published > today and not _forthcoming(reference):
        yield "date", f"it is dated {reference.date}, which is in the future.", "Correct the date."
    if today and reference.accessed:
        day = reference.accessed.earliest()
        if day and day > today + dt.timedelta(days=1):  # a day for the other side of the date line
            yield "urldate", f"it was accessed on {reference.accessed}, which is in the future.", "Correct the date."
    if published and accessed and accessed < published and not _forthcoming(reference):
        message = f"it was accessed on {reference.accessed}, before it was published on {reference.date}."
        yield "urldate", message, "One of the two dates is wrong."


def _latest(reference: Reference) -> dt.date | None:
    """The last day that the access date may mean."""
    accessed = reference.accessed
    if accessed is None or accessed.year is None:
        return None
    if accessed.month is None:
        return dt.date(accessed.year, 12, 31)
    if accessed.day is None:
        following = dt.date(accessed.year + accessed.month // 12, accessed.month % 12 + 1, 1)
        return following - dt.timedelta(days=1)
    return accessed.earliest()


def _forthcoming(reference: Reference) -> bool:
    """Journals date issues ahead: an article that says so, or of this kind, may be read before its date."""
    said = " ".join(reference.fields.get(name, "") for name in ("pubstate", "note", "year", "date")).lower()
    return reference.type == "article" or any(
        word in said for word in ("forthcoming", "inpress", "in press", "to appear")
    )


def _at(reference: Reference, lines: Mapping[str, int], name: str) -> Place:
    return Place(reference.place.path, lines.get(name, reference.place.line), 1)
