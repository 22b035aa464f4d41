"""Style `default`: everything a reader needs, in the order in which it is looked for, with nothing abbreviated.

Mikhail Gorbachev. “Title”. *Journal*, vol. 12, no. 3, pp. 4–5. Publisher, 25 December 1991. https://…
"""

from __future__ import annotations

from checker.foundation.model import Reference
from checker.works_cited import fields
from checker.works_cited.pieces import Line, address, italic, plain, sentences
from checker.works_cited.words import Words, date


def write(reference: Reference, words: Words) -> Line:
    """One entry as a line of the list; what the entry does not say is left out."""
    return sentences(
        _authors(reference, words),
        _title(reference, words),
        (plain(fields.text_alone(reference)),),
        _container(reference, words),
        (plain(", ".join(part for part in (fields.publisher(reference), date(reference.date, words)) if part)),),
        _identifiers(reference),
        _address(reference, words),
        _archive(reference, words),
    )


def _authors(reference: Reference, words: Words) -> Line:
    names = [str(name) for name in reference.authors]
    if reference.others:
        names = [", ".join(names), words.others]
        text = " ".join(name for name in names if name)
    elif len(names) > 1:
        text = f"{', '.join(names[:-1])} {words.both} {names[-1]}"
    else:
        text = "".join(names)
    return (plain(f"{text} ({words.editor})" if text and fields.by_editors(reference) else text),)


def _title(reference: Reference, words: Words) -> Line:
    if not reference.title:
        return ()
    if fields.is_whole(reference):
        return (italic(reference.title),)
    opening, closing = words.quotes
    return (plain(f"{opening}{reference.title}{closing}"),)


def _container(reference: Reference, words: Words) -> Line:
    volume, issue, pages = fields.numbering(reference)
    several = not pages.strip().isalnum()
    parts = (
        words.volume.format(volume) if volume else "",
        words.issue.format(issue) if issue else "",
        (words.pages if several else words.page).format(pages) if pages else "",
    )
    rest = ", ".join(part for part in parts if part)
    name = fields.container(reference)
    if not name:
        return (plain(rest),)
    return (italic(name), plain(f", {rest}")) if rest else (italic(name),)


def _identifiers(reference: Reference) -> Line:
    return (plain(f"ISBN {reference.isbn}"),) if reference.isbn else ()


def _address(reference: Reference, words: Words) -> Line:
    url = fields.first_address(reference)
    if not url:
        return ()
    accessed = date(reference.accessed, words)
    return (address(url), plain(f" ({words.accessed.format(accessed)})")) if accessed else (address(url),)


def _archive(reference: Reference, words: Words) -> Line:
    if not reference.archive:
        return ()
    saved = date(reference.archive.date, words)
    copy = (plain(f"{words.archived} "), address(reference.archive.url))
    return (*copy, plain(f" ({words.archived_on.format(saved)})")) if saved else copy
