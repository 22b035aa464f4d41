"""Nouns of READ: an article, its claims, and the markers that cite something for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.foundation.model.place import Place, Problem


class Coverage(StrEnum):
    """How a marker covers a sentence: it stands in it, or at the end of a run of uncited sentences."""

    DIRECT = "direct"
    INHERITED = "inherited"


class MarkerKind(StrEnum):
    """What a marker's label is, which decides how the bibliography is asked for it."""

    NUMBER = "number"  # [13]
    FOOTNOTE = "footnote"  # [^x], <ref name=x>: defined in the article itself
    KEY = "key"  # [@dewaal2003], \cite{dewaal2003}
    IDENTIFIER = "identifier"  # @doi:10.1000/182, @url:https://…
    LINK = "link"  # an inline link; the label is the URL
    PLEA = "plea"  # [citation needed]: asks for a source instead of naming one


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence that a source is cited for, its markers and markup taken out.

    `start` and `end` are offsets of the sentence in `Article.text` in code points, markers included;
    `context` is what a reader would know already: the section's title and the sentences before it.
    """

    text: str
    coverage: Coverage
    start: int
    end: int
    place: Place
    language: str
    context: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """One use of a footnote marker, and the claims that it covers (direct ones last, in reading order).

    `[13–15]` is three markers with one `text` and one `group`. `id` is stable across edits elsewhere:
    it is made of the label, the claim's words and a counter for repeats, never of a line number.
    """

    id: str
    label: str
    text: str
    kind: MarkerKind
    place: Place
    start: int
    end: int
    claims: tuple[Claim, ...]
    locator: str | None = None
    group: str | None = None
    scope: str = ""  # a footnote group (`<ref group=note>`), empty for the usual one


@dataclass(frozen=True, slots=True)
class Definition:
    """What the article itself says that a label stands for: a footnote's text, a list item, a cite template.

    `fields` uses .bib names (title, author, date, url, doi, isbn, archiveurl, archivedate, urldate, pages, …),
    with `type` for the kind of work; `text` is the whole note as a reader sees it.
    """

    label: str
    text: str
    place: Place
    end_line: int
    urls: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A text that was read: whole, with everything in it that cites or defines a source.

    `text` is the decoded file as it stands (offsets of markers and claims point into it). `uncited` are
    sentences with a figure, date or quotation that no marker covers.
    """

    path: str
    text: str
    language: str
    title: str = ""
    revision: str | None = None
    markers: tuple[Marker, ...] = ()
    definitions: tuple[Definition, ...] = ()
    uncited: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
