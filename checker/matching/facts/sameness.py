"""Do a fact of the claim and a fact of the source say the same? Values agree by `language`; what sentences add is here."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from checker.language.lexicon import counted_same, gloss
from checker.language.names import gazetteer
from checker.language.names.sino_vietnamese import is_reading
from checker.language.numbers.money import CENTS
from checker.language.text import normalise, tables
from checker.language.text.tokens import tokenise
from checker.language.values import Identifier, Mention, Named, Period, Quantity, Value
from checker.language.values_agree import agree
from checker.language.word_lists import WordList

_FARTHEST = 1.35  # how far apart the figures behind two open bounds ("at least 212", "8,000") may lie
SMALL = 13  # below it a count is too common a figure to mean the same wherever it stands
_HALF = 5  # the last digit of about 75, which may be any between 70 and 80
LARGE = 100_000  # from which a figure without its unit is no other thing's by chance
# Across languages no other noun: `31 người thiệt mạng` are 31 deaths, and whoever is counted is people.
_PEOPLE = frozenset(
    {"người", "people", "persons", "leute", "menschen", "personen", "personnes", "gens", "personas", "человек"}
)
_FACE = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_MINUTES = frozenset({"minute", "phút", "minuto", "минута", "минуте"})
_YEARS = re.compile(r"\d{3,}")
_COUNTRY = len("=fr")
_STATES = frozenset({
    "=soviet union", "=yugoslavia", "=czechoslovakia", "=east germany", "=west germany", "=nazi germany", "=prussia", "=ottoman empire",
    "=austria hungary", "=roman empire", "=persia", "=siam", "=burma", "=french indochina", "=south vietnam", "=north vietnam",
    "=champa", "=russian empire", "=scotland", "=wales", "=northern ireland", "=korea", "=bosnia", "=kosovo", "=palestine", "=chechnya",
    "=abkhazia", "=south ossetia", "=tibet", "=manchuria",
})  # fmt: skip
_ANY_YEAR = 2001  # to count days in, where a date has no year of its own
_VARIANT = 4  # first letters that two spellings of a foreign name share: Warszawa, Warsaw
_LAST_WORD = 2  # the same of their last words: Anton Kruse is no Anton Berg


def same(mine: Mention, theirs: Mention, *, across: bool) -> bool | None:
    """True, False (comparable and different) or None, as `agree` says, with a sentence's own caution.

    An open bound is no licence for any figure beyond it, and a year is none for a day in it. Across languages an ordinal may be a plain number
    (`vĩ tuyến 17`, the 17th parallel), and a name's spelling may differ behind its first letters.
    """
    a, b = mine.value, theirs.value
    if isinstance(a, Named) or isinstance(b, Named):  # as most are; a name is no other kind of value
        return _same_name(mine, theirs, across=across) if isinstance(a, Named) and isinstance(b, Named) else None
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if across and a.ordinal != b.ordinal:
            a, b = replace(a, ordinal=False), replace(b, ordinal=False)
        if _elliptic(a, b) or _otherwise_written(a, theirs) or _otherwise_written(b, mine):
            return True
        if _scale_left_out(mine, theirs):
            return None
        return agree(a, b) and not _far_apart(a, b) and not _by_range(a, b) and not _no_rounding(mine, theirs)
    if isinstance(a, Period) and isinstance(b, Period) and _finer(a, b):
        return None if agree(a, b) else agree(a, b)
    if isinstance(a, Period) and isinstance(b, Period) and _of_one_end(a, b):
        return False
    if _as_ordinal(a, b) or _as_ordinal(b, a):
        return True
    return False if _other_era(a, b) else (True if _as_year(a, b) else agree(a, b))


def _same_name(mine: Mention, theirs: Mention, *, across: bool) -> bool | None:
    a, b = mine.value, theirs.value
    assert isinstance(a, Named)
    assert isinstance(b, Named)
    told = agree(a, b)
    if told or not across:
        return told
    if known(a) and known(b):
        return False
    if known(a) != known(b) and not (_ends_in(theirs.text) if known(a) else _ends_in(mine.text)).isdisjoint(
        a.forms | b.forms
    ):
        return True
    return (
        _variants(a, b)
        or _translated(mine.text, theirs.text)
        or is_reading(mine.text, theirs.text)
        or is_reading(theirs.text, mine.text)
    )


@lru_cache(maxsize=20_000)
def _translated(one: str, other: str) -> bool:
    """True for names that are the same but for a first name in another language: Friedrich II, Frederick II."""
    names = [" ".join(_given_names().get(word, word) for word in normalise.key(each).split()) for each in (one, other)]
    return agree(*(Named(frozenset({each})) for each in names)) is True


@cache
def _given_names() -> dict[str, str]:
    return {
        form: f"{forms[0]}."
        for (listing,) in tables.rows("data/given_names")
        for forms in [listing.split(";")]
        for form in forms
    }


@lru_cache(maxsize=20_000)
def _ends_in(text: str) -> frozenset[str]:
    """What a name of several words ends with, if that is known in several languages: AC Mailand is Milan, as AC Milan is."""
    tokens = tokenise(text)
    ends = (gazetteer.at(tokens, at) for at in range(1, len(tokens)))
    return frozenset(found[0].identity for found in ends if found is not None and found[1] == len(tokens))


def _as_ordinal(a: Value, b: Value) -> bool:
    """True for a numbered thing and its ordinal: stage 5 is the fifth stage."""
    return (
        isinstance(a, Identifier)
        and isinstance(b, Quantity)
        and b.ordinal
        and b.said is not None
        and f"{b.said:g}" == a.number
    )


def _as_part(a: Quantity, other: Mention) -> bool:
    """True for an ordinal and what may be it or a part of a whole: the third goal, and `she added a third`."""
    b = other.value
    return (
        a.ordinal
        and isinstance(b, Quantity)
        and bool(a.said and b.said)
        and other.text.lower().startswith(("a ", "an "))
        and f"{100 / (b.said or 1):g}" == f"{a.said:g}"
    )


def _elliptic(a: Quantity, b: Quantity) -> bool:
    """True for the same large figure, once with its currency and once without: `from 19,400 to 31,750 billion dong`."""
    one, two = sorted((a, b), key=lambda each: each.unit)
    if one.unit or not two.unit or one.noun or one.said is None or two.said is None:
        return False
    return one.said == two.said and one.said >= LARGE


def _otherwise_written(a: Quantity, other: Mention) -> bool:
    """True for what is the same in another form: a minute of a match, a part of a whole, cents."""
    if a.ordinal:
        return _as_minute(a, other) or _as_part(a, other)
    if a.unit == "clock":
        return _as_time(a, other)
    return not a.unit and bool(a.noun) and _in_cents(a, other)


def _as_time(a: Quantity, other: Mention) -> bool:
    """True for a time of day that is written like a figure: half past seven, 7.30."""
    b, face = other.value, _FACE.fullmatch(other.text)
    if face is None or not isinstance(b, Quantity) or b.unit:
        return False
    time = int(face[1]) + int(face[2]) / 60
    return any(said is not None and math.isclose(said % 24, time % 24, abs_tol=1e-6) for said in (a.said, a.other))


def _in_cents(a: Quantity, other: Mention) -> bool:
    """True for an amount in the hundredth part of a currency and the same in the whole: 87 cents, $0.87."""
    b = other.value
    if (
        not isinstance(b, Quantity)
        or a.unit
        or a.said is None
        or b.said is None
        or a.noun.partition(" ")[0] not in CENTS
    ):
        return False
    return b.unit.isupper() and math.isclose(a.said, 100 * b.said)


def _as_minute(a: Quantity, other: Mention) -> bool:
    """True for the minute of a match as an ordinal and as a figure: the 66th minute, `after 66 minutes`, `(66)`."""
    b = other.value
    if not a.ordinal or a.noun.partition(" ")[0] not in _MINUTES or not isinstance(b, Quantity) or b.ordinal:
        return False
    return b.figure == a.said and (b.written == "minute" or not (b.unit or b.noun))


def _scale_left_out(mine: Mention, theirs: Mention) -> bool:
    """True for a bare figure whose multiplier may stand with the next one: 1.5 of the 4.2 million."""
    a, b = mine.value, theirs.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.unit or a.noun:
        return False
    return (
        theirs.text.startswith(mine.text + " ")
        and a.said is not None
        and b.said is not None
        and b.said >= 1_000 * a.said
    )


def _other_era(a: Value, b: Value) -> bool:
    """True for two spans of years that only touch, as centuries do: 1900 ends one and is said of the next."""
    if not isinstance(a, Period) or not isinstance(b, Period):
        return False
    years = [(each.start.year, each.end.year) for each in (a, b)]
    spans = [(first, last) for first, last in years if first is not None and last is not None and first < last]
    return len(spans) == 2 and (spans[0][1] <= spans[1][0] or spans[1][1] <= spans[0][0])


def _far_apart(a: Quantity, b: Quantity) -> bool:
    """True when neither is a range, and one figure is more than a third above the other, or is no rounding of it."""
    if a.said is None or b.said is None or a.unit != b.unit:
        return False
    low, high = sorted((abs(a.said), abs(b.said)))
    return high > _FARTHEST * low and (a.approximate or b.approximate)


def _no_rounding(mine: Mention, theirs: Mention) -> bool:
    """True for two figures of as many digits that differ in more than the last of them: about 210 is not 230, nor at least 221 212.

    Whoever rounds leaves digits out. A bound that the source goes beyond is borne out: more than 200 where it says 212.
    """
    a, b = mine.value, theirs.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.said is None or b.said is None:
        return False
    if not a.approximate or a.said == b.said or a.unit != b.unit or a.written != b.written:
        return False
    digits = [_digits_of(each.text) for each in (mine, theirs)]
    if len(digits[0]) < max(2, len(digits[1])) or (b.approximate and len(digits[0]) > len(digits[1])):
        return False
    if (a.low == a.said and a.said < b.said) or (a.high == a.said and a.said > b.said):
        return False
    step = 10.0 ** (math.floor(math.log10(abs(a.said))) - len(digits[0]) + 1) * (_HALF if digits[0][-1] == "5" else 1)
    return abs(a.said - b.said) > step * (1 + 1e-9)


def _digits_of(text: str) -> str:
    """The digits of a figure that say something: without noughts before and behind."""
    return "".join(each for each in text if each.isdecimal()).strip("0")


def _by_range(a: Quantity, b: Quantity) -> bool:
    """True when a small count agrees only because it lies between the ends of a range: `two` and `pages 1 to 3`."""
    one, two = sorted((a, b), key=lambda each: each.said is None)
    return one.said is not None and two.said is None and not one.unit and one.said < SMALL


def _as_year(a: Value, b: Value) -> bool:
    """True when one is a year and the other the same figure read as a count: `năm 2009` and `the 2009 census`."""
    period, count = (a, b) if isinstance(a, Period) else (b, a)
    if not isinstance(period, Period) or not isinstance(count, Quantity) or count.unit or period.start != period.end:
        return False
    return period.start.month is None and period.start.year is not None and count.said == period.start.year


def _finer(mine: Period, theirs: Period) -> bool:
    """True when the claim gives a day or month that the source leaves open: it bears the year out, not the day."""
    one, two = mine.start, theirs.start
    if mine.start == mine.end and theirs.start != theirs.end:
        ends = (two, theirs.end) if _is_night(theirs) else (two,)
        return all(agree(Period(one, one), Period(each, each)) is not True for each in ends)
    return (
        mine.start == mine.end
        and theirs.start == theirs.end
        and ((one.day is not None and two.day is None) or (one.month is not None and two.month is None))
    )


def _of_one_end(a: Period, b: Period) -> bool:
    """True for two spans written with both ends in years, one of which is the same: 1491–1501 is not 1491–1510."""
    ends = [(each.start.year, each.end.year) for each in (a, b)]
    written = all(one is not None and two is not None and two > one and two - one not in (9, 99) for one, two in ends)
    return written and (ends[0][0] == ends[1][0]) != (ends[0][1] == ends[1][1])


def _is_night(span: Period) -> bool:
    """True for a span of two days that follow each other: what happened in the night between is of either."""
    days = (replace(each, year=each.year or _ANY_YEAR) for each in (span.start, span.end))
    first, last = (each.earliest() if each.day is not None else None for each in days)
    return first is not None and last is not None and (last - first).days == 1


def _variants(a: Named, b: Named) -> bool:
    """True when two names of unknown things begin alike, blanks aside: Hmong, H'Mông. Of several words the last ones must, too."""
    names = [[form.split() for form in each.forms if not form.startswith("=")] for each in (a, b)]
    return any(
        _begins_alike("".join(one), "".join(two))
        and (len(one) == 1 or len(two) == 1 or one[-1][:_LAST_WORD] == two[-1][:_LAST_WORD])
        for one in names[0]
        for two in names[1]
    )


