"""What a reader gives for one bibliography file, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.foundation.model import FailedEntry, Problem, Reference


@dataclass(frozen=True, slots=True)
class BibFile:
    """A bibliography file as it lies on disk; relative `file` fields are relative to `base`."""

    path: str
    data: bytes
    base: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """One file's account: `blocks == len(references) + len(failed) + comments + strings`; `macros` are its @strings.

    `lines` has, for each reference, the line of each of its fields.
    """

    references: tuple[Reference, ...] = ()
    failed: tuple[FailedEntry, ...] = ()
    comments: int = 0
    strings: int = 0
    blocks: int = 0
    problems: tuple[Problem, ...] = ()
    lines: tuple[Mapping[str, int], ...] = ()
    macros: Mapping[str, str] = field(default_factory=dict)
