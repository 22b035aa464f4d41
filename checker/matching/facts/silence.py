"""What a text says that it does not say: `the report says nothing on Norway` bears nothing out about Norway."""

from __future__ import annotations

import re
from functools import lru_cache

# What follows is what is not told.
_BEFORE = {
    "en": r"(?:says?|said|saying|states?|stated|reports?|reported|knows?|has|have|had) nothing (?:on|of|about)"
    r"|(?:does|do|did)(?: not|n['’]t) (?:mention|name|discuss|cite|cover|refer to|speak of|say anything (?:of|on|about))"
    r"|(?:makes?|made|with|has|had|contains?) no mention of|silent (?:on|about|as to)"
    r"|without (?:mentioning|naming|citing)|nothing is said (?:of|on|about)",
    "vi": r"không (?:hề )?(?:nhắc|nói gì|đề cập|nêu tên|nêu)(?: gì)?(?: đến| tới| về)?|im lặng về|không có (?:gì|chữ nào) về",
    "fr": r"ne (?:mentionne|cite|nomme|évoque)\w* (?:pas|ni)|ne (?:dit|disent) rien d[eu]|aucune mention d|sans mentionner"
    r"|passe\w* sous silence",
    "de": r"(?:sagt|sagen|sagte) nichts (?:über|von|zu)|ohne (?:Erwähnung|Nennung)|schweigt (?:über|zu)"
    r"|erwähnt\w* weder",
    "es": r"no (?:menciona|nombra|cita)\w*|no dicen? nada (?:de|sobre)|sin mencionar|guarda\w* silencio sobre",
    "ru": r"не (?:упомина\w+|называ\w+)|ничего не (?:говор\w+|сообща\w+) о|умалчива\w+ о",
}
# What stands before is what is not told.
_AFTER = {
    "en": r"(?:is|are|was|were|be|been)(?: not|n['’]t) (?:mentioned|named|discussed|cited|seen)|goes? unmentioned",
    "vi": r"không (?:hề )?được (?:nhắc|đề cập|nêu)|không thấy (?:nhắc|nói|nêu)",
    "fr": r"n['’]est pas mentionnée?|ne sont pas mentionnée?s",
    "de": r"(?:wird|werden|wurde|wurden)[^.;]{0,40}? nicht (?:erwähnt|genannt)",
    "es": r"no se mencionan?|no (?:es|son) mencionad[oa]s?",
    "ru": r"не упоминаетс\w+|не упоминаютс\w+|не упомянут\w*",
}
_END = re.compile(r"[.;:!?\n]|,? (?:but|only|nhưng|mais|aber|pero|но) ")


def told(text: str, language: str, start: int) -> bool:
    """False when what stands at an offset of a text is among what the text says that it does not tell."""
    return not any(first <= start < last for first, last in _untold(text, language))


def silent(text: str, language: str) -> bool:
    """True when a text says of anything that it is not told."""
    return bool(_untold(text, language))


@lru_cache(maxsize=20_000)
def _untold(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """The spans of a text that stand in the scope of such words, to the next stop or turn of the sentence."""
    if language not in _BEFORE:
        return ()
    spans: list[tuple[int, int]] = []
    for found in _pattern(_BEFORE[language]).finditer(text):
        stop = _END.search(text, found.end())
        spans.append((found.start(), stop.start() if stop else len(text)))
    for found in _pattern(_AFTER[language]).finditer(text):
        before = [stop.end() for stop in _END.finditer(text, 0, found.start())]
        spans.append((before[-1] if before else 0, found.end()))
    return tuple(spans)


@lru_cache(maxsize=32)
def _pattern(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives})", re.IGNORECASE)
