"""Who wrote a page and when, where its head does not say: microdata, `rel=author`, bylines in its body, read by Beautiful Soup.

schema.org's `itemprop`, HTML's `rel=author` and `pubdate`, and the class names of the usual blog programs (hAtom's
`byline`, `published`, WordPress's `entry-date`). What stands inside comments and reviews is somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.fetching.content.head import Head, read_date
from checker.foundation import clean
from checker.foundation.model import PartialDate

if TYPE_CHECKING:
    from bs4 import Tag

_READ = 100_000  # characters of a page in which a byline is looked for, and of the elements that are read
_SOME, _NAME, _WORDS = 5, 100, 8  # authors; characters and words of a name
_MOST = 50  # elements that are read
_HINTED = re.compile(
    r"itemprop\s*=\s*[\"']?(?:author|datePublished|headline)|rel\s*=\s*[\"']?author|\bpubdate\b"
    r"|class\s*=\s*[\"'][^\"'<>]{0,80}\b(?:byline|published|entry-date)\b",
    re.IGNORECASE,
)
_TELLING = (
    "[itemprop~=author i], [itemprop~=datepublished i], [itemprop~=headline i], [rel~=author i], [class~=byline i]"
    ", time[pubdate], time[class~=published i], time[class~=entry-date i]"
)
_FOREIGN = frozenset({"comment", "comments", "comment-list", "review", "reviews"})
_BY = re.compile(r"^(?:by|von|par|por|di|автор:?|tác giả:?|theo|bởi|text:?|story:?)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\band\b|\bund\b|\bet\b|\by\b|&|\bvà\b)\s*")


def hinted(html: str) -> bool:
    """True when the markup has anything that this file reads."""
    return _HINTED.search(html, 0, _READ) is not None


def with_byline(head: Head, html: str, document: Any) -> Head:
    """The head with authors, date and title from the page's body where it has none itself.

    `document` is resiliparse's tree of the page, which finds the elements that tell: Beautiful Soup reads them alone, since
    of a whole page it took four fifths of the time that reading took.
    """
    if (head.authors and head.date and head.title) or not hinted(html):
        return head
    from bs4 import BeautifulSoup  # noqa: PLC0415 - 10 MB, which every child of the fork server would have from it

    soups = (BeautifulSoup(markup, "html.parser") for markup in _marked_up(document))
    marked = [tag for soup in soups if (tag := soup.find(True)) is not None]
    return replace(
        head,
        title=head.title or next(_said(marked, "headline"), ""),
        authors=head.authors or tuple(dict.fromkeys(_authors(marked)))[:_SOME],
        date=head.date or next(_dates(marked), None),
    )


def _marked_up(document: Any) -> Iterator[str]:
    """The markup of every element that tells of this page, as much of it as is read."""
    left = _READ
    for element in document.query_selector_all(_TELLING)[:_MOST]:
        if left > 0 and not _foreign(element):
            markup = element.html[:left]
            left -= len(markup)
            yield markup


def _foreign(element: Any) -> bool:
    """True for what stands inside a comment or a review."""
    node = element
    while node.parent is not None:  # the document has no parent, and no attributes
        if any(_FOREIGN.intersection(_words(node.getattr(name))) for name in ("class", "id", "itemprop")):
            return True
        node = node.parent
    return False


def _words(value: Any) -> list[str]:
    """The words of an attribute, which Beautiful Soup has as a text or as a list."""
    return str(value or "").lower().split() if not isinstance(value, list) else [str(each).lower() for each in value]


def _said(tags: list[Tag], prop: str) -> Iterator[str]:
    """The values of an `itemprop`: its `content` or `datetime`, the name inside it, or its text."""
    for tag in tags:
        if prop in _words(tag.get("itemprop")):
            named = tag.select_one("[itemprop~=name]") or tag
            value = named.get("content") or named.get("datetime") or named.get_text(" ")
            if text := clean.line(str(value), 300):
                yield text


def _authors(tags: list[Tag]) -> Iterator[str]:
    marked = list(_said(tags, "author"))
    marked = marked or [clean.line(tag.get_text(" "), 300) for tag in tags if "author" in _words(tag.get("rel"))]
    bylines = [clean.line(tag.get_text(" "), 300) for tag in tags if "byline" in _words(tag.get("class"))]
    for text in marked or bylines:
        for name in _AND.split(_BY.sub("", text)):
            if name and len(name) <= _NAME and len(name.split()) <= _WORDS and not re.search(r"[\d@/]", name):
                yield name


def _dates(tags: list[Tag]) -> Iterator[PartialDate]:
    told = list(_said(tags, "datepublished"))
    for tag in tags:
        classes = _words(tag.get("class"))
        if tag.name == "time" and ("pubdate" in tag.attrs or "published" in classes or "entry-date" in classes):
            told.append(str(tag.get("datetime") or tag.get_text(" ")))
    yield from filter(None, map(read_date, told))
