"""Known names in all their forms: countries from Unicode CLDR (by way of Babel), the rest from tables of our own.

Two names are the same thing when they share a form; a known one carries the form `=soviet union` in any language.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.language.text import normalise, stemming, tables
from checker.language.text.tokens import Tokens, lost_a_blank, tokenise

_LANGUAGES = ("en", "vi", "fr", "de", "es", "ru", "zh")
_HAN = re.compile("[\u3400-\u9fff]")
_UNSPACED = "\u3040"  # where scripts begin whose words no blanks part
_CYRILLIC_BEGINS = "\u0400"
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LEFT_OUT = frozenset({"Island"})  # German for Iceland, English for any island
_ENDING = 4  # letters of case and number after a stem


@dataclass(frozen=True, slots=True)
class Known:
    """A known name as one of its forms writes it: pieces in lower case, its identity and kind."""

    pieces: tuple[str, ...]
    identity: str
    kind: str
    exact: str = ""  # how an acronym must be written: `US` is no country when it is `us`


def at(tokens: Tokens, start: int) -> tuple[Known, int] | None:
    """(the longest known name that begins at piece `start`, index after it), None when none does."""
    low = tokens.lows[start]
    for known in _names().by_piece.get(_bare(low), ()):
        end = start + len(known.pieces)
        if end > len(tokens) or not _same(tokens, start, end, known):
            continue
        return known, end
    return _inflected(tokens, start) if not low.isascii() and _CYRILLIC.match(low) else None


def _inflected(tokens: Tokens, start: int) -> tuple[Known, int] | None:
    """A Russian name in any case (`в России`, `Советского Союза`), by the stems of its words."""
    stem = russian_stem
    for known in _russian().get(stem(tokens.lows[start]), ()):
        end = start + len(known.pieces)
        if tuple(stem(low) for low in tokens.lows[start:end]) == known.pieces:
            return known, end
    return None


@cache
def _russian() -> dict[str, list[Known]]:
    """The Russian names by the stem of their first piece, longest first, pieces stemmed."""
    index: dict[str, list[Known]] = {}
    for entries in _index().values():
        for known in entries:
            if _CYRILLIC.match(known.pieces[0]):
                stems = tuple(russian_stem(piece) for piece in known.pieces)
                index.setdefault(stems[0], []).append(Known(stems, known.identity, known.kind))
    for entries in index.values():
        entries.sort(key=lambda known: -len(known.pieces))
    return index


@cache
def small_beginnings(language: str) -> frozenset[str]:
    """Small words that begin known names with a capital inside (`châu Âu`), and beginnings of demonyms, of a language."""
    return _small(language) | frozenset(stem[:4] for stem in _demonyms(language))


@cache
def _small(language: str) -> frozenset[str]:
    names = _names()
    return names.institutions | names.longer if language in ("vi", "fr", "es", "ru") else names.institutions


def demonym(low: str, language: str) -> str:
    """The identity of the people that a small word is of (`allemands`, `советский`), "" when it is of none."""
    for stem, identity in _demonyms(language).items():
        if low.startswith(stem) and len(low) <= len(stem) + _ENDING:
            return identity
    return ""


@cache
def _demonyms(language: str) -> dict[str, str]:
    """Stems of demonyms that a language writes small, longest first."""
    found: dict[str, str] = {}
    for code, of, stems in tables.rows("data/demonyms"):
        if of == language:
            identity = code if code.startswith("=") else f"={code.lower()}"
            found.update((stem, identity) for stem in stems.split(";"))
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))


@lru_cache(maxsize=10_000)
def russian_stem(word: str) -> str:
    """A Russian word's stem by Snowball."""
    return stemming.stem(word, "ru")


def _same(tokens: Tokens, start: int, end: int, known: Known) -> bool:
    """True when the pieces are those of the name, an English possessive at its end aside."""
    last = end - 1
    if _bare(tokens.lows[last]) != known.pieces[-1] or tuple(tokens.lows[start:last]) != known.pieces[:-1]:
        return False
    return not known.exact or _bare(tokens.words[start]) == known.exact


def _bare(word: str) -> str:
    """Without the English possessive: `Turkey's` is Turkey."""
    return word.removesuffix("'s")


@dataclass(frozen=True, slots=True)
class _Names:
    """All known names: by their first piece, longest first; and the first words of institutions, and of names of several words."""

    by_piece: dict[str, list[Known]]
    institutions: frozenset[str]
    longer: frozenset[str]


def _index() -> dict[str, list[Known]]:
    """Known names by their first piece, longest first."""
    return _names().by_piece


