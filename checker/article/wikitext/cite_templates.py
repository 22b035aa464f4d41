"""Wikipedia's citation templates, English and Vietnamese, as .bib fields: `{{cite web}}`, `{{chú thích sách}}` and kin.

Parameters are those of Citation Style 1 (Help:Citation Style 1) and the Vietnamese names that the templates of
vi.wikipedia.org accept beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_NAME = re.compile(r"citation|(?:cite|chú thích|vcite)(?:\s+(?P<kind>.+))?")
_TYPES = {
    "web": "online",
    "wikisource": "online",
    "book": "book",
    "sách": "book",
    "news": "article",
    "báo": "article",
    "newspaper": "article",
    "journal": "article",
    "magazine": "article",
    "tạp chí": "article",
    "bài báo": "article",
    "tạp chí học thuật": "article",
    "encyclopedia": "incollection",
    "bách khoa toàn thư": "incollection",
    "thesis": "thesis",
    "luận văn": "thesis",
    "luận án": "thesis",
    "report": "report",
    "techreport": "report",
    "báo cáo": "report",
    "conference": "inproceedings",
    "hội thảo": "inproceedings",
    "arxiv": "online",
}
_FIELDS = {
    "title": ("title", "tiêu đề", "tựa đề", "nhan đề", "tên bài"),
    "chapter": ("chapter", "chương", "contribution", "entry", "article", "section"),
    "container": (
        "journal",
        "newspaper",
        "magazine",
        "periodical",
        "work",
        "website",
        "encyclopedia",
        "encyclopaedia",
        "tạp chí",
        "báo",
        "tác phẩm",
        "công trình",
        "trang web",
        "website trích dẫn",
        "book-title",
    ),
    "date": ("date", "ngày", "ngày tháng", "publication-date"),
    "year": ("year", "năm"),
    "month": ("month", "tháng"),
    "url": ("url", "chapter-url", "chapterurl", "địa chỉ", "liên kết"),
    "archiveurl": ("archive-url", "archiveurl", "url lưu trữ", "lưu trữ url", "url-lưu trữ"),
    "archivedate": ("archive-date", "archivedate", "ngày lưu trữ"),
    "urldate": ("access-date", "accessdate", "ngày truy cập", "truy cập", "ngày-truy-cập"),
    "publisher": ("publisher", "nhà xuất bản", "nxb", "institution", "agency", "cơ quan"),
    "address": ("location", "place", "publication-place", "nơi xuất bản", "địa điểm", "nơi"),
    "edition": ("edition", "ấn bản", "lần xuất bản", "xuất bản"),
    "series": ("series", "loạt"),
    "volume": ("volume", "tập", "quyển"),
    "number": ("issue", "number", "số"),
    "pages": ("pages", "page", "pp", "p", "trang", "các trang"),
    "isbn": ("isbn",),
    "issn": ("issn",),
    "doi": ("doi",),
    "eprint": ("arxiv", "eprint"),
    "language": ("language", "lang", "ngôn ngữ"),
    "annotation": ("quote", "quotation", "trích dẫn", "lời trích", "trích"),
}
_BY_PARAMETER = {parameter: field for field, parameters in _FIELDS.items() for parameter in parameters}
_SAME = ("publisher", "address", "edition", "series", "volume", "number", "pages", "isbn", "issn", "doi", "eprint")
_DATED = ("url", "archiveurl", "archivedate", "urldate", "language", "annotation")
_LAST = ("last", "surname", "họ", "author-last")
_FIRST = ("first", "given", "tên", "author-first")
_WHOLE = ("author", "authors", "tác giả", "người", "people")
_MOST_AUTHORS = 50


def kind(name: str) -> str | None:
    """The entry type of a citation template by its name, None for any other template."""
    found = _NAME.fullmatch(name.strip().casefold().replace("_", " "))
    return _TYPES.get((found["kind"] or "").strip(), "misc") if found else None


def fields(entry_type: str, given: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """.bib fields from a template's named parameters, whose values are plain text; empty ones are left out."""
    read: dict[str, str] = {}
    for parameter, value in given.items():
        field = _BY_PARAMETER.get(parameter.strip().casefold())
        if field and value.strip():
            read.setdefault(field, " ".join(value.split()))
    return tuple(_fields(entry_type, read, authors(given)))


def _fields(entry_type: str, read: Mapping[str, str], names: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield "type", entry_type
    if names:
        yield "author", " and ".join(_bib_name(last, first) for last, first in names)
    inner, title, container = read.get("chapter"), read.get("title"), read.get("container")
    if inner or title:
        yield "title", inner or title or ""
    if inner and title:
        yield "booktitle", title
    elif container:
        yield (
            {"article": "journal", "online": "organization", "misc": "howpublished"}.get(entry_type, "booktitle"),
            container,
        )
    if "date" in read:
        yield "date", read["date"]
    elif "year" in read:
        yield "year", read["year"]
        if "month" in read:
            yield "month", read["month"]
    for field in (*_SAME, *_DATED):
        if field in read:
            yield field, read[field]


def authors(given: Mapping[str, str]) -> list[tuple[str, str]]:
    """(family or whole name, given names) in order; numbered parameters with or without a space."""
    by_name = {re.sub(r"[\s-]+(?=\d)", "", name.strip().casefold()): value.strip() for name, value in given.items()}
    found: list[tuple[str, str]] = []
    for number in ("", *map(str, range(1, _MOST_AUTHORS))):
        last = _first_of(by_name, _LAST, number)
        first = _first_of(by_name, _FIRST, number)
        whole = _first_of(by_name, _WHOLE, number)
        if last or whole:
            found.append((last, first) if last else (whole, ""))
    if not found and by_name.get("vauthors"):
        found = [(name.strip(), "") for name in by_name["vauthors"].split(",")]
    return found


def anchor(given: Mapping[str, str]) -> str:
    """The id that short notes lead to: `CITEREF`, up to four family names, the year."""
    names = "".join(last for last, _ in authors(given)[:4])
    stated = given.get("date") or given.get("ngày") or given.get("year") or given.get("năm") or ""
    year = re.search(r"\d{4}[a-z]?\b", stated)
    return f"CITEREF{names}{year[0] if year else ''}".replace(" ", "_")


def rendered(fields: tuple[tuple[str, str], ...]) -> str:
    """A citation as a reader sees it, roughly: author (date). title. container. publisher. pages."""
    read = dict(fields)
    author = read.get("author", "").replace(" and ", "; ").replace("{", "").replace("}", "")
    date = read.get("date") or read.get("year") or ""
    container = read.get("journal") or read.get("booktitle") or read.get("organization") or ""
    head = f"{author} ({date})" if author and date else author or date
    parts = [head, read.get("title", ""), container, read.get("publisher", ""), read.get("pages", "")]
    return ". ".join(part for part in parts if part) + ("." if any(parts) else "")


def _first_of(given: Mapping[str, str], names: tuple[str, ...], number: str) -> str:
    return next((given[name + number] for name in names if given.get(name + number)), "")


def _bib_name(last: str, first: str) -> str:
    """`Family, Given`; a name given whole stays whole, in braces unless it is `Family, Given` already."""
    if first:
        return f"{last}, {first}"
    return f"{{{last}}}" if " " in last and "," not in last else last
