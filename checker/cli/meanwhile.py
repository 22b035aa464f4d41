"""What is needed after the fetching, loaded piece by piece during it: hosts are waited for anyway, reports are not."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial

from checker.pipeline import Progress

# Answers to come for each piece that is left: a piece takes some hundredths of a second, in which no hop is started, and towards
# the end, when the slowest hosts are waited for, there is none to start. Of 2,000 links that is a tenth of a second saved.
_EACH = 12
_MODULES = (
    "jinja2",
    "babel.dates",
    "checker.reporting.webpage",
    "rich.console",
    "rich.table",
    "checker.reporting.terminal",
    "checker.reporting.schema1",
)


class Meanwhile:
    """A progress that passes everything on, and does a piece of what lies ahead now and then."""

    def __init__(self, progress: Progress, language: str, *, verdicts: bool) -> None:
        """`language` is that of the reports; `verdicts` is whether claims will have any."""
        self._progress = progress
        self._pieces: list[Callable[[], object]] = [
            *(partial(importlib.import_module, name) for name in _MODULES),
            partial(_webpage, language, verdicts=verdicts),
        ]

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Pass it on."""
        self._progress(stage, done, total)
        if stage == "fetch" and self._pieces and total - done <= _EACH * len(self._pieces):
            self._pieces.pop(0)()


def _webpage(language: str, *, verdicts: bool) -> None:
    from checker.reporting import webpage  # noqa: PLC0415 - that is the point

    webpage.prepare(language, verdicts=verdicts)
