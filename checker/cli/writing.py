"""Files that we write: whole or not at all, never through a symbolic link."""

from __future__ import annotations

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
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.writelines(lines)
                file.flush()
                os.fsync(file.fileno())
            # mkstemp gives 0600; a report is for everybody whom the umask allows.
            umask = os.umask(0)
            os.umask(umask)
            Path(name).chmod(0o666 & ~umask)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise StorageError(
            f"{path} cannot be written: {problem.strerror}. Free some space, or name another folder with --report."
        ) from None
