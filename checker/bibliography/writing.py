"""References -> .bib text that `bibtexparser`, BibTeX, biber and this room read back as the same entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.bibliography.entry import VERBATIM
from checker.bibliography.naming import free
from checker.foundation.model import Name, Reference

_ORDER = (  # noqa: SIM905 - a table of words
    "marker author editor title subtitle booktitle maintitle journal journaltitle series edition volume number issue pages "
    "publisher institution organization school location address date year month url urldate archiveurl archivedate doi isbn "
    "issn eprint eprinttype howpublished file note annotation abstract"
).split()
# LaTeX's special characters as it prints them; braces as commands, since BibTeX counts even escaped ones.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIAL = re.compile(r"[\\{}$%&#_~^]")
# Two of these in a row are one other character to TeX.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')")
_NOT_IN_KEY = re.compile(r"[\s,{}()=\"#%~\\@']+")
_BRACES = {"{": "%7B", "}": "%7D"}


def to_bib(references: Sequence[Reference]) -> str:
    """The entries as .bib text in their order, keys made writable and distinct; the empty text for none."""
    taken: set[str] = set()
    written = []
    for reference in references:
        key = free(_NOT_IN_KEY.sub("-", reference.key).strip("-") or "entry", taken)
        taken.add(key)
        written.append(_entry(reference, key))
    return "\n".join(written)


def text_value(text: str) -> str:
    """Running text as a field's value without its braces."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], _LIGATURE.sub("\0", text)).replace("\0", "{}")


def verbatim_value(text: str) -> str:
    """An address or a number as a field's value without its braces; braces of its own are percent-encoded."""
    return "".join(_BRACES.get(char, char) for char in " ".join(text.split()))


def name_value(name: Name) -> str:
    """One name as BibTeX reads it: bodies and full names in braces, others `von Family, Jr, Given`."""
    if name.literal or not name.given:
        return f"{{{text_value(str(name))}}}"
    family = " ".join(part for part in (name.particle, name.family) if part)
    return text_value(", ".join(part for part in (family, name.suffix, name.given) if part))


def _entry(reference: Reference, key: str) -> str:
    kind = re.sub(r"\W", "", reference.type) or "misc"
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(reference))
    return f"@{kind}{{{key},\n{rows}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    values = dict(reference.fields)
    if reference.markers:
        values["marker"] = ", ".join(reference.markers)
    role = "author" if values.get("author") or not values.get("editor") else "editor"
    people = " and ".join(name_value(name) for name in reference.authors)
    if reference.others:
        people = f"{people} and others" if people else "others"
    if people:
        values[role] = people
    for name in sorted(values, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)):
        value = values[name]
        if not value.strip():
            continue
        if not (name == role and people):
            value = verbatim_value(value) if name in VERBATIM else text_value(" ".join(value.split()))
        yield re.sub(r"[^\w-]", "-", name), value
