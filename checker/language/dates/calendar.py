"""Names of months and weekdays and the words around dates; months and weekdays from Unicode CLDR by way of Babel."""

from __future__ import annotations

from functools import cache

from checker.language.text import tables
from checker.language.text.tables import words

_LANGUAGES = ("en", "fr", "de", "es", "ru")
_VI_MONTHS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "chạp": 12,
}  # fmt: skip
_VI_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
# Month names that are common words, too: dates only beside a day, a year or a preposition of time.
DOUBTFUL_MONTHS = words("may march mar mars mai")
BEFORE_MONTH = words(
    "in since until till by of last early late mid from to during this next through en desde hasta im seit bis em в с до depuis"
)
DAY_CUES = words("ngày mùng mồng hôm rạng sáng chiều tối đêm trưa từ đến tới và the on")
YEAR_CUES = words(
    """
    in since by until till from to of and during after before late early mid around circa year through between
    en depuis jusqu'en seit im jahr bis desde hasta año в с до по около после
    """
)
ERA_BEFORE = {
    ("tcn",): 1,
    ("năm", "trước", "công", "nguyên"): 4,
    ("năm", "tcn"): 2,
    ("years", "bc"): 2,
    ("trước", "công", "nguyên"): 3,
    ("bc",): 1,
    ("bce",): 1,
    ("b", ".", "c"): 3,
    ("av", ".", "j", ".", "-", "c"): 6,
}
ERA_AFTER = {("scn",): 1, ("sau", "công", "nguyên"): 3, ("ad",): 1, ("ce",): 1, ("công", "nguyên"): 2}
ERA_BEGINNINGS = frozenset(phrase[0] for phrase in (*ERA_BEFORE, *ERA_AFTER))
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
CENTURY = {
    "en": words("century centuries"),
    "fr": words("siècle siècles"),
    "de": words("jahrhundert jahrhunderts jahrhunderte"),
    "ru": words("век века веке веков"),
    "zh": words("世"),
}
RANGE = words("- đến tới to until till through bis au al по 至 à ~")
BETWEEN = words("between giữa entre zwischen между")
AND = words("và and et und y и")


@cache
def months(language: str) -> dict[str, int]:
    """Month names in lower case, whole and abbreviated, inflected as in dates and alone; English ones everywhere.

    Abbreviations lose their point: it is a piece of its own.
    """
    names: dict[str, int] = {}
    for code in dict.fromkeys(("en", language if language in _LANGUAGES else "en")):
        names |= _written()[code][0]
    names["sept"] = 9
    if language == "ru":  # CLDR has nominative and genitive, "в декабре" is neither
        names |= {name[:-1] + "е": number for name, number in names.items() if len(name) > 3 and name[-1] in "яа"}
    return {name: number for name, number in names.items() if name.isalpha()}


@cache
def weekdays(language: str) -> dict[str, int]:
    """Weekday names in lower case, Monday 0, in the language and in English."""
    names: dict[str, int] = {}
    for code in dict.fromkeys(("en", language if language in _LANGUAGES else "en")):
        names |= _written()[code][1]
    return names


@cache
def _written() -> dict[str, tuple[dict[str, int], dict[str, int]]]:
    """Months and weekdays of every language as Babel has them, written down: it loads all else of a language with them."""
    return {code: (_numbered(months), _numbered(days)) for code, months, days in tables.rows("data/calendar")}


def _numbered(listing: str) -> dict[str, int]:
    pairs = (each.partition("=") for each in listing.split(";"))
    return {name: int(number) for name, _, number in pairs}


def by_babel(code: str) -> tuple[dict[str, int], dict[str, int]]:
    """(months, weekdays) of a language as Babel has them, in lower case."""
    from babel import Locale  # noqa: PLC0415 - asked for where the table is held against it

    locale = Locale.parse(code)
    found = {
        name.lower().rstrip("."): number
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.months[context][width].items()
    }
    return found, {name.lower(): number for number, name in locale.days["format"]["wide"].items()}


def vietnamese_month(first: str, second: str) -> tuple[int, int]:
    """(month, how many words) of `tháng …`: digits or words; (0, 0) when it is none."""
    if first.isdecimal():
        number = int(first) if len(first) <= 2 else 0
        return (number, 1) if 1 <= number <= 12 else (0, 0)
    if first == "mười" and second in ("một", "hai"):
        return (11 if second == "một" else 12), 2
    number = _VI_MONTHS.get(first, 0)
    return (number, 1) if number else (0, 0)


def vietnamese_weekday(first: str, second: str) -> tuple[int, int]:
    """(weekday, how many words) of `chủ nhật`, `thứ Hai`; (-1, 0) when it is none."""
    if (first, second) in (("chủ", "nhật"), ("chúa", "nhật")):
        return 6, 2
    return (_VI_WEEKDAYS[second], 2) if first == "thứ" and second in _VI_WEEKDAYS else (-1, 0)
