"""The room's tables of words, kept as data beside the code: `wording/NAME.tsv`, a row a line, `#` before a comment."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `wording/<name>.tsv`, cut at tabs."""
    text = resources.files("checker.links").joinpath("wording", f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))