@cache
def _names() -> _Names:
    """The tables, read once and cut into pieces all at once, since every process that matches has to begin with that."""
    forms = _all_forms()
    index: dict[str, list[Known]] = {}
    seen: set[tuple[tuple[str, ...], str]] = set()
    for (identity, kind, form), pieces in zip(forms, _pieces([form for _, _, form in forms]), strict=True):
        if not pieces or (pieces, identity) in seen or (len(form) == 1 and _HAN.match(form)):
            continue
        seen.add((pieces, identity))
        exact = form if len(pieces) == 1 and form.isupper() and len(form) > 1 and form.isascii() else ""
        for spelt in dict.fromkeys((pieces, tuple(map(normalise.mark_moved, pieces)))):  # Tòa án, Toà án
            index.setdefault(_bare(spelt[0]), []).append(Known(spelt, identity, kind, exact))
    for entries in index.values():
        entries.sort(key=lambda known: -len(known.pieces))
    written = [(kind, form.lower()) for _, kind, form in forms if form]
    words = [(kind, each.split()) for kind, low in written for each in dict.fromkeys((low, normalise.mark_moved(low)))]
    return _Names(
        index,
        frozenset(first for kind, (first, *_) in words if kind == "institution"),
        frozenset(first for _, (first, *more) in words if more),
    )


def _pieces(forms: list[str]) -> Iterator[tuple[str, ...]]:
    """The pieces of every form in lower case; those of most, letters and blanks alone, are what blanks part."""
    plain = [form.replace(" ", "").isalpha() and max(form) < _UNSPACED and not lost_a_blank(form) for form in forms]
    others = [form for form, is_plain in zip(forms, plain, strict=True) if not is_plain]
    tokens = tokenise("\n".join(others))
    first = end = 0
    for form, is_plain in zip(forms, plain, strict=True):
        if is_plain:
            yield tuple(normalise.lowered(form).split())
            continue
        end += len(form) + 1
        last = bisect_left(tokens.starts, end, first)
        yield tuple(tokens.lows[first:last])
        first = last


def _all_forms() -> list[tuple[str, str, str]]:
    """(identity, kind, form) of every name; our own tables first, since they say which thing an ambiguous word is."""
    forms: list[tuple[str, str, str]] = []
    # What a place is (a town, a country's region) stays open: towns are no other values of countries.
    places = [("", listing) for (listing,) in tables.rows("data/places")]
    bodies = [("organisation", listing) for (listing,) in tables.rows("data/bodies")]
    for kind, listing in [*((kind, listing) for kind, listing in tables.rows("data/names")), *bodies, *places]:
        names = [form.strip() for form in listing.split(";")]
        forms.extend(("=" + normalise.key(names[0]), kind, form) for form in names)
    for code, listing in tables.rows("data/countries"):
        forms.extend((f"={code.lower()}", "place", form.strip()) for form in listing.split(";"))
    for language in _LANGUAGES:
        for code, name in _territories()[language].items():
            if len(code) == 2 and code.isalpha() and code not in ("ZZ", "EU", "UN", "XA", "XB", "QO", "EZ"):
                plain = re.sub(r"\s*[(（].*", "", name)
                if plain and plain not in _LEFT_OUT:
                    forms.append((f"={code.lower()}", "place", plain))
    return forms


@lru_cache(maxsize=2_000)
def spellings(identity: str, language: str) -> tuple[str, ...]:
    """The forms of a known name that a text of a language may have: those in its script, of Latin ones the single words."""
    script = {"ru": _CYRILLIC, "zh": _HAN, "ja": _HAN}.get(language)
    forms = _by_identity().get(identity, ())
    if script is not None:
        return tuple(form for form in forms if script.match(form))
    return tuple(form for form in forms if form.isalpha() and form[0] < _CYRILLIC_BEGINS)


@cache
def _by_identity() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for identity, _, form in _all_forms():
        found.setdefault(identity, []).append(form)
    return found


def territory(code: str, language: str) -> str | None:
    """The name of a country or region (ISO 3166-1 in capitals) in a language; None for one that neither table nor Babel has."""
    listed = _territories().get(language)
    return (listed if listed is not None else by_babel(language)).get(code)


@cache
def _territories() -> dict[str, dict[str, str]]:
    """What Babel says of our languages, written down: loading them takes a tenth of a second and 12 MB in every process that matches."""
    return {
        language: dict(each.split("=", 1) for each in listing.split(";"))
        for language, listing in tables.rows("data/territories")
    }


@cache
def by_babel(language: str) -> dict[str, str]:
    """The territories of a language as Babel has them; none of a language that it does not know."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - asked only for what is not written down

    try:
        return {code: str(name) for code, name in Locale(language).territories.items()}
    except UnknownLocaleError:
        return {}
