"""Wikitext as it is edited: `<ref>`, named, grouped and list-defined notes, citation templates, `{{sfn}}`, tables.

One walk over the source (`wikitext_walk`) with brackets matched beforehand (`wikitext_marks`); notes are collected by
`wikitext_notes` and read, as prose of their own, when the walk is over.
"""

from __future__ import annotations

import re

from checker.article.draft import Draft, Manuscript
from checker.article.lifting import lift
from checker.article.wikitext import calls as wikitext_calls, marks as wikitext_marks
from checker.article.wikitext.walk import Document, Walk
from checker.foundation.model import MarkerKind

_SIGNS = re.compile(
    r"<ref[\s>/]|\{\{(?:cite|chú thích|sfn|infobox|thông tin)\b|^==[^=\n]+==\s*$|\[\[(?:file|tập tin|hình|category|thể loại):",
    re.IGNORECASE | re.MULTILINE,
)


def looks_like(text: str) -> bool:
    """Notes, citation templates, headings or media links as only wikitext writes them."""
    return _SIGNS.search(text[:200_000]) is not None


def read(manuscript: Manuscript) -> Draft:
    """All prose of a wikitext, tables and captions with notes included; its notes as definitions."""
    document = Document(manuscript.text, wikitext_marks.marks(manuscript.text), wikitext_calls.act)
    Walk(document).whole(0, len(manuscript.text))
    notes, lines = document.notes, manuscript.lines
    definitions = tuple(notes.definitions(document.said, document.full, lines))
    blocks = sorted(document.blocks, key=lambda block: block.offsets[0] if len(block.offsets) else block.uses[0].start)
    own = any(use.kind is MarkerKind.FOOTNOTE for block in blocks for use in block.uses)
    return Draft(
        manuscript.text,
        lines,
        lift(blocks, [each.label for each in definitions], numbers=not own),
        definitions,
        tuple(notes.problems(manuscript.text, lines)),
    )
