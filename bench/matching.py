"""How well and how fast claims are matched: the tables of docs/matching.md.

    python bench/matching.py [--data DIR] tables      quality and cost, on stdout as Markdown
    python bench/matching.py [--data DIR] plot FILE   the calibration plot as SVG

Without --data only the rows that ship with the project (bench/data/claims.jsonl) are measured. DIR may hold
wice-dev.jsonl (WiCE, Kamoi et al. 2023) and vi-en-probe.jsonl; their texts are not ours to ship.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from alter import altered, names_in
from measures import auroc, interval, share, short
from plot import calibration_svg

from checker.foundation.model import (
    Claim,
    ClaimVerdict,
    Coverage,
    EvidenceKind,
    PartialDate,
    Passages,
    Place,
    Support,
)
from checker.matching import Prepared, match, prepare

HERE = Path(__file__).parent
OWN = HERE / "data" / "claims.jsonl"
BASE_RATE = 1 / 30  # truly bad citations in all, the lower end of what audits of encyclopedias find


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled pair: `label` in the words of Support, `part` tune or held for our own rows."""

    claim: str
    claim_language: str
    source: str
    source_language: str
    label: str
    title: str = ""
    date: PartialDate | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A row and its verdict."""

    row: Row
    verdict: ClaimVerdict


def own_rows() -> list[Row]:
    """The rows that ship with the project."""
    rows = map(json.loads, OWN.read_text("utf-8").splitlines())
    return [
        Row(
            each["claim"],
            each["claim_language"],
            each["source"],
            each["source_language"],
            each["label"],
            each.get("title", ""),
            PartialDate(*map(int, each["date"].split("-"))) if "date" in each else None,
            each["part"],
        )
        for each in rows
    ]


def wice_rows(data: Path) -> list[Row]:
    """WiCE's claims with the pages that they cite."""
    names = {"supported": "found", "partially_supported": "partial", "not_supported": "missing"}
    rows = map(json.loads, (data / "wice-dev.jsonl").read_text("utf-8").splitlines())
    return [Row(each["claim"], "en", "\n".join(each["evidence"]), "en", names[each["label"]]) for each in rows]


def probe_rows(data: Path) -> list[Row]:
    """Vietnamese claims on English passages."""
    names = {"supported": "found", "contradicted": "contradicted", "not_found": "missing"}
    rows = map(json.loads, (data / "vi-en-probe.jsonl").read_text("utf-8").splitlines())
    return [
        Row(each["claim"], each["lang_claim"], each["evidence"], each["lang_evidence"], names[each["label"]])
        for each in rows
    ]


def claim_of(row: Row) -> Claim:
    """The row's claim as an article would give it."""
    return Claim(row.claim, Coverage.DIRECT, 0, len(row.claim), Place("bench"), row.claim_language)


def prepared(row: Row) -> Prepared:
    """The row's source, ready."""
    return prepare(Passages("bench", row.source, EvidenceKind.PAGE, row.source_language, row.title, row.date))


def judge(rows: Sequence[Row]) -> list[Judged]:
    """Every row judged."""
    return [Judged(row, match(claim_of(row), prepared(row))) for row in rows]


def altered_rows(rows: Sequence[Row]) -> list[tuple[str, Row]]:
    """(kind, row) for borne-out rows with one value altered; their label is contradicted."""
    rng, names = random.Random(3), names_in([row.claim for row in rows])
    found = [row for row in rows if row.label == "found"]
    return [
        (each.kind, Row(each.claim, row.claim_language, row.source, row.source_language, "contradicted", row.title))
        for row in found
        for each in altered(row.claim, row.source, names, rng)
    ]


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


def alterations(rows: Sequence[Row], judged: Sequence[Judged]) -> Iterator[str]:
    """Altered values: how many are called contradicted, how many are at least not called found."""
    kinds = altered_rows(rows)
    verdicts = judge([row for _, row in kinds])
    yield "| altered | called contradicted | not called found |"
    yield "|---|---|---|"
    for wanted in ("number", "date", "name", None):
        chosen = [each for (kind, _), each in zip(kinds, verdicts, strict=True) if wanted in (None, kind)]
        caught = [each.verdict.support is Support.CONTRADICTED for each in chosen]
        flagged = [each.verdict.support is not Support.FOUND for each in chosen]
        yield f"| {wanted or 'all'} | {share(caught)} | {share(flagged)} |"
    good = [each for each in judged if each.row.label == "found"]
    yield ""
    yield "With the borne-out originals beside them: " + _contradicted([*verdicts, *good])


def cost(rows: Sequence[Row]) -> Iterator[str]:
    """Milliseconds for a claim on a page of 122 sentences, and on pages ten and a hundred times as long."""
    sentences = [sentence for row in rows for sentence in row.source.split("\n") if len(sentence) > 20]
    claims = [claim_of(row) for row in rows[:40]]
    yield "| sentences | KB | prepare, ms | match, ms a claim |"
    yield "|---|---|---|---|"
    for count in (122, 1_220, 12_200):
        text = "\n".join((sentences * (count // len(sentences) + 1))[:count])
        ready, spent = _timed(lambda text=text: prepare(Passages("cost", text, EvidenceKind.PAGE, "en")))
        begun = time.perf_counter()
        for claim in claims:
            match(claim, ready)
        each = (time.perf_counter() - begun) / len(claims)
        yield f"| {len(ready.spans)} | {len(text) // 1000} | {spent * 1e3:.1f} | {each * 1e3:.2f} |"


def _timed(work: Callable[[], Prepared]) -> tuple[Prepared, float]:
    begun = time.perf_counter()
    return work(), time.perf_counter() - begun


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
            yield from alterations(rows, judged)
            yield base_rate(judged, judge([row for _, row in altered_rows(rows)]))
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
    parser.add_argument("what", choices=("tables", "plot", "judge"))
    parser.add_argument("file", nargs="?", type=Path)
    given = parser.parse_args()
    own = own_rows()
    sets = {"Own rows, tuned on": [row for row in own if row.part == "tune"]}
    sets["Own rows, held out"] = [row for row in own if row.part == "held"]
    for name, file, read in (
        ("WiCE dev", "wice-dev.jsonl", wice_rows),
        ("vi-en probe", "vi-en-probe.jsonl", probe_rows),
    ):
        if given.data and (given.data / file).exists():
            sets[name] = read(given.data)
        else:
            print(f"{name}: {file} is not at hand (--data), left out", file=sys.stderr)
    if given.what == "plot":
        given.file.write_text(calibration_svg(points(sets)), "utf-8")
        return
    for line in tables(sets):
        print(line)


if __name__ == "__main__":
    main()
