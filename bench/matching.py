"""How well and how fast claims are matched: the tables of docs/matching.md.

    python bench/matching.py [--data DIR] tables      quality and cost, on stdout as Markdown
    python bench/matching.py [--data DIR] plot FILE   the calibration plot as SVG
    python bench/matching.py [--data DIR] fit         the weights of checker/matching, fitted anew, to be rounded by hand

Without --data only the rows that ship with the project (bench/data/claims.jsonl) are measured. DIR may hold
wice-dev.jsonl (WiCE, Kamoi et al. 2023) and vi-en-probe.jsonl; their texts are not ours to ship.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from fitting import fitted
from measures import auroc, interval, share, short
from plot import calibration_svg
from rows import (
    Judged,
    Row,
    altered_rows,
    claim_of,
    judge,
    misplaced_rows,
    own_rows,
    prepared,
    probe_rows,
    wice_rows,
)

from checker.foundation.model import Support
from checker.matching import match

_FITTED_ON = ("Own rows, tuned on", "Whole pages, looked at", "WiCE dev")
BASE_RATE = 1 / 30  # truly bad citations in all, the lower end of what audits of encyclopedias find


def ranking(judged: Sequence[Judged]) -> Iterator[str]:
    """AUROC for not fully and not at all supported, and how right the top tenth of suspects is."""

    def area(bad: Callable[[Judged], bool]) -> Callable[[Sequence[object]], float]:
        return lambda drawn: auroc([1 - each.verdict.score for each in drawn], [bad(each) for each in drawn])

    def top(drawn: Sequence[object]) -> float:
        worst = sorted(drawn, key=lambda each: each.verdict.score)[: max(1, len(drawn) // 10)]
        return sum(each.row.label != "found" for each in worst) / len(worst)

    yield f"| AUROC, not fully supported | {interval(judged, area(lambda each: each.row.label != 'found'))} |"
    yield f"| AUROC, not supported | {interval(judged, area(lambda each: each.row.label in ('missing', 'contradicted')))} |"
    yield f"| top 10 % of suspects right | {interval(judged, top)} |"


def accusations(judged: Sequence[Judged]) -> Iterator[str]:
    """How often borne-out claims are accused."""
    good = [each.verdict.support for each in judged if each.row.label == "found"]
    for support in (Support.CONTRADICTED, Support.MISSING, Support.PARTIAL, Support.FOUND):
        yield f"| borne-out claims called {support} | {share([each is support for each in good])} |"


def confusion(judged: Sequence[Judged]) -> Iterator[str]:
    """What rows of each label are called."""
    yield "| label | " + " | ".join(Support) + " |"
    yield "|---" * (len(Support) + 1) + "|"
    for label in Support:
        called = [each.verdict.support for each in judged if each.row.label == label]
        if called:
            yield f"| {label} | " + " | ".join(str(called.count(support)) for support in Support) + " |"
    yield ""
    yield f"Exact: {share([each.row.label == each.verdict.support for each in judged])}."
    yield _contradicted(judged)


def _contradicted(judged: Sequence[Judged]) -> str:
    called = [each.row.label == "contradicted" for each in judged if each.verdict.support is Support.CONTRADICTED]
    true = [each.verdict.support is Support.CONTRADICTED for each in judged if each.row.label == Support.CONTRADICTED]
    return f"`contradicted`: precision {share(called)}, recall {share(true)}."


def alterations(
    kinds: Sequence[tuple[str, Row]], judged: Sequence[Judged], wanted_kinds: Sequence[str]
) -> Iterator[str]:
    """Altered values: how many are called contradicted, how many are at least not called found."""
    verdicts = judge([row for _, row in kinds])
    yield ""
    yield "| altered | called contradicted | not called found |"
    yield "|---|---|---|"
    for wanted in (*wanted_kinds, None):
        chosen = [each for (kind, _), each in zip(kinds, verdicts, strict=True) if wanted in (None, kind)]
        caught = [each.verdict.support is Support.CONTRADICTED for each in chosen]
        flagged = [each.verdict.support is not Support.FOUND for each in chosen]
        yield f"| {wanted or 'all'} | {share(caught)} | {share(flagged)} |"
    good = [each for each in judged if each.row.label == "found"]
    yield ""
    yield "With the borne-out originals beside them: " + _contradicted([*verdicts, *good])
    yield base_rate(judged, verdicts)


def cost(rows: Sequence[Row]) -> Iterator[str]:
    """Milliseconds for a claim on its own page, by the page's length, and on pages put together to be longer."""
    pages = [(row, prepared(row)) for row in rows]
    yield "| sentences | pages | prepare, ms a page | match, ms a claim |"
    yield "|---|---|---|---|"
    for low, high in ((1, 20), (20, 90), (90, 160), (160, 2_000)):
        chosen = [row for row, ready in pages if low <= len(ready.spans) < high]
        if chosen:
            yield _timed(f"{low}–{high - 1}", chosen)
    longest = "\n".join(dict.fromkeys(row.source for row in rows))
    for times in (1, 4):
        long = [replace(row, source=longest * times) for row in rows[:10]]
        yield _timed(f"{len(prepared(long[0]).spans)} ({len(longest) * times // 1000} KB)", long)


