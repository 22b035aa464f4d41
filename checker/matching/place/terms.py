"""The words of a claim as they may stand in a source: their stems, and across languages those of their translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.language import inflections
from checker.language.dates import calendar as calendar_words
from checker.language.lexicon import gloss
from checker.language.names import gazetteer
from checker.language.names.sino_vietnamese import spellings
from checker.language.text.tables import words as words_of
from checker.language.values import Mention, Named, Period, Quotation
from checker.matching.source.kindred import kindred_of
from checker.matching.source.prepared import Prepared
from checker.matching.source.tongues import in_the_sources_words
from checker.matching.source.words import WORD, keys_of, places_of, stems, stop_words, token_of

_NAME_OR_NUMBER = 1.5  # capitals and digits weigh more: what a source is asked for (bench/matching.py, "weights")
_MOST_TERMS = 400  # of a claim; one of 10,000 characters is no sentence, and its first words place it well enough
_MOST_TRANSLATIONS = 6
# Classifiers, pronouns and verbs of direction, when no longer entry of the lexicon holds them.
_LIGHT = {
    "vi": words_of(
        "anh bà bạn bộ cái chiếc chị con cô cuộc em gồm hơn họ khoảng lần làm mang người nó quả sang thuộc thứ trận vụ xuống đưa"
    )
}


@dataclass(frozen=True, slots=True)
class Term:
    """One content word of the claim (`text[start:end]`), the stems any of which would cover it, and what it weighs.

    `kindred` are words and phrases of the source's language that say the same (`kindred.tsv`).
    """

    start: int
    end: int
    keys: tuple[str, ...]
    weight: float
    kindred: tuple[str, ...] = ()


def terms_of(text: str, language: str, mentions: Sequence[Mention], source: Prepared) -> tuple[Term, ...]:
    """The content words of a claim, weighed by their rarity in the source."""
    across = language != source.language
    words = list(_translated(text, language, mentions, source) if across else _own(text, language))
    kindred = {} if across else _kindred(text, language)
    source.postings.seek(key for _, _, keys in words for key in keys)
    found = [_weighed(start, end, keys, text, source, kindred.get(start, ())) for start, end, keys in words]
    return tuple(found[:_MOST_TERMS])


def _kindred(text: str, language: str) -> dict[int, tuple[str, ...]]:
    """What says the same as each word of a claim, by where the word begins; a name has none."""
    words = list(WORD.finditer(text))
    found = kindred_of([token_of(word.group(), language) for word in words], language)
    return {
        word.start(): keys
        for word, keys in zip(words, found, strict=True)
        if keys and (word.start() == 0 or not word.group()[0].isupper())
    }


_Word = tuple[int, int, tuple[str, ...]]


def _own(text: str, language: str) -> Iterator[_Word]:
    for word in WORD.finditer(text):
        keys = keys_of(word.group(), language)
        if len(keys) == 1:
            yield word.start(), word.end(), keys
        elif keys:
            yield from (
                (word.start() + start, word.start() + end, (key,)) for start, end, key in places_of(word.group())
            )


def _translated(text: str, language: str, mentions: Iterable[Mention], source: Prepared) -> list[_Word]:
    """Names and dates as the other language writes them, then what the lexicon knows, then words as they stand.

    A quotation in the source's own language is read in that language.

    A word that no lexicon knows is kept only where its letters could stand in the source as they are: a figure or a name.
    """
    found: list[_Word] = []
    target = source.language
    spans = [
        (each.start, each.end)
        for each in mentions
        if isinstance(each.value, Quotation) and in_the_sources_words(each.value, language, source)
    ]
    for start, end in spans:
        words = _own(text[start:end], target)
        found.extend((start + first, start + last, keys) for first, last, keys in words)
    for mention in mentions:
        if isinstance(mention.value, Named | Period) and not _overlaps(mention.start, mention.end, spans):
            found.extend(_of_fact(mention, target, language))
    held = [(start, end) for start, end, _ in found]
    for each in gloss(text, language, target, source.lexicons):
        keys = tuple(
            dict.fromkeys(key for words in each.translations[:_MOST_TRANSLATIONS] for key in _inflected(words, target))
        )
        if keys and not _is_light(each.text, language) and not _overlaps(each.start, each.end, held):
            found.append((each.start, each.end, keys))
            held.append((each.start, each.end))
    at = [word.span() for word in WORD.finditer(text)]
    for start, end in at[_begins_with_a_common_word(text, at, language) :]:
        bare = text[start:end]
        if _as_it_stands(bare, language if target else "") and not _overlaps(start, end, held):
            found.append((start, end, keys_of(bare, target)))
    return sorted((word for word in found if word[2]), key=lambda word: word[:2])


def _as_it_stands(word: str, language: str) -> bool:
    """True for a word that another language could write in the same letters."""
    return word[0].isdigit() or (word[0].isupper() and not _is_light(word, language))


def _begins_with_a_common_word(text: str, words: Sequence[tuple[int, int]], language: str) -> bool:
    """True when a Vietnamese sentence begins with a syllable of its own that goes on into no name: `Lần`, `Khoảng`."""
    if language != "vi" or len(words) < 2:
        return False
    return not text[slice(*words[0])].isascii() and not text[words[1][0]].isupper()


def _is_light(text: str, language: str) -> bool:
    """True for function words and others that a translation is as likely to leave out as not."""
    words = text.casefold().split()
    return all(word in stop_words(language) or word in _LIGHT.get(language, ()) for word in words)


def _inflected(words: str, target: str) -> Iterator[str]:
    """The stems of a translation in all its forms: a source that says `won` has the word `win`."""
    yield from stems(words, target)
    if target == "en":
        yield from (key for word in words.split() for form in inflections.forms(word) for key in keys_of(form, target))


def _overlaps(start: int, end: int, held: Iterable[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in held)


def _of_fact(mention: Mention, target: str, language: str) -> Iterator[_Word]:
    """A name under its forms elsewhere, a date by its year, month and day."""
    value = mention.value
    if isinstance(value, Named):
        forms = written_in(mention.text, value, language, target)
        keys = tuple(dict.fromkeys(key for form in forms for key in stems(form, target)))
        yield mention.start, mention.end, keys
    elif isinstance(value, Period):
        year, month, day = value.start.parts()
        months = [name for name, number in calendar_words.months(target).items() if number == month]
        for names in ([str(year)] if year else [], months, [str(day)] if day else []):
            keys = tuple(dict.fromkeys(key for name in names for key in keys_of(name, target)))
            if keys:
                yield mention.start, mention.end, keys


def written_in(text: str, name: Named, language: str, target: str) -> list[str]:
    """How a source of the language `target` may write a name of a claim."""
    forms = [_territory(form, target) for form in sorted(name.forms)]
    identity = next((form for form in name.forms if form.startswith("=")), "")
    if identity and target not in ("", "en"):
        forms += gazetteer.spellings(identity, target)
    if not identity and language == "vi" and name.kind in ("", "person", "place"):
        forms += spellings(text, target)
    return forms


def _territory(form: str, target: str) -> str:
    """A known name's identity in the words of a language: `=vn` is Vietnam; other forms as they are."""
    if not form.startswith("="):
        return form
    return gazetteer.territory(form[1:].upper(), target or "en") or form[1:]


def _weighed(
    start: int, end: int, keys: tuple[str, ...], text: str, source: Prepared, kindred: tuple[str, ...]
) -> Term:
    first = text[start]
    emphasis = _NAME_OR_NUMBER if first.isupper() or first.isdigit() else 1.0
    return Term(start, end, keys, max(source.rarity(key) for key in keys) * emphasis, kindred)
