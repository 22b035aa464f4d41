"""Whether a sentence far from the claim's place is worth reading for a fact: most have figures and dates, but not the claim's."""

from __future__ import annotations

from checker.language.dates import reading as dates
from checker.language.glance import Glance, significant
from checker.language.numbers import glances as numbers
from checker.language.values import Mention, Period, Quantity
from checker.matching.facts.sameness import LARGE
from checker.matching.source.prepared import Prepared

# How far apart the figures of two quantities that `sameness.same` takes for one may lie, with a margin (there: 1.35).
_FARTHEST = 1.4
_FIRST_YEAR = 100  # earlier ones are written with an era, or with two digits
_YEARS = range(1000, 2101)
_LONG = 10_000  # from which a figure is none of `Glance.numbers`
# Words besides ordinals that `same` takes for one: so many parts make a whole.
_PARTS = {1.0: ("hundred", "century"), 2.0: ("half",), 4.0: ("quarter",), 10.0: ("decade",)}


def may_hold(fact: Mention, number: int, source: Prepared, *, across: bool) -> bool:
    """False for a sentence in which nothing can stand that `same` takes for the fact; a glance, so that True promises nothing.

    `across` when the fact's language is another one than the source's.
    """
    value = fact.value
    if not isinstance(value, Period | Quantity):
        return True
    seen = source.glance(number)
    if seen.open:
        return True
    if isinstance(value, Period):
        return _may_be_told(value, seen, source)
    if value.ordinal:
        return across or _may_be_counted_off(value, seen, source.language)
    if (across and seen.numerals) or fact.text.lower().startswith(("a ", "an ")):
        return True  # `same` takes these for ordinals, too
    return _may_be_counted(value, seen, source.language)


def _may_be_told(date: Period, seen: Glance, source: Prepared) -> bool:
    """True where one date with a year of our time, or a day without its year, may stand; always for other dates and for spans."""
    year, month, language = date.start.year, date.start.month, source.language
    if date.start != date.end or (year is None and month is None) or (year is not None and year <= _FIRST_YEAR):
        return True
    if seen.relative or (seen.joined and (year is None or language == "vi")):
        return True
    if (month is not None or _may_be_guessed(year, source)) and seen.has(dates.of_the_calendar(language)):
        return True
    if year is None:
        return False
    if year in seen.numbers or year % 100 in seen.numbers or significant(str(year)) in seen.digits:
        return True
    if numbers.in_words(seen.words, year, language):  # a count of as many: `same` takes it for the year
        return True
    # Spans of years begin with these, and in words have no digits.
    return (year % 10 == 0 and seen.has(dates.OF_DECADES)) or (year % 100 == 1 and seen.has(dates.OF_CENTURIES))


def _may_be_guessed(year: int | None, source: Prepared) -> bool:
    """True for a year that a day without one may be taken to be of: it is that of writing, or next to it (`datelines.with_year`)."""
    written = source.written
    if year is None or written is None or written.day is None or written.year is None:
        return False
    return abs(written.year - year) <= 1


def _may_be_counted(figure: Quantity, seen: Glance, language: str) -> bool:
    """True where one figure may stand; always for ranges and vague ones, and for one, which may be an article."""
    said = figure.said
    if said is None or said <= 1 or (figure.written and said >= LARGE):
        return True
    if figure.unit and not (len(figure.unit) == 3 and figure.unit.isupper()):
        return numbers.measured(seen.words, figure.unit, language)
    if seen.ranges or seen.joined or numbers.in_words(seen.words, said, language):
        return True
    if seen.relative and said in _YEARS:
        return True  # `same` takes a year for as many
    readings = [said] if figure.other is None else [said, figure.other]
    return any(_about(mine, digits) for mine in readings for digits in seen.digits)


def _about(value: float, digits: str) -> bool:
    """True when significant digits are those of about this value, whatever multiplies them."""
    if not digits:
        return False
    mine = float(f"{value:e}".partition("e")[0])
    apart = mine / float(f"{digits[0]}.{digits[1:]}")
    return any(1 / _FARTHEST <= apart * scale <= _FARTHEST for scale in (0.1, 1.0, 10.0))


def _may_be_counted_off(ordinal: Quantity, seen: Glance, language: str) -> bool:
    """True where an ordinal may stand: in digits, in words, as a Roman numeral, as a part of a whole (`a third`), as what is numbered so."""
    said = ordinal.said
    if language not in ("en", "") or said is None or said >= _LONG or seen.numerals:
        return True
    return int(said) in seen.numbers or seen.has(numbers.ordinal_words(said)) or seen.has(_PARTS.get(said, ()))
