"""`checker demo`: the bundled article against its own small web, over real HTTP and HTTPS on loopback."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from checker import demo
from checker.cli import outputs, session
from checker.cli.configuration import Configuration


@click.command("demo", short_help="See every kind of verdict in seconds.")
@click.option("--report", default="demo-report", metavar="DIR", help="Folder for the report (default demo-report/).")
@click.option(
    "--output-format", "formats", multiple=True, metavar="FORMAT[:PATH]", help="Repeatable; default terminal."
)
@click.option("--lang", type=click.Choice(["en", "vi"]), default="en", help="Language of messages.")
@click.option("-v", "--verbose", is_flag=True, help="Everything.")
@click.option("--no-progress", is_flag=True, help="No progress bar.")
def command(report: str, formats: tuple[str, ...], lang: str, *, verbose: bool, no_progress: bool) -> int:
    """Check a bundled article against a small web on this machine: every kind of verdict in seconds.

    Nothing leaves loopback. The errors are on purpose, so the exit code is 0 whenever the check itself worked.
    """
    chosen = outputs.parse(formats, quiet=False)
    with demo.serve() as web:
        settings = replace(demo.settings(web, report=report), lang=lang)
        finished = session.perform(
            Configuration(settings),
            (),
            progress=not no_progress,
            resolver=web.resolver,
            texts=(demo.article(), demo.bibliography()),
        )
    outputs.write_all(finished.report, settings, chosen, verbose=verbose, quiet=False)
    click.echo(
        f"\nOpen {Path(report, 'index.html').resolve().as_uri()} for every sentence beside its source.", err=True
    )
    return 130 if finished.interrupted else 0
