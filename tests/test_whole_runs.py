"""Whole runs on the real article, on the text that started it all, and from a recording."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from checker import article, bibliography, demo
from checker.fetching import Fetcher
from checker.foundation.model import Network
from checker.pipeline import Desk, run
from checker.reporting import REPORTERS, Options

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed" / "article.txt"
NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)


def check_offline(folder: Path, *arguments: str) -> dict:
    command = [sys.executable, "-m", "checker", "check", *arguments, "--offline", "--output-format", "json", "-q"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def verdicts(report: dict):
    for citation in report["citations"]:
        for claim in citation["claims"]:
            for verdict in claim["verdicts"]:
                yield citation["marker"], claim, verdict


@pytest.fixture(scope="module")
def own_article(tmp_path_factory):
    folder = tmp_path_factory.mktemp("repository")
    shutil.copytree(ROOT / "articles", folder / "articles")
    for name in ("references.bib", "checker.toml"):
        shutil.copy(ROOT / name, folder / name)
    return check_offline(folder)


def test_every_marker_of_the_article_is_accounted_for(own_article):
    assert {citation["marker"] for citation in own_article["citations"]} == {str(number) for number in range(13, 33)}
    assert own_article["coverage"]["markers"] == own_article["coverage"]["mapped"]
    assert own_article["coverage"]["entries"] == 20


def test_the_wrong_date_three_sentences_before_its_marker_is_contradicted_with_both_dates(own_article):
    [(claim, verdict)] = [
        (claim, verdict)
        for marker, claim, verdict in verdicts(own_article)
        if marker == "13" and "26 tháng 12 năm 1991" in claim["text"]
    ]
    assert claim["coverage"] == "inherited"
    assert verdict["support"] == "contradicted"
    [conflict] = [fact for fact in verdict["facts"] if fact["status"] == "conflict"]
    assert "26 tháng 12 năm 1991" in conflict["claim"]
    assert conflict["source"] == "25 December 1991"
    assert "25 December 1991" in verdict["passage"]["text"]
    assert verdict["evidence"] == "note"


def test_figures_that_agree_across_languages_are_found(own_article):
    [verdict] = [verdict for marker, claim, verdict in verdicts(own_article) if "84 xe tăng T-72, 72" in claim["text"]]
    assert verdict["support"] == "found"


def known_errors() -> list[dict]:
    return tomllib.loads((ROOT / "articles" / "known-errors.toml").read_text(encoding="utf-8"))["error"]


def test_nothing_that_is_right_is_called_contradicted(own_article):
    for _, claim, verdict in verdicts(own_article):
        if verdict["support"] == "contradicted":
            assert any(error["text"] in claim["text"] for error in known_errors()), claim["text"]


@pytest.mark.parametrize("kind", ["date one day off", "wrong office", "overstated law", "misquotation"])
def test_the_errors_that_stand_there_on_purpose_are_not_called_found(own_article, kind):
    [error] = [error for error in known_errors() if error["kind"] == kind]
    found = [
        verdict["support"]
        for marker, claim, verdict in verdicts(own_article)
        if marker == error["marker"] and error["text"] in claim["text"]
    ]
    assert found
    assert set(found) <= {"contradicted", "partial"}


@pytest.mark.skipif(not SEED.exists(), reason="the text that started it is not beside the repository")
def test_the_text_that_started_it_is_read_as_it_stands(tmp_path):
    report = check_offline(tmp_path, str(SEED), "--bib", str(ROOT / "references.bib"))
    assert [(each["marker"], each["line"]) for each in report["citations"]] == [
        ("28", 3), ("29", 5), ("16", 5), ("30", 5), ("31", 7), ("32", 7), ("29", 7), ("13", 9), ("18", 11),
    ]  # fmt: skip
    claims = [(claim["coverage"], claim["text"]) for citation in report["citations"] for claim in citation["claims"]]
    assert {coverage for coverage, _ in claims} == {"direct", "inherited"}
    assert not any("]]" in text for _, text in claims)


def checked(settings, resolver=None) -> dict:
    text, label = demo.bibliography()
    entries = bibliography.read([bibliography.BibFile(label, text.encode())])
    with Fetcher(settings, resolver=resolver, now=lambda: NOW) as fetcher:
        read = article.read(demo.article().text, path=demo.article().label)
        report = run([read], entries, Desk(settings, fetcher, lambda: NOW))
    return json.loads("".join(REPORTERS["json"](report, Options())))


def test_a_recorded_run_is_replayed_without_any_network_to_the_same_verdicts(tmp_path):
    recording = str(tmp_path / "demo.warc.gz")
    with demo.serve() as web:
        live = checked(replace(demo.settings(web), record=recording), web.resolver)
        settings = replace(demo.settings(web), replay=recording, cache_dir=None)
    replayed = checked(settings)
    assert replayed["run"]["network"] == Network.REPLAY
    assert replayed["citations"] == live["citations"]
    assert [each["message"] for each in replayed["findings"]] == [each["message"] for each in live["findings"]]
    health = [[url["health"] for each in report["references"] for url in each["urls"]] for report in (live, replayed)]
    assert health[0] == health[1]
