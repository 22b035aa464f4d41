"""Files that we write: whole or not at all, never through a symbolic link."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from checker.foundation.errors import StorageError


def write(path: Path, lines: Iterable[str]) -> None:
    """Write text in UTF-8 as `write_bytes` does, line by line."""
    _replace(path, (line.encode("utf-8") for line in lines))


def write_bytes(path: Path, data: bytes) -> None:
    """Write atomically (temporary file, fsync, rename): a crash leaves the old file, a symlink is replaced.

    Raises StorageError when the folder or the file cannot be written.
    """
    _replace(path, [data])


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with (
            tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file,
            contextlib.ExitStack() as unfinished,
        ):
            unfinished.callback(Path(file.name).unlink, missing_ok=True)
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(_mode(path))
            Path(file.name).replace(path)
            unfinished.pop_all()
    except OSError as problem:
        raise StorageError(
            f"{path} cannot be written: {problem.strerror}. Free some space, or name another folder with --report."
        ) from None


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those of a new one (a temporary file would be 0600)."""
    if path.is_file():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
