"""`checker check`: the main job."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from checker.cli import memory, outputs, session
from checker.cli.configuration import load, override
from checker.findings import fails
from checker.foundation.model import Health, Network, Report
from checker.foundation.settings import Settings

# Health words that mean that the run itself, not the source, kept a link from being checked.
_OUR_SIDE = {Health.UNCHECKED}


def options(function: Any) -> Any:
    """The options that are settings, by the names of product.md; None means not given."""
    for option in reversed(
        [
            click.option("--bib", multiple=True, metavar="FILE", help="Bibliography; repeatable."),
            click.option("--report", metavar="DIR", help="Folder for the report's files (default reports/)."),
            click.option("--offline", is_flag=True, default=None, help="Ask nothing of the network."),
            click.option("--links-only", is_flag=True, default=None, help="Judge links; match no claims."),
            click.option("--claims-only", is_flag=True, default=None, help="Match claims; report no links."),
            click.option("--only", multiple=True, metavar="MARKER|KEY", help="Check these alone; repeatable."),
            click.option("--record", metavar="FILE.warc.gz", help="Write everything fetched to a WARC file."),
            click.option("--replay", metavar="FILE.warc.gz", help="Answer from a WARC file, without any network."),
            click.option(
                "--strict", is_flag=True, default=None, help="Exit 3 when a source was left unchecked on our side."
            ),
            click.option("--fail-on", type=click.Choice(["error", "warning", "never"]), help="Exit 1 from here on."),
            click.option("--timeout", type=float, metavar="SECONDS", help="One whole attempt (default 20)."),
            click.option(
                "--max-retries", type=int, metavar="N", help="Further attempts after 429, 503, resets (default 2)."
            ),
            click.option("--host-concurrency", type=int, metavar="N", help="At once to one domain (default 2)."),
            click.option(
                "--host-request-interval",
                type=float,
                metavar="SECONDS",
                help="Between two to one domain (default 0.5).",
            ),
            click.option("--cache-dir", metavar="DIR", help="Folder of the page cache."),
            click.option(
                "--max-cache-age", type=float, metavar="DAYS", help="Days until a page is asked again (default 7)."
            ),
            click.option(
                "--accept", multiple=True, type=int, metavar="STATUS", help="A status to take for alive; repeatable."
            ),
            click.option("--exclude", multiple=True, metavar="REGEX", help="URLs not to ask; repeatable."),
            click.option(
                "--include-private", multiple=True, metavar="NETWORK", help="A private network to allow; repeatable."
            ),
            click.option("--ca-bundle", metavar="FILE", help="Certificate authorities to trust."),
            click.option("--proxy", metavar="URL", help="HTTP proxy; the address check is then the proxy's."),
            click.option(
                "--save", is_flag=True, default=None, help="Have the Wayback Machine save sources it has no copy of."
            ),
            click.option("--mailto", metavar="ADDRESS", help="Contact address, sent with every request."),
            click.option("--lang", type=click.Choice(["en", "vi"]), help="Language of messages."),
        ]
    ):
        function = option(function)
    return function


@click.command("check", short_help="Check an article's footnotes: the main job.")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@options
@click.option("--since", metavar="REV", help="Look only at what changed since a git revision.")
@click.option("--baseline", metavar="FILE", help="An earlier report.json; what it has fails nothing.")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Configuration to use.")
@click.option(
    "--output-format", "formats", multiple=True, metavar="FORMAT[:PATH]", help="Repeatable; default terminal."
)
@click.option("-v", "--verbose", is_flag=True, help="Everything, with the account of blocks and markers.")
@click.option("-q", "--quiet", is_flag=True, help="No summary; the exit code and what was asked for alone.")
@click.option("--no-progress", is_flag=True, help="No progress bar.")
def command(
    articles: tuple[str, ...],
    config: Path | None,
    formats: tuple[str, ...],
    *,
    verbose: bool,
    quiet: bool,
    no_progress: bool,
    **given: Any,
) -> int:
    """Check ARTICLE's footnotes against their sources; `-` is stdin, without one those of checker.toml.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage or unreadable input, 3 too little could be checked,
    130 stopped by Ctrl-C (the report is written all the same).
    """
    configuration = load(config)
    settings = override(located(configuration.settings, configuration.folder), given)
    chosen = outputs.parse(formats, quiet=quiet)
    settled = replace(configuration, settings=settings)
    finished = session.perform(settled, articles, progress=not (quiet or no_progress))
    outputs.write_all(finished.report, settings, chosen, verbose=verbose, quiet=quiet)
    memory.keep(Path(settings.report), finished.memory)
    if verbose and settings.fail_on_reason:
        click.echo(f"fail_on = {settings.fail_on}: {settings.fail_on_reason}", err=True)
    return 130 if finished.interrupted else exit_code(finished.report, settings)


def located(settings: Settings, folder: Path) -> Settings:
    """Settings from a file with the file's paths seen from the current folder."""
    if folder == Path():
        return settings
    return replace(
        settings,
        bib=tuple(str(folder / name) for name in settings.bib),
        lexicons=tuple(str(folder / name) for name in settings.lexicons),
        report=str(folder / settings.report),
    )


def exit_code(report: Report, settings: Settings) -> int:
    """3 beats 1: what was not looked at may hide anything."""
    if report.run.network is Network.DOWN:
        return 3
    if settings.strict and any(link.health in _OUR_SIDE for judged in report.references for link in judged.links):
        return 3
    return 1 if fails(report.findings, settings.fail_on) else 0
