"""`tox -e bench`: how reading grows with size, as ratios in one run, and how well claims are matched.

Data for the ranking tables is looked for in ../shared/data beside the repository; without it the project's own rows serve
alone, and this says so.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import runs

from checker import article, bibliography

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "data"
SIZES = (1, 2, 4)


def markdown(citations: int) -> str:
    """An article with that many markers, five to a paragraph."""
    sentences = [
        f"The mill of Nowhere ground {number + 100} sacks in 19{number % 90 + 10}.[{number % 99 + 1}]"
        for number in range(citations)
    ]
    return "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, citations, 5))


def bib(entries: int) -> str:
    """A .bib of that many entries."""
    return "\n".join(
        f"@article{{k{number},\n  title = {{A History of Mill Number {number}}},\n  author = {{Miller, Ann and Trần Văn Bình}},\n"
        f"  year = {{{1900 + number % 100}}},\n  url = {{https://mills.example/{number}}},\n}}\n"
        for number in range(entries)
    )


def read_bib(text: str) -> object:
    """The bibliography in a .bib text."""
    return bibliography.read([bibliography.BibFile("r.bib", text.encode())])


def cpu(work: Callable[[], object]) -> float:
    """The CPU seconds of the best of three."""
    best = float("inf")
    for _ in range(3):
        before = time.process_time()
        work()
        best = min(best, time.process_time() - before)
    return best


def row(name: str, unit: int, make: Callable[[int], str], read: Callable[[str], object]) -> str:
    """A line of the table: seconds at the smallest size, and the growth at twice and four times that."""
    seconds = [cpu(partial(read, make(unit * size))) for size in SIZES]
    growth = " | ".join(f"{each / seconds[0]:.1f}" for each in seconds[1:])
    return f"| {name} | {unit} | {seconds[0]:.2f} | {growth} |"


def main() -> int:
    """Print the tables."""
    print("| reading | n | CPU s at n | at 2n, times | at 4n, times |\n|---|---|---|---|---|")
    print(row("Markdown article, citations", 1_000, markdown, lambda text: article.read(text, path="a.md")))
    print(row("plain text article, citations", 1_000, markdown, lambda text: article.read(text, path="a.txt")))
    print(row(".bib, entries", 1_750, bib, read_bib), flush=True)
    print()
    for each in runs.rows():
        print(each, flush=True)
    data = ["--data", str(SHARED)] if SHARED.is_dir() else []
    if not data:
        print(f"\n{SHARED} is absent: the ranking tables rest on the project's own rows alone.", flush=True)
    return subprocess.run([sys.executable, str(HERE / "matching.py"), *data, "tables"], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
