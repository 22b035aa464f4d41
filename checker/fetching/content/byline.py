"""Who wrote a page and when, where its head does not say: microdata, `rel=author`, bylines in its body, read by Beautiful Soup.

schema.org's `itemprop`, HTML's `rel=author` and `pubdate`, and the class names of the usual blog programs (hAtom's
`byline`, `published`, WordPress's `entry-date`). What stands inside comments and reviews is somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.filter import SoupStrainer

from checker.fetching.content.head import Head, read_date
from checker.foundation import clean
from checker.foundation.model import PartialDate

_READ = 100_000  # characters of a page in which its byline is looked for
_MARKED = 50  # elements that are looked into: broken markup has thousands, each within the one before
_SOME, _NAME, _WORDS = 5, 100, 8  # authors; characters and words of a name
_HINTED = re.compile(
    r"itemprop\s*=\s*[\"']?(?:author|datePublished|headline)|rel\s*=\s*[\"']?author|\bpubdate\b"
    r"|class\s*=\s*[\"'][^\"'<>]{0,80}\b(?:byline|published|entry-date)\b",
    re.IGNORECASE,
)
_CLASSES = re.compile(r"^(?:byline|published|entry-date|author-name|comments?|comment-list|review|reviews)$")
_FOREIGN = frozenset({"comment", "comments", "comment-list", "review", "reviews"})
_BY = re.compile(r"^(?:by|von|par|por|di|автор:?|tác giả:?|theo|bởi|text:?|story:?)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\band\b|\bund\b|\bet\b|\by\b|&|\bvà\b)\s*")


def hinted(html: str) -> bool:
    """True when the markup has anything that this file reads."""
    return _HINTED.search(html, 0, _READ) is not None


def with_byline(head: Head, html: str) -> Head:
    """The head with authors, date and title from the page's body where it has none itself."""
    if (head.authors and head.date and head.title) or not hinted(html):
        return head
    soup = BeautifulSoup(html[:_READ], "html.parser", parse_only=_Telling())
    marked = list(islice(_told_of_itself(soup), _MARKED))
    return replace(
        head,
        title=head.title or next(_said(marked, "headline"), ""),
        authors=head.authors or tuple(dict.fromkeys(_authors(marked)))[:_SOME],
        date=head.date or next(_dates(marked), None),
    )


class _Telling(SoupStrainer):
    """Lets elements in that may tell something, with all that is in them."""

    def allow_tag_creation(self, nsprefix: str | None, name: str, attrs: Mapping[str, Any] | None) -> bool:  # noqa: ARG002 - Beautiful Soup's signature
        """True for an element that may tell; comments come in, too, so that what stands in them is known to be theirs."""
        return _telling(attrs or {})


def _telling(attributes: Mapping[str, Any]) -> bool:
    if "itemprop" in attributes or "pubdate" in attributes or "author" in _words(attributes.get("rel")):
        return True
    return any(_CLASSES.match(word) for word in (*_words(attributes.get("class")), *_words(attributes.get("id"))))


def _words(value: Any) -> list[str]:
    """The words of an attribute, which Beautiful Soup has as a text or as a list."""
    return str(value or "").lower().split() if not isinstance(value, list) else [str(each).lower() for each in value]


def _told_of_itself(soup: BeautifulSoup) -> Iterator[Tag]:
    """The elements that may tell something of the page; not those of comments, nor what stands in them."""
    foreign = set[int]()
    for tag in soup.find_all(True):
        if id(tag.parent) in foreign or _foreign(tag):
            foreign.add(id(tag))
        elif _telling(tag.attrs):
            yield tag


def _foreign(tag: Tag) -> bool:
    return not _FOREIGN.isdisjoint((*_words(tag.get("class")), *_words(tag.get("id")), *_words(tag.get("itemprop"))))


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
