"""Local files: articles, bibliographies and copies of sources, opened under a size limit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from checker.foundation.errors import UsageError
from checker.foundation.model import Document

# An article or a bibliography of more than this is a mistake or an attack: the largest .bib in the wild that we met has
# 3 MB, and reading grows linearly (tox -e bench). A copy of a source has Settings.max_body.
LIMIT = 20_000_000


def read(path: Path, error: type[UsageError], told: str, *, limit: int = LIMIT) -> bytes:
    """The bytes of a file; raises `error` with the reason and `told`, the sentence that says what to do."""
    try:
        size = path.stat().st_size
        if size > limit:
            raise error(f"{path} has {size:,} bytes, more than the {limit:,} that are read. {told}")
        return path.read_bytes()
    except FileNotFoundError:
        raise error(f"{path} does not exist. {told}") from None
    except IsADirectoryError:
        raise error(f"{path} is a folder, not a file. {told}") from None
    except OSError as problem:
        raise error(f"{path} cannot be read: {problem.strerror}. {told}") from None


def includer(folder: Path) -> Callable[[str], str | None]:
    r"""What resolves `\\input{chapter}` of an article: the text of a file below `folder`, or None."""
    root = folder.resolve()

    def include(name: str) -> str | None:
        for candidate in (name, f"{name}.tex"):
            path = (root / candidate).resolve()
            # An article from a pull request must not read files outside its own folder.
            if path.is_relative_to(root) and path.is_file() and path.stat().st_size <= LIMIT:
                return path.read_bytes().decode("utf-8", "replace")
        return None

    return include


def copy_reader(limit: int, folders: Iterable[Path]) -> Callable[[str], Document | str]:
    """What opens the local copy of a source: its content, or why it cannot be had.

    Only below `folders`: a .bib from a pull request must not make the report quote any file of the machine.
    """
    allowed = [folder.resolve() for folder in folders]

    def read_copy(path: str) -> Document | str:
        from checker.fetching.content import read_file  # noqa: PLC0415 - the readers are heavy, and most runs need none

        at = Path(path).resolve()
        if not any(at.is_relative_to(folder) for folder in allowed):
            return f"its local copy {path} lies outside the bibliography's folder (allow its folder with `copies`)"
        try:
            if at.stat().st_size > limit:
                return f"its local copy {path} is larger than {limit:,} bytes"
            return read_file(at.read_bytes(), at.name)
        except OSError as problem:
            return f"its local copy {path} cannot be read ({problem.strerror})"

    return read_copy
