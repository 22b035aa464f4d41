"""`checker init`: a commented configuration and a CI workflow; nothing that exists is touched."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click

from checker.cli import writing

_FILES = {"checker.toml": "checker.toml", ".github/workflows/citations.yml": "citations.yml"}


@click.command("init", short_help="Write a configuration and a CI workflow.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
def command(folder: Path) -> None:
    """Write checker.toml and a GitHub workflow into FOLDER; files that exist are kept."""
    templates = resources.files("checker.cli").joinpath("templates")
    for name, template in _FILES.items():
        path = folder / name
        if path.exists():
            click.echo(f"kept    {path}")
            continue
        writing.write(path, [templates.joinpath(template).read_text(encoding="utf-8")])
        click.echo(f"wrote   {path}")
    click.echo("Next: name your article and bibliography in checker.toml, then run `checker check`.")
