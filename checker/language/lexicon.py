"""Word lists between two languages, and glosses by them: enough to find a passage and to tell tanks from guns.

A lexicon is a TSV text: a word or phrase, a tab, its translations separated by `;`; `#` begins a comment line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from checker.language import inflections
from checker.language.names import gazetteer
from checker.language.text import normalise, stemming, tables
from checker.language.text.tokens import Tokens, tokenise
from checker.language.word_lists import WordList

_STEMMED = ("en", "fr", "de", "es", "ru")
_SHIPPED = (("vi", "en"),)

_FIRST = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\S")  # the first piece of a word, as far as look-ups go
_Pairs = list[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word or phrase of a text, `text[start:end]`, and its translations, likeliest first."""

    text: str
    start: int
    end: int
    translations: tuple[str, ...]


_Entries = list[tuple[tuple[str, ...], tuple[str, ...]]]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """A word list from one language into another, for look-ups by the stem of a phrase's first word.

    In one that was `turned` round a word has the translations that name it, and there are others. `_waiting` are the
    pairs by the first letters of their words: stemming thousands takes half a second, and few are asked for.
    """

    source: str
    turned: bool
    _waiting: dict[str, _Pairs]
    _read: dict[str, dict[str, _Entries]] = field(default_factory=dict)

    def at(self, first: str) -> _Entries:
        """(stems, translations) of the entries whose first word has this stem, longest first."""
        opening = _opening_of(first, self.source)
        if opening not in self._read:
            self._read[opening] = _indexed(self._waiting.get(opening, []), self.source)
        return self._read[opening].get(first, [])


def gloss(text: str, language: str, target: str, extra: tuple[WordList, ...] = ()) -> tuple[Gloss, ...]:
    """The words of a text that a lexicon knows, longest phrases first, with their translations and offsets.

    `extra` are the user's word lists, asked before ours. Empty for a pair of languages that no lexicon covers.
    """
    lexicons = _lexicons(language, target, extra)
    if not lexicons:
        return ()
    whole, offsets = normalise.composed(text)
    tokens = tokenise(whole)
    stems = _stems(tokens, language)
    found: list[Gloss] = []
    at = 0
    while at < len(tokens):
        length, translations = _longest(lexicons, stems, at)
        if length:
            start, end = tokens.starts[at], tokens.ends[at + length - 1]
            if offsets is not None:
                start, end = offsets[start], offsets[end]
            found.append(Gloss(text[start:end], start, end, translations))
        at += length or 1
    return tuple(found)


@lru_cache(maxsize=20_000)
def counted_same(noun_a: str, language_a: str, noun_b: str, language_b: str, extra: tuple[WordList, ...] = ()) -> bool:
    """True when two counted nouns, as written after their numbers, name the same thing: `xe tăng` and `tanks`.

    Within a language by stems of the head; across languages by the lexicons, those of the user first (`extra`). Unknown
    words are not the same.
    """
    if not noun_a or not noun_b:
        return False
    people = _people(noun_a, language_a)
    if people and people == _people(noun_b, language_b):
        return True
    heads_a, heads_b = _heads(noun_a, language_a, extra), _heads(noun_b, language_b, extra)
    if language_a == language_b:
        return bool(heads_a & heads_b)
    return bool(_translated_heads(noun_a, language_a, language_b, extra) & heads_b) or bool(
        heads_a & _translated_heads(noun_b, language_b, language_a, extra)
    )


def _people(noun: str, language: str) -> str:
    """Which people is counted: `người armenia` and `armenians` are one; "" when it is no people."""
    tokens = tokenise(noun)
    start = 1 if language == "vi" and tokens.low(0) == "người" else 0
    if start >= len(tokens) or (language == "vi" and not start):
        return ""
    known = gazetteer.at(tokens, start)
    if known is not None and known[1] == len(tokens):
        return known[0].identity
    return tokens.low(start) if len(tokens) == start + 1 else ""


def _heads(noun: str, language: str, extra: tuple[WordList, ...]) -> frozenset[str]:
    """What a noun phrase may be counted as: its first words in Vietnamese, its last word and its whole elsewhere."""
    words = tokenise(noun).lows
    if not words:
        return frozenset()
    if language == "vi":
        words = [stem(word, language) for word in words]
        known = _longest(_lexicons(language, "en", extra), words, 0)[0]
        return frozenset({" ".join(words[:length]) for length in {known or len(words), len(words)}})
    stems = [stem(word, language) for word in words if word[0].isalpha()]
    return frozenset({stems[-1], " ".join(stems)} if stems else ())


