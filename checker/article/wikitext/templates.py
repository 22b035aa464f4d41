"""What templates in wikitext are to a reader of prose: words, a short note, a page, a plea, or nothing.

Names are compared lower-cased, English and Vietnamese; a template that is not here is no prose, but notes inside it
are found all the same (`wikitext`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker.article.wikitext.notes import Lead

PLEAS = frozenset(
    {"citation needed", "cn", "fact", "unreferenced inline", "better source needed", "source?", "page needed"}
    | {"cần dẫn nguồn", "cần chú thích", "cần nguồn", "thiếu nguồn", "cần nguồn tốt hơn", "cần số trang", "nguồn?"}
)
SHORT_NOTES = frozenset(
    {"sfn", "sfnp", "sfnref", "harvnb", "harvtxt", "harv", "harvp", "harvcol", "harvcoltxt", "harvcolnb", "sfnm"}
)
LETTERED_NOTES = frozenset({"efn", "efn-la", "ghi chú", "cước chú"})
NOTES = frozenset({"refn", "#tag:ref"})
LISTS = frozenset({"reflist", "tham khảo", "danh sách tham khảo", "notelist", "references", "danh sách chú thích"})
QUOTATIONS = frozenset({"quote", "blockquote", "cquote", "quotation", "quote box", "trích dẫn", "câu trích", "bquote"})

_WORDS = {
    **dict.fromkeys(("lang", "langx", "transl", "transliteration"), 1),
    **dict.fromkeys(
        ("nowrap", "nobr", "small", "nhỏ", "big", "abbr", "tooltip", "ill", "liên kết ngôn ngữ", "nihongo"), 0
    ),
    **dict.fromkeys(("val", "formatnum", "sic", "flagicon text", "không ngắt", "url", "em", "strong", "smallcaps"), 0),
}
"""Templates whose parameter of this index is what a reader sees."""

_MADE = {
    **dict.fromkeys(("convert", "cvt", "chuyển đổi", "đổi"), "{0} {1}"),
    **dict.fromkeys(("circa", "c."), "c. {0}"),
    "khoảng": "khoảng {0}",
    "isbn": "ISBN {0}",
    "issn": "ISSN {0}",
    "doi": "doi:{0}",
    **dict.fromkeys(("ndash", "spaced ndash", "snd", "–"), "–"),
}
"""Templates that show their values with words of their own."""

_IN_A_LANGUAGE = re.compile(r"lang-|tiếng ")
_PAGES = ("p", "pp", "page", "pages", "tr", "trang", "loc", "at")
_YEAR = re.compile(r"(?:c\.\s*)?(\d{3,4}[a-z]?)")
_NUMBERED = re.compile(r"(\d+)(a(\d+)|y|p|pp|loc)")


def shows_words(name: str) -> bool:
    """True for an inline template that shows some of its parameters."""
    return name in _WORDS or name in _MADE or _IN_A_LANGUAGE.match(name) is not None


def words(name: str, values: Sequence[str]) -> str | None:
    """What an inline template shows, from its positional values; None when it shows nothing of them."""
    if name in _MADE:
        return _MADE[name].format(*values, *("", "")).rstrip()
    index = 0 if _IN_A_LANGUAGE.match(name) else _WORDS.get(name)
    return values[index] if index is not None and index < len(values) else None


def leads(name: str, values: Sequence[str], given: Mapping[str, str]) -> tuple[Lead, ...]:
    """The short notes of `{{sfn|Smith|Jones|2004|p=5}}`, or of `{{sfnm|1a1=Smith|1y=2004|2a1=…}}`."""
    if name == "sfnm":
        return tuple(_many(given))
    pages = next((given[each] for each in _PAGES if given.get(each)), None)
    year = next((found[1] for value in reversed(values) if (found := _YEAR.fullmatch(value))), "")
    names = [value for value in values if not _YEAR.fullmatch(value)]
    literal = given.get("ref", "")
    return (_lead(names, year, pages, literal if literal.startswith("CITEREF") else ""),)


def _many(given: Mapping[str, str]) -> list[Lead]:
    parts: dict[int, dict[str, str]] = {}
    for key, value in given.items():
        if found := _NUMBERED.fullmatch(key):
            parts.setdefault(int(found[1]), {})[found[2]] = value
    made: list[Lead] = []
    for number in sorted(parts):
        part = parts[number]
        names = [part[key] for key in sorted(part) if key.startswith("a")]
        made.append(_lead(names, part.get("y", ""), part.get("p") or part.get("pp") or part.get("loc"), ""))
    return made


def _lead(names: Sequence[str], year: str, pages: str | None, literal: str) -> Lead:
    anchor = literal or f"CITEREF{''.join(names)}{year}".replace(" ", "_")
    text = f"{' & '.join(names)} {year}".strip() + (f", {pages}" if pages else "")
    return Lead(anchor, text, pages)
