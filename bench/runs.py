"""Whole runs of the command on a web of our own, beside bare requests in threads: time, CPU and memory of all processes.

Only the ratios carry over to other machines. On systems whose loopback has one address alone, all hosts are one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import web

HERE = Path(__file__).parent
HOSTS = 100 if sys.platform == "linux" else 1
POLITE_TO_NOBODY = ["--host-concurrency", "50", "--host-request-interval", "0", "--max-retries", "0", "--timeout", "10"]
REQUESTS = """
import sys, requests, threading
from concurrent.futures import ThreadPoolExecutor
held = threading.local()
def get(url):
    session = held.__dict__.setdefault("session", requests.Session())
    return session.get(url, timeout=10).status_code
with ThreadPoolExecutor(64) as pool:
    assert set(pool.map(get, open(sys.argv[1]).read().split())) == {200}
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds by the clock, CPU seconds of all processes, and MB: of the command itself and of all at once, at their peak."""

    wall: float
    cpu: float
    own_mb: float
    all_mb: float


def measured(argv: Sequence[str], folder: Path) -> Measured:
    """Run a command in a folder that is also its home, watching its session (Linux; elsewhere the command alone)."""
    environment = {**os.environ, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    begun = time.perf_counter()
    process = subprocess.Popen(argv, cwd=folder, env=environment, start_new_session=True)
    cpu: dict[str, float] = {}
    own_mb = all_mb = 0.0
    while True:
        pid, _, used = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        resident = dict(_session(process.pid))
        cpu |= {pid: seconds for pid, (seconds, _) in resident.items()}
        own_mb = max(own_mb, resident.get(str(process.pid), (0.0, 0.0))[1])
        all_mb = max(all_mb, sum(mb for _, mb in resident.values()))
        time.sleep(0.03)
    wall = time.perf_counter() - begun
    own_mb = own_mb or used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Measured(wall, max(sum(cpu.values()), used.ru_utime + used.ru_stime), own_mb, max(all_mb, own_mb))


def _session(leader: int) -> Iterator[tuple[str, tuple[float, float]]]:
    """The CPU seconds and resident MB of every process of a session: the parent of a fork server learns of neither."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader:
            ticks = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            yield stat.parent.name, (ticks, int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6)


@contextmanager
def serving() -> Iterator[int]:
    """The web, in a process of its own; its port."""
    argv = [sys.executable, str(HERE / "web.py")]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield int(process.stdout.readline())
        finally:
            process.stdin.close()


def written(folder: Path, urls: Sequence[str], sentences: Sequence[str]) -> None:
    """An article that cites every address once, its .bib, and the bare addresses."""
    folder.mkdir()
    article = [f"{said}[@k{number}]" for number, said in enumerate(sentences)]
    paragraphs = (" ".join(article[at : at + 5]) for at in range(0, len(article), 5))
    (folder / "article.md").write_text("\n\n".join(paragraphs), "utf-8")
    entries = (
        f"@misc{{k{number},\n  title = {{A short history of {web.place(number)}}},\n  url = {{{url}}},\n}}\n"
        for number, url in enumerate(urls)
    )
    (folder / "refs.bib").write_text("\n".join(entries), "utf-8")
    (folder / "links.txt").write_text("\n".join(urls), "utf-8")


def checked(folder: Path, *options: str) -> Measured:
    """A run of `checker check` there."""
    command = [sys.executable, "-m", "checker", "check", "article.md", "--bib", "refs.bib", "--report", "out", "-q"]
    private = ["--include-private", "127.0.0.0/8", "--no-progress", "--fail-on", "never"]
    return measured([*command, *private, *POLITE_TO_NOBODY, *options], folder)


def line(name: str, each: Measured, count: int, than: Measured) -> str:
    """A row of the table."""
    return (
        f"| {name} | {each.wall:.2f} | {each.wall / than.wall:.1f} | {each.cpu:.2f} | {each.cpu / count * 1e3:.1f} "
        f"| {each.own_mb:.0f} | {each.all_mb:.0f} |"
    )


def links(folder: Path, port: int, count: int, *, slow: bool) -> Iterator[str]:
    """Links alone: `slow` hosts take 20-300 ms; otherwise they answer at once, and what is left is the cost of a link."""
    urls = [
        f"http://127.0.1.{number % HOSTS + 1}:{port}/p/{number}?kb=20&ms={20 + number * 37 % 280 if slow else 0}"
        for number in range(count)
    ]
    written(folder, urls, [f"The {web.place(number)} ground rye." for number in range(count)])
    what = f"{count:,} links{', 20-300 ms' if slow else ''}"
    bare = measured([sys.executable, "-c", REQUESTS, "links.txt"], folder)
    yield line(f"{what}: requests, 64 threads", bare, count, bare)
    yield line(f"{what}: `checker check --links-only`", checked(folder, "--links-only"), count, bare)


def whole(folder: Path, port: int, count: int) -> Iterator[str]:
    """Whole checks: sources of 60-200 KB, one claim each, every tenth wrong in one figure."""
    urls = [
        f"http://127.0.1.{number % HOSTS + 1}:{port}/c/{number}?kb={60 + number * 7 % 140}" for number in range(count)
    ]
    written(folder, urls, [web.claim(number) for number in range(count)])
    bare = measured([sys.executable, "-c", REQUESTS, "links.txt"], folder)
    yield line(f"{count:,} sources: requests, 64 threads, fetching only", bare, count, bare)
    yield line(f"{count:,} sources: `checker check`", checked(folder), count, bare)
    report = json.loads((folder / "out/report.json").read_text("utf-8"))
    said = {
        verdict["key"]: verdict["support"]
        for citation in report["citations"]
        for each in citation["claims"]
        for verdict in each["verdicts"]
    }
    right = sum(
        said.get(f"k{number}") == ("contradicted" if web.is_altered(number) else "found") for number in range(count)
    )
    yield f"\nOf {count:,} claims {right:,} were judged right."


def rows() -> Iterator[str]:
    """The table."""
    yield "| whole runs | wall s | times bare requests | CPU s | CPU ms each | MB, the command | MB, all processes |"
    yield "|---|---|---|---|---|---|---|"
    with tempfile.TemporaryDirectory() as folder, serving() as port:
        yield from links(Path(folder) / "slow", port, 1_000, slow=True)
        yield from links(Path(folder) / "few", port, 1_000, slow=False)
        yield from links(Path(folder) / "many", port, 5_000, slow=False)
        yield from whole(Path(folder) / "whole", port, 150)
