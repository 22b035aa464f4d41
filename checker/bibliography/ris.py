"""Reader of RIS files (Research Information Systems' tagged format): records from `TY  -` to `ER  -`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.bibliography.contents import Contents
from checker.bibliography.entry import Draft, reference
from checker.bibliography.naming import free, key_of
from checker.foundation.model import FailedEntry, Place, Problem, Reference

_TYPES = {
    "JOUR": "article",
    "MGZN": "article",
    "NEWS": "article",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "incollection",
    "ECHAP": "incollection",
    "CONF": "inproceedings",
    "CPAPER": "inproceedings",
    "RPRT": "report",
    "THES": "thesis",
    "ELEC": "online",
    "BLOG": "online",
    "DATA": "dataset",
}
_FIELDS = {
    "TI": "title", "T1": "title", "CT": "title", "BT": "title", "T2": "journaltitle", "JO": "journaltitle",
    "JF": "journaltitle", "JA": "journaltitle", "J2": "journaltitle", "VL": "volume", "IS": "number", "CP": "number",
    "PB": "publisher", "CY": "location", "DO": "doi", "SN": "isbn", "AB": "abstract", "N2": "abstract", "N1": "note",
    "DA": "date", "Y1": "year", "PY": "year", "Y2": "urldate", "LA": "langid", "ET": "edition", "ID": "key",
}  # fmt: skip
_REPEATED = {
    "AU": "author",
    "A1": "author",
    "ED": "editor",
    "A2": "editor",
    "UR": "url",
    "L2": "url",
    "L1": "file",
    "L4": "file",
}
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?$")


@dataclass(slots=True)
class _Record:
    start: int
    line: int
    type: str = ""
    fields: dict[str, list[list[str]]] = field(default_factory=dict)  # a list of lines for each value
    lines: dict[str, int] = field(default_factory=dict)
    last: str = ""
    closed: bool = False


def accepts(path: str, text: str) -> bool:
    """True for a .ris file, and for any text that begins with a record."""
    return path.lower().endswith(".ris") or bool(re.match(r"\s*TY  - ", text))


def read(text: str, path: str, shared: Mapping[str, str]) -> Contents:  # noqa: ARG001 - readers share one signature
    """Every record of a RIS text; one that is never closed ends where the next begins, one without a type fails."""
    references: list[Reference] = []
    failed: list[FailedEntry] = []
    lines: list[dict[str, int]] = []
    taken: set[str] = set()
    comments = 0
    for record, end, end_line in _records(text):
        if not record.fields and not record.type:
            comments += 1
        elif not record.type:
            reason = "It has no TY line."
            failed.append(FailedEntry(None, Place(path, record.line, 1), reason, text[record.start : end][:2000]))
        else:
            made = _reference(record, path, end, end_line, taken)
            taken.add(made.key)
            references.append(made)
            lines.append(record.lines)
    return Contents(
        references=tuple(references),
        failed=tuple(failed),
        comments=comments,
        blocks=len(references) + len(failed) + comments,
        problems=tuple(_unparsed(each) for each in failed),
        lines=tuple(lines),
    )


def _records(text: str) -> list[tuple[_Record, int, int]]:
    """(record, offset behind it, its last line); lines that belong to none are a record without fields."""
    found: list[tuple[_Record, int, int]] = []
    current: _Record | None = None
    offset = 0
    for number, line in enumerate(_LINES.findall(text if "\n" in text else text.replace("\r", "\n")), 1):
        bare = line.rstrip("\r\n").lstrip("\ufeff")
        tagged = _LINE.match(bare)
        if current and (current.closed or (tagged and tagged[1] == "TY")):
            found.append((current, offset, number - 1))
            current = None
        if current is None and bare.strip():
            current = _Record(offset, number)
        if current:
            _take(current, tagged, bare, number)
        offset += len(line)
    if current:
        found.append((current, offset, text.count("\n") + 1))
    return found


def _take(record: _Record, tagged: re.Match[str] | None, bare: str, number: int) -> None:
    if tagged is None:
        if record.last and bare.strip():
            record.fields[record.last][-1].append(bare.strip())
        return
    tag, value = tagged[1], (tagged[2] or "").strip()
    record.closed = tag == "ER"
    if tag == "TY":
        record.type = value
    elif tag != "ER":
        record.fields.setdefault(tag, []).append([value])
        record.lines.setdefault(_REPEATED.get(tag) or _FIELDS.get(tag, tag.lower()), number)
        record.last = tag


def _reference(record: _Record, path: str, end: int, end_line: int, taken: set[str]) -> Reference:
    fields: dict[str, str] = {}
    values_of = {tag: [" ".join(value) for value in values] for tag, values in record.fields.items()}
    for tag, values in values_of.items():
        if tag in _REPEATED:
            joint = {"author": " and ", "editor": " and ", "file": ";"}.get(_REPEATED[tag], " ")
            parts = [fields.get(_REPEATED[tag], ""), *values]
            fields[_REPEATED[tag]] = joint.join(part for part in parts if part)
        elif tag in _FIELDS:
            fields.setdefault(_FIELDS[tag], values[0])
    for name in ("date", "year", "urldate"):
        if fields.get(name):
            fields[name] = fields[name].strip("/").replace("/", "-")
    if "SP" in values_of:
        fields["pages"] = "–".join(values_of[tag][0] for tag in ("SP", "EP") if tag in values_of)
    if fields.get("isbn") and _TYPES.get(record.type) == "article":
        fields["issn"] = fields.pop("isbn")
    key = fields.pop("key", "") or free(key_of(fields), taken)
    place = Place(path, record.line, 1)
    kind = _TYPES.get(record.type, "misc")
    return reference(Draft(kind, key, place, end_line, record.start, end, fields, record.lines, literal=True))[0]


def _unparsed(failed: FailedEntry) -> Problem:
    return Problem(
        "entry-unparsed", f"A record cannot be read: {failed.reason}", failed.place, tip="Begin it with TY  - ."
    )
