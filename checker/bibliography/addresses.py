"""The addresses of an entry: where it says it can be read, in order of trust, and the saved copy that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from checker.bibliography import dates, identifiers
from checker.foundation.model import Archive, PartialDate

_SCHEME = re.compile(r"https?://|ftp://", re.IGNORECASE)
_BARE_HOST = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.IGNORECASE)
# 67 of 1,143 real files have fields with several addresses: by blanks, commas, semicolons, "and", \\.
_NEXT = re.compile(r"(?<=[\s,;\\])(?=(?:https?|ftp)://)", re.IGNORECASE)
_JOINTS = " \t\n,;\\"
_IN_PROSE = re.compile(r"(?:https?|ftp)://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
# web.archive.org/web/20160102030405if_/http://… (Internet Archive, "Wayback Machine URL format").
_WAYBACK = re.compile(
    r"https?://(?:web\.archive\.org|wayback\.archive-it\.org/\d+)/(?:web/)?(\d{4,14}|\*)(?:[a-z]{2}_)?/(.+)",
    re.IGNORECASE,
)
_ARCHIVE_FIELDS = ("archiveurl", "archive-url", "archive_url", "url-archive", "lưu trữ", "url lưu trữ")
_ARCHIVE_DATES = ("archivedate", "archive-date", "archive_date", "ngày lưu trữ")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Distinct addresses in order of trust, the saved copy, and what of the fields is no address at all."""

    urls: tuple[str, ...] = ()
    archive: Archive | None = None
    doi: str | None = None
    not_urls: tuple[str, ...] = ()


def read(fields: Mapping[str, str]) -> Addresses:
    """`url`, then the DOI's and other identifiers' resolvers, then an address in `howpublished` or `note`."""
    written, not_urls = several(fields.get("url", ""))
    if not written:
        for name in ("link", "howpublished", "note"):
            written += in_prose(fields.get(name, ""))
    archive = _named_archive(fields)
    urls: list[str] = []
    bare = identifiers.doi(fields.get("doi", ""))
    for url in written:
        saved = wayback(url)
        if saved and (archive is None or archive.url == url):
            archive = Archive(url, saved[1])
            urls.append(saved[0])
        else:
            urls.append(url)
        bare = bare or identifiers.doi(urls[-1])
    if bare and not any(identifiers.doi(url) == bare for url in urls):
        urls.append(identifiers.doi_address(bare))
    urls += identifiers.addresses(fields)
    return Addresses(tuple(dict.fromkeys(urls)), archive, bare, tuple(not_urls))


def several(text: str) -> tuple[list[str], list[str]]:
    """The addresses of one field, and the pieces in it that are none."""
    good: list[str] = []
    bad: list[str] = []
    if not text:
        return good, bad
    for piece in _NEXT.split(_unbroken(text.strip())):
        whole = piece.strip(_JOINTS).removesuffix(" and").removesuffix(" và").strip(_JOINTS).strip("<>")
        if not whole:
            continue
        first, *rest = whole.split() or [""]
        if _SCHEME.match(first):
            good.append(first.rstrip(",;") if rest else first)
            bad.extend([whole] if rest else [])
        elif _BARE_HOST.fullmatch(whole):
            good.append(f"http://{whole}")
        elif identifiers.doi(whole):
            good.append(identifiers.doi_address(identifiers.doi(whole) or ""))
        elif urn := identifiers.urn_address(whole):
            good.append(urn)
        else:
            bad.append(whole)
    return good, bad


def _unbroken(text: str) -> str:
    """An address without double braces around it, and in one line where an editor's margin broke it."""
    bare = text[1:-1].strip() if text.startswith("{") and text.endswith("}") else text
    first, *rest = (line.strip() for line in bare.split("\n"))
    broken = bool(rest) and bool(_SCHEME.match(first)) and not first.endswith((",", ";"))
    if broken and all(_is_remainder(line) for line in rest) and " " not in first:
        return "".join((first, *rest))
    return bare


def _is_remainder(line: str) -> bool:
    """True for what can only be the rest of an address: one word that is no address, host or DOI of its own."""
    own = _SCHEME.match(line) or _BARE_HOST.fullmatch(line) or identifiers.doi(line) or identifiers.urn_address(line)
    return bool(line) and not own and not any(each.isspace() for each in line)


def in_prose(text: str) -> list[str]:
    """Addresses inside running text, without the punctuation behind them."""
    return [trimmed(match) for match in _IN_PROSE.findall(text)]


def trimmed(url: str) -> str:
    """An address without closing punctuation of the sentence around it; a bracket that it opened stays."""
    while url:
        last = url[-1]
        opener = {")": "(", "]": "["}.get(last)
        loose = url.count(opener) < url.count(last) if opener else last in ".,;:!?'\"»”’"
        if not loose:
            return url
        url = url[:-1]
    return url


def wayback(url: str) -> tuple[str, PartialDate | None] | None:
    """The address that a Wayback Machine copy is of, and the day it was saved; None for any other address."""
    found = _WAYBACK.fullmatch(url)
    if not found:
        return None
    stamp = found[1]
    original = found[2] if _SCHEME.match(found[2]) else f"http://{found[2]}"
    if len(stamp) < 8:
        return original, PartialDate(int(stamp[:4])) if stamp.isdecimal() else None
    return original, dates.parse(f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}")


def same(url: str) -> str:
    """A form under which two spellings of one address are equal: no scheme, `www.`, closing slash or fragment."""
    text = url.strip()
    scheme = _SCHEME.match(text)
    body = text[scheme.end() :] if scheme else text
    body = body if "#!" in body or "#/" in body else body.partition("#")[0]
    host, slash, path = body.partition("/")
    return (host.lower().removeprefix("www.").removesuffix(":80").removesuffix(":443") + slash + path).rstrip("/")


def _named_archive(fields: Mapping[str, str]) -> Archive | None:
    for name in _ARCHIVE_FIELDS:
        good, _ = several(fields.get(name, ""))
        if good:
            written = next((fields[field] for field in _ARCHIVE_DATES if fields.get(field)), "")
            saved = wayback(good[0])
            return Archive(good[0], dates.parse(written) if written else (saved[1] if saved else None))
    return None
