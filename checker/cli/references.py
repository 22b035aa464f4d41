"""`checker references`: the reference list, in the article's own numbering."""

from __future__ import annotations

from pathlib import Path

import click

from checker import works_cited
from checker.bibliography import map_markers, to_bib, with_article_list
from checker.cli import first_steps, writing
from checker.cli.configuration import load, override
from checker.door import open_article, open_bibliography
from checker.fetching import files
from checker.fetching.clock import utc_now
from checker.foundation.errors import ArticleError, UsageError
from checker.foundation.model import Article

_SHOWN = [*works_cited.FORMATS, "bib"]


@click.command("references", short_help="Print the reference list, numbers kept.")
@click.argument("article", type=click.Path(path_type=Path))
@click.option("--bib", multiple=True, metavar="FILE", help="Bibliography; repeatable. Default: checker.toml's.")
@click.option("--style", type=click.Choice(list(works_cited.STYLES)), default="default", show_default=True)
@click.option("--format", "shape", type=click.Choice(_SHOWN), default=None, help="Default: the article's own.")
@click.option("--uncited", is_flag=True, help="Entries that no marker leads to as well, last.")
@click.option("--lang", type=click.Choice(["en", "vi"]), help="Language of the list's own words.")
@click.option(
    "--update", is_flag=True, help=f"Write the list into ARTICLE between {works_cited.BEGIN} and {works_cited.END}."
)
@click.option("--check", is_flag=True, help="Exit 1 when --update would change ARTICLE; write nothing.")
def command(
    article: Path,
    bib: tuple[str, ...],
    style: str,
    shape: str | None,
    lang: str | None,
    *,
    uncited: bool,
    update: bool,
    check: bool,
) -> int:
    """Print the reference list of ARTICLE; numbers stay as the article has them, and a number without an entry is a gap."""
    configuration = load()
    settings = override(configuration.settings, {"bib": bib, "lang": lang})
    first_steps.expect_article(str(article))
    read = open_article(article)
    paths = [Path(name) if bib else configuration.folder / name for name in settings.bib]
    entries = with_article_list(read, open_bibliography(paths or None, today=utc_now().date()))
    mapping = map_markers(read, entries, table=settings.markers)
    listing = works_cited.reference_list(
        read,
        mapping,
        entries,
        style=style,
        format=shape or _own_format(article, style),
        language=settings.lang,
        uncited=uncited,
        write_bib=to_bib,
    )
    if not listing.strip():
        told = first_steps.hint(read) or "Name its bibliography with --bib."
        raise UsageError(f"{article} cites no source that is known here. {told}")
    if update or check:
        return _into_article(article, read, listing, check=check)
    click.echo(listing, nl=not listing.endswith("\n"))
    return 0


def _own_format(article: Path, style: str) -> str:
    """The format in which the list can stand in the article itself."""
    wished = {".html": "html", ".htm": "html", ".md": "markdown", ".wiki": "wikitext", ".txt": "text"}
    shape = wished.get(article.suffix.lower(), "markdown")
    possible = works_cited.STYLES[style].formats
    return shape if shape in possible else possible[0]


def _into_article(path: Path, article: Article, listing: str, *, check: bool) -> int:
    """Put the list into the article, or say that it is not up to date."""
    told = f"Put {works_cited.BEGIN} and {works_cited.END} where the list shall stand."
    raw = files.read(path, ArticleError, told)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise ArticleError(f"{path} is not UTF-8, so it is not rewritten; save it as UTF-8 first.") from None
    updated = works_cited.replace_region(text, listing)
    if updated is None:
        raise UsageError(f"{article.path} has no place for the list. {told}")
    if updated == text:
        return 0
    if check:
        click.echo(f"{path}: the reference list is not up to date; run `checker references {path} --update`", err=True)
        return 1
    writing.write(path, [updated])
    click.echo(f"updated {path}", err=True)
    return 0
