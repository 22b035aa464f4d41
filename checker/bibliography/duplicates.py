"""The same work twice: keys but for case, DOIs, addresses live or archived, titles that are nearly the same.

Precision first. One finding for a pair, at the later entry, by the strongest sign; parts of one book and the volumes
of a series share much without being the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from checker.bibliography import addresses
from checker.bibliography.keys import original
from checker.bibliography.spelling import compared
from checker.foundation.model import Problem, Reference, Related

# Percent by rapidfuzz.fuzz.ratio: a letter or a comma may differ in a title of forty characters.
_NEAR = 95.0
# Titles of the same page under one address; below it they are two works that share a file.
_RELATED = 70.0
_SHORTEST = 20
# A larger group with one beginning is a series: only neighbours in the alphabet are compared, so time stays linear.
_LARGEST_GROUP = 40
_PARTS = frozenset("inbook incollection inproceedings bookinbook suppbook inreference conference".split())  # noqa: SIM905 - a table of words
_TELLING = ("volume", "number", "issue", "pages", "edition", "chapter", "part", "eid")
_WORD = re.compile(r"\w+")
_ROMAN = re.compile(r"[ivxlc]+")


@dataclass(frozen=True, slots=True)
class _Work:
    """A reference beside what of it is compared: the title's words, without case, marks of writing or punctuation."""

    reference: Reference
    title: str
    words: tuple[str, ...]
    author: str


def check(references: Sequence[Reference]) -> tuple[Problem, ...]:
    """Pairs of entries that are the same work, as far as it can be shown."""
    works = [_work(each) for each in references]
    told: set[tuple[str, str]] = set()
    problems: list[Problem] = []
    for first, second, why in _pairs(works):
        pair = (first.reference.key, second.reference.key)
        if pair not in told:
            told.add(pair)
            problems.append(_problem(first.reference, second.reference, why))
    return tuple(problems)


def _work(reference: Reference) -> _Work:
    words = tuple(_WORD.findall(compared(reference.title)))
    first = reference.authors[0] if reference.authors else None
    author = (first.family or first.literal) if first else ""
    return _Work(reference, " ".join(words), words, compared(author))


def _pairs(works: Sequence[_Work]) -> Iterator[tuple[_Work, _Work, str]]:
    present = {work.reference.key for work in works}
    yield from _equal(works, lambda work: [original(work.reference.key, present).lower()], _same_key)
    yield from _equal(works, lambda work: [work.reference.doi.lower()] if work.reference.doi else [], _same_doi)
    yield from _equal(works, _places, _same_address)
    for ends in (lambda work: work.title[:12], lambda work: work.title[-12:]):
        yield from _near_titles(works, ends)


def _equal(
    works: Sequence[_Work], signs: Callable[[_Work], list[str]], why: Callable[[_Work, _Work], str]
) -> Iterator[tuple[_Work, _Work, str]]:
    """Each work beside the first one with the same sign, when `why` has a reason to call them the same."""
    first: dict[str, _Work] = {}
    for work in works:
        for sign in signs(work):
            earlier = first.setdefault(sign, work)
            reason = why(earlier, work) if earlier is not work else ""
            if reason:
                yield earlier, work, reason


def _same_key(first: _Work, second: _Work) -> str:
    same = first.reference.key == original(second.reference.key, (first.reference.key,))
    return "have the same key" if same else "have keys that differ in case alone, which BibTeX takes for one"


def _same_doi(first: _Work, second: _Work) -> str:
    """Chapters are often given the DOI of their book."""
    part = first.reference.type in _PARTS or second.reference.type in _PARTS
    return "" if part and not _alike(first, second) else "have the same DOI"


def _places(work: _Work) -> list[str]:
    """Addresses with a path of their own, saved copies as the address that they are of."""
    found = []
    archive = work.reference.archive
    for url in (*work.reference.urls, *([archive.url] if archive else [])):
        saved = addresses.wayback(url)
        live = saved[0] if saved else url
        place = addresses.same(live)
        fragment = live.partition("#")[2]
        if "/" in place:
            found.append(f"{place}#{fragment}" if fragment else place)
    return list(dict.fromkeys(found))


def _same_address(first: _Work, second: _Work) -> str:
    if _differ(first.reference, second.reference) or not _alike(first, second):
        return ""
    return "have the same address"


def _alike(first: _Work, second: _Work) -> bool:
    if not first.title or not second.title:
        return True
    return first.title == second.title or (
        fuzz.ratio(first.title, second.title) >= _RELATED and _numbers(first) == _numbers(second)
    )


def _near_titles(works: Sequence[_Work], end: Callable[[_Work], str]) -> Iterator[tuple[_Work, _Work, str]]:
    groups: dict[str, list[_Work]] = defaultdict(list)
    for work in works:
        if len(work.title) >= _SHORTEST:
            groups[end(work)].append(work)
    for group in groups.values():
        large = len(group) > _LARGEST_GROUP
        ordered = sorted(group, key=lambda work: work.title) if large else group
        for at, first in enumerate(ordered):
            for second in ordered[at + 1 : at + 3] if large else ordered[at + 1 :]:
                if _same_work(first, second):
                    earlier, later = sorted((first, second), key=lambda work: work.reference.place)
                    yield (
                        earlier,
                        later,
                        "have nearly the same title" if first.title != second.title else "have the same title",
                    )


def _same_work(first: _Work, second: _Work) -> bool:
    """Titles of one wording, nothing that tells the works apart, and an author or a year that speaks for it."""
    one, other = first.reference, second.reference
    if first.title != second.title and not _one_wording(first, second):
        return False
    if _differ(one, other) or (one.doi and other.doi and one.doi.lower() != other.doi.lower()):
        return False
    if one.type in _PARTS and other.type in _PARTS and one.fields.get("booktitle") != other.fields.get("booktitle"):
        return False
    if first.author and second.author:
        return first.author == second.author and (not one.date or not other.date or one.date.agrees(other.date))
    return bool(one.date and other.date and one.date.agrees(other.date) and len(first.words) >= 5)


def _one_wording(first: _Work, second: _Work) -> bool:
    """Every word that differs is a slip of the same word; never a number, nor `North` beside `South`."""
    if len(first.words) != len(second.words) or fuzz.ratio(first.title, second.title) < _NEAR:
        return False
    odd = [(one, other) for one, other in zip(first.words, second.words, strict=True) if one != other]
    return all(
        min(len(one), len(other)) >= 4
        and fuzz.ratio(one, other) >= 75
        and not any(char.isdigit() for char in one + other)
        and not (_ROMAN.fullmatch(one) or _ROMAN.fullmatch(other))
        for one, other in odd
    )


def _differ(one: Reference, other: Reference) -> bool:
    """True when volume, number, pages or edition say that they are two, or one is part of the other."""
    if one.fields.get("crossref") == other.key or other.fields.get("crossref") == one.key:
        return True
    if one.isbn and other.isbn and one.isbn != other.isbn:
        return True
    return any(
        one.fields.get(name) and other.fields.get(name) and one.fields[name] != other.fields[name] for name in _TELLING
    )


def _numbers(work: _Work) -> list[str]:
    return [word for word in work.words if any(char.isdigit() for char in word)]


def _problem(first: Reference, second: Reference, why: str) -> Problem:
    return Problem(
        "entry-duplicate",
        f"{first.key} and {second.key} {why}.",
        second.place,
        (Related(first.place, f"{first.key} stands here."),),
        "Keep one of them and cite it everywhere, or correct what they share.",
    )
