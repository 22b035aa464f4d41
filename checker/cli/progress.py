"""The progress bar on a terminal's stderr; nothing at all elsewhere."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar, TaskID

_WORDS = {"fetch": "Fetching sources", "probe": "Looking again", "match": "Matching claims"}


class ProgressBar:
    """A context manager that is a `pipeline.Progress`: one line per stage."""

    def __init__(self, *, shown: bool) -> None:
        """`shown` is whether anybody wants it; a pipe never does."""
        self._bar = _bar() if shown and sys.stderr.isatty() else None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage has come; a total of 0 is not known."""
        if self._bar is None:
            return
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(_WORDS.get(stage, stage), total=total or None)
        self._bar.update(self._tasks[stage], completed=done, total=total or None)


def _bar() -> Bar:
    """The bar of a terminal, as far as rich thinks it one."""
    from rich.console import Console  # noqa: PLC0415 - nobody waits for a bar that is not shown
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description:<18}"),
        BarColumn(bar_width=32),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