def _begins_alike(one: str, two: str) -> bool:
    return one == two or (len(one) > _VARIANT and len(two) > _VARIANT and one[:_VARIANT] == two[:_VARIANT])


def known(name: Named) -> bool:
    """True for a name that the gazetteer knows in several languages."""
    return any(form.startswith("=") for form in name.forms)


def is_country(name: Named) -> bool:
    """True for a country and its people, whose identities are the two letters of ISO 3166, and for states of old."""
    return any(len(form) == _COUNTRY and form[0] == "=" for form in name.forms) or not _STATES.isdisjoint(name.forms)


def counted(
    mine: Mention, theirs: Mention, language: str, source_language: str, lexicons: tuple[WordList, ...] = ()
) -> int:
    """1 for the same unit, counted noun or sort of name, -1 for another one, 0 when nobody can tell."""
    a, b = mine.value, theirs.value
    if isinstance(a, Named) and isinstance(b, Named):
        return 0 if not a.kind and not b.kind else (1 if a.kind == b.kind else -1)
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return 0
    if a.unit or counted_same(a.noun, language, b.noun, source_language, lexicons):
        return 1
    if not a.noun or not b.noun or (language != source_language and _PEOPLE.intersection((a.noun, b.noun))):
        return 0
    return -1 if language == source_language or gloss(a.noun, language, source_language, lexicons) else 0


def era(mention: Mention) -> bool:
    """True for a decade or a century, which one date within it bears out: `in the 1920s`, no `from 1920 to 1929`."""
    value = mention.value
    if not isinstance(value, Period) or value.start.year is None or value.end.year is None or value.start.month:
        return False
    return value.end.year - value.start.year in (9, 99) and len(_YEARS.findall(mention.text)) < 2


def both_ends(span: Period, told: Iterable[Mention]) -> bool:
    """True when the dates of a place have the beginning and the end of a claim's span, together or one by one."""
    if span.start == span.end:
        return True
    values = [each.value for each in told if isinstance(each.value, Period)]
    if any(value.start != value.end and agree(span, value) for value in values):
        return True
    return all(any(agree(Period(end, end), value) for value in values) for end in (span.start, span.end))
