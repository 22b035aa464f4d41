"""A cheap look at a page that is not read: title, the first words and the signs, in this process.

Every expression is linear and bounded and sees at most 64 KB, so that nothing a stranger wrote can hold the run up.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from checker.fetching.content import signs
from checker.fetching.content.decoding import decode
from checker.fetching.content.sniffing import HTML, PLAIN
from checker.foundation import clean
from checker.foundation.model import Document

_SPAN = signs.SPAN
_WORDS = 4096  # characters of text that are kept
_ENTITY = 40  # characters: the longest name of an entity has 32
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{0,1000})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html\b[^<>]{0,300}?\blang\s{0,3}=\s{0,3}[\"']?([A-Za-z-]{2,20})", re.IGNORECASE)
_UNREAD = re.compile(r"<(script|style|title|noscript|template|svg)\b", re.IGNORECASE)
_ENDS = {
    name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "title", "noscript", "template", "svg")
}
_TAG = re.compile(r"<[^<>]{0,2000}>")
# Where a browser begins a new line: a notice is no sentence with the menu before it.
_BLOCK = re.compile(
    r"<(?:/(?:p|div|h[1-6]|li|[uod]l|tr|td|th|section|article|header|footer|nav|main|aside|form|table|body)|[bh]r\b[^<>]{0,200}|li)>",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(r"\b(?:id|name)\s{0,3}=\s{0,3}[\"']?([^\s\"'<>]{1,200})", re.IGNORECASE)


def glance(data: bytes, media_type: str, content_type: str, *, fragments: bool = False) -> Document | None:
    """The look at an HTML or text answer, or None for other types; `fragments` asks for ids as well (whole body)."""
    if media_type not in (HTML, PLAIN):
        return None
    decoded = decode(data if fragments else data[:_SPAN], content_type)
    span = decoded.text[:_SPAN]
    if media_type == PLAIN:
        return Document(clean.text(span[:_WORDS]), PLAIN, encoding=decoded.encoding, signs=frozenset((signs.GLANCE,)))
    title, language = _TITLE.search(span), _LANGUAGE.search(span)
    words = _visible(span)
    return Document(
        text=clean.text(words[:_WORDS]),
        media_type=HTML,
        title=clean.line(html.unescape(title[1])) if title else "",
        language=language[1] if language else "",
        encoding=decoded.encoding,
        fragments=frozenset(_FRAGMENT.findall(decoded.text)) if fragments else frozenset(),
        signs=signs.signs(span, words) | {signs.GLANCE},
    )


def _visible(markup: str) -> str:
    """The words outside tags, scripts and styles, a line for each block."""
    # What is kept mostly stands in the first third: the rest is only looked at where blanks or entities filled that.
    first = _in_lines(_bare(markup, _WORDS + _WORDS // 4))
    return first if len(first) > _WORDS + _ENTITY else _in_lines(_bare(markup, 4 * _WORDS))


def _bare(markup: str, length: int) -> str:
    """The first characters of a page without its tags, scripts and styles; what comes after them is not looked at."""
    kept: list[str] = []
    missing = length
    for piece in _outside(markup):
        kept.append(_without_tags(piece.replace("\n", " "), missing))
        missing -= len(kept[-1]) + 1
        if missing <= 0:
            break
    return " ".join(kept)[:length]


def _outside(markup: str) -> Iterator[str]:
    """What stands outside scripts, styles and their like."""
    at = 0
    while opening := _UNREAD.search(markup, at):
        yield markup[at : opening.start()]
        ending = _ENDS[opening[1].lower()].search(markup, opening.end())
        if ending is None:
            return
        at = ending.start()
    yield markup[at:]


def _without_tags(piece: str, length: int) -> str:
    """A piece without its tags: of a long one so many characters at least, where it can be cut outside of any tag."""
    cut = 2 * length
    if cut < len(piece):
        opened = piece.rfind("<", 0, cut)
        begun = _BLOCK.sub("\n", piece[: opened if opened > piece.rfind(">", 0, cut) else cut])
        if begun.rfind("<") <= begun.rfind(">"):
            text = _TAG.sub(" ", begun)
            if len(text) >= length:
                return text
    return _TAG.sub(" ", _BLOCK.sub("\n", piece))


def _in_lines(text: str) -> str:
    return "\n".join(row for row in map(_on_one_line, html.unescape(text).split("\n")) if row)


def _on_one_line(row: str) -> str:
    """A row with single blanks; many a long one has no others, which is seen in half the time."""
    row = row.strip()
    shown = "\t" not in row and clean.shows(row) if row.isascii() else row.isprintable()
    return row if shown and "  " not in row else " ".join(row.split())
