"""What Open Library knows of a book by its ISBN: another work than the entry's, which is how a made-up reference shows.

The Books API as documented at openlibrary.org/dev/docs/api/books: `api/books?bibkeys=ISBN:…&format=json&jscmd=data` answers
`{"ISBN:…": {"title", "subtitle", "authors": [{"name"}], "publish_date", …}}`, and `{}` for a book that it does not have.
No catalogue has every book, so that an unknown ISBN says nothing. Open Library wants regular callers to name themselves: it
is asked only when the settings have a `mailto`, which stands in the User-Agent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from checker.foundation.clean import line
from checker.foundation.model import PartialDate, Purpose, Reference, Request
from checker.foundation.settings import Settings
from checker.links.records import Record

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
KIND = "ISBN"


def question(reference: Reference, settings: Settings) -> Request | None:
    """What to ask about the entry's ISBN; None without one, without Open Library in the settings, or without a `mailto`."""
    if not (reference.isbn and settings.books and settings.mailto):
        return None
    asked = urlencode({"bibkeys": f"{KIND}:{reference.isbn}", "format": "json", "jscmd": "data"}, safe=":")
    return Request(
        f"{settings.books.rstrip('/')}/api/books?{asked}", Purpose.REGISTRY, accept="application/json", read=False
    )


def is_answer(data: Any) -> bool:
    """True for the Books API's shape: books by their keys."""
    return isinstance(data, dict) and any(key.startswith(f"{KIND}:") for key in data)


def read(data: Mapping[str, Any]) -> Record | None:
    """The first book of an answer; None for any other shape."""
    number, book = next(iter(data.items()))
    title = book.get("title") if isinstance(book, dict) else None
    if not isinstance(title, str) or not title.strip():
        return None
    subtitle = book.get("subtitle")
    full = (f"{line(title)}: {line(subtitle)}",) if isinstance(subtitle, str) and subtitle.strip() else ()
    people = book.get("authors")
    names = [one.get("name") for one in people[:50] if isinstance(one, dict)] if isinstance(people, list) else []
    year = _YEAR.search(str(book.get("publish_date") or ""))
    return Record(
        registry="Open Library",
        identifier=f"{KIND} {line(number.removeprefix(f'{KIND}:'), 20)}",
        titles=(*full, line(title)),
        authors=tuple(line(name, 120) for name in names if isinstance(name, str) and name.strip()),
        date=PartialDate(int(year[1])) if year else None,
    )
