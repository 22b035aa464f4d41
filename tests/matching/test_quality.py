"""The rows that ship with the bench keep the quality that docs/matching.md tells of."""

import json
from pathlib import Path

import pytest

from checker import matching
from checker.foundation.model import Claim, Coverage, EvidenceKind, PartialDate, Passages, Place, Support

ROWS = [
    json.loads(line) for line in (Path(__file__).parents[2] / "bench/data/claims.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def judged():
    return [(row, judge(row)) for row in ROWS]


def judge(row):
    claim = Claim(row["claim"], Coverage.DIRECT, 0, len(row["claim"]), Place("bench"), row["claim_language"])
    date = PartialDate(*map(int, row["date"].split("-"))) if "date" in row else None
    source = Passages("bench", row["source"], EvidenceKind.PAGE, row["source_language"], row.get("title", ""), date)
    return matching.match(claim, matching.prepare(source))


def test_borne_out_claims_are_hardly_ever_accused(judged):
    good = [verdict.support for row, verdict in judged if row["label"] == "found"]
    assert sum(support in (Support.CONTRADICTED, Support.MISSING) for support in good) <= 0.03 * len(good)


def test_nine_in_ten_contradictions_are_right(judged):
    called = [row["label"] for row, verdict in judged if verdict.support is Support.CONTRADICTED]
    assert called.count("contradicted") >= 0.9 * len(called)


def test_most_contradictions_are_caught_and_hardly_any_is_called_found(judged):
    wrong = [verdict.support for row, verdict in judged if row["label"] == "contradicted"]
    assert wrong.count(Support.CONTRADICTED) >= 0.7 * len(wrong)
    assert wrong.count(Support.FOUND) <= 0.1 * len(wrong)


def test_unrelated_claims_are_never_found(judged):
    assert all(verdict.support is not Support.FOUND for row, verdict in judged if row["label"] == "missing")


def test_reasons_are_sentences(judged):
    assert all(verdict.reason.endswith(".") for _, verdict in judged)
