"""PubMed's record of an entry with a PMID and without a DOI: another work, retracted, or nobody's number.

NCBI E-utilities, ESummary version 2.0 in JSON (ncbi.nlm.nih.gov/books/NBK25499, "ESummary"): `result` has the record by its
UID, or `{"error": …}` for a number that PubMed does not have. PubMed marks retracted works by their publication type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from checker.foundation.clean import line
from checker.foundation.model import PartialDate, Purpose, Reference, Request
from checker.foundation.settings import Settings
from checker.links.records import Notice, Record

_PMID = re.compile(r"(?:pmid:?\s*)?(\d{1,8})", re.IGNORECASE)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_RETRACTED = "retracted publication"


def pmid_of(reference: Reference) -> str | None:
    """The entry's PMID, bare."""
    fields = reference.fields
    kind = (fields.get("eprinttype") or fields.get("archiveprefix") or "").strip().lower()
    written = fields.get("pmid") or (fields.get("eprint", "") if kind == "pubmed" else "")
    found = _PMID.fullmatch(written.strip())
    return found[1] if found else None


def question(reference: Reference, settings: Settings) -> Request | None:
    """What to ask PubMed; None without a PMID, or without PubMed in the settings."""
    pmid = pmid_of(reference)
    if pmid is None or not settings.pubmed:
        return None
    polite = {"tool": "footcheck", **({"email": settings.mailto} if settings.mailto else {})}
    asked = urlencode({"db": "pubmed", "id": pmid, "retmode": "json", **polite})
    address = f"{settings.pubmed.rstrip('/')}/esummary.fcgi?{asked}"
    return Request(address, Purpose.REGISTRY, accept="application/json", read=False)


def read(result: Mapping[str, Any]) -> Record | None:
    """The record in the `result` of an ESummary answer; None for any other shape."""
    pmid, work = _work(result)
    title = work.get("title")
    if not isinstance(title, str) or not title.strip():
        return None
    kinds = [kind.lower() for kind in _list(work.get("pubtype")) if isinstance(kind, str)]
    people = [person.get("name") for person in _list(work.get("authors")) if isinstance(person, dict)]
    year = _YEAR.search(str(work.get("pubdate") or ""))
    return Record(
        registry="PubMed",
        identifier=f"PMID {pmid}",
        titles=(line(title),),
        authors=tuple(line(name, 120) for name in people if isinstance(name, str)),
        date=PartialDate(int(year[1])) if year else None,
        container=line(str(work.get("fulljournalname") or "")),
        notices=(Notice("retraction", "", None, ""),) if _RETRACTED in kinds else (),
    )


def has_none(result: Mapping[str, Any]) -> bool:
    """True when PubMed answers that it has no work of that number."""
    return "error" in _work(result)[1]


def _work(result: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    uid = next((str(uid) for uid in _list(result.get("uids"))), "")
    work = result.get(uid)
    return line(uid, 20), work if isinstance(work, dict) else {}


def _list(value: Any) -> list[Any]:
    return value[:200] if isinstance(value, list) else []
