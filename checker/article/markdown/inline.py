"""Markdown inside a block: markup out, prose in, citations noted, each at its offset. CommonMark and pandoc's additions.

One walk from left to right; what may not close is looked up in tables made beforehand, so that no input makes it
look twice (floods of `[`, `` ` `` and `$` stay linear).
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from checker.article import formulas, grammar, keys
from checker.article.draft import INLINE
from checker.article.prose import Prose
from checker.foundation.model import MarkerKind

_SPECIAL = re.compile(r"https?://|[\\`$<!\[^@&*_~{-]")
_PAIRED = re.compile(r"\\.|(?<!`)(`+)(?!`)[^`]{1,500}(?<!`)\1(?!`)|[\[\]]", re.DOTALL)
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_RUN = re.compile(r"`+")
_MATH_CLOSER = re.compile(r"(?<=[^\s\\$])\$(?!\d)")
_AUTOLINK = re.compile(r"<((?:https?|ftp)://[^\s<>]+|[^\s<>@]+@[^\s<>]+)>", re.IGNORECASE)
_TAG = re.compile(r"<(?P<close>/)?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^<>]*)>")
_HREF = re.compile(r"href\s*=\s*[\"']?(https?://[^\s\"'>]+)", re.IGNORECASE)
_NOTE = re.compile(r"\[\^([^\]\s^]{1,200})\]")
_RAISED = re.compile(r"\^(\[?[^\s^\[\]]{1,40}\]?)\^")
_DESTINATION = re.compile(
    r"\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*))"
    r"(?:\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ADDRESS = re.compile(r"[^\s<>\"“”]+")
_ATTRIBUTES = re.compile(r"\{[.#:][^{}\n]*\}|\{\{[<%][^{}\n]*\}\}")
_ANY_ROLE = re.compile(r"\{[a-z][\w:+.-]*\}(?=`)")
_LONGEST_ELEMENT = 2_000
_LONGEST_BRACKET = 2_000
_DEEPEST_LINK = 6
"""Bounds against floods: characters in one inline element or citation, links within links. Far above what people write."""

_UNREAD = frozenset({"code", "script", "style", "math", "kbd", "svg"})
_SIDE_BY_SIDE = 3
"""Characters between two linked numbers that are markers of one sentence: `[13](…), [14](…)`."""

_NUMBER_TEXT = re.compile(r"\\?\[?\s*(\d{1,4})\s*\\?\]?")
_FOLLOWING_LOCATOR = re.compile(r"\s\[([^\[\]@]{1,60})\]")


@dataclass(slots=True)
class Surroundings:
    """What one document's blocks share. `references`: link labels (normalised, see `label`) -> addresses.

    Filled while reading: `numbered` (number, address, offset) of links whose text is a number, and `notes`
    (label, text, offset) of inline notes `^[…]`.
    """

    references: Mapping[str, str] = field(default_factory=dict)
    numbered: list[tuple[str, str, int]] = field(default_factory=list)
    notes: list[tuple[str, str, int]] = field(default_factory=list)


def label(text: str) -> str:
    """A link label as CommonMark compares it: case folded, white space collapsed."""
    return " ".join(text.split()).casefold()


def write(text: str, origin: list[int], around: Surroundings) -> Prose:
    """The prose of one inline run, its markers noted. `origin[i]` is the offset of `text[i]` in the article."""
    pen = Prose(text, origin)
    _Walk(text, origin, pen, around).run(0, len(text))
    return pen


class _Walk:
    """The walk over one inline run."""

    def __init__(self, text: str, origin: list[int], pen: Prose, around: Surroundings) -> None:
        self.text = text
        self.origin = origin
        self.pen = pen
        self.around = around
        self.brackets = _bracket_pairs(text)
        self.ticks = [(found.start(), found.end()) for found in _RUN.finditer(text)]
        self.closers: dict[int, list[int]] = {}
        for start, end in self.ticks:
            self.closers.setdefault(end - start, []).append(start)
        self.dollars = [found.start() for found in _MATH_CLOSER.finditer(text)]
        self.double_dollars = [found.start() for found in re.finditer(r"\$\$", text)]
        self.last_comment_end = text.rfind("-->")
        self.anchor: str | None = None
        self.depth = 0
        self.numbered_end = -_SIDE_BY_SIDE - 1  # where the last linked number that is a marker ended
        self.handlers: dict[str, Callable[[int, int], int]] = {
            "\\": self._escape,
            "`": self._code,
            "$": self._math,
            "<": self._angle,
            "!": self._image,
            "[": self._bracket,
            "^": self._caret,
            "@": self._key,
            "-": self._key,
            "&": self._entity,
            "*": self._emphasis,
            "_": self._emphasis,
            "~": self._emphasis,
            "{": self._brace,
            "h": self._address,
        }

    def run(self, start: int, end: int) -> None:
        """Write `text[start:end]`."""
        at = start
        while at < end:
            found = _SPECIAL.search(self.text, at, end)
            if not found:
                self.pen.take(at, end)
                return
            self.pen.take(at, found.start())
            at = self.handlers[found[0][0]](found.start(), end)

    def _literal(self, at: int, length: int = 1) -> int:
        self.pen.take(at, at + length)
        return at + length

    def _escape(self, at: int, end: int) -> int:
        following = self.text[at + 1 : at + 2] if at + 1 < end else ""
        if following in _ESCAPABLE and following:
            return self._literal(at + 1)
        if following == "\n":
            return at + 1
        return self._literal(at)

    def _code(self, at: int, end: int) -> int:
        length = len(_RUN.match(self.text, at, end)[0])  # type: ignore[index]
        starts = self.closers.get(length, [])
        index = bisect_right(starts, at)
        if index < len(starts) and starts[index] < end:
            self.pen.take(at + length, starts[index], protected=True)
            return starts[index] + length
        return self._literal(at, length)

    def _math(self, at: int, end: int) -> int:
        double = self.text.startswith("$$", at)
        closers = self.double_dollars if double else self.dollars
        width = 2 if double else 1
        opens = double or not self.text[at + 1 : at + 2].isspace()
        index = bisect_right(closers, at + width)
        if opens and index < len(closers) and closers[index] < end:
            if not double:
                formulas.write(self.pen, at + 1, closers[index])
            return closers[index] + width
        return self._literal(at, width)

    def _angle(self, at: int, end: int) -> int:
        if self.text.startswith("<!--", at):
            close = self.text.find("-->", at, end) if at < self.last_comment_end else -1
            return close + 3 if close >= 0 else self._literal(at, 4)
        if found := _AUTOLINK.match(self.text, at, end):
            self.pen.take(at + 1, found.end() - 1)  # an address is lifted out of the prose with the bare ones
            return found.end()
        if found := _TAG.match(self.text, at, end):
            return self._tag(found, end)
        return self._literal(at)

    def _tag(self, tag: re.Match[str], end: int) -> int:
        name = tag["name"].lower()
        if tag["close"]:
            if name == "a" and self.anchor:
                self.pen.cite(self.anchor, MarkerKind.LINK, tag.start(), tag.end())
                self.anchor = None
            return tag.end()
        if name in _UNREAD or name == "sup":
            close = self.text.find(f"</{name}>", tag.end(), min(end, tag.end() + _LONGEST_ELEMENT))
            if close >= 0 and name in _UNREAD:
                if name in ("code", "kbd"):
                    self.pen.take(tag.end(), close, protected=True)
                return close + len(name) + 3
            if 0 <= close - tag.end() <= 40:
                return self._raise(tag.end(), close, close + 6)
        elif name == "a" and (href := _HREF.search(tag["rest"])):
            self.anchor = html.unescape(href[1])
        elif name == "br":
            self.pen.put(" ", tag.start())
        return tag.end()

    def _raise(self, start: int, end: int, after: int) -> int:
        """Superscript text from `start` to `end`: numbers as superscript digits, anything else as it is."""
        raised = grammar.raised(self.text[start:end])
        if raised == self.text[start:end]:
            self.run(start, end)
        else:
            self.pen.put(raised, start)
        return after

    def _image(self, at: int, end: int) -> int:
        close = self.brackets.get(at + 1)
        if not self.text.startswith("[", at + 1) or close is None or close >= end:
            return self._literal(at)
        target = self._target(at + 1, close, end)
        return target[1] if target else self._literal(at)

    def _bracket(self, at: int, end: int) -> int:
        if found := _NOTE.match(self.text, at, end):
            self.pen.cite(found[1], MarkerKind.FOOTNOTE, at, found.end())
            return found.end()
        close = self.brackets.get(at)
        if close is None or close >= end:
            return self._literal(at)
        target = self._target(at, close, end)
        if target:
            return self._link(at, close, *target)
        inside = self.text[at + 1 : close] if close - at <= _LONGEST_BRACKET else ""
        cited = keys.bracketed(inside) if "@" in inside else []
        for each in cited:
            self.pen.cite(each.label, each.kind, at, close + 1, locator=each.locator)
        return close + 1 if cited else self._literal(at)

    def _target(self, at: int, close: int, end: int) -> tuple[str, int] | None:
        """(address, where the link ends) of a bracket that is a link: `(…)`, `[label]`, `[]` or a label itself."""
        if self.text.startswith("(", close + 1):
            found = _DESTINATION.match(self.text, close + 1, end)
            if found:
                return html.unescape(found["angle"] or found["bare"] or ""), found.end()
        if self.text.startswith("[", close + 1) and (second := self.brackets.get(close + 1)):
            name = self.text[close + 2 : second] or self.text[at + 1 : min(close, at + _LONGEST_BRACKET)]
            if (address := self.around.references.get(label(name))) is not None:
                return address, second + 1
        name = self.text[at + 1 : close] if close - at <= _LONGEST_BRACKET else ""
        if not _NUMBER_TEXT.fullmatch(name) and (address := self.around.references.get(label(name))) is not None:
            return address, close + 1
        return None

    def _link(self, at: int, close: int, address: str, after: int) -> int:
        number = _NUMBER_TEXT.fullmatch(self.text, at + 1, close)
        if number and self._is_marker(number, at, after):
            self.numbered_end = after
            if re.match(r"https?://", address):
                self.around.numbered.append((number[1], address, self.origin[at]))
            self.pen.cite(number[1], MarkerKind.NUMBER, at, after, text=f"[{number[1]}]")
            return after
        before = self.pen.length
        self.depth += 1
        if self.depth <= _DEEPEST_LINK:
            self.run(at + 1, close)
        else:
            self.pen.take(at + 1, close)
        self.depth -= 1
        if re.match(r"(?:https?:)?//", address, re.IGNORECASE) and self.pen.length > before:
            address = f"https:{address}" if address.startswith("//") else address
            self.pen.cite(address, MarkerKind.LINK, at, after)
        return after

    def _is_marker(self, number: re.Match[str], at: int, after: int) -> bool:
        """`sea.[13](…)` and brackets in the words of the link; but `in [1923](…)`, `[14](…) lamps` and a cell with a figure are words with a link."""
        beside = at - self.numbered_end <= _SIDE_BY_SIDE and not self.text[self.numbered_end : at].strip(" ,;")
        if "[" in number[0] or beside:
            return True
        if self.pen.empty or not self.text[at - 1].isspace():
            return not self.pen.empty
        return int(number[1]) <= grammar.MAX_LOOSE and not self.text[after : after + 1].strip(".,;:!?…)")

    def _caret(self, at: int, end: int) -> int:
        close = self.brackets.get(at + 1) if self.text.startswith("[", at + 1) else None
        if close is not None and close < end:
            name = f"{INLINE}{len(self.around.notes) + 1}"
            self.around.notes.append((name, self.text[at + 2 : close], self.origin[at]))
            self.pen.cite(name, MarkerKind.FOOTNOTE, at, close + 1)
            return close + 1
        if found := _RAISED.match(self.text, at, end):
            return self._raise(*found.span(1), found.end())
        return self._literal(at)

    def _key(self, at: int, end: int) -> int:
        found = keys.in_text(self.text, at)
        if not found or found[1] > end:
            return self._literal(at)
        cited, after = found
        suffix = _FOLLOWING_LOCATOR.match(self.text, after, end)
        locator = keys.locator(suffix[1]) if suffix else None
        if suffix and locator:
            after = suffix.end()
        self.pen.cite(cited.label, cited.kind, at, after, locator=locator, narrative=True)
        return after

    def _entity(self, at: int, end: int) -> int:
        found = _ENTITY.match(self.text, at, end)
        if not found:
            return self._literal(at)
        self.pen.put(html.unescape(found[0]), at)
        return found.end()

    def _emphasis(self, at: int, end: int) -> int:
        """Runs of `*`, `_` and `~~` that open or close emphasis vanish; those that stand free or inside a word stay."""
        sign = self.text[at]
        after = at
        while after < end and self.text[after] == sign:
            after += 1
        left, right = self.text[at - 1 : at] if at else "", self.text[after : after + 1]
        inside = sign == "_" and left.isalnum() and right.isalnum()
        free = (not left or left.isspace()) and (not right or right.isspace())
        if inside or free or (sign == "~" and after - at != 2):
            return self._literal(at, after - at)
        return after

    def _brace(self, at: int, end: int) -> int:
        if found := keys.role(self.text, at):
            for each in found[0]:
                self.pen.cite(each.label, each.kind, at, found[1], locator=each.locator)
            return found[1]
        skipped = _ATTRIBUTES.match(self.text, at, end) or _ANY_ROLE.match(self.text, at, end)
        return skipped.end() if skipped else self._literal(at)

    def _address(self, at: int, end: int) -> int:
        """A bare URL is copied whole, whatever signs it holds; it is lifted out of the prose later."""
        found = _ADDRESS.match(self.text, at, end)
        length = len(grammar.trimmed(found[0])) if found else 1
        return self._literal(at, max(length, 1))


def _bracket_pairs(text: str) -> dict[int, int]:
    """Where each `[` closes, code spans and escapes left out; those that never close are missing."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in _PAIRED.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            pairs[opened.pop()] = found.start()
    return pairs
