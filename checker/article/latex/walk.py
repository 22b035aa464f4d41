"""The walk over LaTeX: commands out, prose in; what single commands do is in `latex_deeds`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from checker.article import formulas, keys
from checker.article.draft import Block, BlockKind
from checker.article.latex import signs as latex_signs
from checker.article.latex.source import Groups
from checker.article.prose import Prose

DEEPEST = 40
"""Groups within groups that are walked; TeX's own default is 255 levels of grouping."""

LONGEST_OPTION = 500
"""Characters of an optional argument; a bracket that does not close within them is prose."""

_SPECIAL = re.compile(r"\\[a-zA-Z]+\*?|\\.|%|\$\$?|[{}~&]|---?|``|''|\n[ \t]*\n\s*|\n", re.DOTALL)
_CITE = re.compile(r"[a-zA-Z]*[cC]ite(?:s|[a-zA-Z]*)\*?")
_NO_CITE = frozenset({"nocite", "citestyle", "citesetup", "defcitealias", "citereset", "bibcite"})
_NARRATIVE = re.compile(r"(?:[Tt]extcites?|[cC]itet|[cC]itealt|[cC]iteauthor|[cC]iteyear)\*?")
_SPACE = re.compile(r"[ \t]*\n?[ \t]*")
_SIGN_WORDS = {"~": " ", "--": "–", "---": "—", "``": "“", "''": "”"}

Deed: TypeAlias = "Callable[[Walk, int, int, int], int]"
"""What a command does: (walk, offset of the command, offset after its name, end of the span) -> where to go on."""


@dataclass(slots=True)
class Note:
    r"""A footnote or a `\\bibitem`: its label and what it says."""

    label: str
    start: int
    end: int
    block: Block | None