def _timed(name: str, rows: Sequence[Row]) -> str:
    begun = time.process_time()
    ready = [prepared(row) for row in rows]
    read = time.process_time()
    for row, source in zip(rows, ready, strict=True):
        match(claim_of(row), source)
    done = time.process_time()
    return f"| {name} | {len(rows)} | {(read - begun) / len(rows) * 1e3:.1f} | {(done - read) / len(rows) * 1e3:.1f} |"


def base_rate(judged: Sequence[Judged], verdicts: Sequence[Judged]) -> str:
    """How many `contradicted` flags are right when one citation in thirty is bad in the way that was altered."""
    wrong = [each.verdict.support is Support.CONTRADICTED for each in judged if each.row.label == "found"]
    caught = [each.verdict.support is Support.CONTRADICTED for each in verdicts]
    false, true = (sum(wrong) + 0.5) / (len(wrong) + 1), sum(caught) / max(1, len(caught))
    right = BASE_RATE * true / (BASE_RATE * true + (1 - BASE_RATE) * false)
    return f"At 1 bad citation in 30: {short(right)} of `contradicted` flags are right, {short(true)} of the bad ones flagged."


def tables(sets: dict[str, list[Row]]) -> Iterator[str]:
    """All tables, as Markdown."""
    for name, rows in sets.items():
        judged = judge(rows)
        yield f"\n## {name} ({len(rows)} rows)\n"
        yield from confusion(judged)
        yield "\n| | |\n|---|---|"
        yield from ranking(judged)
        yield from accusations(judged)
        yield ""
        if any(altered_rows(rows)):
            yield from alterations(altered_rows(rows), judged, ("number", "date", "name"))
            yield from alterations(
                misplaced_rows(rows), judged, ("number of the page", "date of the page", "name of the page")
            )
    yield "\n## Cost\n"
    yield from cost(max(sets.values(), key=lambda rows: sum(len(row.source) for row in rows)))


def points(sets: dict[str, list[Row]]) -> list[tuple[float, bool]]:
    """(confidence, right) of every verdict that says something."""
    found = [each for rows in sets.values() for each in judge(rows)]
    found += [each for rows in sets.values() for each in judge([row for _, row in altered_rows(rows)])]
    return [(each.verdict.confidence, right(each)) for each in found if each.verdict.support is not Support.UNCHECKED]


def right(judged: Judged) -> bool:
    """True when an editor would sign the verdict: `missing` and `partial` both say that not all of it is there."""
    label, support = judged.row.label, judged.verdict.support
    match support:
        case Support.FOUND:
            return label == Support.FOUND
        case Support.CONTRADICTED:
            return label == Support.CONTRADICTED
        case _:
            return label != Support.FOUND


def main() -> None:
    """Run what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("what", choices=("tables", "plot", "fit"))
    parser.add_argument("file", nargs="?", type=Path)
    given = parser.parse_args()
    own = own_rows()
    sets = {"Own rows, tuned on": [row for row in own if row.part == "tune"]}
    sets["Own rows, held out"] = [row for row in own if row.part == "held"]
    sets["Own rows, written last"] = [row for row in own if row.part == "fresh"]
    sets["Whole pages, looked at"] = [row for row in own if row.part == "tune2"]
    sets["Whole pages, unseen"] = [row for row in own if row.part == "unseen"]
    sets["Second pages, looked at"] = [row for row in own if row.part == "tune3"]
    sets["Second pages, unseen"] = [row for row in own if row.part == "unseen3"]
    sets["Third pages, looked at"] = [row for row in own if row.part == "tune4"]
    sets["Third pages, unseen"] = [row for row in own if row.part == "unseen4"]
    sets["Pages for Vietnamese claims, looked at"] = [row for row in own if row.part == "tune5"]
    sets["Pages for Vietnamese claims, unseen"] = [row for row in own if row.part == "unseen5"]
    sets["Pages for claims in other languages, looked at"] = [row for row in own if row.part == "tune6"]
    sets["Pages for claims in other languages, unseen"] = [row for row in own if row.part == "unseen6"]
    for name, file, read in (
        ("WiCE dev", "wice-dev.jsonl", wice_rows),
        ("vi-en probe", "vi-en-probe.jsonl", probe_rows),
    ):
        if given.data and (given.data / file).exists():
            sets[name] = read(given.data)
        else:
            print(f"{name}: {file} is not at hand (--data), left out", file=sys.stderr)
    if given.what == "fit":
        for line in fitted([row for name, rows in sets.items() if name in _FITTED_ON for row in rows]):
            print(line)
        return
    if given.what == "plot":
        given.file.write_text(calibration_svg(points(sets)), "utf-8")
        return
    for line in tables(sets):
        print(line)


if __name__ == "__main__":
    main()
