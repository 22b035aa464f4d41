"""One run as the command line makes it: inputs opened, the fetcher and the memory at hand, Ctrl-C heard."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import click

from checker import links
from checker.cli import writing
from checker.cli.configuration import Configuration
from checker.cli.progress import ProgressBar
from checker.door import open_article, open_bibliography
from checker.fetching import Fetcher, Resolver, files
from checker.fetching.clock import utc_now
from checker.foundation.errors import ArticleError
from checker.foundation.model import Article, Bibliography, History, Page, Purpose, Report, Request
from checker.foundation.settings import Settings
from checker.pipeline import Desk, run

HISTORY = "link-history.json"


@dataclass(frozen=True, slots=True)
class Finished:
    """A report, what is now remembered of its links, and whether Ctrl-C cut it short."""

    report: Report
    memory: dict[str, History]
    interrupted: bool


def inputs(configuration: Configuration, given: Sequence[str], fetcher: Fetcher) -> tuple[list[Article], Bibliography]:
    """The articles that were named, or those of the configuration, and the bibliography."""
    settings = configuration.settings
    names = list(given) or [str(configuration.folder / name) for name in settings.articles]
    if not names:
        raise ArticleError(
            "No article was named. Give its path (`checker check ARTICLE`), list it under `articles` in checker.toml, "
            "or see a run on the bundled one with `checker demo`."
        )
    articles = [_article(name, fetcher) for name in names]
    bib = [Path(name) for name in settings.bib]
    return articles, open_bibliography(bib or None, today=utc_now().date())


def _at_hand(article: tuple[str, str], bibliography: tuple[str, str]) -> tuple[list[Article], Bibliography]:
    """An article and a bibliography given as text."""
    today = utc_now().date()
    return [open_article(Path(article[1]), data=article[0].encode())], open_bibliography(
        bibliography[0], name=bibliography[1], today=today
    )


def _article(name: str, fetcher: Fetcher) -> Article:
    if name == "-":
        return open_article(Path("stdin"), data=sys.stdin.buffer.read())
    if name.startswith(("http://", "https://")):
        return _from_the_web(name, fetcher)
    return open_article(Path(name))


def _from_the_web(url: str, fetcher: Fetcher) -> Article:
    """An article by its address, under the same rules as its sources."""
    answer = next(iter(fetcher.fetch([Request(url, Purpose.REGISTRY)])))
    if not isinstance(answer, Page) or answer.status != 200 or answer.body is None:
        why = f"status {answer.status}" if isinstance(answer, Page) else answer.detail
        raise ArticleError(f"{url} could not be read: {why}. Save the page and give its path.")
    return open_article(Path(url), data=answer.body)


def perform(
    configuration: Configuration,
    given: Sequence[str],
    *,
    progress: bool,
    resolver: Resolver | None = None,
    texts: tuple[tuple[str, str], tuple[str, str]] | None = None,
) -> Finished:
    """Check everything that was asked for; the world is touched here and in `fetching`.

    `texts` are an article and a bibliography at hand, each with the name that reports give it.
    """
    settings = configuration.settings
    memory, complaint = _remembered(settings)
    with (
        Fetcher(settings, now=utc_now, resolver=resolver) as fetcher,
        ProgressBar(shown=progress) as bar,
        _ctrl_c(fetcher) as stop,
    ):
        articles, bibliography = _at_hand(*texts) if texts else inputs(configuration, given, fetcher)
        desk = Desk(settings, fetcher, utc_now, files.copy_reader(settings.max_body), memory, bar)
        report = run(articles, bibliography, desk)
    if complaint:
        click.echo(f"warning: {complaint}", err=True)
    return Finished(report, _now_remembered(memory, report), interrupted=bool(stop))


@contextmanager
def _ctrl_c(fetcher: Fetcher) -> Iterator[list[int]]:
    """Ctrl-C once: finish what is in flight and report. Twice: stop at once. Yields the signals that came."""
    came: list[int] = []

    def hear(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signal module's signature
        if came:
            raise KeyboardInterrupt
        came.append(number)
        fetcher.cancel()
        click.echo("\nfinishing what is in flight; Ctrl-C again stops at once", err=True)

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield came
    finally:
        signal.signal(signal.SIGINT, before)


def _remembered(settings: Settings) -> tuple[dict[str, History], str | None]:
    """What link-history.json remembers; a damaged one is set aside, and said."""
    path = Path(settings.report) / HISTORY
    if not path.is_file():
        return {}, None
    memory, complaint = links.parse(path.read_bytes().decode("utf-8", "replace"))
    if complaint and not memory:
        path.replace(path.with_suffix(".damaged.json"))
    return memory, f"{path}: {complaint}." if complaint else None


def _now_remembered(memory: dict[str, History], report: Report) -> dict[str, History]:
    """The memory after this run."""
    after = dict(memory)
    for judged in report.references:
        for verdict in judged.links:
            if verdict.history:
                after[verdict.url] = verdict.history
    return after


def remember(settings: Settings, memory: dict[str, History]) -> None:
    """Write link-history.json."""
    writing.write(Path(settings.report) / HISTORY, [links.render(memory)])
