"""What a run works with: settings, a fetcher, a clock, a way to read local copies, a memory, and somebody to tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from checker.foundation.model import Document, History, Request, Source
from checker.foundation.settings import Settings
from checker.language.word_lists import WordList
from checker.pipeline.remembering import Remembered
from checker.pipeline.scope import Before
from checker.review import Decisions

A = TypeVar("A")
R = TypeVar("R")


class Fetching(Protocol):
    """The part of a fetcher that a run needs."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """Hosts that were contacted."""

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences about the fetching itself that an editor must know."""

    def fetch(self, requests: Iterable[Request]) -> Iterator[Source]:
        """An answer for every request, in the order in which they come."""


class Progress(Protocol):
    """Called after every step: a stage (`fetch`, `probe`, `match`), how many are done, and of how many."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show it; raise nothing."""


def silent(stage: str, done: int, total: int) -> None:
    """A progress that shows nothing."""


class Spread(Protocol):
    """Calls a module-level function with every task, in several processes maybe: results in order, or why one has none."""

    def __call__(self, function: Callable[[A], R], tasks: Sequence[A]) -> Iterator[R | str]:
        """Results that are no texts, so that a text is always the sentence that says why there is none."""


def in_turn(function: Callable[[A], R], tasks: Sequence[A]) -> Iterator[R | str]:
    """A spread over this process alone."""
    return map(function, tasks)


def no_copies(path: str) -> Document | str:
    """Reads no local copy: what a run without a file system does."""
    return f"the local copy {path} was not opened"


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a run needs of the world, handed in; `read_copy` gives a local copy's content or why there is none.

    `memory` is what is remembered of links, `evidence` what sources said when they were last read. `save` has an archive
    save addresses and gives a sentence for each; nothing is saved without it. `spread` is asked when there is much to match.
    `decisions` are what editors accepted; with `before` only what changed since then is looked at; `whole` is False when
    the articles are not all that the decisions may be about. `lexicons` are the user's own word lists.
    """

    settings: Settings
    fetcher: Fetching
    clock: Callable[[], dt.datetime]
    read_copy: Callable[[str], Document | str] = no_copies
    memory: Mapping[str, History] = field(default_factory=dict)
    evidence: Mapping[str, Remembered] = field(default_factory=dict)
    progress: Progress = silent
    save: Callable[[Sequence[str]], Iterable[str]] | None = None
    spread: Spread = in_turn
    decisions: Decisions = field(default_factory=Decisions)
    before: Before | None = None
    whole: bool = True
    lexicons: tuple[WordList, ...] = ()
