"""What stands behind the public door: text or files in, the pipeline, a Report out."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from checker import article as reading, bibliography as mapping
from checker.fetching import Fetcher, Store, Transport, files
from checker.fetching.clock import utc_now
from checker.foundation.errors import ArticleError, BibliographyError, SettingsError
from checker.foundation.model import Article, Bibliography, Report
from checker.foundation.settings import Settings
from checker.language import word_lists
from checker.pipeline import Desk, Progress, run, silent

if TYPE_CHECKING:
    from types import TracebackType

    from checker.foundation.sandbox import Crew

A = TypeVar("A")
T = TypeVar("T")

NOTES = "evidence.toml"  # beside the .bib that it belongs to


class Hands:
    """A Crew that is loaded when there is something for it to do: a context manager that ends its children."""

    def __init__(self) -> None:
        self._until = ExitStack()
        self._crew: Crew | None = None

    def __enter__(self) -> Self:
        """The Hands themselves."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the children."""
        self._until.close()

    def spread(self, function: Callable[[A], T], tasks: Sequence[A]) -> Iterator[T | str]:
        """As `Crew.spread`."""
        if self._crew is None:
            from checker.foundation.sandbox import Crew  # noqa: PLC0415 - links alone need no children

            self._crew = self._until.enter_context(Crew())
        return self._crew.spread(function, tasks)


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
    with Fetcher(settings, transport=transport, store=store, now=clock) as fetcher, Hands() as hands:
        copies = files.copy_reader(settings.max_body, [*_folders(bibliography), *map(Path, settings.copies)])
        desk = Desk(
            settings,
            fetcher,
            clock,
            copies,
            progress=progress or silent,
            spread=hands.spread,
            lexicons=open_lexicons(settings),
        )
        return run([read], entries, desk)


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


def open_lexicons(settings: Settings) -> tuple[word_lists.WordList, ...]:
    """The user's own word lists."""
    told = "Check `lexicons` in checker.toml; it names TSV files."
    return tuple(word_lists.read(files.read(Path(name), SettingsError, told), name) for name in settings.lexicons)


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
