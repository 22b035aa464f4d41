"""`checker repair`: proposed changes to the .bib as a unified diff; `--write` applies them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from checker.bibliography import BibFile, Change, patch
from checker.cli import check, memory, session, writing
from checker.cli.configuration import load, override
from checker.fetching import files
from checker.foundation.errors import BibliographyError, UsageError
from checker.pipeline.repairs import proposals


@click.command("repair", short_help="Propose changes to the .bib as a diff.")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@check.options
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Configuration to use.")
@click.option("--write", is_flag=True, help="Apply the changes; nothing else in the file changes, byte for byte.")
@click.option("--no-progress", is_flag=True, help="No progress bar.")
def command(articles: tuple[str, ...], config: Path | None, *, write: bool, no_progress: bool, **given: Any) -> int:
    """Check, then propose changes to the bibliography as a unified diff on stdout.

    New addresses for links that moved for good and still carry their claims, archive fields for dead ones whose saved
    copy does, the DOI in place of a publisher's wall. Exit 1 when there is something to change and --write was not given.
    """
    configuration = load(config)
    settings = override(check.located(configuration.settings, configuration.folder), given)
    if not settings.bib:
        raise UsageError("There is no .bib to repair; name one with --bib, or make one with `checker import ARTICLE`.")
    finished = session.perform(replace(configuration, settings=settings), articles, progress=not no_progress)
    memory.keep(Path(settings.report), finished.memory)
    changes = proposals(finished.report)
    changed = sum(_repair(Path(name), changes, write=write) for name in settings.bib)
    if not changed:
        click.echo("nothing to repair", err=True)
    return 1 if changed and not write else 0


def _repair(path: Path, changes: tuple[Change, ...], *, write: bool) -> int:
    """Show, or apply, the changes of one file; how many files changed (0 or 1)."""
    data = files.read(path, BibliographyError, "Check --bib or `bib` in checker.toml.")
    patched = patch(BibFile(str(path), data, str(path.parent)), changes)
    for change in patched.refused:
        click.echo(f"{change.reference.place}: {change.name} was not changed: the entry is written too oddly", err=True)
    if not patched.diff:
        return 0
    click.echo(patched.diff, nl=False)
    if write:
        writing.write_bytes(path, patched.data)
        click.echo(f"wrote {path}", err=True)
    return 1
