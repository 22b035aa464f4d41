"""Files that we write: whole or not at all, never through a symbolic link."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from checker.foundation.errors import StorageError


def write(path: Path, lines: Iterable[str]) -> None:
    """Write text atomically (temporary file, fsync, rename): a crash leaves the old file, a symlink is replaced.

    Raises StorageError when the folder or the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with (
            tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
            ) as file,
            contextlib.ExitStack() as unfinished,
        ):
            unfinished.callback(Path(file.name).unlink, missing_ok=True)
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
            # A temporary file is 0600; a report is for everybody whom the umask allows.
            umask = os.umask(0)
            os.umask(umask)
            Path(file.name).chmod(0o666 & ~umask)
            Path(file.name).replace(path)
            unfinished.pop_all()
    except OSError as problem:
        raise StorageError(
            f"{path} cannot be written: {problem.strerror}. Free some space, or name another folder with --report."
        ) from None
