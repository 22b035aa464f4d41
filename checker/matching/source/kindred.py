"""Words that say the same: what may stand in a source where a claim that was put into other words has this one.

`kindred.tsv` tells forms of one word that stemming does not join (`buy`, `bought`) and words, or phrases of a few words, that
an editor would take for the same statement (`resign`, `step down`). Keys are stems; those of a phrase with blanks between.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

from checker.matching.source.words import WORD, folded, keeps_beginnings, opening_of, token_of

_LONGEST = 4  # words of a phrase


_Groups = tuple[tuple[str, ...], ...]  # words and phrases as kindred.tsv lists them


def kindred_of(tokens: Sequence[str], language: str) -> list[tuple[str, ...]]:
    """For each of a claim's words, given as `token_of` has them, the keys of what says the same; a phrase goes before its words."""
    found: list[tuple[str, ...]] = [()] * len(tokens)
    at = 0
    while at < len(tokens) and _lines(language):
        known = _opened_by(tokens[at], language)
        keys = (" ".join(tokens[at : at + size]) for size in range(min(_LONGEST, len(tokens) - at), 0, -1))
        key = next((key for key in keys if key in known), "")
        size = key.count(" ") + 1
        if key:
            found[at : at + size] = [_kindred(key, language)] * size
        at += size
    return found


@lru_cache(maxsize=20_000)
def _kindred(key: str, language: str) -> tuple[str, ...]:
    """What says the same as a word or phrase: its other forms first, then other words with theirs."""
    own = _joined(_joined((key,), "form", language), "root", language)
    others = _joined(_joined(own, "same", language), "form", language)
    return tuple(other for other in others if other != key)


def _joined(keys: tuple[str, ...], sort: str, language: str) -> tuple[str, ...]:
    """These keys and those of their groups of one sort."""
    found = dict.fromkeys(keys)
    for key in keys:
        groups = _opened_by(key.partition(" ")[0], language).get(key, {})
        found |= {_key_of(written, language): None for group in groups.get(sort, ()) for written in group}
    return tuple(found)


def _opened_by(token: str, language: str) -> dict[str, dict[str, _Groups]]:
    """By key, the groups of each sort that words and phrases with such first letters stand in."""
    return _by_key(opening_of(token, language) if keeps_beginnings(language) else "", language)


@cache
def _by_key(opening: str, language: str) -> dict[str, dict[str, _Groups]]:
    """The part of the table that begins so, stemmed when first asked for: most of it never is."""
    found: dict[str, dict[str, _Groups]] = {}
    for written, sort, group in _lines(language).get(opening, ()):
        groups = found.setdefault(_key_of(written, language), {})
        groups[sort] = (*groups.get(sort, ()), group)
    return found


@lru_cache(maxsize=20_000)
def _key_of(written: str, language: str) -> str:
    return " ".join(token_of(word, language) for word in WORD.findall(written))


@cache
def _lines(language: str) -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    """Every word and phrase of a language with its sort and group, by its first letters where stemming keeps them."""
    found: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for line in resources.files("checker.matching.source").joinpath("kindred.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        sort, code, words = line.split("\t")
        if code != language:
            continue
        group = tuple(words.split("|"))
        for written in group:
            opening = (
                opening_of(folded(WORD.findall(written)[0], language), language) if keeps_beginnings(language) else ""
            )
            found.setdefault(opening, []).append((written, sort, group))
    return found
