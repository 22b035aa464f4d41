"""Markdown: CommonMark with tables, footnotes, front matter and pandoc, Quarto and MyST citations.

markdown-it-py tells the blocks and their lines; what stands inside them is walked by `markdown_inline`, because
inline tokens carry no columns, an undefined `[^x]` vanishes in plain text and a second definition silently wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from checker.article import keys, reference_list
from checker.article.draft import Block, BlockKind, Draft, Manuscript, Use
from checker.article.lifting import lift
from checker.article.markdown import inline as markdown_inline
from checker.article.markdown.inline import Surroundings
from checker.article.prose import without
from checker.foundation.model import Definition, MarkerKind, Place

_SIGNS = re.compile(
    r"^\[\^[^\]\s]+\]:[ \t]|\[[^\[\]]{0,80}-?@[\w{][^\[\]]*\]|^```|^#{1,6}[ \t]\S|^\s{0,3}\[[^\[\]]+\]:\s*<?https?://|"
    r"\]\(https?://|\A---\r?\n",
    re.MULTILINE,
)
_MATH_BLOCK = re.compile(r"\A\s*(?:\$\$|\\\[|\\begin\{)")
_DIRECTIVE = re.compile(r"\A\s*:::")
_SETTING = re.compile(r"^(title|lang|language|bibliography)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_TASK = re.compile(r"\[[ xX]\]\s")


def looks_like(text: str) -> bool:
    """Footnote definitions, citation keys, fences, `#` headings or links: one of them is enough."""
    return _SIGNS.search(text[:200_000]) is not None


def read(manuscript: Manuscript) -> Draft:
    """All prose of a Markdown text with its markers; footnotes, numbered lists and links of numbers as definitions."""
    return _Reading(manuscript).draft()


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(footnote_plugin)
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


@dataclass(slots=True)
class _Note:
    """A footnote being defined: its label, its place, and the runs of prose that it consists of."""

    label: str
    place: Place
    end_line: int
    parts: list[Block] = field(default_factory=list)


class _Reading:
    """One pass over the block tokens of one document."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.text = manuscript.text
        self.lines = manuscript.lines
        environment: dict[str, object] = {}
        self.tokens = _parser().parse(self.text, environment)
        targets = environment.get("references", {})
        assert isinstance(targets, dict)
        self.targets = targets
        settings = dict(_SETTING.findall(self._front_matter()))
        self.title = settings.get("title", "")
        self.language = (settings.get("lang") or settings.get("language") or "")[:2].lower()
        self.keyed = "bibliography" in settings
        self.around = Surroundings({markdown_inline.label(name): str(each["href"]) for name, each in targets.items()})
        self.blocks: list[Block] = []
        self.definitions: list[Definition] = []
        self.notes: list[_Note] = []
        self.section = ""
        self.cursor = 0  # up to here the text's lines were found again
        self.containers: list[Token] = []

    def draft(self) -> Draft:
        """The whole document."""
        for token in self.tokens:
            if token.type == "inline":
                self._inline(token)
            elif token.type == "html_block" and token.map:
                from checker.article import html  # noqa: PLC0415 - few hold any

                span = (self.lines.start(token.map[0] + 1), self._end_of(token.map[1]))
                self.blocks += html.blocks(self.text, *span, self.section)
            elif token.nesting == 1:
                self._open(token)
            elif token.nesting == -1:
                self.containers.pop()
        self._inline_notes()
        self._numbered_links()
        cited = self._notes_that_cite()
        blocks = [replace(block, uses=tuple(_through_notes(block.uses, cited))) for block in self.blocks]
        if not self.keyed and not any(_is_bracketed(use) for block in blocks for use in block.uses):
            blocks = [_with_mentions(block) for block in blocks]
        self.definitions += [_definition(note) for note in self.notes if note.label not in cited]
        problems = tuple(reference_list.duplicates(self.definitions))
        links = {each.label: each for each in self._numbered_targets()}
        lifted = lift(blocks, [*(each.label for each in self.definitions), *links])
        used = {use.label for block in lifted for use in block.uses if use.kind is MarkerKind.NUMBER}
        definitions = (*self.definitions, *(each for name, each in links.items() if name in used))
        return Draft(self.text, self.lines, lifted, definitions, problems, title=self.title, language=self.language)

    def _front_matter(self) -> str:
        first = self.tokens[0] if self.tokens else None
        return first.content if first and first.type == "front_matter" else ""

    def _open(self, token: Token) -> None:
        self.containers.append(token)
        if token.type == "footnote_reference_open" and token.map:
            place = self.lines.place(self.lines.start(token.map[0] + 1))
            self.notes.append(_Note(str(token.meta["label"]), place, token.map[1]))

    def _inline(self, token: Token) -> None:
        if not token.map or _MATH_BLOCK.match(token.content) or _DIRECTIVE.match(token.content):
            return
        origin = self._origin(token)
        kinds = [each.type for each in self.containers]
        if "footnote_reference_open" not in kinds and self._list_of_sources(token, origin, kinds):
            return
        text = token.content
        skipped = _TASK.match(text) if "list_item_open" in kinds else None
        start = skipped.end() if skipped else 0
        pen = markdown_inline.write(text[start:], origin[start:], self.around)
        if "footnote_reference_open" in kinds:
            block = pen.block(BlockKind.PARAGRAPH)
            self.notes[-1].parts += [block] if block else []
            return
        kind = _kind(kinds)
        block = pen.block(kind, self.section)
        if kind is BlockKind.HEADING:
            self.section = " ".join(block.text.split()) if block else ""
            self.title = self.title or self.section
        if block:
            self.blocks.append(block)

    def _end_of(self, line: int) -> int:
        """The offset at which a line (from 1) ends."""
        following = self.lines.start(line + 1)
        return following if following > self.lines.start(line) else len(self.text)

    def _origin(self, token: Token) -> list[int]:
        """The offset of each character of a token's content: its lines are found again in the lines of the file."""
        assert token.map is not None
        origin: list[int] = []
        for number, line in enumerate(token.content.split("\n"), start=token.map[0] + 1):
            begin = max(self.cursor, self.lines.start(number))
            end = max(begin, self.lines.start(number + 1))
            end = len(self.text) if end == begin else end
            found = self.text.find(line, begin, end)
            if found >= 0:
                origin.extend(range(found, found + len(line)))
                self.cursor = found + len(line)
            else:  # a tab or an escaped bar was rewritten: the line is known, the column is not
                origin.extend([begin] * len(line))
            origin.append(self.cursor)
        return origin

    def _list_of_sources(self, token: Token, origin: list[int], kinds: Sequence[str]) -> bool:
        """True when the block is part of a numbered list of sources, which then are definitions."""
        listed = bool(reference_list.HEADINGS.match(self.section))
        if listed and "ordered_list_open" in kinds:
            number = next(each.info for each in reversed(self.containers) if each.type == "list_item_open")
            self._source(number, token.content, origin)
            return True
        if not reference_list.item(token.content, listed=listed):
            return False
        for start, end in _entries(token.content, listed=listed):
            head = reference_list.item(token.content[start:end], listed=listed)
            assert head is not None
            at = start + head.end()
            self._source(reference_list.label(head), token.content[at:end], origin[at:end])
        return True

    def _source(self, number: str, text: str, origin: list[int]) -> None:
        block = markdown_inline.write(text, origin, replace(self.around, numbered=[], notes=[])).block(BlockKind.ITEM)
        if block:
            place = self.lines.place(origin[0])
            self.definitions.append(_defined(number, place, self.lines.place(origin[-1]).line, [block]))

    def _inline_notes(self) -> None:
        for name, text, offset in self.around.notes:
            origin = list(range(offset + 2, offset + 3 + len(text)))
            block = markdown_inline.write(text, origin, replace(self.around, notes=[])).block(BlockKind.PARAGRAPH)
            place = self.lines.place(offset)
            self.notes.append(_Note(name, place, place.line, [block] if block else []))

    def _numbered_links(self) -> None:
        """`[13](https://…)`: the number's source is the address."""
        known = {each.label for each in self.definitions}
        for number, address, offset in self.around.numbered:
            if number not in known:
                known.add(number)
                place = self.lines.place(offset)
                self.definitions.append(reference_list.definition(number, address, place, place.line))

    def _numbered_targets(self) -> Iterator[Definition]:
        """`[13]: https://… "Title"`: a source where `[13]` is a marker, a link's address where it is not."""
        known = {each.label for each in self.definitions}
        for name, target in self.targets.items():
            if name.isdecimal() and name not in known:
                place = self.lines.place(self.lines.start(target["map"][0] + 1))
                text = " ".join(filter(None, [target.get("title"), str(target["href"])]))
                made = reference_list.definition(name, text, place, target["map"][1])
                titled = (("title", str(target["title"])),) if target.get("title") else ()
                yield replace(made, fields=(*titled, *made.fields))

    def _notes_that_cite(self) -> dict[str, tuple[Use, ...]]:
        """Footnotes that only lead on to keys (`[^1]: See @dewaal2003, p. 5.`), with the keys' uses."""
        found: dict[str, tuple[Use, ...]] = {}
        for note in self.notes:
            cited = tuple(use for part in note.parts for use in part.uses if use.kind is MarkerKind.KEY)
            if cited:
                found.setdefault(note.label, cited)
        return found


