"""Notes of an HTML page: which anchors are markers, which elements are the notes they lead to, what a note says.

Wikipedia's `sup.reference` -> `ol.references li`, pandoc's, Word's and Markdown's footnotes (`#fn1`, `#_ftn1`), and
anything that has `doc-noteref`: they are all a short anchor that leads to an element of the same page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from checker.article import reference_list
from checker.article.html.events import Event, Kind
from checker.foundation.model import Definition, Place

_NOTE_ID = re.compile(
    r"(?:cite_note|fn|_?ftn|_?edn|footnote|endnote|note|ref|chuthich|ghichu)[-_:.]?(?:\w*[-_:.])?\d+[a-z]?$|"
    r"(?:en|r|n|b|bib|cit|cr)[-_:.]?\d+[a-z]?$|cite_note-|fn:|fn-|footnote-",
    re.IGNORECASE,
)
_BACK_ID = re.compile(
    r"cite_ref|(?:fn|ftn|edn|footnote|endnote|note)_?-?ref|^fnref|backlink|^back|^_ftnref", re.IGNORECASE
)
_LABEL = re.compile(
    r"\s*[\[(]?\s*(?:(?P<scope>[^\W\d_][^\d\[\]()]{0,18}?)[\s\u00a0]+)?(?P<name>\d{1,4}|[a-z]{1,2}|[*†‡]{1,3})\s*[\])]?\s*"
)
_ARCHIVE = re.compile(
    r"https?://(?:web\.archive\.org|archive\.(?:today|is|ph|md|li|vn|org)|www\.webcitation\.org)/", re.IGNORECASE
)
_PAGES = re.compile(r"[,:]\s*(?:pp?|tr|trang)\.?[\s\u00a0]*(\d+(?:[-–]\d+)?(?:,\s?\d+(?:[-–]\d+)?)*)")


@dataclass(slots=True)
class Note:
    """A note while it is read: whose it is, its words, its links, and the works that it cites one after the other."""

    id: str
    start: int
    end: int = 0
    words: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    works: list[tuple[tuple[str, str], ...]] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words on one line, without the arrow that leads back."""
        return re.sub(r"^[\s^↑↩]+|[\s↩↑]+$", "", re.sub(r"\s+", " ", "".join(self.words))).strip()


@dataclass(frozen=True, slots=True)
class Anchor:
    """An anchor that is a marker: the span of its tag and contents, the id that it leads to, its label and group."""

    start: int
    end: int
    target: str
    label: str
    scope: str


def anchors(events: Sequence[Event], source: str) -> dict[int, Anchor]:
    """All markers of a page by the offset of their `<a`."""
    found: dict[int, Anchor] = {}
    ids = {event.attributes.get(name) for event in events for name in ("id", "name") if event.attributes}
    raised = 0
    for index, event in enumerate(events):
        if event.name == "sup":
            raised += 1 if event.kind is Kind.START else -1
        if event.kind is Kind.START and event.name == "a":
            anchor = _anchor(events, index, source, raised=raised > 0)
            if anchor and (anchor.target in ids or raised > 0):
                found[event.start] = anchor
    return found


def _anchor(events: Sequence[Event], index: int, source: str, *, raised: bool) -> Anchor | None:
    tag = events[index]
    target = _fragment(tag.attributes.get("href", ""))
    if not target or _BACK_ID.search(target):
        return None
    text, end = "", tag.end
    for event in events[index + 1 : index + 12]:
        end = event.end
        if event.name == "a":
            break
        if event.kind in (Kind.TEXT, Kind.ENTITY):
            text += event.data or source[event.start : event.end]
    label = _LABEL.fullmatch(text) if len(text) <= 30 else None
    role = {tag.attributes.get("role"), tag.attributes.get("epub:type")} & {"doc-noteref", "noteref", "doc-biblioref"}
    if not label or not (raised or role or "footnote" in tag.attributes.get("class", "") or _NOTE_ID.match(target)):
        return None
    if label["name"].isalpha() and not (raised or role):
        return None
    scope = label["scope"] or ""
    return Anchor(tag.start, end, target, f"{scope} {label['name']}".strip(), scope)


def _fragment(address: str) -> str:
    """The id that an address of the same page leads to; Wikipedia's print view writes the page's own address before it."""
    head, sign, fragment = address.partition("#")
    return fragment if sign and (not head or head.startswith("./")) else ""


def definitions(
    notes: Iterable[Note], cited: dict[str, Note], anchors: Iterable[Anchor], place: Callable[[int], Place]
) -> Iterator[Definition]:
    """A Definition for each work of each note that a marker leads to; short notes stand for their full citation.

    `cited` are full citations by their ids (`CITEREFSmith2004`); a note may also lead to another note.
    """
    notes = list(notes)
    cited = {**{note.id: note for note in notes}, **cited}
    names: dict[str, Anchor] = {}
    for each in anchors:
        names.setdefault(each.target, each)
    for note in notes:
        anchor = names.get(note.id)
        if anchor is None:
            continue
        where, end_line = place(note.start), place(note.end).line
        for works, urls in _works(note, cited):
            made = reference_list.definition(anchor.label, note.text, where, end_line, scope=anchor.scope)
            every = tuple(dict.fromkeys([*urls, *made.urls])) if works == () or len(note.works) < 2 else urls
            fields = works or tuple(reference_list.fields(made.text, every))
            yield replace(made, urls=every, fields=fields)


def _works(note: Note, cited: dict[str, Note]) -> Iterator[tuple[tuple[tuple[str, str], ...], tuple[str, ...]]]:
    """(fields, addresses) of each work of a note; one of nothing for a note in words."""
    full = [cited[name] for name in note.leads if name in cited and cited[name] is not note]
    if not note.works and full:
        pages = _PAGES.search(note.text)
        for each in full:
            fields = each.works[0] if each.works else tuple(reference_list.fields(each.text, each.urls))
            fields = fields or (("note", each.text),)
            if pages and len(full) == 1:
                fields = (*(field for field in fields if field[0] != "pages"), ("pages", pages[1]))
            yield fields, tuple(each.urls)
        return
    if len(note.works) < 2:
        yield (_with_links(note.works[0], note.urls) if note.works else ()), tuple(note.urls)
        return
    for work in note.works:
        yield work, tuple(value for name, value in work if name in ("url", "archiveurl"))


def _with_links(work: tuple[tuple[str, str], ...], urls: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """COinS knows no saved copies, and no address for some: both are among the note's links."""
    names = {name for name, _ in work}
    saved = [url for url in urls if _ARCHIVE.match(url)]
    live = [url for url in urls if not _ARCHIVE.match(url)]
    added: list[tuple[str, str]] = []
    if "url" not in names and "doi" not in names and live:
        added.append(("url", live[0]))
    if saved:
        added.append(("archiveurl", saved[0]))
    return (*work, *added)
