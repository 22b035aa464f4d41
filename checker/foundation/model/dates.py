"""Dates that stay as partial as people write them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which year, month or day may be unknown; nothing missing is ever filled in.

    `10 December` has no year, `December 1991` no day. A day without a month is not a date.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def agrees(self, other: PartialDate) -> bool:
        """True when no part that both know differs, and they know at least one part in common."""
        pairs = [(a, b) for a, b in zip(self.parts(), other.parts(), strict=True) if a is not None and b is not None]
        return bool(pairs) and all(a == b for a, b in pairs)

    def parts(self) -> tuple[int | None, int | None, int | None]:
        """(year, month, day)."""
        return (self.year, self.month, self.day)

    def earliest(self) -> dt.date | None:
        """The first calendar day that it may mean, or None without a year or for a day that no calendar has."""
        if self.year is None:
            return None
        try:
            return dt.date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return None

    def __str__(self) -> str:
        """ISO 8601 as far as it is known: `1991-12-26`, `1991-12`, `1991`; `--12-10` without a year."""
        year = f"{self.year:04d}" if self.year is not None else "-"
        return "-".join([year, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)])
