"""Where reports go: stdout, the files that --output-format names, and the report folder."""

from __future__ import annotations

import difflib
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from checker.cli import writing
from checker.foundation.model import Report, Severity
from checker.foundation.settings import Settings
from checker.reporting import REPORTERS, Options


@dataclass(frozen=True, slots=True)
class Output:
    """One report to make; without a path it goes to stdout."""

    format: str
    path: Path | None = None


def parse(given: Sequence[str], *, quiet: bool) -> tuple[Output, ...]:
    """Read FORMAT[:PATH] options; nothing given is the terminal summary (or nothing at all when quiet)."""
    outputs = tuple(_output(text) for text in given)
    if len([output for output in outputs if output.path is None]) > 1:
        raise click.UsageError(
            "Two formats would both go to stdout; give one of them a path: --output-format json:report.json"
        )
    return outputs or (() if quiet else (Output("terminal"),))


def _output(text: str) -> Output:
    name, _, path = text.partition(":")
    if name not in REPORTERS:
        near = difflib.get_close_matches(name, REPORTERS, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(REPORTERS)}."
        raise click.UsageError(f"There is no output format '{name}'; {hint}")
    return Output(name, Path(path) if path else None)


def write_all(report: Report, settings: Settings, outputs: Sequence[Output], *, verbose: bool, quiet: bool) -> None:
    """Write the report folder and every output that was asked for; a short summary goes to stderr beside them."""
    folder = Path(settings.report)
    options = _options(settings, sys.stdout.isatty(), verbose=verbose, quiet=quiet)
    writing.write(folder / "report.json", REPORTERS["json"](report, options))
    writing.write(folder / "index.html", REPORTERS["html"](report, options))
    for output in outputs:
        if output.path is not None:
            writing.write(output.path, REPORTERS[output.format](report, options))
    on_stdout = next((output for output in outputs if output.path is None), None)
    if on_stdout:
        for line in REPORTERS[on_stdout.format](report, options):
            click.echo(line, nl=False, color=True if options.colour else None)
    if not quiet and not (on_stdout and on_stdout.format == "terminal"):
        summary = _options(settings, sys.stderr.isatty(), verbose=False, quiet=True)
        for line in REPORTERS["terminal"](report, summary):
            click.echo(line, nl=False, err=True)


def _options(settings: Settings, terminal: bool, *, verbose: bool, quiet: bool) -> Options:
    return Options(
        language=settings.lang,
        width=shutil.get_terminal_size((100, 24)).columns if terminal else 100,
        colour=terminal and not os.environ.get("NO_COLOR"),
        verbose=verbose,
        quiet=quiet,
        report=settings.report,
        browse=_browse(),
        fail_on=None if settings.fail_on == "never" else Severity(settings.fail_on),
    )


def _browse() -> str:
    """Where the files of this commit can be looked at, when a GitHub runner says so."""
    server, repository, commit = (os.environ.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA"))
    return f"{server}/{repository}/blob/{commit}/" if server and repository and commit else ""
