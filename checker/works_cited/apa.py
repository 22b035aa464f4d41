"""Style `apa`: author-date after the Publication Manual of the APA (7th edition), as far as an entry's fields reach.

de Waal, T. (2003). *Title*. Publisher. https://… Vietnamese full names and bodies stand whole.
"""

from __future__ import annotations

import re

from checker.foundation.model import Name, PartialDate, Reference
from checker.works_cited import fields
from checker.works_cited.pieces import Line, address, italic, plain, sentences
from checker.works_cited.words import Words, date, month


def write(reference: Reference, words: Words) -> Line:
    """One entry as a line of the list."""
    authors = _authors(reference, words)
    title: Line = ()
    if reference.title:
        alone = fields.is_whole(reference) or not fields.container(reference)
        title = (italic(reference.title),) if alone else (plain(reference.title),)
    head = (
        (plain(f"{authors}{'' if authors.endswith('.') else '.'} ({_year(reference.date, words)})"),)
        if authors
        else title
    )
    behind = title if authors else (plain(f"({_year(reference.date, words)})"),)
    return sentences(
        head,
        behind,
        (plain(fields.text_alone(reference)),),
        _container(reference),
        (plain(fields.publisher(reference)),),
        (address(fields.first_address(reference)),),
        _archive(reference, words),
    )


def _authors(reference: Reference, words: Words) -> str:
    names = [_inverted(name) for name in reference.authors]
    if reference.others:
        text = f"{', '.join(names)}, et al." if names else ""
    elif len(names) > 1:
        text = f"{', '.join(names[:-1])}, & {names[-1]}"
    else:
        text = "".join(names)
    return f"{text} ({words.editor.capitalize()})" if text and fields.by_editors(reference) else text


def _inverted(name: Name) -> str:
    """`de Waal, T.`; initials of every given name, hyphens kept (`J.-P.`)."""
    if name.literal:
        return name.literal
    family = " ".join(part for part in (name.particle, name.family) if part)
    given = " ".join(re.sub(r"[^\W\d_][^\s.-]*\.?", lambda word: f"{word[0][0]}.", part) for part in name.given.split())
    return ", ".join(part for part in (family, given, name.suffix) if part)


def _year(value: PartialDate | None, words: Words) -> str:
    if value is None or value.year is None:
        return words.undated
    if value.month is None:
        return str(value.year)
    if words.language == "vi":
        return date(value, words)
    day = f" {value.day}" if value.day else ""
    return f"{value.year}, {month(value, words)}{day}"


def _container(reference: Reference) -> Line:
    name = fields.container(reference)
    volume, issue, pages = fields.numbering(reference)
    behind = f"({issue})" if issue else ""
    tail = f", {pages}" if pages else ""
    if not name:
        return (plain(f"{volume}{behind}{tail}".lstrip(", ")),)
    if volume:
        return (italic(name), plain(", "), italic(volume), plain(f"{behind}{tail}"))
    return (italic(name), plain(f"{f', {behind}' if behind else ''}{tail}"))


def _archive(reference: Reference, words: Words) -> Line:
    if not reference.archive:
        return ()
    return (plain(f"{words.archived} "), address(reference.archive.url))
