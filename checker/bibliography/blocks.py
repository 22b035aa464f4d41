"""The text of a .bib file -> its blocks with exact spans: the plain ones that it begins with, then the splitter's."""

from __future__ import annotations

from checker.bibliography import plain_blocks
from checker.bibliography.plain_blocks import PlainBlock, PlainComment, PlainEntry, PlainString
from checker.bibliography.raw_blocks import (
    RawBlock,
    RawComment,
    RawEntry,
    RawFailure,
    RawField,
    RawString,
    Ruler,
)

__all__ = ["RawBlock", "RawComment", "RawEntry", "RawFailure", "RawString", "split"]


def split(text: str) -> tuple[RawBlock, ...]:
    """All blocks of a .bib text in their order; one for each block that the splitter finds, none dropped."""
    # A lone carriage return (old Mac) ends a line too; the length stays, so that offsets do.
    lined = text.replace("\r", "\n") if "\n" not in text else text
    ruler = Ruler(lined)
    plain, at = plain_blocks.at_the_beginning(lined)
    blocks = [_plain(each, lined, ruler) for each in plain]
    if at < len(lined):
        from checker.bibliography import splitter  # noqa: PLC0415 - the library takes a while to load

        blocks += splitter.blocks_from(at, ruler)
    return tuple(blocks)


def _plain(block: PlainBlock, text: str, ruler: Ruler) -> RawBlock:
    span = ruler.measured(block.start, block.end)
    match block:
        case PlainEntry():
            fields = tuple(RawField(each.name, each.value, ruler.line_of(each.at) + 1) for each in block.fields)
            return RawEntry(block.type.lower(), block.key, fields, span)
        case PlainString():
            return RawString(block.name, block.value, span)
        case PlainComment():
            return RawComment(text[block.start : block.end], span)
