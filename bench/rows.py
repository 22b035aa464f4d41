"""Labelled claims and their sources, read from files, altered, and judged."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from alter import altered, misplaced, names_in

from checker.foundation.model import Claim, ClaimVerdict, Coverage, EvidenceKind, PartialDate, Passages, Place
from checker.matching import Prepared, match, prepare

HERE = Path(__file__).parent
OWN = tuple(HERE / "data" / f"{name}.jsonl" for name in ("claims", "pages", "pages-2", "pages-3", "pages-4", "pages-5"))


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled pair: `label` in the words of Support, `part` tune or held for our own rows."""

    claim: str
    claim_language: str
    source: str
    source_language: str
    label: str
    title: str = ""
    date: PartialDate | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A row and its verdict."""

    row: Row
    verdict: ClaimVerdict


def own_rows() -> list[Row]:
    """The rows that ship with the project: short sources, then whole pages."""
    rows = [json.loads(line) for file in OWN for line in file.read_text("utf-8").splitlines()]
    return [
        Row(
            each["claim"],
            each["claim_language"],
            each["source"],
            each["source_language"],
            each["label"],
            each.get("title", ""),
            PartialDate(*map(int, each["date"].split("-"))) if "date" in each else None,
            each["part"],
        )
        for each in rows
    ]


def wice_rows(data: Path) -> list[Row]:
    """WiCE's claims with the pages that they cite."""
    names = {"supported": "found", "partially_supported": "partial", "not_supported": "missing"}
    rows = map(json.loads, (data / "wice-dev.jsonl").read_text("utf-8").splitlines())
    return [Row(each["claim"], "en", "\n".join(each["evidence"]), "en", names[each["label"]]) for each in rows]


def probe_rows(data: Path) -> list[Row]:
    """Vietnamese claims on English passages."""
    names = {"supported": "found", "contradicted": "contradicted", "not_found": "missing"}
    rows = map(json.loads, (data / "vi-en-probe.jsonl").read_text("utf-8").splitlines())
    return [
        Row(each["claim"], each["lang_claim"], each["evidence"], each["lang_evidence"], names[each["label"]])
        for each in rows
    ]


def claim_of(row: Row) -> Claim:
    """The row's claim as an article would give it."""
    return Claim(row.claim, Coverage.DIRECT, 0, len(row.claim), Place("bench"), row.claim_language)


def prepared(row: Row) -> Prepared:
    """The row's source, ready."""
    return prepare(Passages("bench", row.source, EvidenceKind.PAGE, row.source_language, row.title, row.date))


def judge(rows: Sequence[Row]) -> list[Judged]:
    """Every row judged."""
    return [Judged(row, match(claim_of(row), prepared(row))) for row in rows]


def altered_rows(rows: Sequence[Row]) -> list[tuple[str, Row]]:
    """(kind, row) for borne-out rows with one value altered; their label is contradicted."""
    rng, names = random.Random(3), names_in([row.claim for row in rows])
    found = [row for row in rows if row.label == "found"]
    return [
        (each.kind, Row(each.claim, row.claim_language, row.source, row.source_language, "contradicted", row.title))
        for row in found
        for each in altered(row.claim, row.source, names, rng)
    ]


def misplaced_rows(rows: Sequence[Row]) -> list[tuple[str, Row]]:
    """(kind, row) for borne-out rows with one value exchanged for another one of the same page."""
    rng = random.Random(5)
    return [
        (
            each.kind,
            Row(each.claim, row.claim_language, row.source, row.source_language, "contradicted", row.title, row.date),
        )
        for row in rows
        if row.label == "found"
        for each in misplaced(row.claim, row.source, rng)
    ]
