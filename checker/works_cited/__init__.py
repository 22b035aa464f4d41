"""LIST: (article, mapping, bibliography) -> the reference list, in the article's own numbering.

In: what MAP gave. Out: text in one of FORMATS, each entry written by one of STYLES; nothing that an entry does not
say is added, nothing is renumbered, a number that leads nowhere stays a gap.

To add a style: one file with `write(reference, words) -> Line` and one line in STYLES. To add a format: one function
in `formats.py` and its line in FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from checker.foundation.errors import UsageError
from checker.foundation.model import Article, Bibliography, Mapping, Reference
from checker.works_cited import apa, default, wikipedia_vi
from checker.works_cited.formats import FORMATS, Item
from checker.works_cited.listing import Entry, entries
from checker.works_cited.pieces import Line
from checker.works_cited.region import BEGIN, END, replace_region
from checker.works_cited.words import Words, words_of

__all__ = ["BEGIN", "END", "FORMATS", "STYLES", "BibWriter", "Style", "reference_list", "replace_region"]

BibWriter: TypeAlias = Callable[[Sequence[Reference]], str]


@dataclass(frozen=True, slots=True)
class Style:
    """How an entry is written, and the formats that can show it."""

    write: Callable[[Reference, Words], Line]
    formats: tuple[str, ...] = tuple(FORMATS)


STYLES: dict[str, Style] = {
    "default": Style(default.write),
    "apa": Style(apa.write),
    "wikipedia-vi": Style(wikipedia_vi.write, ("wikitext", "text")),
}


def reference_list(
    article: Article,
    mapping: Mapping,
    bibliography: Bibliography,
    *,
    style: str = "default",
    format: str = "markdown",  # noqa: A002 - the name of the option
    language: str = "en",
    uncited: bool = False,
    write_bib: BibWriter | None = None,
) -> str:
    """The reference list of an article; uncited entries come last, if they are wished for.

    The format `bib` is written by `write_bib` (`checker.bibliography.to_bib`), since only MAP writes .bib text.
    UsageError for a style or format that is not in the tables, or a style that the format cannot show.
    """
    listed = entries(article, mapping, bibliography, uncited=uncited)
    if format == "bib":
        if write_bib is None:
            raise UsageError("The format bib needs a writer; hand in checker.bibliography.to_bib as write_bib.")
        return write_bib(_distinct(listed))
    chosen = STYLES.get(style)
    if chosen is None:
        raise UsageError(f"There is no style {style!r}; use one of {', '.join(STYLES)}.")
    if format not in FORMATS:
        raise UsageError(f"There is no format {format!r}; use one of {', '.join((*FORMATS, 'bib'))}.")
    if format not in chosen.formats:
        raise UsageError(f"The style {style} cannot be shown as {format}; use one of {', '.join(chosen.formats)}.")
    words = words_of(language)
    items = [Item(entry.label, tuple(chosen.write(each, words) for each in entry.references)) for entry in listed]
    return FORMATS[format](items)


def _distinct(listed: Sequence[Entry]) -> list[Reference]:
    return list({reference.key: reference for entry in listed for reference in entry.references}.values())
