"""READ: an article as it lies on disk -> Article: its claims, the markers that cite something for them, its notes.

In: bytes or text with a path (any kind of file in `READERS`). Out: one Article; odd content is never an exception
but a Problem in it. Two layers: a reader turns its format into blocks of prose with marker uses and definitions
(`draft`), and `claims` turns those, the same way for every format, into markers with direct and inherited claims.

To add a format: one file with `looks_like(text) -> bool` and `read(Manuscript) -> Draft`, and a line in `READERS`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from types import ModuleType

from checker.article.claims import account
from checker.article.decoding import decode
from checker.article.draft import Draft, Manuscript
from checker.article.problems import of_draft
from checker.foundation.errors import ArticleError
from checker.foundation.model import Article, Problem

__all__ = ["READERS", "Reader", "read"]


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name (`kind`), the suffixes that announce it, and the file of this room that knows and reads it.

    That file is loaded when it is first asked: a Markdown article needs no parser of DOCX.
    """

    kind: str
    suffixes: frozenset[str]
    place: str

    def looks_like(self, text: str) -> bool:
        """True when a text looks like this format."""
        return bool(self._file().looks_like(text))

    def read(self, manuscript: Manuscript) -> Draft:
        """The draft of an article in this format."""
        draft: Draft = self._file().read(manuscript)
        return draft

    def _file(self) -> ModuleType:
        return importlib.import_module(f"checker.article.{self.place}")


READERS: tuple[Reader, ...] = (
    Reader("docx", frozenset({".docx", ".docm"}), "docx"),
    Reader("html", frozenset({".html", ".htm", ".xhtml"}), "html"),
    Reader("latex", frozenset({".tex", ".ltx", ".latex"}), "latex"),
    Reader("wikitext", frozenset({".wiki", ".wikitext", ".mediawiki"}), "wikitext"),
    Reader("rst", frozenset({".rst", ".rest"}), "rst"),
    Reader("markdown", frozenset({".md", ".markdown", ".mkd", ".qmd", ".rmd", ".myst"}), "markdown"),
    Reader("text", frozenset({".txt", ".text"}), "plain"),
)
"""In this order content is asked what it is, where the suffix does not say; plain text takes what is left."""


def read(
    data: bytes | str,
    *,
    path: str,
    kind: str | None = None,
    include: Callable[[str], str | None] | None = None,
) -> Article:
    """The article in `data`. `kind` names a reader, else suffix and content decide; `include` finds included files.

    Raises ArticleError for an unknown `kind`, ExtraMissing for a DOCX without its optional package.
    """
    reader = _named(kind) if kind else None
    raw = data if isinstance(data, bytes) else b""
    text, assumed = decode(data, path) if isinstance(data, bytes) else (data.removeprefix("\ufeff"), ())
    reader = reader or _reader(path, text)
    draft = reader.read(Manuscript(path, text, raw, include))
    return _article(path, draft, assumed)


def _article(path: str, draft: Draft, assumed: tuple[Problem, ...]) -> Article:
    told = account(draft)
    return Article(
        path=path,
        text=draft.text,
        language=told.language,
        title=draft.title,
        revision=draft.revision,
        markers=told.markers,
        definitions=draft.definitions,
        uncited=told.uncited,
        problems=(*assumed, *of_draft(draft, told.markers)),
    )


def _named(kind: str) -> Reader:
    for reader in READERS:
        if reader.kind == kind:
            return reader
    known = ", ".join(reader.kind for reader in READERS)
    raise ArticleError(f"'{kind}' is no kind of article; use one of {known}.")


def _reader(path: str, text: str) -> Reader:
    """By suffix; content decides for `.txt`, for addresses, for names without a known suffix, and for stdin."""
    suffix = "" if path.startswith(("http://", "https://")) else PurePath(path).suffix.lower()
    for reader in READERS:
        if suffix in reader.suffixes and reader.kind != "text":
            return reader
    return next(reader for reader in READERS if reader.looks_like(text))
