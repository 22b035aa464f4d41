"""The brackets of wikitext matched in one pass, and what stands between them cut into parameters.

Our own instead of mwparserfromhell, which tells no positions and takes more than quadratic time on 12 KB of `<b `
(field notes, measured); here every table is made beforehand and every look-up is one step.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

_OPAQUE = "nowiki|math|chem|syntaxhighlight|source|gallery|timeline|pre|score|imagemap|graph|mapframe|templatestyles"
_TOKEN = re.compile(
    rf"<!--|<(?P<opaque>{_OPAQUE})\b[^<>]*?(?P<empty>/)?>|\{{\{{+|\}}\}}+|\[\[|\]\]|<ref\b[^<>]*>|</ref\s*>",
    re.IGNORECASE,
)
_CLOSES = {"}}": "{{", "]]": "[["}


@dataclass(frozen=True, slots=True)
class Marks:
    """`ends[start]` is where the bracket that opens at `start` ends; `opaque` spans hold no markup at all.

    `references[start]` is where the contents of the `<ref>` at `start` end.
    """

    ends: dict[int, int]
    opaque: dict[int, int]
    references: dict[int, int]


def marks(source: str) -> Marks:
    """All brackets of a text; unmatched ones are missing."""
    table = _Table(source)
    at = 0
    while found := _TOKEN.search(source, at):
        at = table.take(found)
    return Marks(table.ends, table.opaque, table.references)


class _Table:
    """Brackets as they are met: what is open, and what was closed."""

    def __init__(self, source: str) -> None:
        self.ends: dict[int, int] = {}
        self.opaque: dict[int, int] = {}
        self.references: dict[int, int] = {}
        self._opened: list[tuple[str, int]] = []
        self._count: Counter[str] = Counter()
        self._reference: int | None = None
        self._before = 0  # brackets that were open when the reference began
        self._closers = _Closers(source)

    def take(self, found: re.Match[str]) -> int:
        """Note one sign; the offset to go on from."""
        sign, start = found[0], found.start()
        if sign == "<!--" or found["opaque"]:
            after = found.end() if found["empty"] else self._closers.after(sign, found["opaque"], found.end())
            self.opaque[start] = after
            return after
        if sign.startswith("</"):
            self._end_reference(start)
        elif sign.startswith("<"):
            if not sign.endswith("/>") and self._reference is None:
                self._reference, self._before = start, len(self._opened)
        else:
            kind = sign[:2]
            for shift in range(0, len(sign) - 1, 2):
                if kind in _CLOSES:
                    self._close(_CLOSES[kind], start + shift + 2)
                else:
                    self._opened.append((kind, start + shift))
                    self._count[kind] += 1
        return found.end()

    def _end_reference(self, start: int) -> None:
        """A bracket that a note forgets to close does not reach beyond it."""
        if self._reference is not None:
            self.references[self._reference] = start
            self._reference = None
            while len(self._opened) > self._before:
                self._count[self._opened.pop()[0]] -= 1

    def _close(self, kind: str, end: int) -> None:
        """End the innermost bracket of a kind; brackets of the other kind that it crosses never close."""
        if self._count[kind]:
            opened, start = "", 0
            while opened != kind:
                opened, start = self._opened.pop()
                self._count[opened] -= 1
            self.ends[start] = end


class _Closers:
    """Where comments and opaque elements end: positions listed once for each kind, then found by bisection."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.positions: dict[str, list[int]] = {}

    def after(self, sign: str, name: str | None, at: int) -> int:
        """The offset after the end of what `sign` opens; a comment swallows the rest, an element only its tag."""
        closer = "-->" if sign == "<!--" else f"</{(name or '').lower()}>"
        if closer not in self.positions:
            pattern = re.compile(re.escape(closer), re.IGNORECASE)
            self.positions[closer] = [found.start() for found in pattern.finditer(self.source)]
        index = bisect_left(self.positions[closer], at)
        if index < len(self.positions[closer]):
            return self.positions[closer][index] + len(closer)
        return len(self.source) if sign == "<!--" else at


def parameters(source: str, start: int, end: int, marked: Marks) -> list[tuple[int, int]]:
    """Spans between the bars of `source[start:end]`, the inside of a template or link; bars in inner brackets are theirs."""
    spans: list[tuple[int, int]] = []
    begin = at = start
    while found := _BAR.search(source, at, end):
        position = found.start()
        at = found.end()
        if found[0] == "|":
            spans.append((begin, position))
            begin = at
        else:
            at = max(
                at, marked.ends.get(position) or marked.opaque.get(position) or marked.references.get(position) or at
            )
    spans.append((begin, end))
    return spans


_BAR = re.compile(r"\||\{\{|\[\[|<(?=[!a-zA-Z])")


def named(source: str, span: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    """A parameter's name ("" for a positional one) and the span of its value, white space around it left out."""
    start, end = span
    found = _EQUALS.match(source, start, end)
    name = ""
    if found:
        name, start = found[1].strip(), found.end()
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return name, (start, end)


_EQUALS = re.compile(r"([^=\[\]{}<>|]{0,60}?)=")
