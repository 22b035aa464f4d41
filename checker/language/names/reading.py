"""Names in running text: known ones by the gazetteer, others by their capitals, neither by a sentence's first letter.

Vietnamese syllables that are names and words (Anh: England or elder brother; Đức; Mỹ; Ba) go by their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator

from anyascii import anyascii

from checker.foundation.model import FactKind
from checker.language.names import gazetteer, offices, words as name_words
from checker.language.numbers import spelled
from checker.language.numbers.ordinals import roman
from checker.language.text import normalise
from checker.language.text.tokens import Tokens
from checker.language.values import Mention, Named

_LONGEST = 8  # words of one name
_FAITH = "giáo"  # what makes a religion of a name: `Ấn Độ giáo`
_FOREIGN = 4  # letters of a word that is no Vietnamese syllable and so a name even where it begins a sentence
_Found = tuple[int, int, Named | None]


def read(tokens: Tokens, language: str, taken: bytearray) -> Iterator[Mention]:
    """The names of a text in order; pieces that other facts have taken are passed by."""
    end = 0
    for at in _candidates(tokens, language):
        if taken[at] or at < end:
            continue
        found = _known(tokens, at, language) or _by_capitals(tokens, at, language, taken)
        if found is None:
            continue
        start, end, value = found
        if value is not None and not any(taken[start:end]):
            first, last = tokens.starts[start], tokens.ends[end - 1] - 2 * tokens.words[end - 1].endswith("'s")
            yield Mention(FactKind.NAME, tokens.text[first:last], first, last, value)
            taken[start:end] = b"\x01" * (end - start)


def _candidates(tokens: Tokens, language: str) -> list[int]:
    """The pieces at which a name may begin: capitals, Han characters, and small words that begin some known names."""
    small = gazetteer.small_beginnings(language)
    return [
        at
        for at, word in enumerate(tokens.words)
        if word in small
        or word[:4] in small
        or (not "a" <= word[0] <= "z" and (word[0].isupper() or "\u3400" <= word[0] <= "\u9fff"))
    ]


def _known(tokens: Tokens, at: int, language: str) -> _Found | None:
    """A name of the gazetteer; one that begins small needs a capital inside (`châu Âu`, `mer Noire`)."""
    small = tokens.words[at][0].islower()
    if small and (people := gazetteer.demonym(tokens.lows[at], language)):
        return at, at + 1, Named(frozenset({people, normalise.key(tokens.lows[at])}), "demonym")
    found = gazetteer.at(tokens, at)
    if found is None:
        return None
    known, end = found
    capital = any(word[0].isupper() for word in tokens.words[at + 1 : end])
    if small and known.kind not in ("event", "institution") and not capital:
        return None
    if language == "vi" and (tokens.low(end) == _FAITH or not name_words.is_country(tokens, at, end)):
        return None
    if not known.kind and _of_a_longer_name(tokens, at, end, known):
        return None
    text = tokens.text[tokens.starts[at] : tokens.ends[end - 1]].removesuffix("'s")
    kind = "organisation" if known.kind == "institution" else known.kind
    return at, end, Named(frozenset({known.identity, normalise.key(text)}), kind)


def _of_a_longer_name(tokens: Tokens, at: int, end: int, known: gazetteer.Known) -> bool:
    """True for a town that something else is called after: `Manchester United`, `the Boston Globe`, no `Bavarian army`."""
    following = tokens.word(end)
    if not following[:1].isupper() or not tokens.near(end) or gazetteer.at(tokens, end) is not None:
        return False
    return known.identity == "=" + normalise.key(tokens.phrase(at, end)) and tokens.lows[end] not in name_words.GENERIC


def _by_capitals(tokens: Tokens, at: int, language: str, taken: bytearray) -> _Found | None:
    """A run of capitalised words as a name; None when it is only the beginning of a sentence."""
    if not tokens.words[at][0].isupper():
        return None
    end = _run_end(tokens, at, language, taken)
    start, titled = _without_titles(tokens, at, end)
    titled = titled or (at > 0 and taken[at - 1] == offices.MARK)
    starts_sentence = not titled and name_words.begins(tokens, at)
    low = tokens.lows[at]
    if starts_sentence and (low in name_words.NUMBER_WORDS or low in spelled.starters(language)):
        return None
    start, starts_sentence = _without_function_words(tokens, start, end, language, starts_sentence=starts_sentence)
    if start > at and not titled:
        start, titled = _without_titles(tokens, start, end)
    while start < end and (tokens.lows[start] in name_words.CONNECTORS or tokens.lows[start] in name_words.VI_CLASSES):
        start += 1
    if start >= end or (end == start + 1 and (roman(tokens.words[start]) or tokens.words[start] in name_words.CODES)):
        return None
    if start > at and (known := _known(tokens, start, language)):
        return known
    if language == "vi" and tokens.low(end) == _FAITH:
        return at, end, None
    kind = _kind(tokens, start, end, language, titled=titled)
    alone = end == start + 1
    if alone and not _single(tokens, start, language, kind, starts_sentence=starts_sentence and start == at):
        return at, end, None
    text = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    return start, end, Named(forms(text, language) | _identities(tokens, start, end), kind)


def _without_function_words(
    tokens: Tokens, start: int, end: int, language: str, *, starts_sentence: bool
) -> tuple[int, bool]:
    """(index after the words that only begin a sentence, whether the name still stands at its beginning)."""
    functions = name_words.FUNCTION.get(language, name_words.FUNCTION["en"])
    if language == "vi" and not starts_sentence:
        return start, False
    begin = start
    while start < end and tokens.lows[start] in functions and (starts_sentence or start == begin):
        start, starts_sentence = start + 1, False
    return start, starts_sentence


def _identities(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """What a known person at the end of a run adds to its forms: `J. F. Kennedy` is Kennedy."""
    known = (gazetteer.at(tokens, at) for at in range(start + 1, end))
    return frozenset(found[0].identity for found in known if found and found[1] == end and found[0].kind == "person")


def forms(text: str, language: str = "") -> frozenset[str]:
    """The keys of a name as written: its letters, and in Latin script where it is in another (Russian cases aside)."""
    key = normalise.key(text.removesuffix("'s"))
    if key.isascii():
        joined = key.replace(" ", "") if "-" in text else key
        return frozenset({key, joined})
    if language == "ru":
        key = " ".join(gazetteer.russian_stem(word) for word in key.split())
    return frozenset({key, normalise.key(anyascii(key).replace("'", ""))})


def _run_end(tokens: Tokens, at: int, language: str, taken: bytearray) -> int:
    """The end of the capitalised words from `at` on, connectors, hyphens and initials' points inside.

    A known name ends a run that joins it by "of", that only begins a sentence, or that is Vietnamese; a known person
    is the end of his own run.
    """
    end = at + 1
    while end < len(tokens) and end - at < _LONGEST:
        step = _step(tokens, end)
        if not step or any(taken[end : end + step]) or tokens.words[end - 1].endswith("'s"):
            break
        known = _known(tokens, end + step - 1, language) if tokens.words[end] != "-" else None
        if known is not None and known[2] is not None:
            if known[2].kind == "person" and step < 3:
                return known[1]
            if language == "vi" or step > 1 or (end == at + 1 and name_words.begins(tokens, at)):
                break
        end += step
    while end > at + 1 and tokens.lows[end - 1] in name_words.FUNCTION["en"]:
        end -= 1
    return end


def _step(tokens: Tokens, end: int) -> int:
    """How many pieces from `end` on continue a name: 1 for another capital, more with what joins it; 0 for none."""
    word = tokens.words[end]
    if word[0].isupper() and tokens.near(end):
        return 1
    if word == "-" and tokens.glued(end) and tokens.glued(end + 1) and tokens.word(end + 1)[:1].isalpha():
        return 2
    abbreviated = len(tokens.words[end - 1]) == 1 or tokens.lows[end - 1] in name_words.TITLES
    if word == "." and tokens.glued(end) and abbreviated and tokens.word(end + 1)[:1].isupper():
        return 2
    if tokens.lows[end] in name_words.CONNECTORS and tokens.near(end):
        if tokens.word(end + 1)[:1].isupper():
            return 2
        if tokens.low(end + 1) in name_words.CONNECTORS and tokens.word(end + 2)[:1].isupper():
            return 3
    if tokens.lows[end] == "for" and tokens.near(end) and tokens.lows[end - 1] in name_words.BODIES:
        the = tokens.low(end + 1) == "the"
        return 2 + the if tokens.word(end + 1 + the)[:1].isupper() else 0
    return 0


def _without_titles(tokens: Tokens, start: int, end: int) -> tuple[int, bool]:
    """(index of the first word that is no title, whether there was one); a title alone stays a title."""
    at = start
    while at < end and (tokens.lows[at] in name_words.TITLES or (tokens.words[at] == "." and at > start)):
        at += 1
    return (at, True) if start < at < end else (start, at > start)


def _kind(tokens: Tokens, start: int, end: int, language: str, *, titled: bool) -> str:
    if end == start + 1 and tokens.words[start].isupper() and 2 <= len(tokens.words[start]) <= 6:
        return "acronym"
    if titled or (language == "vi" and (tokens.lows[start] in name_words.VI_SURNAMES and end - start > 1)):
        return "person"
    if language == "vi" and tokens.low(start - 1) in name_words.VI_PERSON_CUES:
        return "person"
    return "place" if language == "vi" and tokens.low(start - 1) in name_words.VI_PLACE_CUES else ""


def _single(tokens: Tokens, at: int, language: str, kind: str, *, starts_sentence: bool) -> bool:
    """True when one capitalised word alone is a name."""
    low = tokens.lows[at]
    if kind == "acronym":
        return True
    word, _, short = low.partition("'")
    if short in ("ve", "d", "m", "ll", "re", "s") and word in name_words.FUNCTION["en"]:
        return False  # `I've`
    if len(low) < 2 or low in name_words.GENERIC or low in name_words.TITLES:
        return False
    if language == "vi" and name_words.VI_SYLLABLE.match(low):
        return bool(kind) and not starts_sentence
    if language == "de":
        return False
    return not starts_sentence or (language == "vi" and low.isascii() and len(low) >= _FOREIGN)
