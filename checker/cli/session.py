"""One run as the command line makes it: inputs opened, the fetcher and the memory at hand, Ctrl-C heard."""

from __future__ import annotations

import datetime as dt
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from checker.article import read as read_article
from checker.cli import decisions, first_steps, memory
from checker.cli.configuration import Configuration
from checker.cli.meanwhile import Meanwhile
from checker.cli.memory import Memory
from checker.cli.progress import ProgressBar
from checker.door import Hands, open_article, open_bibliography, open_lexicons
from checker.fetching import Fetcher, Resolver, files
from checker.fetching.clock import utc_now
from checker.foundation.errors import ArticleError
from checker.foundation.model import Article, Bibliography, Document, Page, Purpose, Report, Request
from checker.foundation.settings import Settings
from checker.pipeline import Before, Desk, run
from checker.review import Decisions

if TYPE_CHECKING:
    from checker.cli.saving import Saver


@dataclass(frozen=True, slots=True)
class Finished:
    """A report, what is remembered after it, and whether Ctrl-C cut it short."""

    report: Report
    memory: Memory
    interrupted: bool


def inputs(
    configuration: Configuration, given: Sequence[str], fetcher: Fetcher, *, today: dt.date
) -> tuple[list[Article], Bibliography]:
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
    if not bib:
        for told in filter(None, map(first_steps.hint, articles)):
            click.echo(f"note: {told}", err=True)
    return articles, open_bibliography(bib or None, today=today)


def _at_hand(
    article: tuple[str, str], bibliography: tuple[str, str], *, today: dt.date
) -> tuple[list[Article], Bibliography]:
    """An article and a bibliography given as text."""
    return [read_article(article[0], path=article[1])], open_bibliography(
        bibliography[0], name=bibliography[1], today=today
    )


def _article(name: str, fetcher: Fetcher) -> Article:
    if name == "-":
        return read_article(sys.stdin.buffer.read(), path="stdin")
    if name.startswith(("http://", "https://")):
        return _from_the_web(name, fetcher)
    first_steps.expect_article(name)
    return open_article(Path(name))


def _from_the_web(url: str, fetcher: Fetcher) -> Article:
    """An article by its address, under the same rules as its sources."""
    answer = next(iter(fetcher.fetch([Request(url, Purpose.ARTICLE)])))
    if not isinstance(answer, Page) or answer.status != 200 or answer.body is None:
        why = f"status {answer.status}" if isinstance(answer, Page) else answer.detail
        raise ArticleError(f"{url} could not be read: {why.rstrip('.')}. Save the page and give its path.")
    if answer.cut:
        raise ArticleError(f"{url} was not read to its end ({answer.cut}). Save the page and give its path.")
    return read_article(answer.body, path=url)


def perform(
    configuration: Configuration,
    given: Sequence[str],
    *,
    progress: bool,
    resolver: Resolver | None = None,
    texts: tuple[tuple[str, str], tuple[str, str]] | None = None,
    now: Callable[[], dt.datetime] = utc_now,
) -> Finished:
    """Check everything that was asked for; the world is touched here and in `fetching`.

    `texts` are an article and a bibliography at hand, each with the name that reports give it; `now` is the clock.
    """
    settings = configuration.settings
    known = memory.recall(Path(settings.report))
    decided = Decisions() if texts else decisions.recall(configuration)
    saver = _saver(settings, resolver)
    with (
        Fetcher(settings, now=now, resolver=resolver) as fetcher,
        Hands() as hands,
        ProgressBar(shown=progress) as bar,
        _ctrl_c(fetcher) as stop,
    ):
        today = now().date()
        articles, bibliography = (
            _at_hand(*texts, today=today) if texts else inputs(configuration, given, fetcher, today=today)
        )
        desk = Desk(
            settings,
            fetcher,
            now,
            _copies(configuration),
            known.links,
            known.evidence,
            Meanwhile(bar, settings.lang, verdicts=not settings.links_only),
            saver,
            hands.spread,
            decided,
            _before(settings, articles, today),
            whole=not given,
            lexicons=open_lexicons(settings),
        )
        report = run(articles, bibliography, desk)
    return Finished(report, memory.after(known, report), interrupted=bool(stop))


def _before(settings: Settings, articles: Sequence[Article], today: dt.date) -> Before | None:
    """What the files were at the revision that --since names."""
    if settings.since is None:
        return None
    from checker.cli.earlier import before  # noqa: PLC0415 - git is asked when somebody asks for it

    return before(settings.since, articles, [Path(name) for name in settings.bib], today=today)


def _saver(settings: Settings, resolver: Resolver | None) -> Saver | None:
    """What has sources saved, where that is wished for and possible."""
    if not settings.save or settings.offline or settings.replay:
        return None
    from checker.cli.saving import Saver  # noqa: PLC0415 - few have anything saved

    return Saver(settings, resolver=resolver)


def _copies(configuration: Configuration) -> Callable[[str], Document | str]:
    """What opens local copies: beside the bibliography, and where the configuration allows it."""
    settings = configuration.settings
    beside = [Path(name).parent for name in settings.bib]
    named = [configuration.folder / name for name in settings.copies]
    return files.copy_reader(settings.max_body, [*beside, *named])


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
