"""`--since REV` with a real repository: only what a change brought is looked at, and the report says so."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BIB = """@misc{tower, marker = {1}, title = {The Tower of Quill}, annotation = {The tower is 31 metres tall and was first lit in 1883.}}
@misc{keeper, marker = {2}, title = {The Keeper of Quill}, annotation = {The keeper grew leeks in 1901.}}
"""
ARTICLE = "# Quill\n\nThe tower was first lit in 1884.[1] The keeper grew leeks in 1901.[2] Nobody knows.[9]\n"


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Lan", "-c", "user.email=lan@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.fixture
def repository(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/article.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "texts/refs.bib").write_text(BIB, encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def checked(folder: Path, *more: str, since: str = "main") -> tuple[subprocess.CompletedProcess[str], dict]:
    command = ["check", "texts/article.md", "--bib", "texts/refs.bib", "--offline", "--since", since, *more]
    done = subprocess.run(
        [sys.executable, "-m", "checker", *command], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert "Traceback" not in done.stderr
    at = folder / "reports/report.json"
    return done, json.loads(at.read_text(encoding="utf-8")) if at.exists() else {}


def said(report: dict) -> list[str]:
    return [claim["text"] for citation in report["citations"] for claim in citation["claims"]]


def rules(report: dict) -> list[str]:
    return [finding["rule"] for finding in report["findings"]]


def test_without_a_change_nothing_is_looked_at_and_the_report_says_so(repository):
    done, report = checked(repository)
    assert done.returncode == 0
    assert said(report) == []
    assert rules(report) == []
    assert "0 of 2 citations, 0 of 2 entries" in report["run"]["notices"][0]
    assert "since main" in done.stdout


def test_a_new_sentence_is_checked_wherever_the_others_have_moved_to(repository):
    text = ARTICLE.replace("# Quill\n", "# Quill\n\nThe tower is 32 metres tall.[1] Who knows?[8]\n")
    (repository / "texts/article.md").write_text(text, encoding="utf-8")
    done, report = checked(repository, "--fail-on", "warning")
    assert done.returncode == 1
    assert said(report) == ["The tower is 32 metres tall."]
    undefined = [each["message"] for each in report["findings"] if each["rule"] == "marker-undefined"]
    assert "claim-contradicted" in rules(report)
    assert len(undefined) == 1
    assert undefined[0].startswith("[8]"), "[9] stood there before"


def test_when_an_entry_changes_all_that_it_is_cited_for_is_checked_again(repository):
    (repository / "texts/refs.bib").write_text(BIB.replace("1883", "1882"), encoding="utf-8")
    _, report = checked(repository)
    assert said(report) == ["The tower was first lit in 1884."]
    assert [reference["key"] for reference in report["references"]] == ["tower"]


def test_a_note_kept_apart_is_a_change_of_its_entry(repository):
    note = '[[note]]\nkey = "keeper"\ntext = "The keeper grew leeks in 1902."\n'
    (repository / "texts/evidence.toml").write_text(note, encoding="utf-8")
    _, report = checked(repository)
    assert said(report) == ["The keeper grew leeks in 1901."]


def test_an_article_that_is_new_is_new_as_a_whole(repository):
    git(repository, "mv", "texts/article.md", "texts/old.md")
    git(repository, "commit", "-q", "-m", "moved away")
    (repository / "texts/article.md").write_text(ARTICLE, encoding="utf-8")
    _, report = checked(repository)
    assert len(said(report)) == 2


def test_a_revision_is_named_as_git_names_it(repository):
    (repository / "texts/article.md").write_text(ARTICLE + "\nThe tower is 32 metres tall.[1]\n", encoding="utf-8")
    git(repository, "commit", "-q", "-a", "-m", "second")
    assert said(checked(repository, since="HEAD")[1]) == []
    assert said(checked(repository, since="HEAD~1")[1]) == ["The tower is 32 metres tall."]


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD~7", "main:texts/article.md"])
def test_a_revision_that_is_not_there_gets_a_sentence_that_says_what_to_do(repository, revision):
    done, _ = checked(repository, since=revision)
    assert done.returncode == 2
    assert "there is no such commit here" in done.stderr
    assert "fetch-depth: 0" in done.stderr


def test_outside_of_a_repository_the_way_out_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/article.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "texts/refs.bib").write_text(BIB, encoding="utf-8")
    done, _ = checked(tmp_path)
    assert done.returncode == 2
    assert "is in no repository" in done.stderr
