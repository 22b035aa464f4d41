"""The pen with which readers write blocks: prose is taken from the source, so that each character knows its offset."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.article.draft import NARRATIVE, Block, BlockKind, Use
from checker.foundation.model import MarkerKind

_SPACES = str.maketrans(dict.fromkeys("\t\n\r\v\f\u00a0\u2028\u2029", " "))


class Prose:
    """A block in the making. `take` copies source text, `put` writes what markup stands for, `cite` notes a marker.

    `source` is the article's text, or a piece of it with `origin[i]`, the offset of its character `i` there.
    """

    def __init__(self, source: str, origin: Sequence[int] | None = None) -> None:
        self.source = source
        self._origin = range(len(source) + 1) if origin is None else origin
        self._clear()

    def _clear(self) -> None:
        self._texts: list[str] = []
        self._offsets = array("q")
        self._uses: list[Use] = []
        self._protected: list[tuple[int, int]] = []

    @property
    def length(self) -> int:
        """Characters written so far."""
        return len(self._offsets)

    @property
    def empty(self) -> bool:
        """True when nothing but white space was written and no marker noted."""
        return not self._uses and not any(text.strip() for text in self._texts)

    def take(self, start: int, end: int, *, protected: bool = False) -> None:
        """Copy `source[start:end]`; line breaks and odd spaces become spaces. `protected` text holds no markers."""
        if end <= start:
            return
        if protected:
            self._protected.append((self.length, self.length + end - start))
        self._texts.append(self.source[start:end].translate(_SPACES))
        self._offsets.extend(self._origin[start:end])

    def put(self, text: str, start: int) -> None:
        """Write what the markup at offset `start` stands for: a decoded entity, a space for a line break."""
        self._texts.append(text.translate(_SPACES))
        self._offsets.extend([self._origin[start]] * len(text))

    def cite(
        self,
        label: str,
        kind: MarkerKind,
        start: int,
        end: int,
        *,
        text: str | None = None,
        locator: str | None = None,
        scope: str = "",
        narrative: bool = False,
    ) -> None:
        """Note a marker that stands at `source[start:end]`, here in the prose."""
        at = self.length
        if narrative:
            self.put(NARRATIVE, start)
        shown = self.source[start:end] if text is None else text
        first, last = self._origin[start], self._origin[end - 1] + 1
        self._uses.append(Use(label, kind, at, first, last, shown, locator, scope, narrative))

    def locate(self, locator: str) -> None:
        """Give the last marker its locator (`{{rp|45}}` stands after it), unless it has one."""
        if self._uses and self._uses[-1].locator is None:
            self._uses[-1] = replace(self._uses[-1], locator=locator)

    def since(self, length: int) -> str:
        """What was written after the first `length` characters."""
        pieces: list[str] = []
        missing = self.length - length
        for text in reversed(self._texts):
            if missing <= 0:
                break
            pieces.append(text[-missing:])
            missing -= len(text)
        return "".join(reversed(pieces))

    def back(self, length: int) -> None:
        """Take back what was written after the first `length` characters; markers stay."""
        while self.length > length:
            text = self._texts.pop()
            kept = max(0, len(text) - (self.length - length))
            del self._offsets[self.length - len(text) + kept :]
            if kept:
                self._texts.append(text[:kept])
        for index in range(len(self._uses) - 1, -1, -1):
            if self._uses[index].at <= length:
                break
            self._uses[index] = replace(self._uses[index], at=length)

    def block(self, kind: BlockKind, section: str = "") -> Block | None:
        """What was written as a block, or None for nothing; the pen is clean afterwards."""
        done = None
        if not self.empty:
            text = "".join(self._texts)
            done = Block(kind, text, self._offsets, tuple(self._uses), section, tuple(self._protected))
        self._clear()
        return done


def without(block: Block, cuts: Iterable[tuple[int, int, str]], uses: Iterable[Use]) -> Block:
    """The block with spans of its text replaced, and further `uses` (whose `at` is in the old text) in it.

    `cuts` are (start, end, replacement) in order, without overlap. A position inside a cut lands at its beginning.
    """
    texts: list[str] = []
    offsets = array("q")
    starts: list[int] = []
    ends: list[tuple[int, int, int]] = []  # old end, new start and new end of each cut
    at = 0
    for start, end, replacement in cuts:
        texts += [block.text[at:start], replacement]
        offsets.extend(block.offsets[at:start])
        new_start = len(offsets)
        offsets.extend([block.offsets[start]] * len(replacement))
        starts.append(start)
        ends.append((end, new_start, len(offsets)))
        at = end
    texts.append(block.text[at:])
    offsets.extend(block.offsets[at:])

    def moved(position: int) -> int:
        cut = bisect_left(starts, position) - 1
        if cut < 0:
            return position
        end, new_start, new_end = ends[cut]
        return new_start if position < end else position - end + new_end

    everything = sorted([*block.uses, *uses], key=lambda use: (use.at, use.start))
    return Block(
        block.kind,
        "".join(texts),
        offsets,
        tuple(replace(use, at=moved(use.at)) for use in everything),
        block.section,
        tuple((moved(start), moved(end)) for start, end in block.protected),
    )
