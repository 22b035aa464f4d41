"""What keeps a page from being called dead: it is built as a wall, speaks as one, or has words that a wall might have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from checker.foundation.model import Document
from checker.language.text.detect import detect
from checker.links.absence import Kind, notice
from checker.links.phrases import folded_pattern, in_text, in_title, without
from checker.links.prose import prose
from checker.links.rules.pages import heading
from checker.links.tables import rows
from checker.links.titles import folded

# What walls are built of: such a page is not called dead, whatever it says.
_BUILT_AS_WALLS = frozenset({"password-field", "captcha"})
_WALLS = ("bot", "login", "paywall", "consent", "age", "script", "region", "pause")
_TITLED = ("bot", "login", "consent", "pause")
_HEAD = 1500  # code points of a page in which its walls speak
_LONGEST = 400  # code points of a sentence at a glance; longer is a menu without its lines
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
GLANCE = "glance"
_WITHOUT_BLANKS = ("zh", "ja", "th", "ko", "de")  # and German, which joins its words
# Languages that are taken for one another on a short page.
_FAMILIES = (
    frozenset({"sv", "da", "no"}),
    frozenset({"cs", "sk", "pl"}),
    frozenset({"hr", "sr", "sl"}),
    frozenset({"es", "ca", "pt", "it"}),
    frozenset({"ru", "uk", "bg", "sr"}),
    frozenset({"et", "fi"}),
    frozenset({"lv", "lt"}),
    frozenset({"ar", "fa", "ur"}),
)


def speaks_as_wall(document: Document) -> bool:
    """True for what walls are built of, and for their own sentences."""
    if document.signs & _BUILT_AS_WALLS:
        return True
    text = f"{heading(document)}\n{document.text}"
    titled = any(in_title("walls", (wall, "title"), heading(document)) for wall in _TITLED)
    return titled or are_words_of_a_wall(text) or barred(document) is not None


def are_words_of_a_wall(text: str) -> bool:
    """True when a wall's own sentence stands in a text, such as what is said beside a notice."""
    return any(in_text("walls", (wall, "text"), text, limit=_HEAD) for wall in _WALLS)


def barred(document: Document) -> str | None:
    """The words by which a page says that one has no right to see it, unless the rest of it says that it is not there."""
    words = in_text("walls", ("barred", "text"), document.text, limit=_HEAD)
    if words is None:
        return None
    rest = notice(without("walls", ("barred", "text"), document.text[:_HEAD]))
    return None if rest is not None and rest.kind >= Kind.LOST else words


def may_be_wall(document: Document, text: str) -> bool:
    """True when one of the weak words for walls stands in a text of the page.

    They are short, so only those of the language count, and of those that are easily taken for it; all of them where the
    language cannot be told.
    """
    known = _weak_words()
    spoken = {detect(text), detect(document.text), document.language[:2].lower()} & known.keys()
    family = spoken.union(*(each for each in _FAMILIES if each & spoken)) or known.keys()
    there = folded(text[:_HEAD])
    return any(known[language].search(there) for language in family & known.keys())


def said(document: Document) -> str:
    """Running text without menus and lists, in which a weak word may be held against a page."""
    rows = _SENTENCE.split(document.text) if GLANCE in document.signs else prose(document.text)
    return "\n".join(row for row in rows if len(row) <= _LONGEST) or document.text


@cache
def _weak_words() -> Mapping[str, re.Pattern[str]]:
    table: dict[str, list[str]] = {}
    for row in rows("walls"):
        if row[:2] == ("any", "text"):
            table.setdefault(row[2], []).append(folded_pattern(row[3]))
    return {language: re.compile(_at_words(language, "|".join(words))) for language, words in table.items()}


def _at_words(language: str, pattern: str) -> str:
    return pattern if language in _WITHOUT_BLANKS else rf"(?<![^\W\d_])(?:{pattern})"
