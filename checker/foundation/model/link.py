"""Nouns of JUDGE: the health of a link, and the memory of links between runs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from checker.foundation.model.source import Hop, Source


class Health(StrEnum):
    """What became of a link (product.md); only `dead` accuses it."""

    OK = "ok"
    MOVED = "moved"
    DEAD = "dead"
    BLOCKED = "blocked"
    UNSTABLE = "unstable"
    INSECURE = "insecure"
    UNSAFE = "unsafe"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class History:
    """What is remembered of one URL: failures are counted at least 72 hours apart, an answer resets them."""

    url: str
    failures: int = 0
    first_failed: dt.datetime | None = None
    last_failed: dt.datetime | None = None
    last_alive: dt.datetime | None = None
    health: Health = Health.UNCHECKED


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a rule may look at for one link: the answer, the probes that were wished for, the memory."""

    source: Source
    probes: tuple[Source, ...] = ()
    history: History | None = None


@dataclass(frozen=True, slots=True)
class LinkNote:
    """Information beside a verdict: fragment missing, cut body, …; `rule` is that of the finding it is on a living link."""

    text: str
    rule: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class LinkVerdict:
    """The judgement of one link with the rule that made it and the evidence in words."""

    url: str
    health: Health
    rule: str
    reason: str
    confidence: float
    checked: dt.datetime | None = None
    status: int | None = None
    final_url: str | None = None
    hops: tuple[Hop, ...] = ()
    history: History | None = None
    replacement: str | None = None  # for `moved`: the address that the .bib should have
    notes: tuple[LinkNote, ...] = ()
