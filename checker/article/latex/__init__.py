r"""LaTeX: `\\cite` and its kin with locators, footnotes, links, `\\input` trees, `thebibliography`.

Only what is prose between `\\begin{document}` and `\\end{document}` is read (`latex_walk`); macros are not expanded.
"""

from __future__ import annotations

import re
from dataclasses import replace

from checker.article import reference_list
from checker.article.draft import Draft, Manuscript
from checker.article.latex import source as latex_source
from checker.article.latex.deeds import DEEDS
from checker.article.latex.walk import Note, Walk
from checker.article.lifting import lift
from checker.foundation.model import Definition, MarkerKind

_SIGNS = re.compile(
    r"\\(?:documentclass|begin\{document\}|usepackage|section\*?\{|[a-zA-Z]*cite[a-zA-Z]*\*?(?:\[[^\]]*\])*\{)"
)
_LANGUAGES = {
    "vietnamese": "vi",
    "vietnam": "vi",
    "english": "en",
    "american": "en",
    "british": "en",
    "french": "fr",
    "ngerman": "de",
}
_BABEL = re.compile(
    r"\\(?:usepackage\[([^\]]*)\]\{babel\}|setdefaultlanguage\{(\w+)\}|setmainlanguage\{(\w+)\})|(\\usepackage(?:\[[^\]]*\])?\{(?:vntex|vietnam)\})"
)
_TITLE = re.compile(r"\\title\s*(?:\[[^\]]*\])?\s*\{")


def looks_like(text: str) -> bool:
    """A document class, a section or a citation command."""
    return _SIGNS.search(text[:200_000]) is not None


def read(manuscript: Manuscript) -> Draft:
    """All prose of a LaTeX document, its files put together; notes and bibliography items as definitions."""
    whole = latex_source.whole(manuscript)
    walk = Walk(whole.text, latex_source.groups(whole.text), DEEDS)
    begin = whole.text.find("\\begin{document}")
    end = whole.text.find("\\end{document}", max(begin, 0))
    start = begin + len("\\begin{document}") if begin >= 0 else 0
    title = _title(walk, start)
    walk.run(start, end if end >= 0 else len(whole.text))
    walk.flush()
    definitions = tuple(_definition(note, whole) for note in walk.notes)
    return Draft(
        whole.text,
        whole.lines,
        lift(walk.blocks, [each.label for each in definitions], numbers=False),
        definitions,
        (*whole.problems, *reference_list.duplicates(definitions)),
        title=title or walk.title,
        language=_language(whole.text[:start]),
    )


def _language(preamble: str) -> str:
    found = _BABEL.search(preamble)
    if not found:
        return ""
    if found[4]:
        return "vi"
    names = [name.strip() for name in (found[1] or found[2] or found[3] or "").split(",")]
    main = [name.removeprefix("main=") for name in names if name.startswith("main=")] or names
    return _LANGUAGES.get(main[-1], "")


def _title(walk: Walk, end: int) -> str:
    """The title that the preamble gives."""
    found = _TITLE.search(walk.text, 0, end)
    group = walk.group(found.end() - 1, len(walk.text)) if found else None
    block = walk.inner(*group) if group else None
    return " ".join(block.text.split()) if block else ""


def _definition(note: Note, whole: latex_source.Whole) -> Definition:
    place, end_line = whole.lines.place(note.start), whole.lines.place(note.end).line
    text = note.block.text if note.block else ""
    links = [use.label for use in note.block.uses if use.kind is MarkerKind.LINK] if note.block else []
    made = reference_list.definition(note.label, text, place, end_line)
    urls = tuple(dict.fromkeys([*links, *made.urls]))
    return replace(made, urls=urls, fields=tuple(reference_list.fields(made.text, urls)))
