"""What stands behind the public door: text or files in, the pipeline, a Report out."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from checker import article as reading, bibliography as mapping
from checker.fetching import Fetcher, Store, Transport, files
from checker.fetching.clock import utc_now
from checker.foundation.errors import ArticleError, BibliographyError
from checker.foundation.model import Article, Bibliography, Report
from checker.foundation.sandbox import Crew
from checker.foundation.settings import Settings
from checker.pipeline import Desk, Progress, run, silent

NOTES = "evidence.toml"  # beside the .bib that it belongs to


def check_one(
    article: str | Path,
    bibliography: str | Path | Sequence[Path] | None,
    *,
    settings: Settings | None,
    transport: Transport | None,
    store: Store | None,
    now: Callable[[], dt.datetime] | None,
    progress: Progress | None,
) -> Report:
    """`checker.check`, with everything that it may leave out."""
    settings = settings or Settings()
    clock = now or utc_now
    read = open_article(article) if isinstance(article, Path) else reading.read(article, path="article")
    entries = open_bibliography(bibliography, today=clock().date())
    with Fetcher(settings, transport=transport, store=store, now=clock) as fetcher, Crew() as crew:
        copies = files.copy_reader(settings.max_body, [*_folders(bibliography), *map(Path, settings.copies)])
        return run(
            [read], entries, Desk(settings, fetcher, clock, copies, progress=progress or silent, spread=crew.spread)
        )


def _folders(bibliography: str | Path | Sequence[Path] | None) -> list[Path]:
    """The folders of the bibliography's files; text has none."""
    if bibliography is None or isinstance(bibliography, str):
        return []
    return [path.parent for path in ([bibliography] if isinstance(bibliography, Path) else bibliography)]


def open_article(path: Path) -> Article:
    """Read an article from a file."""
    told = "Give the path of an article: text, Markdown, HTML, wikitext, rst, LaTeX or DOCX."
    return reading.read(files.read(path, ArticleError, told), path=str(path), include=files.includer(path.parent))


def open_bibliography(
    given: str | Path | Sequence[Path] | None, *, today: dt.date, name: str = "references.bib"
) -> Bibliography:
    """Read bibliography text or files; nothing given is an empty bibliography without a finding."""
    if given is None:
        return Bibliography()
    if isinstance(given, str):
        return mapping.read([mapping.BibFile(name, given.encode())], today=today)
    paths = [given] if isinstance(given, Path) else list(given)
    told = "Check --bib or `bib` in checker.toml, or leave it out to use the article's own list."
    entries = mapping.read(
        [mapping.BibFile(str(path), files.read(path, BibliographyError, told), str(path.parent)) for path in paths],
        today=today,
    )
    for folder in dict.fromkeys(path.parent for path in paths):
        entries = _with_notes(entries, folder / NOTES)
    return entries


def _with_notes(entries: Bibliography, path: Path) -> Bibliography:
    """The bibliography with the editors' notes of an evidence.toml, if there is one."""
    if not path.is_file():
        return entries
    told = "It holds [[note]] tables with key, text, page, by, on."
    try:
        text = files.read(path, BibliographyError, told).decode("utf-8")
        rows, problems = mapping.notes(tomllib.loads(text), path=str(path), text=text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BibliographyError(f"{path} is not TOML ({problem}). {told}") from None
    return mapping.with_notes(replace(entries, problems=(*entries.problems, *problems)), rows)
