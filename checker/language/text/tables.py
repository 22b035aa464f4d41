"""Tables that ship with the package: words in running lists, rows in TSV files."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources


def words(listing: str) -> frozenset[str]:
    """The words of a list written as a person would, blanks between them."""
    return frozenset(listing.split())


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of this package (`data/units`), cells stripped."""
    yield from read(text(name))


def text(name: str) -> str:
    """A table of this package as it stands: `data/units`, `lexicons/vi-en`."""
    folder, _, stem = name.rpartition("/")
    return resources.files("checker.language").joinpath(folder, f"{stem}.tsv").read_text(encoding="utf-8")


def read(table: str) -> Iterator[list[str]]:
    """The rows of a TSV text: blank lines and lines that begin with `#` are left out."""
    for line in table.splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("\t")]
