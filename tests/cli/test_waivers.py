"""Accepting a finding as an editor does: run, copy the waiver out of the report, run again."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

BIB = """@misc{tower, marker = {1}, title = {The Tower of Quill}, annotation = {The tower is 31 metres tall and was first lit in 1883.}}
"""
ARTICLE = "# Quill\n\nThe tower is 31 metres tall.[1] The tower was first lit in 1884.[1]\n"
OFFLINE = ("check", "--offline", "--fail-on", "warning")


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "checker.toml").write_text('articles = ["article.md"]\nbib = ["refs.bib"]\n', encoding="utf-8")
    return tmp_path


def checker(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


def findings(folder: Path, rule: str) -> list[dict]:
    report = json.loads((folder / "reports/report.json").read_text(encoding="utf-8"))
    return [finding for finding in report["findings"] if finding["rule"] == rule]


def offered(folder: Path) -> str:
    """The waiver of the contradiction, as the HTML report offers it."""
    page = (folder / "reports/index.html").read_text(encoding="utf-8")
    blocks = map(html.unescape, re.findall(r"<pre>(.*?)</pre>", page, re.DOTALL))
    return next(block for block in blocks if "claim-contradicted" in block)


def accept(folder: Path, waiver: str, reason: str = "The lighthouse board counts the rehearsal.") -> None:
    signed = waiver.replace('reason = ""', f'reason = "{reason}"').replace('by = ""', 'by = "Lan"')
    (folder / "decisions.toml").write_text(signed, encoding="utf-8")


def test_the_waiver_that_the_report_offers_accepts_the_finding_once_it_is_signed(desk):
    assert checker(desk, *OFFLINE).returncode == 1
    waiver = offered(desk)
    accept(desk, waiver)
    done = checker(desk, *OFFLINE)
    assert done.returncode == 0
    assert "1 finding waived" in done.stdout
    (finding,) = findings(desk, "claim-contradicted")
    assert finding["waived"]["by"] == "Lan"
    assert "rehearsal" in (desk / "reports/index.html").read_text(encoding="utf-8")


def test_a_waiver_without_a_reason_waives_nothing(desk):
    checker(desk, *OFFLINE)
    (desk / "decisions.toml").write_text(offered(desk), encoding="utf-8")
    done = checker(desk, *OFFLINE)
    assert done.returncode == 1
    assert "has no reason and no by" in findings(desk, "waiver-unread")[0]["message"]


def test_when_the_source_says_it_in_other_words_the_waiver_is_stale(desk):
    checker(desk, *OFFLINE)
    accept(desk, offered(desk))
    (desk / "refs.bib").write_text(BIB.replace("first lit", "then first lit"), encoding="utf-8")
    done = checker(desk, *OFFLINE)
    assert done.returncode == 1
    assert "another passage" in findings(desk, "waiver-stale")[0]["message"]
    assert findings(desk, "claim-contradicted")[0]["waived"] is None


def test_a_decisions_file_that_is_no_toml_stops_the_run(desk):
    (desk / "decisions.toml").write_text("[[waiver]\n", encoding="utf-8")
    done = checker(desk, *OFFLINE)
    assert done.returncode == 2
    assert "decisions.toml is not TOML" in done.stderr
    assert "docs/waivers.md" in done.stderr


def test_a_baseline_lets_only_what_is_new_fail(desk):
    checker(desk, *OFFLINE, "--output-format", "json:old.json")
    assert checker(desk, *OFFLINE, "--baseline", "old.json").returncode == 0
    (desk / "article.md").write_text(ARTICLE + "\nThe tower was first lit in 1885.[1]\n", encoding="utf-8")
    done = checker(desk, *OFFLINE, "--baseline", "old.json")
    assert done.returncode == 1
    assert [bool(finding["waived"]) for finding in findings(desk, "claim-contradicted")] == [True, False]


@pytest.mark.parametrize(
    ("text", "said"), [(None, "does not exist"), ("{", "is not JSON"), ("[]", "is no report.json")]
)
def test_a_baseline_that_is_no_report_gets_one_sentence(desk, text, said):
    if text is not None:
        (desk / "old.json").write_text(text, encoding="utf-8")
    done = checker(desk, *OFFLINE, "--baseline", "old.json")
    assert done.returncode == 2
    assert said in done.stderr
    assert "--output-format json:baseline.json" in done.stderr
