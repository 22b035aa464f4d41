"""How markers are written in plain prose, whatever the file: bracketed and superscript numbers, pleas, bare URLs.

Numbers: `[13]`, `[13, 16]`, `[13–15]`, `[13]:45`, `[13, p. 45]`, `[13]{{rp|45}}`, `từ¹³`. A bracketed number counts
when it is attached to a word or to punctuation (product.md); one that stands free between spaces counts only
where the article shows that it numbers its sources: by a list that has this number, or by attached markers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_RANGE = 50
"""A range of more sources than this (`[100-900]`) is pages or years; our choice, far above what a sentence can cite."""

MAX_LOOSE = 999
"""Above it a free-standing number is no marker: `[1991]` is an editor's insertion in a quotation."""

_DASH = r"\-‐‑‒–—−"
_PAGES = rf"\d+(?:[{_DASH}]\d+)?(?:,\s?\d+(?:[{_DASH}]\d+)?){{0,9}}"
_PAGE_WORD = r"(?:pp?|tr|trang|pages?|[Ss])\b\.?\s?"
_NUMBERS = rf"\d{{1,4}}(?:\s?[,;{_DASH}]\s?\d{{1,4}})*"
_BRACKET = re.compile(
    rf"\[(?P<numbers>{_NUMBERS})(?:[,:]\s?{_PAGE_WORD}(?P<inside>{_PAGES}))?\]"
    rf"(?::[\u2009\u200a\u202f\u200b]?(?P<after>{_PAGES})"
    rf"|:?\s?\{{\{{(?:rp|R|trang)\|(?:pp?=|pages?=|1=)?(?P<template>[^{{}}|]{{1,60}})[^{{}}]{{0,60}}\}}\}})?"
)
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_TO_SUPERSCRIPTS = str.maketrans("0123456789", _SUPERSCRIPTS)
_SUPERSCRIPT = re.compile(rf"[{_SUPERSCRIPTS}]{{1,4}}(?:\s?[,;˒{_DASH}]\s?[{_SUPERSCRIPTS}]{{1,4}})*")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_RAISED_TO_A_POWER = re.compile(r"[A-Za-z]|[A-Z]{2}|[kcdmnhµμ]m|ft|mi|in|yd|sec|kg|ha")
_FIRST_ELEMENT = re.compile(r"(?<!\w)(\w{1,40})\[0\]")
"""`dst[0]` shows that `dst[1]` is an element of an array as well; a word of thousands of letters is looked at once."""

_PLEA = re.compile(
    r"\[\s*(?:cần (?:dẫn |chú thích )?nguồn(?: tốt hơn)?|cần (?:được )?dẫn nguồn|cần chú thích|cần nguồn dẫn|nguồn\?|"
    r"citation needed|citation required|source needed|better source needed|source\?|cn|"
    r"cần số trang|page needed|ai\?|who\?)\s*\]",
    re.IGNORECASE,
)
_URL = re.compile(r"\bhttps?://[^\s<>\"“”«»\[\]{}|\\^`\uFFFC]+", re.IGNORECASE)
_CLOSING = frozenset(".,;:!?…)]}\"'”’»›%*")
_FOLLOWING = frozenset('.,;:!?…)}"”’»')


@dataclass(frozen=True, slots=True)
class Found:
    """A marker in running text at `start`..`end`: its labels (several for a range), its page, how surely it is one."""

    start: int
    end: int
    labels: tuple[str, ...]
    locator: str | None = None
    attached: bool = True


def numbers(text: str) -> Iterator[Found]:
    """Bracketed and superscript numbers that may be markers, in order; those in the air have `attached` False."""
    found = sorted([*_brackets(text), *_superscripts(text)], key=lambda each: each.start)
    arrays = set(_FIRST_ELEMENT.findall(text))
    for run in _runs(text, found):
        start, end = run[0].start, run[-1].end
        before = text[max(0, start - 40) : start]
        attached, possible = _attachment(before, text[end : end + 1])
        if possible and not (arrays and re.split(r"\W", before)[-1] in arrays):
            yield from (Found(each.start, each.end, each.labels, each.locator, attached) for each in run)


