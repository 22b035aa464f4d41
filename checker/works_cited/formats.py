"""Formats: a list of labelled lines -> Markdown, HTML, plain text or wikitext, everything of the entries escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from checker.works_cited.pieces import Kind, Line, Piece

# CommonMark 0.31, 2.4: any ASCII punctuation can be escaped; these can begin markup inside a line.
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&|~$^#!])")
_WIKITEXT = re.compile(r"\[(?=\[|\S*//)|\[\[|\]\]|[{}|<>&]|''+|~~~+|__")
_LINKABLE = re.compile(r"https?://", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"`\\^{}|\[\]]")


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list: its label in the article's own numbering (empty for none), and the works it names."""

    label: str
    works: tuple[Line, ...]


Format: TypeAlias = Callable[[Sequence[Item]], str]


def markdown(items: Sequence[Item]) -> str:
    """A bullet list; an ordered one would be renumbered by Markdown itself where numbers are skipped."""
    return _lines(f"- {_label(_in_markdown, item)}{_works(_in_markdown, item)}" for item in items)


def text(items: Sequence[Item]) -> str:
    """One line an entry, no marks."""
    return _lines(f"{_label(_in_text, item)}{_works(_in_text, item)}" for item in items)


def wikitext(items: Sequence[Item]) -> str:
    """A bullet list of wikitext; addresses are external links."""
    return _lines(f"* {_label(_in_wikitext, item)}{_works(_in_wikitext, item)}" for item in items)


def page(items: Sequence[Item]) -> str:
    """An HTML list whose items say their own numbers; only http and https addresses are links."""
    rows = []
    for item in items:
        value = f' value="{item.label}"' if item.label.isdecimal() else ""
        label = "" if not item.label or item.label.isdecimal() else f"{_in_html(Piece(f'[{item.label}]'))} "
        unnumbered = "" if item.label.isdecimal() else ' style="list-style: none"'
        rows.append(f"  <li{value}{unnumbered}>{label}{_works(_in_html, item)}</li>")
    return '<ol class="references">\n' + _lines(rows) + "</ol>\n"


FORMATS: dict[str, Format] = {"markdown": markdown, "html": page, "text": text, "wikitext": wikitext}


def _lines(rows: Iterable[str]) -> str:
    return "".join(f"{row}\n" for row in rows)


def _label(render: Callable[[Piece], str], item: Item) -> str:
    return f"{render(Piece(f'[{item.label}]'))} " if item.label else ""


def _works(render: Callable[[Piece], str], item: Item) -> str:
    """The works of a note one behind another; a full stop parts them already."""
    shown = ["".join(render(piece) for piece in line) for line in item.works]
    return " ".join(each if each.endswith(".") or at == len(shown) - 1 else f"{each};" for at, each in enumerate(shown))


def _in_text(piece: Piece) -> str:
    return piece.text


def _in_markdown(piece: Piece) -> str:
    if piece.kind is Kind.TEMPLATE:
        return f"`{piece.text}`"
    if piece.kind is Kind.ADDRESS and _LINKABLE.match(piece.text):
        return f"<{_whole(piece.text)}>"
    escaped = _MARKDOWN.sub(r"\\\1", piece.text)
    return f"*{escaped}*" if piece.kind is Kind.ITALIC and escaped else escaped


def _in_html(piece: Piece) -> str:
    escaped = html.escape(piece.text)
    if piece.kind is Kind.ADDRESS and _LINKABLE.match(piece.text):
        return f'<a href="{html.escape(_whole(piece.text))}">{escaped}</a>'
    return f"<i>{escaped}</i>" if piece.kind is Kind.ITALIC and escaped else escaped


def _in_wikitext(piece: Piece) -> str:
    if piece.kind is Kind.TEMPLATE:
        return piece.text
    if piece.kind is Kind.ADDRESS and _LINKABLE.match(piece.text):
        return _whole(piece.text)
    escaped = _WIKITEXT.sub(lambda found: "".join(f"&#{ord(char)};" for char in found[0]), piece.text)
    return f"''{escaped}''" if piece.kind is Kind.ITALIC and escaped else escaped


def _whole(url: str) -> str:
    """An address that no mark-up can break out of: what may not stand in one is percent-encoded (RFC 3986, 2)."""
    return _NOT_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)
