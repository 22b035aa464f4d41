"""Where the fields of an entry stand, to the character: what an edit may touch, and what it must not."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEAD = re.compile(r"@\w*\s*[{(][^,{}=\"\\]*,")
_GAP = re.compile(r"(?:[\s,]|%[^\n]*(?:\n|$))*")
_NAME = re.compile(r"([^\s=,{}\"#%()\\]+)\s*=\s*")
_WORD = re.compile(r"[^\s#{}\",=%\\]+")  # a backslash outside of braces is too odd: `\,` is no comma to a parser
_JOINT = re.compile(r"\s*#\s*")
_EDGE = re.compile(r"(?<!\\)[{}\"]")


@dataclass(frozen=True, slots=True)
class FieldSpan:
    """Offsets in the text: the name begins at `start`, the value with its delimiters is `value_start`..`value_end`."""

    name: str
    start: int
    value_start: int
    value_end: int


def field_spans(text: str, start: int, end: int) -> tuple[FieldSpan, ...] | None:
    """The fields of the entry at `text[start:end]`, in order; None when it is written too oddly to be edited."""
    head = _HEAD.match(text, start, end)
    last = end - 1  # where the entry's own brace closes it
    if not head or text[last:end] not in ("}", ")"):
        return None
    found: list[FieldSpan] = []
    at = head.end()
    while True:
        at = _past(_GAP, text, at, last)
        if at >= last:
            return tuple(found)
        name = _NAME.match(text, at, last)
        value_end = _value_end(text, name.end(), last) if name else None
        if name is None or value_end is None:
            return None
        found.append(FieldSpan(name[1].lower(), at, name.end(), value_end))
        at = value_end
        behind = _past(_GAP, text, at, last)
        if "," not in text[at:behind] and behind < last:
            return None


def _past(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    found = pattern.match(text, at, end)
    return found.end() if found else at


def _value_end(text: str, at: int, end: int) -> int | None:
    """Offset behind terms joined by `#`."""
    while True:
        if text[at : at + 1] in ("{", '"'):
            closing = _closing(text, at, end)
            if closing is None:
                return None
            at = closing
        else:
            word = _WORD.match(text, at, end)
            if not word:
                return None
            at = word.end()
        joint = _JOINT.match(text, at, end)
        if not joint:
            return at
        at = joint.end()


def _closing(text: str, at: int, end: int) -> int | None:
    quoted = text[at] == '"'
    depth = 0 if quoted else -1
    for edge in _EDGE.finditer(text, at if not quoted else at + 1, end):
        if edge[0] == '"':
            if quoted and depth == 0:
                return edge.end()
        elif edge[0] == "{":
            depth += 1
        else:
            if not quoted and depth == 0:
                return edge.end()
            depth -= 1
    return None
