"""One stable layout of a .bib file, for `checker format`: nothing is lost, nothing decoded, twice is once.

Entries get a line for each field, two blanks before it, lower-case names, a comma behind each, one blank line between
entries. Comments, @string, @preamble and whatever cannot be read whole stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.bibliography.blocks import RawBlock, RawComment, RawEntry, RawFailure, split
from checker.bibliography.field_spans import FieldSpan, field_spans


def layout(text: str) -> str:
    """The text laid out, with its own line ends; a text that would read otherwise afterwards is given back as it is."""
    end = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    blocks = split(plain)
    if not blocks:
        return text
    pieces: list[str] = []
    at = 0
    previous: RawBlock | None = None
    for block in blocks:
        raw = plain[block.span.start : block.span.end].rstrip()  # a broken block reaches to the next one
        pieces += [_gap(plain[at : block.span.start], previous, block), _laid_out(raw, block)]
        at = block.span.start + len(raw)
        previous = block
    rest = plain[at:]
    pieces.append(rest if rest.strip() or isinstance(previous, RawFailure) else "\n")
    done = "".join(pieces)
    return done.replace("\n", end) if _meaning(split(done)) == _meaning(blocks) else text


def _meaning(blocks: Sequence[RawBlock]) -> list[tuple[object, ...]]:
    """What must be the same before and after: the kinds of blocks in their order, the entries' keys and values."""
    return [
        (block.type, block.key, [(field.name.lower(), field.value) for field in block.fields])
        if isinstance(block, RawEntry)
        else (type(block),)
        for block in blocks
    ]


def _gap(gap: str, previous: RawBlock | None, following: RawBlock) -> str:
    """What stands between two blocks: one blank line, unless a comment belongs to its neighbour.

    Around a broken block nothing moves: where it ends depends on the lines behind it.
    """
    if gap.strip() or isinstance(previous, RawFailure) or isinstance(following, RawFailure):
        return gap
    if previous is None:
        return ""
    if "\n" not in gap:
        return " " if gap else ""
    if gap.count("\n") == 1 and isinstance(previous, RawComment):
        return "\n"
    return "\n\n"


def _laid_out(raw: str, block: RawBlock) -> str:
    if not isinstance(block, RawEntry) or "{" not in raw[: len(block.type) + 8].partition("(")[0]:
        return raw
    spans = field_spans(raw, 0, len(raw))
    if spans is None or not _covers(raw, spans):
        return raw
    rows = "".join(f"  {span.name} = {raw[span.value_start : span.value_end]},\n" for span in spans)
    return f"@{block.type}{{{block.key},\n{rows}}}"


def _covers(raw: str, spans: tuple[FieldSpan, ...]) -> bool:
    """True when only blanks, commas and the closing brace stand outside the fields: no comment would be lost."""
    ends = [span.value_end for span in spans]
    starts = [span.start for span in spans[1:]] + [len(raw) - 1]
    if not spans:
        return False
    head = raw[raw.index(",") + 1 : spans[0].start]
    return not any(gap.strip(", \t\r\n") for gap in (head, *(raw[a:b] for a, b in zip(ends, starts, strict=True))))
