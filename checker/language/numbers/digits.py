"""Numbers in digits: which separator is which, by language and by the shape of the number itself.

Sources: Unicode CLDR number symbols (vi, de, es, fr, ru: comma for decimals; en, zh: point), and what texts do
regardless: English-style separators in Vietnamese newspapers, Vietnamese-style ones in translated English.
"""

from __future__ import annotations

import re

_POINT_LANGUAGES = frozenset({"en", "zh", "ja", "ko", "th", "he", ""})
_GROUPED = re.compile(r"\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*\Z")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}\Z")
_MIXED = re.compile(r"(\d{1,3}(?:([.,' ])\d{3})(?:\2\d{3})*)([.,])(\d+)\Z")
_SIMPLE = re.compile(r"(\d+)([.,])(\d+)\Z")


def value(written: str, language: str) -> tuple[float, float | None] | None:
    """(value, the other reading where the separator is ambiguous) of a number in digits; None for `1.2.3`, `3,5,1`."""
    if written.isdigit():
        return float(written), None
    simple = _SIMPLE.match(written)
    if simple:
        return _one_separator(simple, language)
    if _GROUPED.match(written) or _INDIAN.match(written):
        return float(re.sub(r"\D", "", written)), None
    mixed = _MIXED.match(written)
    if mixed and mixed[2] != mixed[3]:
        return float(re.sub(r"\D", "", mixed[1]) + "." + mixed[4]), None
    return None


def _one_separator(match: re.Match[str], language: str) -> tuple[float, float | None]:
    """One point or comma: groups when three digits follow one to three others that are not 0, else decimals.

    `3.142` and `3,142` may be either: the language decides which comes first, round thousands (`3.000`) are groups
    everywhere, and in languages of the decimal comma `3,142` is read as thousands first too, since English-style
    separators are far commoner there than three exact decimals.
    """
    whole, sign, rest = match.groups()
    decimal = float(f"{whole}.{rest}")
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):
        return decimal, None
    grouped = float(whole + rest)
    usual = (sign == ",") == (language in _POINT_LANGUAGES)
    if usual and sign == "," and language in _POINT_LANGUAGES:
        return grouped, None
    if usual or rest == "000" or sign == ",":
        return grouped, decimal
    return decimal, grouped
