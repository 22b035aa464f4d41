"""reStructuredText inside a block: markup out, prose in, references and citations noted, each at its offset."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker.article import keys
from checker.article.prose import Prose
from checker.foundation.model import MarkerKind

_SPECIAL = re.compile(
    r"(?P<escape>\\.)"
    r"|(?P<literal>``(?P<code>[^`\n].*?)``)"
    r"|(?P<role>:(?P<name>[a-zA-Z][\w:.+-]*):`(?P<content>[^`]+)`)"
    r"|(?P<link>`(?P<words>[^`]+)`__?(?!\w))"
    r"|(?P<interpreted>`(?P<title>[^`]+)`)"
    r"|(?P<note>\[(?P<label>\d+|\*|#[\w.:+-]*|[A-Za-z][\w.:+-]*)\]_(?!\w))"
    r"|(?P<address>https?://\S+)"
    r"|(?P<stars>\*+)"
    r"|(?P<reference>\b[A-Za-z][\w.-]{0,80}?_(?![\w_]))",
    re.DOTALL,
)
_EMBEDDED = re.compile(r"(?P<text>.*?)\s*<(?P<address>[^<>]+)>\s*", re.DOTALL)
_CITES = re.compile(r"(?:foot)?cite(?::[\w:]+)?|(?:foot)?cite[a-z]*|cite[pt]")
_NO_PROSE = frozenset({"math", "label", "index", "raw", "eq", "numref"})
_CODE = frozenset({"code", "literal", "file", "command", "kbd", "envvar", "option", "samp", "program"})


class Targets:
    """What references lead to: external targets by name, and the labels of notes in their order."""

    def __init__(self, addresses: Mapping[str, str], notes: Sequence[str]) -> None:
        self.addresses = addresses
        self._automatic = [label for mark, label in zip(notes, numbered(notes), strict=True) if mark == "#"]
        self._symbols = [label for mark, label in zip(notes, numbered(notes), strict=True) if mark == "*"]
        self._used = {"#": 0, "*": 0}

    def label(self, mark: str) -> str:
        """The label that a reference leads to: automatic ones take the next definition of their kind."""
        if mark not in self._used:
            return mark.removeprefix("#")
        rest = self._automatic if mark == "#" else self._symbols
        index = self._used[mark]
        self._used[mark] += 1
        return rest[index] if index < len(rest) else f"{mark}{index + 1}"


def numbered(marks: Sequence[str]) -> list[str]:
    """Labels of notes by their marks: `#` is numbered past the numbers that are given, `*` counted, `#name` is its name."""
    given = {mark for mark in marks if mark.isdecimal()}
    labels: list[str] = []
    number, symbols = 0, 0
    for mark in marks:
        if mark.startswith("#"):
            number += 1
            while str(number) in given:
                number += 1
            labels.append(str(number) if mark == "#" else mark[1:])
        elif mark == "*":
            symbols += 1
            labels.append(f"*{symbols}")
        else:
            labels.append(mark)
    return labels


def name_of(text: str) -> str:
    """A reference name as docutils compares it: lower-case, white space collapsed."""
    return " ".join(text.split()).casefold()


def write(text: str, origin: Sequence[int], targets: Targets) -> Prose:
    """The prose of one block, its markers noted; `origin[i]` is the offset of `text[i]` in the article."""
    pen = Prose(text, origin)
    at = 0
    for found in _SPECIAL.finditer(text):
        pen.take(at, found.start())
        at = found.end()
        _markup(pen, text, found, targets)
    pen.take(at, len(text))
    return pen


def _markup(pen: Prose, text: str, found: re.Match[str], targets: Targets) -> None:
    match found.lastgroup:
        case "escape":
            pen.take(found.start() + 1, found.end() - found[0][1].isspace())
        case "literal" | "code":
            pen.take(*found.span("code"), protected=True)
        case "role" | "content" | "name":
            _role(pen, found)
        case "link" | "words":
            _link(pen, found, targets)
        case "note" | "label":
            label = targets.label(found["label"])
            pen.cite(label, MarkerKind.FOOTNOTE, found.start(), found.end(), text=f"[{label}]")
        case "stars":
            if text[found.start() - 1 : found.start()].isspace() and text[found.end() : found.end() + 1].isspace():
                pen.take(*found.span())
        case "reference":
            _reference(pen, found, targets)
        case "interpreted" | "title":
            pen.take(*found.span("title"))
        case _:  # a bare address, which is lifted out of the prose later
            pen.take(*found.span())


def _reference(pen: Prose, found: re.Match[str], targets: Targets) -> None:
    """`Python_` where a target of that name is an address; any other word that ends in `_` stays a word."""
    address = targets.addresses.get(name_of(found[0][:-1]))
    pen.take(found.start(), found.end() - (address is not None))
    if address and re.match(r"https?://", address):
        pen.cite(address, MarkerKind.LINK, found.start(), found.end())


def _role(pen: Prose, found: re.Match[str]) -> None:
    name = found["name"].lower()
    if _CITES.fullmatch(name):
        narrative = name.endswith((":t", ":ts", "citet"))
        for cited in keys.listed(found["content"]):
            pen.cite(cited.label, cited.kind, *found.span(), locator=cited.locator, narrative=narrative)
    elif name not in _NO_PROSE:
        embedded = _EMBEDDED.fullmatch(found["content"])
        start, end = found.span("content")
        pen.take(start, start + embedded.end("text") if embedded else end, protected=name in _CODE)


def _link(pen: Prose, found: re.Match[str], targets: Targets) -> None:
    embedded = _EMBEDDED.fullmatch(found["words"])
    start, end = found.span("words")
    if embedded:
        address: str | None = embedded["address"]
        end = start + embedded.end("text")
    else:
        address = targets.addresses.get(name_of(found["words"]))
    pen.take(start, end)
    if address and re.match(r"https?://", address):
        pen.cite(address, MarkerKind.LINK, *found.span())
