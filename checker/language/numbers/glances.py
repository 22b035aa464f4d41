"""Which numbers may stand among the words of a text, before any of them is read: for a glance (`checker/language/glance.py`)."""

from __future__ import annotations

from functools import cache

from checker.language.numbers import figures, reading, scales, spelled, units, words as number_words
from checker.language.text.tables import words

RANGE_OPENERS = frozenset(reading.BETWEEN_AND)
_BELOW_SCALES = 140.0  # more than what number words come to without hundreds and thousands
_SMALL = frozenset({*number_words.EN_UNITS, *number_words.EN_TENS, *number_words.EN_ORDINALS})
# Words whose figure is no multiple by ten of what stands beside them.
_VAGUE = words("dozen dozens scores tens hundreds thousands millions billions")
_LONG_OR_OLD = frozenset({"year", "day"})  # these two are compared with each other
_AGED = words("age aged ages tuổi")
_LIMITS, _BEING = words("under over above below"), words("is are was were turns turned")
_SIGNED = ("°C", "clock", "percent", "times")  # what signs and other readers give


def in_words(held: frozenset[str], value: float, language: str) -> bool:
    """True where a number of about this value may stand among the words `held`, alone or beside digits that they change.

    English figures in digits keep their digits, whatever multiplies them, but for dozens; in most other languages any number word counts.
    """
    if language == "vi" and value > _BELOW_SCALES:
        return "rưỡi" in held or not held.isdisjoint(scales.BY_LANGUAGE["vi"])
    if language not in ("en", ""):
        return not held.isdisjoint(_number_words(language))
    if not held.isdisjoint(_VAGUE) or (value <= _BELOW_SCALES and not held.isdisjoint(_SMALL)):
        return True
    return not held.isdisjoint(scales.BY_LANGUAGE["en"]) and not held.isdisjoint(figures.EN_STARTERS)


@cache
def _number_words(language: str) -> frozenset[str]:
    own = spelled.tongue(language)
    dozens = own.dozens if own else frozenset[str]()
    return reading.starters(language) | scales.BY_LANGUAGE.get(language, {}).keys() | dozens


def measured(held: frozenset[str], unit: str, language: str) -> bool:
    """True where a value in this canonical unit may stand among the words `held`."""
    if unit in _SIGNED or not held.isdisjoint(_units_words(unit)):
        return True
    if unit not in _LONG_OR_OLD:
        return False
    if language not in ("en", ""):
        return not held.isdisjoint(_AGED)
    under_age = not held.isdisjoint(_LIMITS) and not held.isdisjoint(reading.PERSONS)
    of_age = not held.isdisjoint(_BEING) and not held.isdisjoint(reading.PRONOUNS)
    return under_age or of_age or not held.isdisjoint(_AGED)


@cache
def _units_words(unit: str) -> frozenset[str]:
    """The words with which a unit begins, those of days and years for both."""
    wanted = _LONG_OR_OLD if unit in _LONG_OR_OLD else {unit}
    return frozenset(
        first for first, listed in units.by_first_word().items() if any(each.canonical in wanted for _, each in listed)
    )


@cache
def ordinal_words(value: float) -> frozenset[str]:
    """The English words, one of which an ordinal of this value has when it is not in digits or a Roman numeral."""
    return frozenset(
        word for word, each in number_words.EN_ORDINALS.items() if each == value or (each < 10 and each == value % 10)
    )
