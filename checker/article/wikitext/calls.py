"""What a template does in the walk: cites, notes, asks for a source, shows words, or holds cells with notes.

To add one: its name in `wikitext_templates`; a new kind of deed: a function here and a line in `_ACTS`.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.article.draft import BlockKind
from checker.article.wikitext import cite_templates, templates as wikitext_templates
from checker.article.wikitext.walk import HAS_NOTE, Call, Walk
from checker.foundation.model import MarkerKind


def act(walk: Walk, call: Call) -> None:
    """Do in the walk what the template does on the page."""
    entry_type = cite_templates.kind(call.name)
    if entry_type and call.name not in wikitext_templates.PLEAS:
        _citation(walk, call, entry_type)
        return
    for names, deed in _ACTS:
        if call.name in names:
            deed(walk, call)
            return
    _other(walk, call)


def _positional(walk: Walk, call: Call) -> list[str]:
    """The values without a name, and those numbered by hand."""
    return [walk.words(span) for name, span in call.parameters if not name or name.isdecimal()]


def _given(walk: Walk, call: Call) -> dict[str, str]:
    """The named values; the last of a name wins, as in MediaWiki."""
    return {name.casefold(): walk.words(span) for name, span in call.parameters if name and span[1] > span[0]}


def _citation(walk: Walk, call: Call, entry_type: str) -> None:
    given = _given(walk, call)
    fields = cite_templates.fields(entry_type, given)
    words = cite_templates.rendered(fields)
    walk.pen.put(words, call.start)
    if walk.noting:
        walk.works.append(fields)
        return
    literal = given.get("ref", "")
    anchor = literal if literal.startswith("CITEREF") else cite_templates.anchor(given)
    walk.document.full.setdefault(anchor, (fields, words))
    walk.listing = True


def _plea(walk: Walk, call: Call) -> None:
    walk.pen.cite(call.name, MarkerKind.PLEA, call.start, call.end, text=f"[{call.name}]")


def _pages(walk: Walk, call: Call) -> None:
    walk.pen.locate("".join(_positional(walk, call)[:1]) or next(iter(_given(walk, call).values()), ""))


def _short_note(walk: Walk, call: Call) -> None:
    leads = wikitext_templates.leads(call.name, _positional(walk, call), _given(walk, call))
    words = "; ".join(lead.text for lead in leads)
    if walk.noting:
        walk.leads += leads
        walk.pen.put(words, call.start)
        return
    label = walk.document.notes.use(f"\x01{words}", "", call.start, None, leads)
    walk.cite(label, "", call.start, call.end, leads[0].pages if len(leads) == 1 else None)


def _note(walk: Walk, call: Call) -> None:
    contents = call.span("", "1")
    if walk.noting or contents is None:
        return
    given = _given(walk, call)
    usual = "lower-alpha" if call.name in wikitext_templates.LETTERED_NOTES else ""
    group = given.get("group") or given.get("nhóm") or usual
    label = walk.document.notes.use(given.get("name") or given.get("tên") or "", group, call.start, contents)
    walk.cite(label, group, call.start, call.end)
    if HAS_NOTE.search(walk.source, *contents):
        walk.aside(contents, BlockKind.PARAGRAPH)


def _named_notes(walk: Walk, call: Call) -> None:
    group = _given(walk, call).get("group", "")
    for name in _positional(walk, call):
        if name and not walk.noting:
            walk.cite(walk.document.notes.use(name, group, call.start, None), group, call.start, call.end)


def _list_of_notes(walk: Walk, call: Call) -> None:
    span = call.span("refs", "nguồn")
    if span:
        walk.listed(*span)


def _quotation(walk: Walk, call: Call) -> None:
    span = call.span("", "1", "text", "quote", "nội dung")
    if span:
        walk.aside(span, BlockKind.QUOTATION)


def _other(walk: Walk, call: Call) -> None:
    """Words of an inline template; otherwise its parameters are cells, where they hold notes."""
    noted = [span for _, span in call.parameters if HAS_NOTE.search(walk.source, *span)]
    if noted and not walk.noting:
        for span in noted:
            walk.aside(span, BlockKind.CELL)
    elif not noted and wikitext_templates.shows_words(call.name):
        walk.pen.put(wikitext_templates.words(call.name, _positional(walk, call)) or "", call.start)


_ACTS: tuple[tuple[frozenset[str], Callable[[Walk, Call], None]], ...] = (
    (wikitext_templates.PLEAS, _plea),
    (frozenset({"rp"}), _pages),
    (wikitext_templates.SHORT_NOTES, _short_note),
    (wikitext_templates.NOTES | wikitext_templates.LETTERED_NOTES, _note),
    (frozenset({"r"}), _named_notes),
    (wikitext_templates.LISTS, _list_of_notes),
    (wikitext_templates.QUOTATIONS, _quotation),
)