@dataclass(slots=True)
class Walk:
    """The walk over the document, or over the contents of a note (`depth` > 0 and a pen of its own)."""

    text: str
    groups: Groups
    deeds: Mapping[str, Deed]
    pen: Prose = field(init=False)
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    environments: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    section: str = ""
    title: str = ""
    depth: int = 0
    footnotes: int = 0
    last: dict[str, int] = field(default_factory=dict)  # where a closing sign stands for the last time

    def __post_init__(self) -> None:
        """A pen over the whole text."""
        self.pen = Prose(self.text)

    def flush(self) -> None:
        """End the block that is being written."""
        block = self.pen.block(self.kind, self.section)
        if block:
            self.blocks.append(block)

    def inner(self, start: int, end: int) -> Block | None:
        """A span as a block of its own: a note, a heading, a title."""
        if self.depth >= DEEPEST:
            return None
        outer, self.pen = self.pen, Prose(self.text)
        self.depth += 1
        self.run(start, end)
        self.depth -= 1
        block = self.pen.block(BlockKind.PARAGRAPH, self.section)
        self.pen = outer
        return block

    def within(self, start: int, end: int) -> None:
        """Walk a span inside the block that is being written."""
        if self.depth >= DEEPEST:
            self.pen.take(start, end)
            return
        self.depth += 1
        self.run(start, end)
        self.depth -= 1

    def after(self, sign: str, at: int, end: int) -> int:
        """The offset after the next `sign`; `at` itself if there is none, so that no prose is eaten."""
        if sign not in self.last:
            self.last[sign] = self.text.rfind(sign)
        if self.last[sign] < at:
            return at
        found = self.text.find(sign, at, end)
        return found + len(sign) if found >= 0 else at

    def run(self, start: int, end: int) -> None:
        """Walk a span."""
        at = start
        while at < end:
            found = _SPECIAL.search(self.text, at, end)
            if not found:
                self.pen.take(at, end)
                return
            self.pen.take(at, found.start())
            sign = found[0]
            if sign[0] == "\\":
                at = self._command(found, end)
            elif sign[0] == "$":
                at = self._math(found, end)
            else:
                at = self._sign(found, end)

    def _math(self, sign: re.Match[str], end: int) -> int:
        close = self.groups.math_end(sign.end())
        if close is None or close >= end:
            return sign.end()
        if len(sign[0]) == 1:
            formulas.write(self.pen, sign.end(), close)
        return close + len(sign[0])

    def _sign(self, found: re.Match[str], end: int) -> int:
        sign, start = found[0], found.start()
        if sign == "%":
            close = self.text.find("\n", start, end)
            return close + 1 if close >= 0 else end
        if sign.startswith("\n"):
            if sign == "\n" or self.depth:
                self.pen.put(" ", start)
            else:
                self.flush()
        elif sign == "&" and self.in_table:
            self.flush()
        elif sign not in "{}":
            self.pen.put(_SIGN_WORDS.get(sign, sign), start)
        return found.end()

    @property
    def in_table(self) -> bool:
        """True between the cells of a table."""
        return self.kind is BlockKind.CELL and not self.depth

    def _command(self, found: re.Match[str], end: int) -> int:
        name = found[0][1:]
        bare = name.removesuffix("*")
        if _CITE.fullmatch(name) and bare not in _NO_CITE:
            return self._cite(found, end)
        deed = self.deeds.get(bare)
        if deed:
            return deed(self, found.start(), found.end(), end)
        if latex_signs.is_accent(bare):
            return self._accent(bare, found.start(), found.end(), end)
        if bare in latex_signs.SIGNS:
            self.pen.put(latex_signs.SIGNS[bare], found.start())
            after = found.end()
            return after + 1 if bare.isalpha() and self.text[after : after + 1] == " " else after
        if bare in latex_signs.HEADINGS:
            return self._heading(found.end(), end)
        if bare in latex_signs.NO_PROSE:
            return self.past_arguments(found.end(), end)
        return self.past_options(found.end(), end) if bare.isalpha() else found.end()

    def _accent(self, name: str, start: int, at: int, end: int) -> int:
        at = _SPACE.match(self.text, at, end).end() if name.isalpha() else at  # type: ignore[union-attr]
        letters, after = self._letters(at, end, 0)
        self.pen.put(latex_signs.accented(name, letters), start)
        return after

    def _letters(self, at: int, end: int, depth: int) -> tuple[str, int]:
        """The letters that an accent is put on: one, a group, or another accent with its own."""
        close = self.groups.ends.get(at)
        if close is not None and close < end and depth < 4:
            return (self._letters(at + 1, close, depth + 1)[0] if close - at < 40 else ""), close + 1
        inner = re.compile(r"\\([a-zA-Z]+|.)\s*").match(self.text, at, end)
        if inner and latex_signs.is_accent(inner[1]) and depth < 4:
            letters, after = self._letters(inner.end(), end, depth + 1)
            return latex_signs.accented(inner[1], letters), after
        if inner:
            return latex_signs.SIGNS.get(inner[1], ""), inner.end()
        return self.text[at : min(at + 1, end)], min(at + 1, end)

    def _option(self, at: int, end: int) -> tuple[str, int] | None:
        """An optional argument `[…]` at `at`: its text and the offset after it."""
        at = _SPACE.match(self.text, at, end).end()  # type: ignore[union-attr]
        if not self.text.startswith("[", at):
            return None
        position = at + 1
        while position < min(end, at + LONGEST_OPTION):
            if self.text[position] == "{" and position in self.groups.ends:
                position = self.groups.ends[position]
            elif self.text[position] == "]":
                return self.text[at + 1 : position], position + 1
            position += 1
        return None

    def group(self, at: int, end: int) -> tuple[int, int] | None:
        """The span inside the braces that follow."""
        at = _SPACE.match(self.text, at, end).end()  # type: ignore[union-attr]
        close = self.groups.ends.get(at)
        return (at + 1, close) if close is not None and close <= end else None

    def past_options(self, at: int, end: int) -> int:
        """The offset after optional arguments."""
        while option := (self._option(at, end) if self.text.startswith("[", at) else None):
            at = option[1]
        return at

    def past_arguments(self, at: int, end: int) -> int:
        """The offset after all arguments."""
        while True:
            option = self._option(at, end) if self.text.startswith("[", at) else None
            group = self.group(at, end) if self.text.startswith("{", at) else None
            if not option and not group:
                return at
            at = option[1] if option else group[1] + 1 if group else at

    def _cite(self, found: re.Match[str], end: int) -> int:
        r"""`\\cite[see][p. 5]{a,b}`, and `\\cites[5]{a}[7]{b}`: one marker a key."""
        many = found[0].rstrip("*").endswith("cites")
        narrative = _NARRATIVE.fullmatch(found[0][1:]) is not None
        cited: list[keys.Cited] = []
        at = found.end()
        while True:
            options: list[str] = []
            position = at
            while option := self._option(position, end):
                options.append(option[0])
                position = option[1]
            group = self.group(position, end)
            if not group:
                break
            locator = keys.locator(_plain(options[-1])) if options else None
            listed = list(keys.listed(self.text[slice(*group)]))
            cited += [*listed[:-1], *(replace(each, locator=locator) for each in listed[-1:])]
            at = group[1] + 1
            if not many:
                break
        for each in cited:
            self.pen.cite(each.label, each.kind, found.start(), at, locator=each.locator, narrative=narrative)
        return at

    def _heading(self, at: int, end: int) -> int:
        at = self.past_options(at, end)
        group = self.group(at, end)
        if not group:
            return at
        self.flush()
        block = self.inner(*group)
        if block:
            self.section = " ".join(block.text.split())
            self.blocks.append(replace(block, kind=BlockKind.HEADING, section=self.section))
        return group[1] + 1


def _plain(option: str) -> str:
    r"""A citation's note without ties and spacing commands: `p.~45`, `pp.\\,3--4`."""
    return re.sub(r"~|\\[ ,;:]", " ", option).replace("--", "–")
