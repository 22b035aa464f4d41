"""`checker match`: claim/source pairs as JSON Lines in, verdicts as JSON Lines out, in order, over both cores."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import IO

import click

from checker.cli.check import located
from checker.cli.configuration import load
from checker.door import open_lexicons
from checker.foundation.sandbox import settle
from checker.language.word_lists import WordList
from checker.matching import match_line

_BATCH = 16  # lines to a task: large enough to pay for pickling, small enough to keep the order's window short
_WINDOW = 4  # tasks in flight per process: bounds memory however long the input is


@click.command("match", short_help="Judge claim/source pairs, JSON Lines.")
@click.argument("lines", type=click.File(encoding="utf-8", errors="replace"), default="-")
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes; default: one a core.")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Configuration: its `lexicons` are used."
)
def command(lines: IO[str], jobs: int | None, config: Path | None) -> None:
    """Judge claim/source pairs: JSON Lines in (`id`, `claim`, `source`[, `context`, `title`, `date`]), verdicts out.

    A bad line gives an object with `error`, and the run goes on.
    """
    configuration = load(config)
    lexicons = open_lexicons(located(configuration.settings, configuration.folder))
    for verdict in _verdicts(lines, jobs or os.cpu_count() or 1, lexicons):
        click.echo(verdict)


def _verdicts(lines: Iterable[str], jobs: int, lexicons: tuple[WordList, ...]) -> Iterator[str]:
    filled = (line for line in lines if line.strip())
    batches = iter(lambda: list(islice(filled, _BATCH)), [])
    first = next(batches, None)
    if first is None:
        return
    yield from match_batch(first, lexicons)
    if jobs == 1:
        for batch in batches:
            yield from match_batch(batch, lexicons)
        return
    # Spawned, never forked: a library may have started threads by now.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=settle) as pool:
        flying: deque[Future[list[str]]] = deque()
        for batch in batches:
            flying.append(pool.submit(match_batch, batch, lexicons))
            if len(flying) >= jobs * _WINDOW:
                yield from flying.popleft().result()
        while flying:
            yield from flying.popleft().result()


def match_batch(lines: list[str], lexicons: tuple[WordList, ...]) -> list[str]:
    """The verdicts of some lines, in order."""
    return [match_line(line, lexicons) for line in lines]
