"""`python -m checker` and the `checker` command: runs the command line and turns errors into sentences and exit codes."""

from __future__ import annotations

import gc
import os
import sys

import click

from checker.cli import main as group
from checker.foundation.errors import CheckerError


def main() -> None:
    """Run the command line; exit codes as product.md has them: 0, 1, 2, 3, 130."""
    gc.set_threshold(20_000, 20, 20)  # thousands of entries live as long as the run: looking for dead ones seldom pays
    try:
        code = group.main(prog_name="checker", standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped.", err=True)
        sys.exit(130)
    except CheckerError as problem:
        click.echo(f"error: {problem}", err=True)
        sys.exit(problem.exit_code)
    except BrokenPipeError:
        # The reader (`head`) went away; Python would complain once more when it flushes stdout at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    gc.freeze()  # or Python would look through everything once more before it ends
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
