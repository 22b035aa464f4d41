"""The blocks of a .bib text by `bibtexparser`'s splitter, with their exact spans. Loaded for what is not plain.

Only the splitting is the library's: its middlewares lose fields, URLs and whole entries (each loss has a test in
tests/bibliography/test_guards.py), so values, names and LaTeX are read in files of our own beside this one.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)

from checker.bibliography.raw_blocks import (
    RawBlock,
    RawComment,
    RawEntry,
    RawFailure,
    RawField,
    RawString,
    Ruler,
    Span,
)

# What the splitter has to say stands in the blocks; its log lines would land on the user's stderr.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_NEXT_BLOCK = re.compile(r"(?<=.)@\w*[ \t]*\Z", re.DOTALL)
_VISIBLE_KEY = re.compile(r"@\w*\s*[{(]\s*([^\s,={}()\"#%@]+)")


def blocks_from(at: int, ruler: Ruler) -> Iterator[RawBlock]:
    """The blocks of the ruler's text from an offset on, where a block ends or the text begins."""
    finder = _Finder(at, ruler)
    for block in parse_string(ruler.text[at:], parse_stack=[]).blocks:
        yield _read(block, finder)


class _Finder:
    """Finds each block's raw text behind the one before it, starting at the line that the library names."""

    def __init__(self, at: int, ruler: Ruler) -> None:
        self._cursor = at
        self._ruler = ruler
        self.first = ruler.line_of(at)  # the line at which the library begins to count

    def span(self, block: Block) -> Span:
        """The span of the next block; blocks must be asked for in file order."""
        raw = _own_text(block)
        line = self.first + (block.start_line or 0)
        start = self._ruler.text.find(raw, max(self._cursor, self._ruler.start_of(line)))
        if start < 0:
            start = self._cursor
        self._cursor = start + len(raw)
        return self._ruler.measured(start, self._cursor)


def _read(found: Block, finder: _Finder) -> RawBlock:
    span = finder.span(found)
    block: Block | None = found
    # A key twice or a field twice: the entry itself is sound. `inspect` and `bibtex` say what is wrong with it.
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        block = block.ignore_error_block
    if isinstance(block, Entry):
        fields = tuple(RawField(item.key, item.value, finder.first + item.start_line + 1) for item in block.fields)
        return RawEntry(block.entry_type.lower(), block.key, fields, span)
    if isinstance(block, String):
        return RawString(block.key, block.value, span)
    if isinstance(block, ExplicitComment | ImplicitComment | Preamble):
        return RawComment(block.raw or "", span)
    assert isinstance(block, ParsingFailedBlock)
    return _failure(block, span)


def _own_text(block: Block) -> str:
    """The raw text of a block; a broken one may end in the `@` at which the next one begins."""
    raw = block.raw or ""
    return _NEXT_BLOCK.sub("", raw) if isinstance(block, ParsingFailedBlock) else raw


def _failure(block: ParsingFailedBlock, span: Span) -> RawFailure:
    raw = _own_text(block)
    seen = _VISIBLE_KEY.match(raw)
    reason = getattr(block.error, "abort_reason", None) or str(block.error)
    return RawFailure(seen[1] if seen else None, " ".join(str(reason).split()), raw, span)
