"""The command line: arguments -> Settings, the story, files and stdout, an exit code. One file a command.

To add a command: a file with a click command, and a line in COMMANDS.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from checker.version import __version__

# name -> module of this package that holds it; loaded when called, so that `checker --version` is instant.
COMMANDS = {
    "check": "check",
    "references": "references",
    "import": "importing",
    "format": "formatting",
    "match": "match",
    "repair": "repair",
    "review": "review",
    "demo": "demo",
    "explain": "explain",
    "init": "init",
}


class _LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, or None with click's usual error."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"checker.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first argument; a file in its place is a `check` whose name was left out."""
        if args[0] not in COMMANDS and Path(args[0]).is_file():
            raise click.UsageError(f"'{args[0]}' is a file, not a command. To check it: `checker check {args[0]}`")
        return super().resolve_command(ctx, args)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="checker")
def main() -> None:
    """Check an article's footnotes against their sources: dead links, and claims that a source does not bear out.

    Start with `checker demo`, or `checker check ARTICLE --bib references.bib`.
    """
