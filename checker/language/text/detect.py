"""Which language a text is written in: letters that only one language uses, common words, then n-gram profiles."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from resiliparse.parse.lang import detect_fast

from checker.language.text import tables

# Beyond this many code points a text's language does not change; a page of 5 MB is judged by its head.
_ENOUGH = 5_000
# Resiliparse's documentation: "values above 1200 are usually false results"; on short texts it is wrong far earlier,
# so that its word counts only from this many letters on.
_PROFILED = 40

# Letters of Vietnamese alone: horned vowels, ă, đ, and any vowel that carries a tone beside another mark.
_VIETNAMESE = re.compile("[ăđơưắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỉĩịọỏạảẹẻẽụủũỳỵỷỹ]")
_SHARED_WITH_VIETNAMESE = re.compile("[ăđ]")  # Romanian ă and â, Croatian đ: alone they prove nothing
_LETTERS = (
    ("de", re.compile("[ßäöü]")),
    ("es", re.compile("[ñ¿¡]")),
    ("fr", re.compile("[çœîû]")),
)
_SCRIPTS = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7af\u1100-\u11ff]"),
    ("zh", "[\u3400-\u9fff]"),
    ("uk", "[іїєґ]"),
    ("ru", "[\u0400-\u04ff]"),
    ("el", "[\u0370-\u03ff]"),
    ("ar", "[\u0600-\u06ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("hy", "[\u0530-\u058f]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("hi", "[\u0900-\u097f]"),
)
# The commonest words that the other languages of the list do not have: enough for one sentence.
_COMMON = {
    "vi": tables.words("của không nhưng người với được các một trong khi trên tại và là theo năm tháng quân"),
    "en": tables.words(
        "the of and is was were with that from by had have his this which are been for it they he she not said"
    ),
    "fr": tables.words(
        "le les des et est dans une qui que pour sur avec du aux sont plus par pas ont été la au fait avait cette ses leur ans"
    ),
    "de": tables.words("der die das und ist nicht mit von den dem ein eine auf für im wurde sich des zu als auch war"),
    "es": tables.words("el los las y es en que por con una del para como fue su más al la se lo"),
    "it": tables.words("il gli della che di è per con una sono nel dei alla anche più non"),
    "pt": tables.words("o os do da em que para com uma não foi dos ao mais como se são"),
}
_SPEAKERS = {
    word: tuple(language for language, common in _COMMON.items() if word in common)
    for word in frozenset[str]().union(*_COMMON.values())
}
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str:
    """The ISO 639-1 code of the language that most of `text` is written in, "" when it cannot be told."""
    head = unicodedata.normalize("NFC", text[:_ENOUGH]).casefold()
    words = _WORD.findall(head)
    letters = sum(map(len, words))
    if not letters:
        return ""
    proven = "" if head.isascii() else _by_script(head, letters) or _by_vietnamese_letters(head, words)
    return proven or _by_words(head, words, letters)


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compiled when the first text with other letters is met: with the wide ones that takes a while."""
    return tuple((language, re.compile(script)) for language, script in _SCRIPTS)


def _by_script(text: str, letters: int) -> str:
    """The language of a script that makes up most of the letters; Japanese and Ukrainian need a few of their own."""
    for language, script in _scripts():
        share = len(script.findall(text)) / letters
        if share > 0.5 or (share > 0.02 and language in ("ja", "uk") and _mostly_beyond_latin(text, letters)):
            return language
    return ""


def _mostly_beyond_latin(text: str, letters: int) -> bool:
    """True when fewer than half of the letters stand before U+0370, where Latin ends."""
    return sum(char.isalpha() and char > "\u036f" for char in text) > letters / 2


def _by_vietnamese_letters(text: str, words: list[str]) -> str:
    """Vietnamese when at least one word in seven carries a mark that no other of our languages writes."""
    marked = [word for word in words if _VIETNAMESE.search(word)]
    proof = [word for word in marked if _VIETNAMESE.search(_SHARED_WITH_VIETNAMESE.sub("", word))]
    enough = len(marked) * 7 >= len(words) and (proof or len(marked) * 2 >= len(words))
    return "vi" if enough and any(char in text for char in "ăâđêôơưạảấầậệộợựịọụ") else ""


def _by_words(text: str, words: list[str], letters: int) -> str:
    """What the profiles say of a longer text; common words and single letters for a short one."""
    scores = dict.fromkeys(_COMMON, 0.0)
    for word in words:
        for language in _SPEAKERS.get(word, ()):
            scores[language] += 1.0
    for language, own in () if text.isascii() else _LETTERS:
        scores[language] += 0.5 * len(own.findall(text))
    ranked = sorted(scores, key=lambda language: -scores[language])
    best, second = ranked[0], ranked[1]
    clear = scores[best] >= max(1.0, 1.5 * scores[second])
    if letters >= _PROFILED:
        guess, _ = detect_fast(text)
        trusted = not clear or scores.get(guess, 0.0) >= scores[best]
        return str(guess) if guess != "unknown" and trusted else (best if clear else "")
    return best if clear else ""
