"""A field's value as written -> its text: braces and quotes taken off, `#` joined, @string macros resolved.

The grammar is BibTeX's (btxdoc.pdf; Tame the BeaST): terms joined by `#`, each one
`{…}`, `"…"`, a number or the name of a macro. What follows a complete value without a comma is handed back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EDGE = re.compile(r"(?<!\\)[{}\"]")
_WORD = re.compile(r"[^\s#{}\",=]+")
_PLAIN = re.compile(r"\{([^{}\\]*)\}")
_NUMBER = re.compile(r"[\d.:/–-]+")
_NEXT_FIELD = re.compile(r"(?:%[^\n]*\n\s*)*([A-Za-z][\w+.:-]*)\s*=\s*")


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved value: `unknown` are macro names that nothing defines, `rest` what follows without a comma."""

    text: str
    unknown: tuple[str, ...] = ()
    rest: str = ""


def resolve(raw: str, macros: Mapping[str, str]) -> Value:
    """The text of a raw value; `macros` are @string texts by lower-case name. An unknown macro stays as a word."""
    if (plain := _PLAIN.fullmatch(raw)) is not None:  # most are of this form, which takes no walk
        return Value(plain[1])
    parts: list[str] = []
    unknown: list[str] = []
    at = 0
    while at < len(raw):
        term, at = _term(raw, at, macros, unknown)
        parts.append(term)
        after = _skip(raw, at)
        if after >= len(raw) or raw[after] != "#":
            return Value("".join(parts), tuple(unknown), raw[after:])
        at = _skip(raw, after + 1)
    return Value("".join(parts), tuple(unknown))


def next_field(rest: str) -> tuple[str, str] | None:
    """Name and raw value of a field that stands behind another one whose comma is missing, if `rest` is one."""
    found = _NEXT_FIELD.match(rest) if rest else None
    return (found[1], rest[found.end() :]) if found else None


def _term(raw: str, at: int, macros: Mapping[str, str], unknown: list[str]) -> tuple[str, int]:
    if raw[at] == "{":
        end = _closing(raw, at + 1, "}")
        return raw[at + 1 : end], end + 1
    if raw[at] == '"':
        end = _closing(raw, at + 1, '"')
        return raw[at + 1 : end], end + 1
    word = _WORD.match(raw, at)
    if not word:
        return raw[at:], len(raw)
    name = word[0].lower()
    if name in macros:
        return macros[name], word.end()
    if name not in _MONTHS and not _NUMBER.fullmatch(name):
        unknown.append(word[0])
    return word[0], word.end()


def _closing(raw: str, at: int, closer: str) -> int:
    """Offset of the closer at brace depth 0, or the end of the value."""
    depth = 0
    for edge in _EDGE.finditer(raw, at):
        if edge[0] == closer and depth == 0:
            return edge.start()
        if edge[0] == "{":
            depth += 1
        elif edge[0] == "}":
            depth -= 1
    return len(raw)


def _skip(raw: str, at: int) -> int:
    while at < len(raw) and raw[at].isspace():
        at += 1
    return at
