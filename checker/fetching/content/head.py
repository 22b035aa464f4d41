"""What a page's head says of the work: title, authors, date, site, language, canonical address, in its own names.

Sources of a value, the most deliberate first: Highwire `citation_*` (what Google Scholar asks publishers for),
JSON-LD (schema.org), Dublin Core, OpenGraph, plain `<meta>`, COinS (one record on the page), `<title>`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl

from checker.foundation import clean
from checker.foundation.model import PartialDate

_MOST = 200  # entries of metadata
_VALUE = 2_000  # characters of one value
_CONTEXT = 20_000  # characters of a COinS record
_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for name in names.split()
}
_ISO_DATE = re.compile(r"\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:$|[\sT,;])")
_COMPACT_DATE = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:$|[\sT])")
_DAY_FIRST = re.compile(r"\s*(?:\w{3,9},\s+)?(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\s*([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b")

_TITLES = ("citation_title", "og:title", "ld:headline", "dc.title", "twitter:title", "coins.title")
_AUTHORS = ("citation_author", "ld:author", "dc.creator", "author", "article:author", "parsely-author", "coins.au")
_DATES = (
    "citation_publication_date",
    "citation_date",
    "ld:datepublished",
    "article:published_time",
    "dc.date",
    "dcterms.date",
    "dc.date.issued",
    "date",
    "pubdate",
    "citation_online_date",
    "coins.date",
)
_SITES = ("og:site_name", "ld:publisher", "citation_journal_title", "application-name", "coins.jtitle")


_NAMES = ("property", "name", "http-equiv", "itemprop")  # attributes that say what a <meta> tells


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a head: its name in lower case, its attributes, its text."""

    name: str
    attributes: Mapping[str, str]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The readings of a head, cleaned; `metadata` keeps the head's own names, lower-cased, JSON-LD's under `ld:`."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: PartialDate | None = None
    site: str = ""
    language: str = ""
    canonical: str = ""
    metadata: tuple[tuple[str, str], ...] = ()


def read_head(
    elements: Iterable[Element], language: str = "", linked_data: Iterable[str] = (), coins: str = ""
) -> Head:
    """The Head of a page: its `title`, `meta` and `link` elements in their order, `lang`, its JSON-LD scripts, its COinS."""
    elements = list(elements)
    said = [*_metas(elements), *(pair for text in linked_data for pair in _linked(text)), *_coins(coins)][:_MOST]
    named = dict(reversed(said))
    title = next((clean.line(each.text) for each in elements if each.name == "title"), "")
    return Head(
        title=title or _first(named, _TITLES),
        authors=_authors(said),
        date=next((date for name in _DATES if name in named and (date := read_date(named[name]))), None),
        site=_first(named, _SITES),
        language=clean.line(language or named.get("content-language", "") or named.get("og:locale", ""), 20),
        canonical=_canonical(elements) or named.get("og:url", ""),
        metadata=tuple(said),
    )


def read_date(text: str) -> PartialDate | None:
    """A date as heads write it (ISO 8601, `2020/1/2`, `20200102`, `2 January 2020`, `January 2, 2020`), never guessed."""
    if match := _COMPACT_DATE.match(text):
        return _valid(int(match[1]), int(match[2]), int(match[3]))
    if match := _ISO_DATE.match(text):
        return _valid(int(match[1]), int(match[2] or 0) or None, int(match[3] or 0) or None)
    if match := _DAY_FIRST.match(text):
        return _valid(int(match[3]), _MONTHS.get(match[2].lower()), int(match[1]))
    if match := _MONTH_FIRST.match(text):
        return _valid(int(match[3]), _MONTHS.get(match[1].lower()), int(match[2]))
    return None


def _valid(year: int, month: int | None, day: int | None) -> PartialDate | None:
    if not 1000 <= year <= 2200 or (month is None and day is not None):
        return None
    date = PartialDate(year, month, day)
    return date if date.earliest() else None


def _metas(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for each in islice((each for each in elements if each.name == "meta"), _MOST):
        name = next(filter(None, map(each.attributes.get, _NAMES)), None)
        content = each.attributes.get("content")
        if name and content:
            yield clean.line(name, 80).lower(), clean.line(content, _VALUE)


def _canonical(elements: Iterable[Element]) -> str:
    for each in islice((each for each in elements if each.name == "link"), _MOST):
        address = each.attributes.get("href")
        if address and "canonical" in each.attributes.get("rel", "").lower().split():
            return clean.line(address, _VALUE)
    return ""


def _linked(text: str) -> Iterator[tuple[str, str]]:
    """What a JSON-LD script says of the work it describes, under `ld:` names."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, dict) or not ("headline" in item or "datePublished" in item):
            continue
        for name in ("headline", "datePublished", "author", "publisher"):
            for value in _names(item.get(name)):
                yield f"ld:{name.lower()}", clean.line(value, _VALUE)
        free = item.get("isAccessibleForFree")  # schema.org: a Boolean, which many publishers write as a text
        if isinstance(free, bool | str):
            yield "ld:isaccessibleforfree", clean.line(str(free), 20).lower()


def _coins(context: str) -> Iterator[tuple[str, str]]:
    """What an OpenURL ContextObject (Z39.88-2004, KEV format) says of the work, under `coins.` names."""
    said = [(key.removeprefix("rft."), value) for key, value in parse_qsl(context[:_CONTEXT]) if key.startswith("rft.")]
    own = dict(reversed(said))
    title = own.get("atitle") or own.get("title") or own.get("btitle")
    if title:
        yield "coins.title", clean.line(title, _VALUE)
    for name, value in said:
        if name in ("au", "date", "jtitle"):
            yield f"coins.{name}", clean.line(value, _VALUE)
    if "au" not in own and own.get("aulast"):
        first = own.get("aufirst", "")
        yield "coins.au", clean.line(f"{own['aulast']}, {first}" if first else own["aulast"], _VALUE)


def _names(value: Any) -> Iterator[str]:
    """The texts in a schema.org value: a text, a thing with a name, or several."""
    match value:
        case str():
            yield value
        case {"name": str(name)}:
            yield name
        case [*several]:
            for one in several[:50]:
                if not isinstance(one, list):
                    yield from _names(one)
        case _:
            return


def _authors(said: list[tuple[str, str]]) -> tuple[str, ...]:
    """The authors by the first kind of name that has any; addresses of profiles are no names."""
    for wanted in _AUTHORS:
        found = [value for name, value in said if name == wanted and not value.startswith(("http://", "https://"))]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _first(named: dict[str, str], wanted: Iterable[str]) -> str:
    return next((named[name] for name in wanted if named.get(name)), "")
