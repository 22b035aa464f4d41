"""Years that do not begin in January: `fiscal 2021/22`, `FY21`, `năm tài khóa 2021`, `the year to March 2022`.

Which year a fiscal one is called by differs from country to country: fiscal 2021 ends in 2021 or in 2022.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.language.values import Mention, Period

_NAMED = re.compile(
    r"\b(?:fiscal(?: years?)?|financial years?|FY|năm tài (?:khóa|khoá|chính)|niên (?:độ|khóa)|geschäftsjahr(?:es)?"
    r"|exercice(?: fiscal| comptable)?|année fiscale|ejercicio(?: fiscal)?|año fiscal|ano fiscal|exercício|esercizio"
    r"|финансов\w+ год\w*)\s*['’]?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:years?|12 months|twelve months) (?:that )?(?:ended|ending|ends|to|through|until)(?: in| on)?\s*$"
    r"|\bnăm (?:kết thúc|tính đến)(?: vào)?(?: ngày| tháng)?\s*$|\bexercice clos (?:le|en|fin)\s*$|\bejercicio cerrado (?:el|en)\s*$",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\bFY\s?['’]?(\d{4}|\d\d)(?:\s?[-/–]\s?(\d{4}|\d\d))?(?!\d)")
_REACH = 32  # code points before a date in which such words stand


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year over `text[start:end]`, and the years in which it may end."""

    start: int
    end: int
    ends: frozenset[int]


def fiscal_years(text: str, facts: Sequence[Mention]) -> tuple[FiscalYear, ...]:
    """The fiscal years of a text; `facts` are those that `facts.mentions` reads in it. A span of two years that follow each other is one."""
    found = [*_short(text)]
    for each in facts:
        value = each.value
        if not isinstance(value, Period) or value.start.year is None or value.end.year is None:
            continue
        low = max(0, each.start - _REACH)
        first, last = value.start.year, value.end.year
        until = first == last and value.start.month is not None and _UNTIL.search(text, low, each.start)
        if until or (last == first + 1 and value.start.month is None):
            found.append(FiscalYear(each.start, each.end, frozenset({last})))
        elif first == last and value.start.month is None and _NAMED.search(text, low, each.start):
            found.append(FiscalYear(each.start, each.end, frozenset({first, first + 1})))
    return tuple(found)


def _short(text: str) -> Iterator[FiscalYear]:
    """`FY21`, `FY2021/22`."""
    for found in _SHORT.finditer(text):
        first, last = (int(each) + 2000 * (len(each) == 2) if each else None for each in found.groups())
        if first is not None:
            ends = {last} if last is not None else {first, first + 1}
            yield FiscalYear(found.start(), found.end(), frozenset(ends))
