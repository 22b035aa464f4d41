"""Reader of CSL-JSON (citationstyles.org, schema 1.0): an array of items, or an object with `items`, as Zotero exports.

Items are decoded one by one, so that each has its span and a broken one does not take those before it along.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from checker.bibliography.contents import Contents
from checker.bibliography.entry import Draft, reference
from checker.bibliography.naming import key_of
from checker.foundation.model import FailedEntry, Name, Place, Problem, Reference

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "report",
    "thesis": "thesis",
    "webpage": "online",
    "post": "online",
    "post-weblog": "online",
    "dataset": "dataset",
}
_FIELDS = {
    "title": "title",
    "container-title": "journaltitle",
    "publisher": "publisher",
    "publisher-place": "location",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "page": "pages",
    "edition": "edition",
    "URL": "url",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "abstract": "abstract",
    "annote": "annotation",
    "note": "note",
    "language": "langid",
    "archive_location": "archiveurl",
    "citation-key": "ids",
    "marker": "marker",
}
_OPENING = re.compile(r"\s*\[|\s*\{[^\[\]]*\"items\"\s*:\s*\[")
_BETWEEN = re.compile(r"[\s,]*")
_TAGS = re.compile(r"</?(?:i|b|sup|sub|sc|span|em|strong)(?:\s[^<>]*)?>", re.IGNORECASE)
_DEEP = "It nests too deep."


def accepts(path: str, text: str) -> bool:
    """True for a .json file, and for any text that begins like an array of objects."""
    return path.lower().endswith((".json", ".csljson")) or bool(re.match(r"\s*\[\s*\{\s*\"", text))


def read(text: str, path: str, shared: Mapping[str, str]) -> Contents:  # noqa: ARG001 - readers share one signature
    """Everything in a CSL-JSON text; what does not decode is one FailedEntry that reaches to the end."""
    opening = _OPENING.match(text)
    references: list[Reference] = []
    failed: list[FailedEntry] = []
    at = opening.end() if opening else 0
    lines = _Lines(text)
    while True:
        at = _past_commas(text, at)
        if at >= len(text) or text[at] == "]":
            break
        try:
            item, end = json.JSONDecoder().raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            reason = _DEEP if isinstance(error, RecursionError) else f"It is not JSON: {error}."
            failed.append(FailedEntry(_visible(text, at), lines.place(path, at), reason, text[at : at + 2000]))
            break
        if isinstance(item, dict):
            references.append(_reference(item, path, lines, at, end))
        else:
            failed.append(FailedEntry(None, lines.place(path, at), "An item must be an object.", text[at:end][:2000]))
        at = end
    return Contents(
        references=tuple(references),
        failed=tuple(failed),
        blocks=len(references) + len(failed),
        lines=tuple({} for _ in references),
        problems=tuple(_unparsed(each) for each in failed),
    )


class _Lines:
    """Lines of rising offsets, counted once over the whole text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1

    def place(self, path: str, offset: int) -> Place:
        self._line += self._text.count("\n", self._at, offset)
        self._at = offset
        return Place(path, self._line, offset - self._text.rfind("\n", 0, offset))


def _past_commas(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _reference(item: dict[str, Any], path: str, lines: _Lines, start: int, end: int) -> Reference:
    fields = {
        ours: _TAGS.sub("", _text(item[theirs])) for theirs, ours in _FIELDS.items() if item.get(theirs) is not None
    }
    fields |= {"date": _date(item.get("issued")), "urldate": _date(item.get("accessed"))}
    people = item.get("author") or item.get("editor") or []
    authors = tuple(_name(each) for each in people if isinstance(each, dict)) if isinstance(people, list) else ()
    fields["author" if item.get("author") else "editor"] = " and ".join(_as_written(name) for name in authors)
    fields = {name: value for name, value in fields.items() if value}
    place = lines.place(path, start)
    draft = Draft(
        type=_TYPES.get(str(item.get("type", "")), "misc"),
        key=_text(item.get("id")) or key_of(fields),
        place=place,
        end_line=lines.place(path, end).line,
        start=start,
        end=end,
        raw=fields,
        authors=authors,
        literal=True,
    )
    return reference(draft)[0]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_text(each) for each in value)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _date(value: Any) -> str:
    """ISO text of a CSL date: `date-parts`, else `raw` or `literal`; of a range the beginning."""
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        numbers = [str(part) for part in parts[0] if str(part).isdecimal()]
        return "-".join(number.zfill(2) for number in numbers)
    return _text(value.get("raw") or value.get("literal"))


def _name(person: dict[str, Any]) -> Name:
    if person.get("literal"):
        return Name(literal=_text(person["literal"]))
    particle = " ".join(_text(person.get(f"{kind}-particle")) for kind in ("dropping", "non-dropping")).strip()
    return Name(_text(person.get("family")), _text(person.get("given")), particle, _text(person.get("suffix")))


def _as_written(name: Name) -> str:
    if name.literal:
        return f"{{{name.literal}}}"
    family = " ".join(part for part in (name.particle, name.family) if part)
    return ", ".join(part for part in (family, name.suffix, name.given) if part)


def _visible(text: str, at: int) -> str | None:
    seen = re.compile(r"\"id\"\s*:\s*\"([^\"\\]+)\"").search(text, at, at + 2000)
    return seen[1] if seen else None


def _unparsed(failed: FailedEntry) -> Problem:
    name = f"The item {failed.key}" if failed.key else "An item"
    tip = "Export the file anew, or mend its JSON; the items before it were read."
    return Problem("entry-unparsed", f"{name} cannot be read: {failed.reason}", failed.place, tip=tip)
