"""Facts by value: what a number, date, name, quotation or identifier in a sentence means, apart from how it is written.

Every reader of this floor gives Mentions: a span of the text with its Value. Matching compares Values, shows spans.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from checker.foundation.model import FactKind, PartialDate


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the set of values it may stand for.

    `low`..`high` is the value itself widened by approximation ("about", "more than", rounded words) or a range;
    `unit` is a canonical unit (`km`, `kg`, `percent`, `USD`, `day`; "" for a bare count); `noun` is what is counted,
    as written, lower-cased ("tanks", "xe tăng"); `ordinal` for 3rd, `approximate` when hedged in words.
    `said` is the value before any widening (None for a range or a vague "thousands of"), `other` the second reading
    where a separator may group or divide (`3.142`), both in `unit`; `written` is the unit before conversion, as pint
    names it (two different ones agree within a conversion's rounding), and `figure` the number that stands before it.
    """

    low: float
    high: float
    unit: str = ""
    noun: str = ""
    ordinal: bool = False
    approximate: bool = False
    said: float | None = None
    other: float | None = None
    written: str = ""
    figure: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Period:
    """A date, or a span from `start` to `end` when written as one (decades, centuries, "1988–1994")."""

    start: PartialDate
    end: PartialDate
    relative: bool = False  # resolved from the source's own date ("last Sunday")


@dataclass(frozen=True, slots=True)
class Named:
    """A person, place, organisation or acronym; `forms` are normalised keys under which it is the same in other languages."""

    forms: frozenset[str]
    kind: str = ""  # person, place, organisation, event, demonym, acronym, office or "" when not known


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `words` normalised for comparison, marks and ellipses resolved into pieces."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identifier:
    """A numbered thing ("Resolution 822", "Section 907", "Trung đoàn 366"): its class, canonical in English, and number."""

    kind: str
    number: str


Value: TypeAlias = Quantity | Period | Named | Quotation | Identifier


@dataclass(frozen=True, slots=True)
class Mention:
    """One fact where it stands: `text[start:end]`, offsets in code points."""

    kind: FactKind
    text: str
    start: int
    end: int
    value: Value
