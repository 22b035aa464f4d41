"""The rows of `checker match`: one JSON line in, one JSON line out, whatever the line holds."""

from __future__ import annotations

from typing import Any

import msgspec

from checker.foundation import clean
from checker.foundation.model import (
    Claim,
    ClaimVerdict,
    Coverage,
    EvidenceKind,
    Fact,
    PartialDate,
    Passage,
    Passages,
    Place,
)
from checker.language.text import detect
from checker.language.word_lists import WordList
from checker.matching.engine import FactsEngine
from checker.matching.source.prepared import prepare

LONGEST_SOURCE = 5_000_000  # code points of a source that are read; what is beyond is cut, and then nothing is missing
LONGEST_CLAIM = 10_000
_ENGINE = FactsEngine()


class Row(msgspec.Struct, frozen=True):
    """A claim and the text of its source; `date` is the source's own (`1992`, `1992-04`, `1992-04-13`)."""

    id: str | int
    claim: str
    source: str
    context: str = ""
    title: str = ""
    date: str = ""


def match_line(line: str, lexicons: tuple[WordList, ...] = ()) -> str:
    """The verdict of one line as one line of JSON; `{"id", "error"}` for a line that is no row."""
    try:
        row = msgspec.json.decode(line, type=Row)
    except (msgspec.DecodeError, UnicodeError) as error:
        return _encoded({"id": _id_of(line), "error": f"not a row of checker match: {error}"})
    return _encoded(match_row(row, lexicons))


def match_row(row: Row, lexicons: tuple[WordList, ...] = ()) -> dict[str, Any]:
    """The verdict of one row, ready for JSON, offsets in code points of the cleaned claim and source."""
    text = clean.text(row.claim[:LONGEST_CLAIM])
    source = clean.text(row.source[:LONGEST_SOURCE])
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("-"), detect.detect(text), clean.text(row.context))
    passages = Passages(
        key=str(row.id),
        text=source,
        evidence=EvidenceKind.PASTED,
        language=detect.detect(source),
        title=clean.line(row.title),
        date=_date(row.date),
        whole=len(row.source) <= LONGEST_SOURCE,
    )
    return {"id": row.id} | _told(_ENGINE.judge(claim, prepare(passages, lexicons)))


def _told(verdict: ClaimVerdict) -> dict[str, Any]:
    return {
        "support": str(verdict.support),
        "basis": str(verdict.basis),
        "confidence": verdict.confidence,
        "score": verdict.score,
        "reason": verdict.reason,
        "facts": [_fact(fact) for fact in verdict.facts],
        "passage": _passage(verdict.passage) if verdict.passage else None,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": str(fact.kind),
        "claim": fact.claim,
        "claim_start": fact.start,
        "status": str(fact.status),
        "source": fact.source,
        "source_start": fact.source_start,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {"text": passage.text, "language": passage.language, "start": passage.start, "gloss": passage.gloss}


def _date(written: str) -> PartialDate | None:
    """An ISO 8601 date as far as it goes; anything else is no date."""
    parts = written[:10].split("-")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    return PartialDate(*(int(part) for part in parts[:3]))


def _id_of(line: str) -> str | int | None:
    """The id of a line that is no row, when it is JSON with one."""
    try:
        raw = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError):
        return None
    found = raw.get("id") if isinstance(raw, dict) else None
    return found if isinstance(found, str | int) else None


def _encoded(answer: dict[str, Any]) -> str:
    return msgspec.json.encode(answer).decode()
