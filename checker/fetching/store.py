"""The memory between runs: good pages for some days, and every outcome of a run that did not end.

SQLite with a write-ahead log: a row is safe the moment it is written, whatever kills the process, and two runs may
share the file. Answers of 400 and more, cut bodies and silences are never kept beyond the run; a run that was killed
leaves them as a journal, so that the next one repeats only what was in flight.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sqlite3
import sys
import uuid
import zlib
from collections.abc import Callable
from pathlib import Path

from checker.fetching.clock import utc_now
from checker.fetching.memory import Kept, Key, pack, unpack
from checker.foundation import clean
from checker.foundation.errors import StorageError
from checker.foundation.model import Page, Source

_VERSION = 1  # of what is in the rows; another version's are dropped
_PATIENCE = 30.0  # seconds to wait for another run's write
_FORGOTTEN = 90.0  # days after which an unused page is deleted
_JOURNAL_DAYS = 1.0  # a killed run is gone on with for that long
# Rows of some kilobytes: without a rowid they would lie in the tree itself, and writing them would take half as long again.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS pages (key TEXT PRIMARY KEY, at REAL NOT NULL, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS runs (run TEXT PRIMARY KEY, pid INTEGER NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS journal (run TEXT NOT NULL, key TEXT NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (run, key));
"""


class SqliteStore:
    """A Store in one SQLite file. Raises StorageError when it cannot be opened; a later failure is a notice."""

    def __init__(self, path: Path, *, now: Callable[[], dt.datetime] = utc_now) -> None:
        self._now = now
        self._run = uuid.uuid4().hex
        self._notices: list[str] = []
        self._pages: list[tuple[str, float, bytes]] = []
        self._journal: list[tuple[str, str, bytes]] = []
        self._database = self._opened(path)
        self._journalled = self._adopt()
        self._unwritten: set[str] = set()

    @property
    def notices(self) -> tuple[str, ...]:
        """What went wrong with the file, if anything did."""
        return tuple(self._notices)

    def recall(self, key: Key) -> Kept | None:
        """What this run was told, what a killed run had finished, or a page of earlier ones."""
        name = _name(key)
        if name in self._unwritten:
            self.flush()
        if name in self._journalled:
            source = self._one("SELECT packed FROM journal WHERE run = ? AND key = ?", self._run, name)
            if source is not None:
                return Kept(source, resumed=True)
        source = self._one("SELECT packed FROM pages WHERE key = ?", name)
        return Kept(source) if source is not None else None

    def keep(self, key: Key, source: Source) -> None:
        """Take a row; it is written with the next `flush`."""
        name, packed = _name(key), pack(source)
        self._unwritten.add(name)
        if isinstance(source, Page) and source.status < 400 and source.cut is None:
            self._pages.append((name, self._now().timestamp(), packed))
            self._journalled.discard(name)
        else:
            self._journal.append((self._run, name, packed))
            self._journalled.add(name)

    def flush(self) -> None:
        """Write the rows that were taken, in one transaction."""
        if not (self._pages or self._journal):
            return
        try:
            with self._database:
                self._database.execute("BEGIN IMMEDIATE")
                if self._pages:
                    self._database.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", self._pages)
                if self._journal:
                    self._database.executemany("INSERT OR REPLACE INTO journal VALUES (?, ?, ?)", self._journal)
        except sqlite3.Error as error:
            if not self._notices:
                told = clean.line(str(error))
                self._notices.append(f"The cache could not be written any more ({told}); the run went on.")
        self._pages.clear()
        self._journal.clear()
        self._unwritten.clear()

    def close(self, *, complete: bool) -> None:
        """Close the file; a complete run leaves no journal."""
        self.flush()
        with contextlib.suppress(sqlite3.Error):
            if complete:
                self._database.execute("DELETE FROM journal WHERE run = ?", (self._run,))
                self._database.execute("DELETE FROM runs WHERE run = ?", (self._run,))
        self._database.close()

    def _opened(self, path: Path) -> sqlite3.Connection:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return self._connected(path)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                aside = path.with_suffix(".damaged")
                path.replace(aside)
                self._notices.append(f"The cache was damaged; it was set aside as {aside} and begun anew.")
                return self._connected(path)
        except (OSError, sqlite3.Error) as error:
            told = clean.line(getattr(error, "strerror", None) or str(error))
            raise StorageError(
                f"The cache {path} cannot be used ({told}); free the disk or name a folder with --cache-dir."
            ) from None

    def _connected(self, path: Path) -> sqlite3.Connection:
        with contextlib.ExitStack() as unless_ready:
            database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            unless_ready.callback(database.close)
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            if database.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                for table in ("pages", "runs", "journal"):
                    database.execute(f"DROP TABLE IF EXISTS {table}")
                database.execute(f"PRAGMA user_version = {_VERSION}")
            database.executescript(_SCHEMA)
            old = self._now().timestamp() - _FORGOTTEN * 86_400
            database.execute("DELETE FROM pages WHERE at < ?", (old,))
            unless_ready.pop_all()
        return database

    def _adopt(self) -> set[str]:
        """Take over the journals of runs that were killed; the names of what they had finished."""
        now = self._now().timestamp()
        with self._database:
            self._database.execute("BEGIN IMMEDIATE")
            runs = self._database.execute("SELECT run, pid, at FROM runs").fetchall()
            for run, pid, at in runs:
                if _is_alive(pid):
                    continue
                if 0 <= now - at < _JOURNAL_DAYS * 86_400:
                    self._database.execute("UPDATE OR REPLACE journal SET run = ? WHERE run = ?", (self._run, run))
                else:
                    self._database.execute("DELETE FROM journal WHERE run = ?", (run,))
                self._database.execute("DELETE FROM runs WHERE run = ?", (run,))
            self._database.execute("INSERT INTO runs VALUES (?, ?, ?)", (self._run, os.getpid(), now))
            rows = self._database.execute("SELECT key FROM journal WHERE run = ?", (self._run,)).fetchall()
        return {name for (name,) in rows}

    def _one(self, query: str, *values: str) -> Source | None:
        """The Source in one row; a row that cannot be read counts as none."""
        try:
            row = self._database.execute(query, values).fetchone()
            return unpack(row[0]) if row else None
        except (sqlite3.Error, ValueError, zlib.error):
            return None


def default_folder() -> Path:
    """The user's cache folder for this program (XDG on Unix, the usual places elsewhere)."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "footcheck"


def open_store(cache_dir: str | None, *, now: Callable[[], dt.datetime] = utc_now) -> SqliteStore:
    """The page cache in a folder, by default the user's; StorageError when it cannot be used."""
    folder = Path(cache_dir) if cache_dir else default_folder()
    return SqliteStore(folder / "pages.sqlite3", now=now)


def _name(key: Key) -> str:
    url, accept, index, read = key
    return f"{'i' if index else 'p'}{'r' if read else 'g'} {accept} {url}"


def _is_alive(pid: int) -> bool:
    """True when a process of that number runs here; on Windows nobody can say without harm, so False."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return pid != os.getpid()
