"""A block's sentences, and which of them each marker stands in.

Markers are already out of the prose, so the cutter of `language` sees whole sentences; but a marker that follows a
full stop is itself a sign that a sentence ends there (`của họ."[29] Khi …`), which is used where the cutter saw none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from checker.article.draft import NARRATIVE, Block, Use
from checker.language.text import sentences

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_BEGINS = re.compile(r"\s+[\"'“‘«(\[]*[A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ\d]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: a span of `Block.text`, and the uses that stand in it, in order."""

    start: int
    end: int
    uses: tuple[Use, ...] = ()


def of(block: Block, language: str) -> list[Sentence]:
    """The sentences of a block with their markers; none for a block without words."""
    spans = _spans(block, language)
    if not spans:
        return []
    starts = [start for start, _ in spans]
    standing: list[list[Use]] = [[] for _ in spans]
    for use in block.uses:
        standing[_home(block.text, use, starts)].append(use)
    return [Sentence(start, end, tuple(uses)) for (start, end), uses in zip(spans, standing, strict=True)]


def _spans(block: Block, language: str) -> list[tuple[int, int]]:
    text = block.text.replace(NARRATIVE, "X")
    ends = {end for _, end in sentences.cut(text, language)} | set(_marked_ends(block))
    spans: list[tuple[int, int]] = []
    at = 0
    for end in sorted({*ends, len(text)}):
        start, stop = _stripped(text, at, end)
        at = end
        if any(character.isalnum() for character in text[start:stop]):
            spans.append((start, stop))
        elif spans and stop > start:  # a closing quotation mark that was cut off alone
            spans[-1] = (spans[-1][0], stop)
    return spans


def _marked_ends(block: Block) -> list[int]:
    """Positions of markers between a full stop and a capital letter."""
    return [
        use.at
        for use in block.uses
        if not use.narrative
        and _ENDS.search(block.text, max(0, use.at - 4), use.at)
        and _BEGINS.match(block.text, use.at)
    ]


def _home(text: str, use: Use, starts: list[int]) -> int:
    """The index of the sentence that a marker stands in: that of the last word before it, or the first of the block."""
    position = use.at
    if not use.narrative:
        while position > 0 and text[position - 1].isspace():
            position -= 1
        position -= 1
    return max(0, bisect_right(starts, position) - 1)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
