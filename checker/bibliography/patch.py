"""Edits to a user's .bib by span: what is not edited stays byte for byte (comments, order, spacing, encoding, line ends).

Rewriting a whole file through a writer is no choice: `bibtexparser.write_string` is not even stable on broken entries.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.bibliography import decoding
from checker.bibliography.contents import BibFile
from checker.bibliography.entry import VERBATIM
from checker.bibliography.field_spans import FieldSpan, field_spans
from checker.bibliography.writing import text_value, verbatim_value
from checker.foundation.errors import BibliographyError
from checker.foundation.model import Reference


@dataclass(frozen=True, slots=True)
class Change:
    """A field to set in an entry; `reason` is for whoever reads the diff."""

    reference: Reference
    name: str
    value: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Patched:
    """A file's new bytes, the diff of its text, and the changes that its entries are written too oddly for."""

    data: bytes
    diff: str
    refused: tuple[Change, ...] = ()


def patch(file: BibFile, changes: Sequence[Change]) -> Patched:
    """Set the fields of those changes whose reference stands in `file`; doing it twice changes nothing.

    BibliographyError when the new value has a character that the file's encoding lacks, or when the bytes cannot be
    given back as they are (a file in two encodings).
    """
    decoded = decoding.decode(file.data)
    own = [change for change in changes if change.reference.place.path == file.path]
    text, refused = patched_text(decoded.text, own)
    if text == decoded.text:
        return Patched(file.data, "", refused)
    try:
        exact = decoding.encode(decoded.text, decoded.encoding) == file.data
        data = decoding.encode(text, decoded.encoding)
    except UnicodeEncodeError as error:
        raise BibliographyError(f"{file.path} cannot be changed: {error.reason}; save it as UTF-8 first.") from None
    if not exact:
        raise BibliographyError(f"{file.path} is damaged or in more than one encoding; save it as UTF-8 first.")
    return Patched(data, unified_diff(decoded.text, text, file.path), refused)


def patched_text(text: str, changes: Sequence[Change]) -> tuple[str, tuple[Change, ...]]:
    """The text with all changes made from its end to its beginning, and those that could not be made."""
    by_entry: dict[int, list[Change]] = {}
    for change in changes:
        by_entry.setdefault(change.reference.start, []).append(change)
    pieces: list[str] = []
    refused: list[Change] = []
    at = 0
    for start in sorted(by_entry):
        group = by_entry[start]
        end = group[0].reference.end
        entry = text[start:end]
        for change in group:
            changed = _with_field(entry, change)
            if changed is None:
                refused.append(change)
            else:
                entry = changed
        pieces += [text[at:start], entry]
        at = end
    return "".join([*pieces, text[at:]]), tuple(refused)


def unified_diff(before: str, after: str, path: str) -> str:
    """A diff that `patch` and `git apply` take; lines keep their ends."""
    old, new = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (before, after))
    rows = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows)


def _with_field(entry: str, change: Change) -> str | None:
    """The entry's text with the field set: its value replaced in place, or a new line of the entry's own manner."""
    spans = field_spans(entry, 0, len(entry))
    if spans is None:
        return None
    name = change.name.lower()
    value = verbatim_value(change.value) if name in VERBATIM else text_value(change.value)
    same = [span for span in spans if span.name == name]
    if len(same) > 1:
        return None
    if same:
        opening, closing = _delimiters(entry, same[0])
        if '"' in value:
            opening, closing = "{", "}"
        return entry[: same[0].value_start] + opening + value + closing + entry[same[0].value_end :]
    if not spans:
        return None
    anchor = next((span for span in spans if span.name == "url"), spans[-1])
    return entry[: anchor.value_end] + _new_field(entry, anchor, name, value) + entry[anchor.value_end :]


def _delimiters(entry: str, span: FieldSpan) -> tuple[str, str]:
    value = entry[span.value_start : span.value_end]
    return ('"', '"') if value.startswith('"') and value.count('"') == 2 else ("{", "}")


def _new_field(entry: str, anchor: FieldSpan, name: str, value: str) -> str:
    """`,` and the field behind the anchor, indented and aligned as the anchor is."""
    line = entry.rfind("\n", 0, anchor.start) + 1
    indent = entry[line : anchor.start]
    if line == 0 or indent.strip():
        return f", {name} = {{{value}}}"
    end = "\r\n" if entry[line - 2 : line] == "\r\n" else "\n"
    before_equals = entry.index("=", anchor.start) - anchor.start
    after_equals = entry[anchor.start + before_equals + 1 : anchor.value_start]
    between = after_equals if not after_equals.strip() and "\n" not in after_equals else " "
    return f",{end}{indent}{name.ljust(before_equals)}={between}{{{value}}}"
