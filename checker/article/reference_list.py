"""An article's own list of sources, written as text: `[13] De Waal, Thomas (2003). Black Garden …`.

Only what is certain becomes a field: addresses, DOI, ISBN. Author, title and year stay in the text, for guessing
where one ends and the other begins would invent bibliographic facts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from checker.article import grammar
from checker.foundation.model import Definition, Place, Problem, Related

HEADINGS = re.compile(
    r"^[\W\d]*(?:references?|notes?|footnotes?|endnotes?|bibliography|works cited|sources?|citations?|literature|"
    r"notes and references|references and notes|further reading|external links|"
    r"tham khảo|tài liệu(?: tham khảo)?|thư mục|chú thích|ghi chú|chú giải|nguồn(?: tham khảo)?|nguồn dẫn|"
    r"danh mục tài liệu tham khảo|đọc thêm|liên kết ngoài|chú thích và tham khảo)[\W\d]*$",
    re.IGNORECASE,
)
"""Headings under which an article lists its sources, in English and Vietnamese, as Wikipedia and journals word them."""

_ITEM = re.compile(r"[ \t]*(?:\[(?P<bracket>\d{1,4})\]:?|\^?(?P<dot>\d{1,4})[.)])[ \t]+(?=\S)")
_DOI = re.compile(r"\b(?:doi\.org/|doi:?\s?)(10\.\d{4,9}/[^\s\"<>|{}\\^`\[\]]+)", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][-– ]?)?\d(?:[-– ]?\d){8}[-– ]?[\dXx])\b")
_ARCHIVE = re.compile(
    r"https?://(?:web\.archive\.org/(?:web/)?\d{8,14}|archive\.(?:today|is|ph|md|li|vn|org)/)", re.IGNORECASE
)


def item(line: str, *, listed: bool) -> re.Match[str] | None:
    """The head of a list entry, `[13] De Waal …`; under a heading of sources (`listed`) `13. …` is one too.

    `[13] shows that …` is prose: an entry does not begin with a small letter, except under such a heading.
    """
    head = _ITEM.match(line)
    if head and (listed or (head["bracket"] and not line[head.end()].islower()) or line.startswith("http", head.end())):
        return head
    return None


def label(head: re.Match[str]) -> str:
    """The number of an entry's head."""
    return head["bracket"] or head["dot"]


def definition(name: str, text: str, place: Place, end_line: int, *, scope: str = "") -> Definition:
    """A Definition from a note's words, with the addresses and identifiers that stand in them."""
    flat = re.sub(r"\s+", " ", text).strip()
    urls = tuple(dict.fromkeys(flat[start:end] for start, end in grammar.urls(flat)))
    return Definition(name, flat, place, end_line, urls, tuple(fields(flat, urls)), scope)


def fields(text: str, urls: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Fields of a note that names one work; none for several addresses (as many works) or for words alone.

    A saved copy (`archiveurl`) belongs to the work; the note's words are kept as `note`.
    """
    live = [url for url in urls if not _ARCHIVE.match(url)]
    archived = [url for url in urls if _ARCHIVE.match(url)]
    doi, isbn = _DOI.search(text), _ISBN.search(text)
    if len(live) > 1 or len(archived) > 1 or not (live or archived or doi or isbn):
        return
    if live or archived:
        yield "url", (live or archived)[0]
    if live and archived:
        yield "archiveurl", archived[0]
    if doi:
        yield "doi", grammar.trimmed(doi[1])
    if isbn:
        yield "isbn", re.sub(r"[\s–]", "-", isbn[1])
    yield "note", text


def duplicates(definitions: Iterable[Definition]) -> Iterator[Problem]:
    """A label that is defined twice: one of the two notes is never shown."""
    first: dict[tuple[str, str], Definition] = {}
    for each in definitions:
        earlier = first.setdefault((each.scope, each.label), each)
        if earlier is not each:
            yield Problem(
                "definition-duplicate",
                f"The note [{each.label}] is defined twice; a reader sees only one of the two.",
                each.place,
                (Related(earlier.place, "The first definition."),),
                "Give one of them another label, or delete it.",
            )


def unused(definitions: Iterable[Definition], used: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """A note that no marker leads to; `used` holds (scope, label) of the markers."""
    known = Counter(used)
    for each in definitions:
        if not known[each.scope, each.label]:
            yield Problem(
                "definition-unused",
                f"No marker leads to the note [{each.label}].",
                each.place,
                (),
                "Cite it where it belongs, or delete it.",
            )
