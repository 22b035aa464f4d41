"""The progress bar on a terminal's stderr; nothing at all elsewhere."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress as Bar, TaskID, TextColumn, TimeElapsedColumn

_WORDS = {"fetch": "Fetching sources", "probe": "Looking again", "match": "Matching claims"}


class ProgressBar:
    """A context manager that is a `pipeline.Progress`: one line per stage."""

    def __init__(self, *, shown: bool) -> None:
        """`shown` is whether anybody wants it; a pipe never does."""
        console = Console(stderr=True)
        self._bar = Bar(
            TextColumn("{task.description:<18}"),
            BarColumn(bar_width=32),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not (shown and console.is_terminal),
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far a stage has come; a total of 0 is not known."""
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(_WORDS.get(stage, stage), total=total or None)
        self._bar.update(self._tasks[stage], completed=done, total=total or None)
