"""HTML: any page with notes or links, and Wikipedia as it is rendered (revision, sections, groups, COinS).

One walk over the tags. Text of the page's own furniture (navigation, scripts, code, tables of contents, edit links)
is no prose; notes are collected apart and become definitions.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from checker.article import grammar
from checker.article.draft import Block, BlockKind, Draft, Manuscript
from checker.article.html import coins, notes as html_notes
from checker.article.html.events import Event, Kind, events
from checker.article.html.notes import Anchor, Note
from checker.article.lifting import lift
from checker.article.prose import Prose
from checker.foundation.model import MarkerKind

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_SKIPPED = frozenset(
    {"script", "style", "nav", "footer", "aside", "noscript", "template", "svg", "math", "pre", "form", "button"}
    | {"select", "iframe", "object", "head", "audio", "video", "canvas", "textarea", "xmp"}
)
_SKIPPED_CLASSES = frozenset(
    {"navbox", "mw-editsection", "mw-jump-link", "toc", "catlinks", "printfooter", "metadata", "ambox", "sistersitebox"}
    | {
        "mw-cite-backlink",
        "mwe-math-element",
        "vector-toc",
        "mw-indicators",
        "noprint-toc",
        "navigation",
        "mw-empty-elt",
    }
    | {
        "vector-header-container",
        "mw-footer",
        "footnote-back",
        "footnote-backref",
        "reversefootnote",
        "hatnote",
        "sidebar",
    }
)
_CODE = ("code", "kbd", "samp", "tt", "var")
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "li",
        "dd",
        "dt",
        "td",
        "th",
        "tr",
        "table",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "section",
        "article",
        "main",
    }
    | {"h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "caption", "header", "body", "html", "hr", "address"}
    | {"details", "summary", "thead", "tbody", "tfoot", "center", "fieldset", *_SKIPPED}
) - {"math", "svg", "script", "style", "template", "noscript", "button", "select", "object"}
_KINDS = (
    (("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    (("td", "th"), BlockKind.CELL),
    (("blockquote",), BlockKind.QUOTATION),
    (("li", "dd", "dt"), BlockKind.ITEM),
)
_CLOSES = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt"), "td": ("td", "th"), "th": ("td", "th"), "tr": ("tr",)}
_ENDS_AT = frozenset({"ul", "ol", "dl", "table"})
_NO_NOTES = frozenset({"sup", "h1", "h2", "h3", "h4", "h5", "h6", "body", "html", "main", "article"})
_NOTE_PARAGRAPHS = ("li", "p", "dd", "td")
_NOTE_ELEMENTS = frozenset({"li", "p", "dd", "div", "aside", "section", "td", "tr"})
_SIGNS = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_REVISION = re.compile(
    r"\"wgRevisionId\":\s*(\d+)|[?&;]oldid=(\d+)|mw:revisionId\"?\s+content=\"(\d+)|Special:Redirect/revision/(\d+)"
)
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})", re.IGNORECASE)
_PAGES_AFTER = re.compile(r"\s*:\s*([\d\s,–-]*\d[\d\s,–-]*)\s*")


@dataclass(slots=True)
class _Element:
    """An open element: its tag and offset, how much prose stood before it, and what it is to us.

    `outside` is how deep skipping was when the element turned out to be a note, which is read wherever it stands.
    """

    name: str
    start: int
    prose: int
    skipped: bool = False
    link: str = ""
    note: Note | None = None
    citation: Note | None = None
    outside: int = 0


def looks_like(text: str) -> bool:
    """A doctype, or a tag of a page at the very beginning."""
    return _SIGNS.match(text[:5000]) is not None


def read(manuscript: Manuscript) -> Draft:
    """Prose, markers, notes and links of a page; offsets point into its source."""
    walk = _Walk(manuscript)
    for event in walk.events:
        walk.step(event)
    walk.flush()
    definitions = tuple(
        html_notes.definitions(walk.notes, walk.citations, walk.anchors.values(), manuscript.lines.place)
    )
    head = manuscript.text[:200_000]
    revision = _REVISION.search(head)
    language = _LANGUAGE.search(head)
    own = any(use.kind is MarkerKind.FOOTNOTE for block in walk.blocks for use in block.uses)
    return Draft(
        manuscript.text,
        manuscript.lines,
        lift(walk.blocks, [each.label for each in definitions], numbers=not own),
        definitions,
        title=walk.title,
        language=language[1].lower() if language else "",
        revision=next(filter(None, revision.groups()), None) if revision else None,
        nested=frozenset(walk.nested),
    )


def blocks(source: str, start: int, end: int, section: str) -> list[Block]:
    """The blocks of a piece of HTML inside another format (Markdown); its notes are not looked for."""
    walk = _Walk(Manuscript("", source[start:end]))
    for event in walk.events:
        walk.step(event)
    walk.flush()
    return [
        replace(
            block,
            offsets=array("q", (start + offset for offset in block.offsets)),
            uses=tuple(replace(use, start=use.start + start, end=use.end + start) for use in block.uses),
            section=block.section or section,
        )
        for block in walk.blocks
    ]


class _Walk:
    """The state of one walk: open elements, the pen, the notes."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.source = manuscript.text
        self.events = list(events(self.source))
        self.anchors: Mapping[int, Anchor] = html_notes.anchors(self.events, self.source)
        self.targets = {anchor.target for anchor in self.anchors.values()}
        self.pen = Prose(self.source)
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.citations: dict[str, Note] = {}
        self.open: list[_Element] = []
        self.count: Counter[str] = Counter()
        self.skipping = 0
        self.inside: list[Note] = []  # notes that are open
        self.nested: set[tuple[str, str]] = set()  # scope and label of the notes that other notes lead to
        self.citation: Note | None = None  # the full citation that is open, or was last: its COinS follows it
        self.citing = 0
        self.anchor_end = 0
        self.section = ""
        self.heading = ""
        self.page_title = ""
        self.listing = False
        self.kinds: list[BlockKind] = []
        self.handlers: dict[Kind, Callable[[Event], None]] = {
            Kind.START: self._start,
            Kind.END: self._end,
            Kind.TEXT: self._text,
            Kind.ENTITY: self._text,
        }

    @property
    def title(self) -> str:
        """The first heading of the first rank, or the page's title without the site's name."""
        return self.heading or re.sub(r"\s+[–—|-]\s+[^–—|-]+$", "", " ".join(self.page_title.split()))

    def step(self, event: Event) -> None:
        """Take in the next event."""
        self.handlers[event.kind](event)

    def flush(self) -> None:
        """End the block that is being written."""
        kind = self.kinds[-1] if self.kinds else BlockKind.PARAGRAPH
        block = self.pen.block(kind, self.section)
        listing, self.listing = self.listing, False
        if not block or (listing and not block.uses):
            return
        if kind is BlockKind.HEADING:
            self.section = " ".join(block.text.split())
            self.heading = self.heading or self.section
        self.blocks.append(block)

    def _text(self, event: Event) -> None:
        if self.open and self.open[-1].name == "title":
            self.page_title += event.data or self.source[event.start : event.end]
        if event.start < self.anchor_end:
            return
        if self.skipping:
            return
        for note in [*self.inside, *([self.citation] if self.citing and self.citation else [])]:
            note.words.append(event.data or self.source[event.start : event.end])
            note.end = event.end
        if self.inside:
            return
        if event.data:
            self.pen.put(event.data, event.start)
        else:
            self.pen.take(event.start, event.end, protected=any(self.count[name] for name in _CODE))

    def _start(self, tag: Event) -> None:
        if tag.name in _BLOCKS:
            self._close_implied(tag)
            self.flush()
        if tag.name == "br" and not self.skipping:
            self.pen.put(" ", tag.start)
        if tag.name == "span" and "Z3988" in tag.classes:
            self._coins(tag.attributes.get("title", ""))
        if tag.name in _VOID:
            return
        element = _Element(tag.name, tag.start, self.pen.length)
        self._enter(element, tag)
        self.open.append(element)
        self.count[tag.name] += 1

    def _enter(self, element: _Element, tag: Event) -> None:
        """What opening an element changes: skipping, kind of block, notes, links and markers."""
        element.skipped = tag.name in _SKIPPED or bool(tag.classes & _SKIPPED_CLASSES) or _hidden(tag)
        self.skipping += element.skipped
        kind = next((kind for names, kind in _KINDS if tag.name in names), None)
        if kind:
            self.kinds.append(kind)
        if tag.name == "cite" and "citation" in tag.classes:
            self.listing = True
            self.citation = None
        identity = tag.attributes.get("id") or (tag.attributes.get("name") if tag.name == "a" else None)
        if identity:
            self._identified(element, identity)
        if tag.name == "a" and not self.skipping:
            self._anchor(element, tag)

    def _identified(self, element: _Element, identity: str) -> None:
        """An element with an id: a full citation, or a note if a marker leads to it (its paragraph, if it is a mere anchor)."""
        if identity.startswith("CITEREF"):
            element.citation = self.citation = self.citations.setdefault(identity, Note(identity, element.start))
            self.citing += 1
        elif identity in self.targets and element.name not in _NO_NOTES:
            home = element
            if element.name not in _NOTE_ELEMENTS:
                home = next((each for each in reversed(self.open) if each.name in _NOTE_PARAGRAPHS), element)
            if home.note is None:
                home.note = Note(identity, home.start, element.start)
                home.outside, self.skipping = self.skipping, 0
                self.notes.append(home.note)
                self.inside.append(home.note)

    def _coins(self, title: str) -> None:
        """Metadata of the citation before it: the note's that it stands in, and the full citation's."""
        work = coins.fields(title)
        if not work:
            return
        if self.inside:
            self.inside[-1].works.append(work)
        if self.citation and not self.citation.works:
            self.citation.works.append(work)

    def _anchor(self, element: _Element, tag: Event) -> None:
        anchor = self.anchors.get(tag.start)
        address = tag.attributes.get("href", "")
        if anchor and not self.inside:
            sup = next((each for each in reversed(self.open[-3:]) if each.name == "sup"), None)
            start = sup.start if sup and sup.prose == self.pen.length else anchor.start
            self.pen.cite(
                anchor.label, MarkerKind.FOOTNOTE, start, anchor.end, text=f"[{anchor.label}]", scope=anchor.scope
            )
            self.anchor_end = anchor.end
        elif anchor:
            self.inside[-1].leads.append(anchor.target)
            self.nested.add((anchor.scope, anchor.label))
            self.anchor_end = anchor.end
        elif re.match(r"(?:https?:)?//", address, re.IGNORECASE):
            element.link = f"https:{address}" if address.startswith("//") else address
            for note in [*self.inside, *([self.citation] if self.citing and self.citation else [])]:
                note.urls.append(element.link)
        elif self.inside and "#CITEREF" in address:
            self.inside[-1].leads.append(address.partition("#")[2])

    def _end(self, tag: Event) -> None:
        if not self.count[tag.name]:
            return
        if tag.name in _BLOCKS:
            self.flush()
        while self.open:
            element = self.open.pop()
            self.count[element.name] -= 1
            self._leave(element, tag)
            if element.name == tag.name:
                return

    def _leave(self, element: _Element, tag: Event) -> None:
        if element.name in _BLOCKS:
            self.flush()
        self.skipping -= element.skipped
        if any(element.name in names for names, _ in _KINDS):
            self.kinds.pop()
        if element.name == "sup":
            self._raised(element)
        if element.note:
            self.skipping = element.outside
            self.inside.remove(element.note)
        if element.citation:
            self.citing -= 1
        if element.link and not self.inside and not self.skipping and self.pen.length > element.prose:
            self.pen.cite(element.link, MarkerKind.LINK, element.start, tag.end)

    def _raised(self, element: _Element) -> None:
        """What `<sup>` held: a page after a marker (`{{rp}}` renders as `: 45`), a number, or words."""
        text = self.pen.since(element.prose)
        pages = _PAGES_AFTER.fullmatch(text)
        raised = grammar.raised(text)
        if pages or raised != text:
            self.pen.back(element.prose)
        if pages:
            self.pen.locate(pages[1].strip())
        elif raised != text:
            self.pen.put(raised, element.start)

    def _close_implied(self, tag: Event) -> None:
        """`<li>` ends the item before it, `<p>` and every block a paragraph (HTML Standard, optional tags)."""
        closes = (*_CLOSES.get(tag.name, ()), "p")
        for depth, element in enumerate(reversed(self.open)):
            if element.name in _ENDS_AT or depth > 20:
                return
            if element.name in closes:
                for _ in range(depth + 1):
                    done = self.open.pop()
                    self.count[done.name] -= 1
                    self._leave(done, tag)
                return


def _hidden(tag: Event) -> bool:
    """`hidden`, `aria-hidden`, `display:none`, and page furniture by role."""
    attributes = tag.attributes
    return (
        "hidden" in attributes
        or attributes.get("role") in ("navigation", "search", "banner", "contentinfo")
        or re.search(r"display\s*:\s*none", attributes.get("style", "")) is not None
    )
