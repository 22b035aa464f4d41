"""REPORT: a Report goes in, text comes out, in pieces that together are the whole output (line ends included).

Every reporter is a pure function `render(report, options)`, alone in its file; the CLI writes what it gives.
To add one, do this: write `checker/reporting/<name>.py` with `render`, pass every word of an article or a source
through `escape`, add a line to the table below and `tests/reporting/test_<name>.py`; the contract test runs on it unasked.
Texts for people stand in `words.tsv`, in English and Vietnamese.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping

from checker.reporting.options import Options, Reporter

_PLACES = {
    "terminal": "terminal",
    "plain": "plain",
    "json": "schema1",
    "html": "webpage",
    "markdown": "markdown",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "junit": "junit",
    "csv": "sheet",
}


class _Reporters(Mapping[str, Reporter]):
    """The reporters by name; a file of this room is loaded when its reporter is first asked for."""

    def __getitem__(self, name: str) -> Reporter:
        reporter: Reporter = importlib.import_module(f"checker.reporting.{_PLACES[name]}").render
        return reporter

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


REPORTERS: Mapping[str, Reporter] = _Reporters()

__all__ = ["REPORTERS", "Options", "Reporter"]
