"""`checker explain RULE`: what a rule means, why it matters, what to do."""

from __future__ import annotations

import difflib
from dataclasses import replace

import click

from checker.findings import Rule, as_markdown, as_text, rules
from checker.foundation.settings import as_markdown as settings_as_markdown
from checker.reporting.phrasebook import tell
from checker.reporting.words import LANGUAGES, Words


@click.command("explain", short_help="Say what a rule means and what to do.")
@click.argument("rule", required=False)
@click.option("--markdown", is_flag=True, help="All rules as docs/rules.md has them.")
@click.option("--settings", is_flag=True, help="All settings as docs/settings.md has them.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", help="Language of what is said.")
def command(rule: str | None, *, markdown: bool, settings: bool, lang: str) -> None:
    """Say what a RULE means, why it matters and what to do; without RULE, list them."""
    table = {name: _told(each, lang) for name, each in rules().items()}
    if markdown:
        click.echo(as_markdown(), nl=False)
    elif settings:
        click.echo(settings_as_markdown(), nl=False)
    elif rule is None:
        for each in table.values():
            click.echo(f"{each.id:<22}{each.severity:<9}{each.means}")
    elif rule in table:
        words = Words(lang)
        click.echo(as_text(table[rule], words.say("explain.why"), words.say("explain.do")), nl=False)
    else:
        near = difflib.get_close_matches(rule, table, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "`checker explain` lists them."
        raise click.UsageError(f"There is no rule '{rule}'; {hint}")


def _told(rule: Rule, language: str) -> Rule:
    return replace(rule, means=tell(rule.means, language), why=tell(rule.why, language), do=tell(rule.do, language))