def _translated_heads(noun: str, language: str, target: str, extra: tuple[WordList, ...]) -> frozenset[str]:
    """The heads of all translations of a noun phrase's head."""
    lexicons = _lexicons(language, target, extra)
    words = tokenise(noun).lows
    stems = [stem(word, language) for word in words]
    places = range(1) if language == "vi" else range(len(stems))
    heads: set[str] = set()
    for at in places:
        length, translations = _longest(lexicons, stems, at)
        if length and (language == "vi" or at + length == len(stems)):
            heads.update(head for translation in translations for head in _heads(translation, target, extra))
            break
    return frozenset(heads)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """A word's stem by Snowball, an irregular English one as its base, a Vietnamese one in one spelling; others stay."""
    if language == "vi":
        return normalise.toned(word)
    if language == "en":
        word = inflections.base(word)
    return stemming.stem(word, language) if language in _STEMMED else word


def _stems(tokens: Tokens, language: str) -> list[str]:
    return [stem(low, language) for low in tokens.lows]


def _longest(lexicons: Sequence[Lexicon], stems: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """(how many pieces, translations) of the longest entry that begins at a piece; the first lexicon wins a tie.

    One that was turned round does not know all translations: those of later ones come behind its own.
    """
    best, open_ = 0, False
    translations: tuple[str, ...] = ()
    for lexicon in lexicons:
        for pieces, words in lexicon.at(stems[at]):
            if len(pieces) >= best and tuple(stems[at : at + len(pieces)]) == pieces:
                if len(pieces) > best:
                    best, translations, open_ = len(pieces), words, lexicon.turned
                elif open_:
                    translations = tuple(dict.fromkeys((*translations, *words)))
                break
    return best, translations


def _lexicons(source: str, target: str, extra: tuple[WordList, ...]) -> list[Lexicon]:
    """All that there is from one language into another, the user's first; empty when there is none."""
    own = [_listed(each, source) for each in extra if {each.first, each.second} == {source, target}]
    shipped = _shipped(source, target)
    return [*own, shipped] if shipped is not None else own


@lru_cache(maxsize=32)
def _listed(words: WordList, source: str) -> Lexicon:
    """A user's list, ready for look-ups of words of one of its languages; a word on several lines has all translations."""
    listed: dict[str, tuple[str, ...]] = {}
    for word, translations in _pairs(words.text):
        listed[word] = tuple(dict.fromkeys((*listed.get(word, ()), *translations)))
    return _directed(list(listed.items()), source, words.first)


def _directed(pairs: _Pairs, source: str, first: str) -> Lexicon:
    """The lexicon of pairs whose words are of the language `first`, for words of `source`."""
    turned = source != first
    waiting: dict[str, _Pairs] = {}
    for word, translations in _turned(pairs) if turned else pairs:
        folded = normalise.fold(word)
        begins = _FIRST.match(folded)
        if begins and translations:
            waiting.setdefault(_opening(begins.group(), source), []).append((folded, translations))
    return Lexicon(source, turned, waiting)


def _opening(word: str, language: str) -> str:
    """The first letters of a word as those of its stem are (`_opening_of`), without stemming an English one."""
    return _opening_of(inflections.base(word) if language == "en" else stem(word, language), language)


def _opening_of(stem: str, language: str) -> str:
    """The first two letters of a stem; English stems have an i for a second y (dying, die)."""
    return stem[:2].replace("y", "i") if language == "en" else stem[:2]


@cache
def _shipped(source: str, target: str) -> Lexicon | None:
    """Our own lexicon from one language into another, None when there is none."""
    for first, second in _SHIPPED:
        if {source, target} == {first, second}:
            return _directed(_pairs(tables.text(f"lexicons/{first}-{second}")), source, first)
    return None


def _pairs(text: str) -> _Pairs:
    return [(row[0], _translations(row[1])) for row in tables.read(text) if len(row) > 1 and row[0]]


def _turned(pairs: _Pairs) -> _Pairs:
    """The same list the other way round: words whose first translation it is come first, of these the shorter ones."""
    ranked = [
        ((rank, word.count(" ")), word, each) for word, translations in pairs for rank, each in enumerate(translations)
    ]
    turned: dict[str, list[str]] = {}
    for _, word, translation in sorted(ranked, key=lambda row: row[0]):
        turned.setdefault(re.sub(r"^(?:to|a|an|the) ", "", translation), []).append(word)
    return [(word, tuple(dict.fromkeys(words))) for word, words in turned.items()]


def _translations(cell: str) -> tuple[str, ...]:
    return tuple(translation.strip() for translation in cell.split(";") if translation.strip())


def _indexed(pairs: _Pairs, source: str) -> dict[str, _Entries]:
    entries: dict[str, _Entries] = {}
    of: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for word, translations in pairs:
        pieces = tuple(_stems(tokenise(word), source))
        of.setdefault(pieces, []).append(translations)
    for pieces, lists in of.items():
        # Of words with one stem the one with most translations is the likeliest: `increase` before `increasingly`.
        lists.sort(key=lambda translations: -len(translations))
        merged = tuple(dict.fromkeys(each for translations in lists for each in translations))
        entries.setdefault(pieces[0], []).append((pieces, merged))
    for listed in entries.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    return entries
