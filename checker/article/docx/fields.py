"""Citation fields of word processors: what Zotero, Mendeley and EndNote write into a document beside what is shown."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.article.docx import csl

_JSON_FIELD = re.compile(r"\s*ADDIN\s+(?:ZOTERO_ITEM\s+)?(?:CSL_CITATION|Mendeley Citation)\s*(\{.*)", re.DOTALL)
_ENDNOTE = re.compile(r"\s*ADDIN\s+EN\.CITE\b(.*)", re.DOTALL)
_ENDNOTE_CITE = re.compile(r"<Cite\b.*?</Cite>", re.DOTALL)
_ENDNOTE_FIELDS = (
    ("title", re.compile(r"<titles>\s*<title>(.*?)</title>", re.DOTALL)),
    ("journal", re.compile(r"<secondary-title>(.*?)</secondary-title>", re.DOTALL)),
    ("year", re.compile(r"<Year>(.*?)</Year>", re.DOTALL)),
    ("pages", re.compile(r"<pages>(.*?)</pages>", re.DOTALL)),
    ("volume", re.compile(r"<volume>(.*?)</volume>", re.DOTALL)),
    ("number", re.compile(r"<number>(.*?)</number>", re.DOTALL)),
    ("publisher", re.compile(r"<publisher>(.*?)</publisher>", re.DOTALL)),
    ("isbn", re.compile(r"<isbn>(.*?)</isbn>", re.DOTALL)),
    ("doi", re.compile(r"<electronic-resource-num>(.*?)</electronic-resource-num>", re.DOTALL)),
    ("url", re.compile(r"<related-urls>\s*<url>(.*?)</url>", re.DOTALL)),
)
_ENDNOTE_AUTHOR = re.compile(r"<author>(.*?)</author>", re.DOTALL)
_HYPERLINK = re.compile(r"\s*HYPERLINK\s+\"(https?://[^\"]+)\"")
_MENDELEY_TAG = "MENDELEY_CITATION_v3_"


@dataclass(frozen=True, slots=True)
class Item:
    """One work that a field cites: the label it goes by, whether that is a citation key, its page, its fields."""

    label: str
    is_key: bool
    locator: str | None
    fields: tuple[tuple[str, str], ...]


def items(instruction: str) -> list[Item]:
    """The works of a field by its instruction text; none for a field that does not cite."""
    if found := _JSON_FIELD.match(instruction):
        return _from_json(found[1])
    if found := _ENDNOTE.match(instruction):
        return list(_from_endnote(found[1]))
    return []


def with_data(instruction: str, data: str) -> str:
    """A field with what Word keeps beside it in base64, where EndNote hides long citations."""
    if not data or not _ENDNOTE.match(instruction) or "<Cite" in instruction:
        return instruction
    try:
        return instruction + base64.b64decode(data).decode("utf-8", "replace")
    except binascii.Error:
        return instruction


def tagged(tag: str) -> list[Item]:
    """The works of a content control of Mendeley Cite (its tag holds the citation as base64)."""
    if not tag.startswith(_MENDELEY_TAG):
        return []
    try:
        return _from_json(base64.b64decode(tag.removeprefix(_MENDELEY_TAG), validate=False).decode("utf-8"))
    except (binascii.Error, UnicodeDecodeError):
        return []


def address(instruction: str) -> str | None:
    """Where a HYPERLINK field leads, if it is an address of the web."""
    found = _HYPERLINK.match(instruction)
    return found[1] if found else None


def _from_json(text: str) -> list[Item]:
    try:
        citation, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return []
    cited = citation.get("citationItems") if isinstance(citation, Mapping) else None
    return [_item(each) for each in cited if isinstance(each, Mapping)] if isinstance(cited, list) else []


def _item(cited: Mapping[str, Any]) -> Item:
    data = cited.get("itemData")
    work = data if isinstance(data, Mapping) else {}
    key = work.get("citation-key") or work.get("citekey")
    label = str(key) if key else csl.name(work) or str(cited.get("id") or "?")
    locator = cited.get("locator")
    return Item(label, bool(key), str(locator) if locator else None, csl.fields(work) if work else ())


def _from_endnote(xml: str) -> Iterator[Item]:
    for cite in _ENDNOTE_CITE.findall(xml):
        read = {name: _bare(found[1]) for name, pattern in _ENDNOTE_FIELDS if (found := pattern.search(cite))}
        authors = " and ".join(_bare(each) for each in _ENDNOTE_AUTHOR.findall(cite))
        short = re.search(r"<Author>(.*?)</Author>", cite, re.DOTALL)
        label = f"{_bare(short[1]) if short else ''} {read.get('year', '')}".strip() or "?"
        fields = (("type", "misc"), *((("author", authors),) if authors else ()), *read.items())
        yield Item(label, False, read.get("pages") if "<Pages>" in cite else None, fields)


def _bare(xml: str) -> str:
    """Words of a piece of EndNote's XML, whose style tags are no part of them."""
    words = re.sub(r"<[^<>]*>", "", xml)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        words = words.replace(entity, sign)
    return " ".join(words.split())
