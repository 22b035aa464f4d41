"""`checker review`: the editors' page over the last report, local, where findings are accepted and sources pasted."""

from __future__ import annotations

import contextlib
import json
import tomllib
import webbrowser
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from checker.cli import writing
from checker.cli.check import located
from checker.cli.configuration import load
from checker.door import NOTES, open_lexicons
from checker.fetching import files
from checker.fetching.clock import utc_now
from checker.findings import rules
from checker.foundation.errors import SettingsError, UsageError
from checker.language.word_lists import WordList
from checker.matching.rows import Row, match_row
from checker.reporting import decision, webpage
from checker.reporting.phrasebook import tell
from checker.reporting.words import Words
from checker.review.cases import cases
from checker.review.desk import ReviewDesk, Tools
from checker.review.page import Dress
from checker.review.server import ReviewServer

_FIRST = "Run  checker check  first; it writes the report that is reviewed."


@dataclass(frozen=True, slots=True)
class Files:
    """decisions.toml and evidence.toml of a configuration."""

    waivers: Path
    notes: Path

    def decisions(self) -> str:
        """The text of decisions.toml, empty when there is none."""
        return self.waivers.read_text(encoding="utf-8") if self.waivers.is_file() else ""

    def keep_decisions(self, text: str) -> None:
        """Write decisions.toml whole."""
        writing.write(self.waivers, [text])

    def keep_note(self, key: str, text: str, by: str) -> None:
        """Add a note on an entry to evidence.toml."""
        before = self.notes.read_text(encoding="utf-8") if self.notes.is_file() else ""
        gap = "\n" if before and not before.endswith("\n\n") else ""
        fields = {"key": key, "text": text, "by": by}
        said = "".join(f"{name} = {decision.text(value)}\n" for name, value in fields.items())
        writing.write(self.notes, [before, gap, f"[[note]]\n{said}on = {utc_now():%Y-%m-%d}\n"])


@click.command("review", short_help="Go through the last report: accept, paste, note.")
@click.option("--report", metavar="DIR", help="Folder of the report (default reports/).")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Configuration to use.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port on this machine; default: a free one.")
@click.option("--lang", type=click.Choice(["en", "vi"]), help="Language of the page.")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def command(report: str | None, config: Path | None, port: int, lang: str | None, *, no_browser: bool) -> None:
    """Open the editors' page over the last report, on this machine alone; Ctrl-C ends it.

    Accepted findings go into decisions.toml, pasted texts that are kept into evidence.toml; the next check uses both.
    """
    configuration = load(config)
    settings = located(configuration.settings, configuration.folder)
    path = Path(report or settings.report) / "report.json"
    read = _read(path)
    found = cases(read)
    if isinstance(found, str):
        raise UsageError(f"{path} {found}. {_FIRST}")
    drawer = Files(
        configuration.folder / settings.decisions,
        (Path(settings.bib[0]).parent if settings.bib else configuration.folder) / NOTES,
    )
    _expect_toml(drawer)
    lexicons = open_lexicons(settings)
    tools = Tools(
        decision.as_toml, lambda claim, text: _judged(claim, text, lexicons), tuple(rules()), lambda: utc_now().date()
    )
    language = lang or settings.lang
    dress = Dress(language, Words(language).say, partial(tell, language=language), webpage.style(), _title(read, path))
    with _listening(ReviewDesk(found, drawer, tools), dress, port) as server:
        click.echo(server.address)
        click.echo("Ctrl-C ends the review; what was decided is written already.", err=True)
        if not no_browser:
            webbrowser.open(server.address)
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever(poll_interval=0.2)


def _read(path: Path) -> Any:
    try:
        return json.loads(files.read(path, UsageError, _FIRST, limit=500_000_000))
    except ValueError as problem:
        raise UsageError(f"{path} is not JSON ({problem}). {_FIRST}") from None


def _expect_toml(drawer: Files) -> None:
    """SettingsError now, not at the first decision, when decisions.toml is damaged."""
    try:
        tomllib.loads(drawer.decisions())
    except tomllib.TOMLDecodeError as problem:
        raise SettingsError(f"{drawer.waivers} is not TOML ({problem}); correct the line named.") from None


def _title(report: Any, path: Path) -> str:
    articles = report.get("run", {}).get("articles", [])
    return ", ".join(str(article.get("path", "")) for article in articles) or str(path)


def _judged(claim: str, text: str, lexicons: tuple[WordList, ...]) -> dict[str, Any]:
    return match_row(Row("review", claim, text), lexicons)


def _listening(desk: ReviewDesk, dress: Dress, port: int) -> ReviewServer:
    try:
        return ReviewServer(desk, dress, port)
    except OSError as problem:
        raise UsageError(
            f"Port {port} cannot be used: {problem.strerror}. Leave --port out to take a free one."
        ) from None
