"""What a style writes, before a format gives it marks: pieces of text, each plain, a title, or an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """How a piece is set."""

    PLAIN = "plain"
    ITALIC = "italic"
    ADDRESS = "address"
    TEMPLATE = "template"  # wikitext that a style wrote itself, its values escaped already


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and how it is set; an address is both what is shown and where it leads."""

    text: str
    kind: Kind = Kind.PLAIN


Line: TypeAlias = tuple[Piece, ...]


def plain(text: str) -> Piece:
    """Text as it is."""
    return Piece(text)


def italic(text: str) -> Piece:
    """The title of a whole: a book, a journal, a site."""
    return Piece(text, Kind.ITALIC)


def address(url: str) -> Piece:
    """A web address."""
    return Piece(url, Kind.ADDRESS)


def sentences(*parts: Line) -> Line:
    """The parts that are there, each closed by one full stop and set apart by a blank."""
    pieces: list[Piece] = []
    for part in parts:
        if not any(piece.text for piece in part):
            continue
        if pieces:
            pieces.append(plain(" "))
        pieces.extend(part)
        # An address must be copied whole, and a title may end in its own mark.
        if part[-1].kind is not Kind.ADDRESS and not part[-1].text.rstrip("”’\"'*").endswith((".", "?", "!", "…")):
            pieces.append(plain("."))
    return tuple(pieces)
