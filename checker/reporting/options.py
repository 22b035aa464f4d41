"""What a reporter is: a pure function from a Report and Options to text in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from checker.foundation.model import Report, Severity


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is told; every reporter takes what concerns it and ignores the rest.

    `width` is in columns of a terminal. `report` is the folder (or address) that holds index.html, for those
    that point to it. `browse` is an address that paths are appended to (`https://host/owner/repo/blob/main/`), so that
    `path#L12` can be a link; empty: no links into files. `fail_on` is the severity from which JUnit calls a
    citation failed, None for never.
    """

    language: str = "en"
    width: int = 100
    colour: bool = False
    verbose: bool = False
    quiet: bool = False
    report: str = ""
    browse: str = ""
    fail_on: Severity | None = Severity.ERROR


Reporter: TypeAlias = Callable[[Report, Options], Iterable[str]]
"""Text in pieces, line ends included: `file.writelines(pieces)` writes the report."""
