"""`--since REV`: articles and bibliography as git has them at an earlier revision, read as those of today are."""

from __future__ import annotations

import datetime as dt
import subprocess
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker import bibliography as mapping
from checker.article import read as read_article
from checker.bibliography import BibFile
from checker.door import NOTES
from checker.foundation.errors import UsageError
from checker.foundation.model import Article, Bibliography
from checker.pipeline import Before

_SECONDS = 60.0  # for one question to git; a repository on a sleeping network drive must not hang a run


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of the repositories that files lie in, under the name that was given for it."""

    name: str

    def bytes_of(self, path: Path) -> bytes | None:
        """A file as it was, or None where there was none; UsageError when git cannot tell."""
        folder = path.parent
        found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{self.name}^{{commit}}")
        if found.returncode:
            raise UsageError(self._unknown(folder))
        commit = found.stdout.decode().strip()
        listed = _git(folder, "ls-tree", "--full-name", "-z", commit, "--", path.name)
        kind = listed.stdout.split(b"\t", maxsplit=1)[0].split()
        if listed.returncode or len(kind) != 3 or kind[1] != b"blob":
            return None
        shown = _git(folder, "cat-file", "blob", kind[2].decode())
        return None if shown.returncode else shown.stdout

    def _unknown(self, folder: Path) -> str:
        if _git(folder, "rev-parse", "--git-dir").returncode:
            return f"--since needs git, and {folder.resolve()} is in no repository; check everything without --since."
        return (
            f"--since {self.name}: there is no such commit here. Name a branch, tag or commit of this repository; "
            "a shallow clone (CI) has to be fetched deeper: git fetch --unshallow, or fetch-depth: 0."
        )


def before(revision: str, articles: Sequence[Article], bib: Sequence[Path], *, today: dt.date) -> Before:
    """The articles and the bibliography at the revision; those that were not there yet are left out."""
    then = Revision(revision)
    for article in articles:
        if not Path(article.path).is_file():
            raise UsageError(f"--since compares files under git, and {article.path} is none; leave --since out.")
    old = [_article(Path(article.path), then) for article in articles]
    return Before(revision, tuple(filter(None, old)), _bibliography(bib, then, today))


def _article(path: Path, then: Revision) -> Article | None:
    data = then.bytes_of(path)
    return None if data is None else read_article(data, path=str(path), include=_included(path.parent, then))


def _included(folder: Path, then: Revision) -> Callable[[str], str | None]:
    r"""What resolves `\\input{chapter}` at the revision: a file of the article's own folder, as today."""
    root = folder.resolve()

    def include(name: str) -> str | None:
        for candidate in (name, f"{name}.tex"):
            path = (root / candidate).resolve()
            data = then.bytes_of(path) if path.is_relative_to(root) and path.parent.is_dir() else None
            if data is not None:
                return data.decode("utf-8", "replace")
        return None

    return include


def _bibliography(paths: Sequence[Path], then: Revision, today: dt.date) -> Bibliography:
    """Bibliography files and the evidence.toml beside each, as they were; one that is damaged there has no entries."""
    old = [(path, then.bytes_of(path)) for path in paths]
    read = mapping.read(
        [BibFile(str(path), data, str(path.parent)) for path, data in old if data is not None], today=today
    )
    for folder in dict.fromkeys(path.parent for path in paths):
        data = then.bytes_of(folder / NOTES)
        if data is None:
            continue
        try:
            rows, _ = mapping.notes(tomllib.loads(data.decode("utf-8")), path=str(folder / NOTES))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError):
            continue
        read = mapping.with_notes(read, rows)
    return read


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Ask git in a folder; UsageError when it is not installed or does not answer."""
    command = ["git", "-C", str(folder), *words]
    try:
        return subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - words are ours, the revision is guarded
    except FileNotFoundError:
        raise UsageError("--since needs git, which is not installed; check everything without --since.") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"git did not answer within {_SECONDS:.0f} s; check everything without --since.") from None