def _kind(kinds: Sequence[str]) -> BlockKind:
    for name, kind in (
        ("td_open", BlockKind.CELL),
        ("th_open", BlockKind.CELL),
        ("heading_open", BlockKind.HEADING),
        ("blockquote_open", BlockKind.QUOTATION),
        ("list_item_open", BlockKind.ITEM),
    ):
        if name in kinds:
            return kind
    return BlockKind.PARAGRAPH


def _entries(content: str, *, listed: bool) -> Iterator[tuple[int, int]]:
    """Spans of the entries in a block of lines, each of which begins with `[13] …`."""
    starts = [
        found.start()
        for found in re.finditer(r"^.*$", content, re.MULTILINE)
        if reference_list.item(found[0], listed=listed)
    ]
    yield from zip(starts, [*starts[1:], len(content)], strict=True)


def _through_notes(uses: Sequence[Use], keyed: dict[str, tuple[Use, ...]]) -> Iterator[Use]:
    """Markers of notes that lead on to keys, replaced by those keys."""
    for use in uses:
        if use.kind is MarkerKind.FOOTNOTE and use.label in keyed:
            for cited in keyed[use.label]:
                yield replace(use, label=cited.label, kind=cited.kind, locator=cited.locator)
        else:
            yield use


def _is_bracketed(use: Use) -> bool:
    """A citation as only citations are written: `[@a]`, `{cite}`a``, or a note that leads on to a key."""
    return use.kind is MarkerKind.KEY and not use.narrative


def _with_mentions(block: Block) -> Block:
    """In a text that cites nothing by key, `@name` is a mention of a person, and a word again."""
    mentions = [use for use in block.uses if use.narrative and not keys.sure(keys.Cited(use.label, use.kind))]
    if not mentions:
        return block
    kept = replace(block, uses=tuple(use for use in block.uses if use not in mentions))
    return without(kept, [(use.at, use.at + 1, use.text) for use in mentions], ())


def _definition(note: _Note) -> Definition:
    return _defined(note.label, note.place, note.end_line, note.parts)


def _defined(label: str, place: Place, end_line: int, parts: Sequence[Block]) -> Definition:
    """A Definition from runs of prose: linked addresses first, then those that stand in the words."""
    text = " ".join(" ".join(part.text.split()) for part in parts)
    links = [use.label for part in parts for use in part.uses if use.kind is MarkerKind.LINK]
    made = reference_list.definition(label, text, place, end_line)
    urls = tuple(dict.fromkeys([*links, *made.urls]))
    return replace(made, urls=urls, fields=tuple(reference_list.fields(made.text, urls)))