def pleas(text: str) -> Iterator[tuple[int, int]]:
    """Spans of `[citation needed]` and its kin, in English and Vietnamese."""
    return (found.span() for found in _PLEA.finditer(text))


def urls(text: str) -> Iterator[tuple[int, int]]:
    """Spans of bare http(s) addresses, closing punctuation of the sentence left out."""
    for found in _URL.finditer(text):
        yield found.start(), found.start() + len(trimmed(found[0]))


def trimmed(url: str) -> str:
    """An address without the punctuation that ends the sentence around it; a parenthesis stays where it was opened."""
    end = len(url)
    unopened = url.count(")") - url.count("(")
    while end:
        last = url[end - 1]
        if last == ")" and unopened > 0:
            unopened -= 1
        elif last not in ".,;:!?…'’*_~":
            break
        end -= 1
    return url[:end]


def labels(numerals: str) -> tuple[str, ...]:
    """`13, 16–18` as ("13", "16", "17", "18"); nothing for a range that runs backwards or is too long to be one."""
    found: list[str] = []
    for part in re.split(r"[,;˒]", numerals):
        ends = [int(end) for end in re.split(rf"[{_DASH}]", part)]
        first, last = ends[0], ends[-1]
        if len(ends) > 2 or first < 1 or not 0 <= last - first <= MAX_RANGE:
            return ()
        found += [str(number) for number in range(first, last + 1)]
    return tuple(dict.fromkeys(found))


def raised(text: str) -> str:
    """What `<sup>` and `^…^` hold, with superscript digits, so that one grammar reads them all."""
    return text.translate(_TO_SUPERSCRIPTS) if re.fullmatch(rf"[\d\s,;{_DASH}]+", text) else text


def _brackets(text: str) -> Iterator[Found]:
    for found in _BRACKET.finditer(text):
        names = labels(found["numbers"])
        if names:
            locator = found["inside"] or found["after"] or found["template"]
            yield Found(found.start(), found.end(), names, locator.strip() if locator else None)


def _superscripts(text: str) -> Iterator[Found]:
    """Footnote numbers, not exponents: after punctuation or a word (`km²`, `x³`, `CO²`, `10⁶` and `(2⁶)²` are none)."""
    for found in _SUPERSCRIPT.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        word = _WORD_BEFORE.search(before)
        if re.search(rf"[{_SUPERSCRIPTS}]\)$", before):
            continue
        if (word and not _RAISED_TO_A_POWER.fullmatch(word[0])) or before[-1:] in _CLOSING - {"%"}:
            names = labels(found[0].translate(_TO_DIGITS))
            if names:
                yield Found(found.start(), found.end(), names)


def _runs(text: str, found: list[Found]) -> Iterator[list[Found]]:
    """Markers side by side, `[13][14]` or `[13], [14]`: they are attached together or not at all."""
    run: list[Found] = []
    for each in found:
        if run and text[run[-1].end : each.start].strip(" ,;") != "":
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _attachment(before: str, after: str) -> tuple[bool, bool]:
    """(attached, possible at all) of a marker between `before` and `after`."""
    last, following = before[-1:], after
    if not before.strip():
        return False, True
    if last in _CLOSING:
        return True, not _call(before)
    if last.isalnum():
        return True, not _subscript(before)
    if last.isspace():
        word = before.rstrip()[-1]
        if not (word.isalnum() or word in _CLOSING):
            return False, False
        return not following or following in _FOLLOWING, not following or not following.isalnum()
    return last in "([—–" and following in _FOLLOWING | {"—", "–", "]"}, last in "(["


def _subscript(before: str) -> bool:
    """`a[1]`, `row_count[0]`: an index of a variable, not a source of a word."""
    name = re.search(r"\w+$", before)
    return name is not None and ("_" in name[0] or re.fullmatch(r"[a-z]", name[0], re.ASCII) is not None)


def _call(before: str) -> bool:
    """`f()[0]`, `x[i][0]`: an index of a result."""
    return before.endswith("()") or re.search(r"[a-z_]\[\w+\]$", before) is not None
