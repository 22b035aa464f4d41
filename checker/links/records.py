"""What a registry knows of a work, whichever registry it is; texts cleaned."""

from __future__ import annotations

from dataclasses import dataclass

from checker.foundation.model import PartialDate


@dataclass(frozen=True, slots=True)
class Notice:
    """A later notice about a work: Crossref's type, the notice's DOI, its date, and who says so."""

    type: str
    doi: str
    date: PartialDate | None
    source: str


@dataclass(frozen=True, slots=True)
class Record:
    """One work. `identifier` is what the registry knows it by, as an editor would write it (`DOI 10.1/x`)."""

    registry: str
    identifier: str
    titles: tuple[str, ...]
    authors: tuple[str, ...] = ()
    date: PartialDate | None = None
    container: str = ""
    notices: tuple[Notice, ...] = ()
