"""Second chances for entries that the splitter gave up on, without moving a single offset.

Three slips are common in real files: a `%` comment between fields (24 in 1,143 files), a line of an abstract that
begins with `@word{`, a missing comma behind the key. Each is mended in a copy of the text of the same length, the copy
is split again, and the result counts only if fewer blocks fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.bibliography.blocks import RawBlock, RawEntry, RawFailure, split
from checker.foundation.model import Place, Problem

# A private-use character holds the place of an `@` inside a value while the splitter runs.
_AT = "\ue0a0"
# Characters of an entry that are looked through, and of all broken entries of a file together: time stays linear.
_REACH = 60_000
_BUDGET = 4_000_000
_EDGE = re.compile(r"(?<!\\)[{}]")
_LINE_START_AT = re.compile(r"(?m)^([^\S\n]*)@")
_REAL_ENTRY = re.compile(r"@\w+\s*[{(]\s*[^\s,{}()=]+\s*,\s*[\w-]+\s*=")
_KEY_WITHOUT_COMMA = re.compile(r"@\w+\s*[{(]\s*[^\s,{}()=]+([^\S\n]|\s*\n[^\S\n])\s*[\w-]+\s*=")


def split_with_recovery(text: str, path: str) -> tuple[tuple[RawBlock, ...], list[Problem]]:
    """The blocks of a text, as many of them readable as can be, and a Problem for each that needed help."""
    first = split(text)
    failures = [block for block in first if isinstance(block, RawFailure)]
    edits = dict(edit for block in _within_budget(failures, text) for edit in _edits(block, text))
    if not edits:
        return first, []
    letters = list(text)
    for at, char in edits.items():
        letters[at] = char
    second = split("".join(letters))
    still_failing = {block.span.start for block in second if isinstance(block, RawFailure)}
    if len(still_failing) >= len(failures):
        return first, []
    mended = {block.span.start for block in failures} - still_failing
    problems = [
        Problem(
            "entry-recovered",
            f"The entry {block.key} is written wrongly and was read all the same; other programs may lose it.",
            Place(path, block.span.line, block.span.column),
            tip="Look for a % comment between its fields, a line that begins with @, or a missing comma behind its key.",
        )
        for block in second
        if isinstance(block, RawEntry) and block.span.start in mended
    ]
    return tuple(_unmasked(block) for block in second), problems


def _within_budget(failures: list[RawFailure], text: str) -> Iterator[RawFailure]:
    spent = 0
    for block in failures:
        spent += min(_REACH, len(text) - block.span.start)
        if spent > max(_BUDGET, 4 * len(text)):
            return
        yield block


def _edits(block: RawFailure, text: str) -> Iterator[tuple[int, str]]:
    start = block.span.start
    end = _balanced_end(text, start)
    key = _KEY_WITHOUT_COMMA.match(text, start)
    if key:
        yield key.end(1) - 1, ","
    if end is None:
        return
    inside = text[start + 1 : end]
    if any(_REAL_ENTRY.match(inside, found.end() - 1) for found in _LINE_START_AT.finditer(inside)):
        return
    for found in _LINE_START_AT.finditer(inside):
        yield start + found.end(), _AT
    yield from _comments(text, start, end)


def _balanced_end(text: str, start: int) -> int | None:
    """Offset behind the brace that closes the block, within reach; None if it is never closed."""
    depth = 0
    for edge in _EDGE.finditer(text, start, start + _REACH):
        depth += 1 if edge[0] == "{" else -1
        if depth == 0:
            return edge.end()
    return None


def _comments(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Blanks for every `% …` between fields, which is outside inner braces and quotes."""
    depth = 0
    quoted = False
    at = start
    while at < end:
        char = text[at]
        if char == "%" and depth == 1 and not quoted and text[at - 1] != "\\":
            stop = text.find("\n", at, end)
            stop = end - 1 if stop < 0 else stop
            yield from ((offset, " ") for offset in range(at, stop))
            at = stop
            continue
        if text[at - 1] != "\\":
            depth += (char == "{") - (char == "}")
            quoted = quoted != (char == '"' and depth == 1)
        at += 1


def _unmasked(block: RawBlock) -> RawBlock:
    if not isinstance(block, RawEntry) or not any(_AT in field.value for field in block.fields):
        return block
    fields = tuple(type(field)(field.name, field.value.replace(_AT, "@"), field.line) for field in block.fields)
    return RawEntry(block.type, block.key, fields, block.span)
