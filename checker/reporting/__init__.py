"""REPORT: a Report goes in, text comes out, in pieces that together are the whole output (line ends included).

Every reporter is a pure function `render(report, options)`, alone in its file; the CLI writes what it gives.
To add one, do this: write `checker/reporting/<name>.py` with `render`, pass every word of an article or a source
through `escape`, add a line to REPORTERS below and `tests/reporting/test_<name>.py`; the contract test runs on it unasked.
Texts for people stand in `words.tsv`, in English and Vietnamese.
"""

from __future__ import annotations

from checker.reporting import github, gitlab, junit, markdown, plain, sarif, schema1, sheet, terminal, webpage
from checker.reporting.options import Options, Reporter

REPORTERS: dict[str, Reporter] = {
    "terminal": terminal.render,
    "plain": plain.render,
    "json": schema1.render,
    "html": webpage.render,
    "markdown": markdown.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "csv": sheet.render,
}

__all__ = ["REPORTERS", "Options", "Reporter"]
