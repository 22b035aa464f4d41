"""What single LaTeX commands do in the walk: notes, links, environments, items, headings' kin, math.

To add one: a function of the shape `Deed` and a line in `DEEDS`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from checker.article import formulas
from checker.article.draft import INLINE, BlockKind
from checker.article.latex import signs as latex_signs
from checker.article.latex.walk import Deed, Note, Walk
from checker.foundation.model import MarkerKind

_ESCAPED = re.compile(r"\\([%#&_~${}])")
_NEXT_ITEM = re.compile(r"\\bibitem\b|\\end\s*\{thebibliography\}")
_BLOCK_ENVIRONMENTS = frozenset(
    {"document", "abstract", "itemize", "enumerate", "description", "figure", "table", "center", "thebibliography"}
    | {"theorem", "proof", "definition", "lemma", "remark", "example", "minipage", "flushleft", "flushright"}
)


def _footnote(walk: Walk, start: int, at: int, end: int) -> int:
    r"""`\\footnote{…}`: a note of its own, or the keys that it cites."""
    group = walk.group(walk.past_options(at, end), end)
    if not group:
        return at
    after = group[1] + 1
    block = walk.inner(*group)
    cited = [use for use in block.uses if use.kind in (MarkerKind.KEY, MarkerKind.IDENTIFIER)] if block else []
    for use in cited:
        walk.pen.cite(use.label, use.kind, start, after, locator=use.locator)
    if not cited:
        walk.footnotes += 1
        name = f"{INLINE}{walk.footnotes}"
        walk.notes.append(Note(name, *group, block))
        walk.pen.cite(name, MarkerKind.FOOTNOTE, start, after)
    return after


def _url(walk: Walk, start: int, at: int, end: int) -> int:
    group = walk.group(at, end)
    if not group:
        return at
    address = _ESCAPED.sub(r"\1", walk.text[slice(*group)].strip())
    walk.pen.put(address, start)
    if re.match(r"https?://", address):
        walk.pen.cite(address, MarkerKind.LINK, start, group[1] + 1)
    return group[1] + 1


def _href(walk: Walk, start: int, at: int, end: int) -> int:
    group = walk.group(walk.past_options(at, end), end)
    words = walk.group(group[1] + 1, end) if group else None
    if not group or not words:
        return at
    walk.within(*words)
    address = _ESCAPED.sub(r"\1", walk.text[slice(*group)].strip())
    if re.match(r"https?://", address):
        walk.pen.cite(address, MarkerKind.LINK, start, words[1] + 1)
    return words[1] + 1


def _begin(walk: Walk, _: int, at: int, end: int) -> int:
    group = walk.group(at, end)
    if not group:
        return at
    name = walk.text[slice(*group)].strip()
    after = group[1] + 1
    if name.rstrip("*") in latex_signs.NO_PROSE_ENVIRONMENTS:
        return walk.after(f"\\end{{{name}}}", after, end)
    walk.environments.append(name)
    if name in latex_signs.TABLES | latex_signs.QUOTATIONS | _BLOCK_ENVIRONMENTS:
        walk.flush()
        walk.kind = _kind(walk)
    return walk.past_arguments(after, end) if name not in ("document", "abstract") else after


def _end(walk: Walk, _: int, at: int, end: int) -> int:
    group = walk.group(at, end)
    if not group:
        return at
    name = walk.text[slice(*group)].strip()
    if name in latex_signs.TABLES | latex_signs.QUOTATIONS | _BLOCK_ENVIRONMENTS:
        walk.flush()
    if walk.environments and walk.environments[-1] == name:
        walk.environments.pop()
    walk.kind = _kind(walk)
    return group[1] + 1


def _kind(walk: Walk) -> BlockKind:
    """The kind of block that the innermost telling environment makes."""
    for name in reversed(walk.environments[-20:]):
        if name in latex_signs.TABLES:
            return BlockKind.CELL
        if name in latex_signs.QUOTATIONS:
            return BlockKind.QUOTATION
        if name in ("itemize", "enumerate", "description"):
            return BlockKind.ITEM
    return BlockKind.PARAGRAPH


def _item(walk: Walk, _: int, at: int, end: int) -> int:
    walk.flush()
    return walk.past_options(at, end)


def _bibitem(walk: Walk, start: int, at: int, end: int) -> int:
    group = walk.group(walk.past_options(at, end), end)
    if not group:
        return at
    walk.flush()
    following = _NEXT_ITEM.search(walk.text, group[1], end)
    stop = following.start() if following else end
    walk.notes.append(Note(walk.text[slice(*group)].strip(), start, stop - 1, walk.inner(group[1] + 1, stop)))
    return stop


def _caption(walk: Walk, _: int, at: int, end: int) -> int:
    group = walk.group(walk.past_options(at, end), end)
    block = walk.inner(*group) if group else None
    if block:
        walk.blocks.append(replace(block, section=walk.section))
    return group[1] + 1 if group else at


def _break(walk: Walk, start: int, at: int, end: int) -> int:
    if walk.in_table:
        walk.flush()
    else:
        walk.pen.put(" ", start)
    return walk.past_options(at, end)


def _paragraph(walk: Walk, _: int, at: int, __: int) -> int:
    if not walk.depth:
        walk.flush()
    return at


def _verb(walk: Walk, _: int, at: int, end: int) -> int:
    sign = walk.text[at : at + 1]
    close = walk.text.find(sign, at + 1, min(end, at + 500)) if sign.strip() else -1
    if close < 0:
        return at
    walk.pen.take(at + 1, close, protected=True)
    return close + 1


def _title(walk: Walk, _: int, at: int, end: int) -> int:
    group = walk.group(walk.past_options(at, end), end)
    block = walk.inner(*group) if group else None
    walk.title = walk.title or (" ".join(block.text.split()) if block else "")
    return group[1] + 1 if group else at


def _enquote(walk: Walk, start: int, at: int, end: int) -> int:
    group = walk.group(at, end)
    if not group:
        return at
    walk.pen.put("“", start)
    walk.within(*group)
    walk.pen.put("”", group[1])
    return group[1] + 1


def _past_one(walk: Walk, _: int, at: int, end: int) -> int:
    group = walk.group(walk.past_options(at, end), end)
    return group[1] + 1 if group else at


def _past_two(walk: Walk, start: int, at: int, end: int) -> int:
    return _past_one(walk, start, _past_one(walk, start, at, end), end)


def _inline_math(walk: Walk, _: int, at: int, end: int) -> int:
    past = walk.after("\\)", at, end)
    if past > at:
        formulas.write(walk.pen, at, past - 2)
    return past


def _display_math(walk: Walk, _: int, at: int, end: int) -> int:
    return walk.after("\\]", at, end)


DEEDS: Mapping[str, Deed] = {
    "footnote": _footnote,
    "endnote": _footnote,
    "sidenote": _footnote,
    "thanks": _past_one,
    "footnotetext": _past_one,
    "url": _url,
    "nolinkurl": _url,
    "href": _href,
    "begin": _begin,
    "end": _end,
    "item": _item,
    "bibitem": _bibitem,
    "caption": _caption,
    "par": _paragraph,
    "\\": _break,
    "tabularnewline": _break,
    "verb": _verb,
    "lstinline": _verb,
    "title": _title,
    "enquote": _enquote,
    "textcolor": _past_one,
    "foreignlanguage": _past_one,
    "colorbox": _past_one,
    "multirow": _past_two,
    "multicolumn": _past_two,
    "(": _inline_math,
    "[": _display_math,
}
"""By the command's name without its star."""
