"""`checker explain RULE`: what a rule means, why it matters, what to do."""

from __future__ import annotations

import difflib

import click

from checker.findings import as_markdown, as_text, rules
from checker.foundation.settings import as_markdown as settings_as_markdown


@click.command("explain", short_help="Say what a rule means and what to do.")
@click.argument("rule", required=False)
@click.option("--markdown", is_flag=True, help="All rules as docs/rules.md has them.")
@click.option("--settings", is_flag=True, help="All settings as docs/settings.md has them.")
def command(rule: str | None, *, markdown: bool, settings: bool) -> None:
    """Say what a RULE means, why it matters and what to do; without RULE, list them."""
    table = rules()
    if markdown:
        click.echo(as_markdown(), nl=False)
    elif settings:
        click.echo(settings_as_markdown(), nl=False)
    elif rule is None:
        for each in table.values():
            click.echo(f"{each.id:<22}{each.severity:<9}{each.means}")
    elif rule in table:
        click.echo(as_text(table[rule]), nl=False)
    else:
        near = difflib.get_close_matches(rule, table, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "`checker explain` lists them."
        raise click.UsageError(f"There is no rule '{rule}'; {hint}")
