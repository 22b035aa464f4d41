"""`checker format`: a stable layout of a .bib."""

from __future__ import annotations

from pathlib import Path

import click

from checker.bibliography import layout
from checker.cli import writing
from checker.fetching import files
from checker.foundation.errors import BibliographyError

_LAID_OUT = frozenset({".bib", ".bibtex", ""})


@click.command("format", short_help="Lay a .bib out stably.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE.bib...")
@click.option("--check", is_flag=True, help="Exit 1 when a file would change; write nothing.")
def command(paths: tuple[Path, ...], *, check: bool) -> int:
    """Lay FILE.bib out: one field a line, the same order and spacing everywhere; values stay as they are."""
    changed = 0
    for path in paths:
        if path.suffix.lower() not in _LAID_OUT:
            raise BibliographyError(f"{path} is no .bib; `checker format` lays out .bib files alone.")
        raw = files.read(path, BibliographyError, "Give the path of a .bib file.")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise BibliographyError(f"{path} is not UTF-8, so it is not rewritten; save it as UTF-8 first.") from None
        laid_out = layout(text)
        if laid_out == text:
            continue
        changed += 1
        if check:
            click.echo(f"{path}: would be laid out anew; run `checker format {path}`", err=True)
        else:
            writing.write(path, [laid_out])
            click.echo(f"formatted {path}", err=True)
    return 1 if check and changed else 0
