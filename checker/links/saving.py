"""Save Page Now: what to ask the Wayback Machine so that it saves a page, and what its answers say. Nothing is sent here.

Shapes from the Internet Archive's "Save Page Now 2 Public API Docs" (archive.org/details/spn-2-public-api-page-docs-2023-01-22):
POST /save with `url=…` gives a `job_id`; GET /save/status/<job_id> gives `pending`, `success` with the copy's timestamp, or
`error` with a sentence.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urldefrag, urlencode

from checker.foundation.clean import line
from checker.foundation.model import Evidence, Page, Purpose, Reference
from checker.foundation.settings import Settings
from checker.links.archives import index_of, read_index

FORM = "application/x-www-form-urlencoded"
_WITHIN = "30d"  # a copy that is younger is taken instead of a new one: the archive asks for restraint


@dataclass(frozen=True, slots=True)
class Saving:
    """How far a page is: `copy` is its address once it is saved, `refused` why it never will be; neither while it waits."""

    job: str = ""
    copy: str = ""
    refused: str = ""


def is_unsaved(reference: Reference, url: str, evidence: Evidence, settings: Settings) -> bool:
    """True when the index answered that it has no copy of a source, and the entry names none either."""
    if reference.archive is not None or not settings.wayback:
        return False
    index = index_of(url, None, settings)
    answer = next((probe for probe in evidence.probes if probe.request == index), None)
    answered = isinstance(answer, Page) and answer.status == 200 and answer.request.purpose is Purpose.ARCHIVE
    return answered and isinstance(answer, Page) and not read_index(answer.body or b"")


def save_address(settings: Settings) -> str:
    """Where a capture is asked for."""
    return f"{settings.wayback.rstrip('/')}/save"


def save_form(url: str) -> bytes:
    """The form that asks for the capture of a page."""
    asked = {"url": urldefrag(url).url, "if_not_archived_within": _WITHIN, "skip_first_archive": "1"}
    return urlencode(asked).encode("ascii")


def status_address(job: str, settings: Settings) -> str:
    """Where a capture's progress is asked for."""
    return f"{settings.wayback.rstrip('/')}/save/status/{quote(job, safe='')}"


def read_saving(status: int, body: bytes, url: str, settings: Settings) -> Saving:
    """What an answer of the service says, to the first question or to a later one; never raises."""
    data = _object(body)
    stamp, job = str(data.get("timestamp") or ""), line(str(data.get("job_id") or ""), 120)
    said = line(str(data.get("message") or data.get("status_ext") or ""), 300)
    if status >= 400 or data.get("status") == "error":
        return Saving(refused=said or f"status {status}")
    if data.get("status") == "success" and re.fullmatch(r"\d{14}", stamp):
        return Saving(copy=f"{settings.wayback.rstrip('/')}/web/{stamp}/{urldefrag(url).url}")
    if not job:
        return Saving(refused=said or "the answer was no JSON of Save Page Now")
    return Saving(job=job)


def _object(body: bytes) -> dict[str, Any]:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
