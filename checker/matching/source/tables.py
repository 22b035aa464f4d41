"""Tables in a source's text: whose row and which column a cell stands in, and the unit that only its heading tells.

Pages give cells between two tabs, Word files between one, pasted text and Markdown between upright strokes.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from checker.language.facts import mentions
from checker.language.values import Mention, Quantity

_FEWEST = 2  # rows, and cells in a row; less is a line with a mark in it
_LONGEST_CELL = 120  # code points: more is a paragraph in a frame
_LONGEST_CAPTION = 160
_MOST_ROWS = 2_000
_RULE = re.compile(r"[\s|:+=–-]+\Z")  # the line under the heading of a Markdown table
_DATUM = re.compile(r"[^\w]*\d[\d.,'’\s\u00a0\u202f]*[^\w]*\Z")
_YEAR = re.compile(r"[^\w]*(?:1[5-9]|20)\d\d[^\w]*\Z")
# A unit as a heading gives it: in brackets, after a comma, or as a sign.
_BRACKETED = re.compile(
    r"[(\[]\s*(?:(?:all )?(?:figures )?in|en|em|đơn vị:?|đv:?|ĐVT:?|в)?\s*([^()\[\],]{1,40}?)\s*[,)\]]",
    re.IGNORECASE,
)
_AFTER_COMMA = re.compile(r",\s*(?:in|en|em|в)?\s*([^,()]{1,20})\Z")
# A currency with its multiplier behind it, as no sentence has it: `€ thousands`, `EUR million`, `$m`, `£'000`.
_SCALED = re.compile(
    r"(US\$|A\$|[$€£¥]|[A-Z]{3})\s?(?:in )?((?:thousand|million|billion|Million|Milliarde)\w*|Mio\.?|Mrd\.?|m|bn|k|['’]?000s?)",
    re.IGNORECASE,
)
_SCALES = {
    "thousands": "thousand", "millions": "million", "billions": "billion", "m": "million", "bn": "billion", "k": "thousand",
    "000": "thousand", "'000": "thousand", "’000": "thousand", "000s": "thousand", "'000s": "thousand", "’000s": "thousand",
}  # fmt: skip
_CAPTIONED = re.compile(r"(?:đơn vị(?: tính)?|ĐVT|unit|unité|Einheit|unidad)\s*:\s*([^,;.\n]{1,30})", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Table:
    """One table: `rows` are the spans of its cells in the source's text, the heading left out."""

    caption: str
    heading: tuple[str, ...]
    rows: tuple[tuple[tuple[int, int], ...], ...]
    text: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the rows begin in the text."""
        return tuple(cells[0][0] for cells in self.rows)

    def cell(self, row: int, column: int) -> str:
        """The words of one cell, "" where the row ends before it."""
        cells = self.rows[row]
        return self.text[slice(*cells[column])].strip() if column < len(cells) else ""

    def is_datum(self, row: int, column: int) -> bool:
        """True for a cell with a figure alone that is no year: what a row tells, not what it is about."""
        words = self.cell(row, column)
        return _DATUM.match(words) is not None and not _YEAR.match(words)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """What to write behind a bare figure of each column, "" where neither heading nor caption tells it."""
        common = _unit_in(self.caption, _BRACKETED) or _unit_in(self.caption, _CAPTIONED)
        width = max(map(len, self.rows))
        heads = (*self.heading, *[""] * width)[:width]
        return tuple(
            _unit_in(each, _BRACKETED) or _unit_in(each, _AFTER_COMMA) or _sign(each) or common for each in heads
        )


class Tables:
    """The tables of a text by their places."""

    def __init__(self, text: str) -> None:
        self.all = tuple(_read(text)) if "\t" in text or "|" in text else ()
        self._starts = [each.rows[0][0][0] for each in self.all]

    def at(self, offset: int) -> tuple[Table, int, int] | None:
        """The table, row and column in which an offset of the text lies."""
        number = bisect.bisect_right(self._starts, offset) - 1
        if number < 0:
            return None
        table = self.all[number]
        row = bisect.bisect_right(table.starts, offset) - 1
        for column, (start, end) in enumerate(table.rows[row]):
            if start <= offset < end:
                return table, row, column
        return None

    def touched_by(self, start: int, end: int) -> bool:
        """True for a span of the text that reaches into a table."""
        return any(each.rows[0][0][0] < end and start < each.rows[-1][-1][1] for each in self.all)

    def measured(self, found: Sequence[Mention], start: int, language: str) -> tuple[Mention, ...]:
        """The facts of a sentence that begins at `start`, bare figures in cells with the unit of their column."""
        return tuple(self._measured(each, start, language) for each in found)

    def _measured(self, mention: Mention, start: int, language: str) -> Mention:
        value = mention.value
        if not isinstance(value, Quantity) or value.unit:
            return mention
        place = self.at(start + mention.start)
        if place is None:
            return mention
        table, row, column = place
        label = table.cell(row, 0)
        unit = _unit_in(label, _BRACKETED) or _unit_in(label, _AFTER_COMMA) or table.units[column]
        if not unit or not table.is_datum(row, column):
            return mention
        told = next(iter(mentions(f"{mention.text} {unit}", language)), None)
        better = (
            told is not None and isinstance(told.value, Quantity) and told.start == 0 and told.end > len(mention.text)
        )
        return replace(mention, value=told.value) if told is not None and better else mention


def _read(text: str) -> Iterator[Table]:
    """The tables of a text: runs of lines with several cells, the first one a heading where it has no figure."""
    run: list[list[tuple[int, int]]] = []
    caption = previous = ""
    at = 0
    for line in [*text.splitlines(keepends=True), ""]:
        cells = _cells(line, at)
        if run and (len(cells) < _FEWEST or len(run) >= _MOST_ROWS) and not _RULE.match(line.strip() or "."):
            yield from _table(text, caption, run)
            run = []
        if len(cells) >= _FEWEST and not _RULE.match(line):
            caption = caption if run else previous
            run.append(cells)
        elif line.strip():
            previous = line.strip() if len(line) < _LONGEST_CAPTION else ""
        at += len(line)


def _table(text: str, caption: str, run: list[list[tuple[int, int]]]) -> Iterator[Table]:
    if len(run) < _FEWEST or not any(_has_datum(text, cells) for cells in run[1:]):
        return
    headed = not _has_datum(text, run[0])
    heading = tuple(text[start:end].strip() for start, end in run[0]) if headed else ()
    rows = tuple(tuple(cells) for cells in (run[1:] if headed else run))
    yield Table(caption, heading, rows, text)


def _has_datum(text: str, cells: Sequence[tuple[int, int]]) -> bool:
    words = [text[start:end].strip() for start, end in cells[1:]]
    return any(_DATUM.match(each) and not _YEAR.match(each) for each in words)


def _cells(line: str, at: int) -> list[tuple[int, int]]:
    """The spans of a line's cells, none where it has no mark between cells."""
    bare = line.rstrip("\r\n")
    if "\t" in bare:
        mark, inner = ("\t\t" if "\t\t" in bare else "\t"), bare
    elif "|" in bare:
        mark, inner = "|", bare
        framed = bare.strip()
        if framed.startswith("|") and framed.endswith("|") and len(framed) > 1:
            at += bare.index("|") + 1
            inner = framed[1:-1]
    else:
        return []
    spans: list[tuple[int, int]] = []
    for piece in inner.split(mark):
        if len(piece) > _LONGEST_CELL:
            return []
        spans.append((at, at + len(piece)))
        at += len(piece) + len(mark)
    return spans


def _unit_in(words: str, pattern: re.Pattern[str]) -> str:
    """The unit that a heading gives, its multiplier before it: `(€ thousands)`, `in millions of dollars`."""
    found = pattern.search(words)
    unit = found.group(1).strip() if found else ""
    scaled = _SCALED.fullmatch(unit)
    return f"{_SCALES.get(scaled[2].lower(), scaled[2])} {scaled[1]}" if scaled else unit


def _sign(words: str) -> str:
    return "%" if "%" in words else ""
