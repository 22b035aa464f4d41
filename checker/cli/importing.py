"""`checker import`: a .bib from the article's own list of sources."""

from __future__ import annotations

from pathlib import Path

import click

from checker.bibliography import to_bib, with_article_list
from checker.cli import first_steps, writing
from checker.door import open_article
from checker.foundation.errors import UsageError
from checker.foundation.model import Bibliography


@click.command("import", short_help="Write an article's own sources as .bib.")
@click.argument("article", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File to write; default stdout. Never overwritten."
)
def command(article: Path, output: Path | None) -> None:
    """Write the sources that ARTICLE names itself (footnotes, <ref>, a list, links) as .bib, with `marker` fields."""
    first_steps.expect_article(str(article))
    entries = with_article_list(open_article(article), Bibliography())
    if not entries.references:
        raise UsageError(
            f"{article} names no source of its own; footnotes, <ref> tags, reference lists and links are read."
        )
    text = to_bib(entries.references)
    if output is None:
        click.echo(text, nl=False)
        return
    if output.exists():
        raise UsageError(f"{output} exists and is not overwritten; name another file, or print to stdout and compare.")
    writing.write(output, [text])
    click.echo(f"wrote {len(entries.references)} entries to {output}", err=True)
