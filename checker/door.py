"""What stands behind the public door: text or files in, the pipeline, a Report out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from checker import article as reading, bibliography as mapping
from checker.fetching import Fetcher, Store, Transport, files
from checker.fetching.clock import utc_now
from checker.foundation.errors import ArticleError, BibliographyError
from checker.foundation.model import Article, Bibliography, Report
from checker.foundation.settings import Settings
from checker.pipeline import Desk, Progress, run, silent


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
    with Fetcher(settings, transport=transport, store=store, now=clock) as fetcher:
        desk = Desk(settings, fetcher, clock, files.copy_reader(settings.max_body), progress=progress or silent)
        return run([read], entries, desk)


def open_article(path: Path, *, data: bytes | None = None) -> Article:
    """Read an article from a file (or from `data`, which came from stdin or the web under that name)."""
    if data is None:
        data = files.read(
            path, ArticleError, "Give the path of an article: text, Markdown, HTML, wikitext, rst, LaTeX or DOCX."
        )
    return reading.read(data, path=str(path), include=files.includer(path.parent))


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
    return mapping.read(
        [mapping.BibFile(str(path), files.read(path, BibliographyError, told), str(path.parent)) for path in paths],
        today=today,
    )
