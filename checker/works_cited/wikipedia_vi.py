"""Style `wikipedia-vi`: the citation templates of the Vietnamese Wikipedia, ready to be put between `<ref>` and `</ref>`.

Parameters have the names of Mô đun:Chú thích (CS1), which that Wikipedia understands beside its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.foundation.model import Reference
from checker.works_cited import fields
from checker.works_cited.pieces import Kind, Line, Piece
from checker.works_cited.words import Words

_TEMPLATES = {
    "book": "chú thích sách",
    "mvbook": "chú thích sách",
    "inbook": "chú thích sách",
    "incollection": "chú thích sách",
    "collection": "chú thích sách",
    "proceedings": "chú thích sách",
    "newspaper": "chú thích báo",
    "news": "chú thích báo",
}
# In templates a pipe ends a value and braces open another template; brackets would end an external link.
_ESCAPES = (("|", "{{!}}"), ("[", "&#91;"), ("]", "&#93;"), ("<", "&lt;"), (">", "&gt;"))
_IN_ADDRESS = (
    (" ", "%20"),
    ("|", "%7C"),
    ("{", "%7B"),
    ("}", "%7D"),
    ("[", "%5B"),
    ("]", "%5D"),
    ("<", "%3C"),
    (">", "%3E"),
)


def write(reference: Reference, words: Words) -> Line:  # noqa: ARG001 - the template brings its own words
    """One entry as a template with the parameters that the entry can fill."""
    parameters = "".join(f" |{name}={value}" for name, value in _parameters(reference) if value)
    return (Piece("{{" + _template(reference) + parameters + "}}", Kind.TEMPLATE),)


def _template(reference: Reference) -> str:
    named = _TEMPLATES.get(reference.type)
    if named:
        return named
    if reference.type == "article":
        volume, issue, _ = fields.numbering(reference)
        return "chú thích tạp chí" if volume or issue or reference.doi else "chú thích báo"
    return "chú thích web" if reference.urls else "chú thích sách"


def _parameters(reference: Reference) -> Iterator[tuple[str, str]]:
    yield from _names(reference)
    volume, issue, pages = fields.numbering(reference)
    part = reference.type in ("inbook", "incollection")
    yield (
        "chapter" if part and fields.container(reference) else "title",
        _text(reference.title or fields.text_alone(reference)),
    )
    whole = "title" if part else "website" if _template(reference) == "chú thích web" else "work"
    yield whole, _text(fields.container(reference))
    yield "publisher", _text(fields.publisher(reference))
    yield "date", str(reference.date) if reference.date and reference.date.year else ""
    yield "volume", _text(volume)
    yield "issue" if _template(reference) in ("chú thích tạp chí", "chú thích báo") else "id", _text(issue)
    yield "pages", _text(pages)
    yield "isbn", reference.isbn or ""
    yield "doi", _text(reference.doi or "")
    yield "url", _address(_own_address(reference))
    yield "access-date", str(reference.accessed) if reference.accessed and reference.accessed.year else ""
    if reference.archive:
        yield "archive-url", _address(reference.archive.url)
        yield "archive-date", str(reference.archive.date or "")


def _own_address(reference: Reference) -> str:
    """The first address that is not only the DOI's resolver, which `doi` says already."""
    return next((url for url in reference.urls if not (reference.doi and "//doi.org/" in url)), "")


def _names(reference: Reference) -> Iterator[tuple[str, str]]:
    role = "editor" if fields.by_editors(reference) else "author"
    for number, name in enumerate(reference.authors, 1):
        if name.literal:
            yield f"{role}{number}", _text(name.literal)
            continue
        stem = "editor-" if role == "editor" else ""
        yield f"{stem}last{number}", _text(" ".join(part for part in (name.particle, name.family, name.suffix) if part))
        yield f"{stem}first{number}", _text(name.given)
    if reference.others:
        yield f"display-{role}s", "etal"


def _text(value: str) -> str:
    value = value.replace("{{", "&#123;&#123;").replace("}}", "&#125;&#125;").replace("''", "&#39;&#39;")
    for sign, escaped in _ESCAPES:
        value = value.replace(sign, escaped)
    return value


def _address(url: str) -> str:
    for sign, escaped in _IN_ADDRESS:
        url = url.replace(sign, escaped)
    return url
