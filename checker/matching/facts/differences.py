"""Figures that say by how much, not how many: `a hundred more than in 1940`, `kém người thắng 17 giây`, `14 % de plus`."""

from __future__ import annotations

import re

from checker.language.values import Mention, Quantity

_DEGREE = {
    "en": r"(?:more|fewer|less|higher|lower|greater|longer|shorter|taller|heavier|larger|smaller|older|younger|lighter|slower|faster|deeper|warmer|colder|cheaper|closer|farther|further|earlier|later|above|below|ahead|behind)",
    "de": r"(?:mehr|weniger|höher|niedriger|länger|kürzer|größer|kleiner|älter|jünger|über|unter)",
    "fr": r"(?:de plus|de moins|plus|moins)",
    "es": r"(?:más|menos)",
    "pt": r"(?:a mais|a menos|mais|menos)",
    "it": r"(?:in più|in meno|più|meno)",
}
_THAN = {"en": r"than", "de": r"als", "fr": r"que", "es": r"que", "pt": r"(?:do )?que", "it": r"(?:di|che|del\w*)"}
# `fell by 4,000 men`; a share that something rose by is often told without the word, so shares are left out.
_EN_BY = re.compile(
    r"\b(?:fall|fell|ris|rose|gr[eo]w|shr[aiu]nk|drop|declin|increas|decreas|climb|reduc|rais|lower|narrow|widen|swell|exceed"
    r"|cut|up|down)\w*\s+(?:[^\W\d]+\s+){0,3}by\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_EN_PART = re.compile(
    r"\bby (?:about |almost |nearly |over |more than )?(?:half|(?:a|one)[ -](?:third|quarter|fifth|tenth))$"
)
_REACH = 40  # code points between such a word and what is compared with
# In Vietnamese the degree stands before the figure, and with whom it is compared before or behind: `cao hơn năm trước 14%`.
_VI_BEFORE = re.compile(r"(?:\bhơn|\bkém)\s+(?:[^\W\d]+\s+){0,4}$", re.IGNORECASE)
# `tăng 300 người` is a rise by 300; `tăng lên 300` one to 300.
_VI_BY = re.compile(
    r"\b(?:tăng|giảm|sụt|dâng|hạ)\s+(?:thêm\s+|đi\s+)?(?:(?:khoảng|gần|hơn|chừng|tới)\s+)?$", re.IGNORECASE
)
_VI_AFTER = re.compile(r"[^.;,]{0,30}?\b(?:so với|hơn|kém)\b", re.IGNORECASE)


def is_difference(figure: Mention, text: str, language: str) -> bool:
    """True for a figure of a text that only says how far two others lie apart."""
    if language == "vi":
        if not _is_share(figure) and _VI_BY.search(text, max(0, figure.start - _REACH), figure.start):
            return True
        before = _VI_BEFORE.search(text, 0, figure.start)
        # `hơn 100 người` alone is an open bound; `kém 12 giây` is by how much.
        return (before is not None and before.group().casefold().split() != ["hơn"]) or (
            re.search(r"\bhơn\s*$", text[: figure.start]) is None and _VI_AFTER.match(text, figure.end) is not None
        )
    if language == "en" and _EN_PART.search(text, max(0, figure.start - _REACH), figure.end):
        return True
    if language == "en" and _EN_BY.search(text, max(0, figure.start - _REACH), figure.start) and not _is_share(figure):
        return True
    degree = _DEGREE.get(language)
    if degree is None:
        return False
    words = rf"\s+(?:[^\W\d]+\s+){{0,2}}?{degree}\b[^.;]{{0,{_REACH}}}?\b{_THAN[language]}\b"
    return re.match(words, text[figure.end :], re.IGNORECASE) is not None


def _is_share(figure: Mention) -> bool:
    return isinstance(figure.value, Quantity) and figure.value.unit == "percent"
