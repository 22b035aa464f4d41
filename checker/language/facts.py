"""All facts of a text by value: every reader over the same pieces, none of which belongs to two facts.

Identifiers are read first (`Resolution 822` is no count), then dates, designations (`T-34`), offices, names, and
numbers last.
Quotations stand apart: what is inside one is a fact as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from checker.foundation.model import PartialDate
from checker.language import identifiers, models, quotations
from checker.language.dates import reading as dates
from checker.language.names import offices, reading as names
from checker.language.numbers import money, reading as numbers
from checker.language.text import normalise
from checker.language.text.tokens import Tokens, tokenise
from checker.language.values import Mention

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,64}|\bdoi:\S+|\b10\.\d{4,9}/\S+")
_SIGNS_OF_ADDRESSES = ("://", "www.", "@", "doi:", "/")
# An ISBN, a telephone number: digits in four or more groups, which no date has.
_HYPHENS, _LONG = 3, 19  # the fewest hyphens, or else digits
_CHAIN = re.compile(
    r"\d{19,}|(?<![\w.])(?:ISBN(?:-1[03])?:?\s*)?\d+(?:-\d+){3,}(?:[-.]?X)?(?![\w])|\bISBN(?:-1[03])?:?\s*[\dX -]{9,17}"
)


def mentions(text: str, language: str, *, base: PartialDate | None = None) -> tuple[Mention, ...]:
    """The facts of a text in order of their places, offsets in code points of `text` as given.

    `language` is ISO 639-1 ("" is read as English); `base` is the day that the text was written on, for relative dates.
    One pass for each kind, linear in the length of the text.
    """
    whole, offsets = normalise.composed(text)
    tokens = tokenise(whole)
    taken = _not_prose(tokens)
    money.reserve(tokens, language, taken)
    found = [
        *identifiers.read(tokens, language, taken),
        *dates.read(tokens, language, taken, base),
        *models.read(tokens, taken),
        *offices.read(tokens, taken),
        *names.read(tokens, language, taken),
        *numbers.read(tokens, language, taken),
        *quotations.read(whole),
    ]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    if offsets is None and tokens.text == text:  # as most are: the words and places are those of the text as given
        return tuple(found)
    return tuple(_placed(mention, text, offsets) for mention in found)


def _not_prose(tokens: Tokens) -> bytearray:
    """A mark for each piece, set where the text is an address or a serial number."""
    taken = bytearray(len(tokens))
    text = tokens.text
    spans = [match.span() for match in _CHAIN.finditer(text)] if tokens.numerals and _may_have_chain(tokens) else []
    if any(sign in text for sign in _SIGNS_OF_ADDRESSES):
        spans.extend(match.span() for match in _ADDRESS.finditer(text))
    for start, end in spans:
        first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        taken[first:last] = b"\x01" * (last - first)
    return taken


def _may_have_chain(tokens: Tokens) -> bool:
    """False for a text with too few hyphens and too short figures for a serial number: a pattern costs more to look for."""
    text = tokens.text
    return (
        text.count("-") >= _HYPHENS or "ISBN" in text or any(len(tokens.words[at]) >= _LONG for at in tokens.numerals)
    )


def _placed(mention: Mention, text: str, offsets: list[int] | None) -> Mention:
    """The mention with the words and offsets of the text as it was given."""
    start, end = mention.start, mention.end
    if offsets is not None:
        start, end = offsets[start], offsets[end]
    return Mention(mention.kind, text[start:end], start, end, mention.value)
