"""The command line as a newcomer meets it: real processes, real files, wrong steps with helpful answers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

BIB = """@misc{tower, marker = {1}, title = {The Tower of Quill}, annotation = {The tower is 31 metres tall and was first lit in 1883.}}
@misc{keeper, marker = {2}, title = {The Keeper of Quill}, annotation = {The keeper grew leeks.}}
"""
ARTICLE = "# Quill\n\nThe tower is 31 metres tall.[1] The tower was first lit in 1884.[1] The keeper grew leeks.[2]\n"


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    return tmp_path


def checker(folder: Path, *arguments: str, **options) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **options,
    )
    assert "Traceback" not in done.stderr
    return done


def test_checking_an_article_offline_shows_the_contradiction_and_writes_the_report(desk):
    done = checker(desk, "check", "article.md", "--bib", "refs.bib", "--offline")
    assert done.returncode == 0
    assert "1884" in done.stdout
    assert "1883" in done.stdout
    report = json.loads((desk / "reports/report.json").read_text(encoding="utf-8"))
    assert report["schema"] == 1
    assert report["run"]["network"] == "offline"
    assert (desk / "reports/index.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_fail_on_warning_makes_a_contradiction_fail(desk):
    assert (
        checker(desk, "check", "article.md", "--bib", "refs.bib", "--offline", "--fail-on", "warning").returncode == 1
    )


def test_json_on_stdout_is_json_alone(desk):
    done = checker(desk, "check", "article.md", "--bib", "refs.bib", "--offline", "--output-format", "json")
    assert json.loads(done.stdout)["coverage"]["markers"] == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "checker demo"),
        (["check", "nowhere.md"], "nowhere.md does not exist"),
        (["check", "."], "is a folder"),
        (["check", "article.md", "--bib", "nowhere.bib"], "nowhere.bib does not exist"),
        (["check", "article.md", "--output-format", "jason"], "did you mean 'json'"),
        (["check", "article.md", "--timeout", "0"], "timeout must be more than 0"),
        (["check", "article.md", "--links-only", "--claims-only"], "exclude each other"),
        (["check", "article.md", "--config", "none.toml"], "checker init"),
        (["explain", "link-ded"], "did you mean 'link-dead'"),
        (["references", "nowhere.md"], "nowhere.md does not exist"),
        (["import", "bare.md"], "names no source of its own"),
        (["import", "refs.bib"], "give it after --bib"),
        (["check", "article.md", "refs.bib"], "`checker check ARTICLE --bib refs.bib`"),
        (["check", "paper.pdf"], "save it as text, Markdown"),
        (["article.md"], "`checker check article.md`"),
        (["format", "article.md"], "lays out .bib files alone"),
        (["references", "bare.md"], "Name its bibliography with --bib"),
        (["chek"], "No such command"),
    ],
)
def test_a_wrong_step_gets_one_sentence_that_says_what_to_do(desk, arguments, said):
    (desk / "bare.md").write_text("Nothing is cited here.\n", encoding="utf-8")
    done = checker(desk, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("timout = 3", "did you mean 'timeout'"),
        ('timeout = "long"', "Expected `float`"),
        ("articles = [", "is not TOML"),
        ('fail_on = "maybe"', "use one of error, warning, never"),
        ("exclude = ['(']", "regular expression"),
        ("include_private = ['10.0.0.0/99']", "10.0.0.0/99"),
        ("lexicons = ['none.tsv']", "none.tsv does not exist"),
        ("lexicons = ['refs.bib']", "begin it with the line `# vi-en`"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(desk, toml, said):
    (desk / "checker.toml").write_text(toml, encoding="utf-8")
    done = checker(desk, "check", "article.md", "--offline")
    assert done.returncode == 2
    assert said in done.stderr


def test_an_article_without_markers_and_an_empty_bib_are_findings_not_crashes(desk):
    (desk / "article.md").write_text("Nothing is cited here.\n", encoding="utf-8")
    (desk / "refs.bib").write_text("", encoding="utf-8")
    done = checker(desk, "check", "article.md", "--bib", "refs.bib", "--offline", "--output-format", "plain")
    assert done.returncode == 0
    assert "marker-none" in done.stdout
    assert "entry-none" in done.stdout


def test_a_bib_that_is_not_utf8_is_read_and_what_was_assumed_is_said(desk):
    (desk / "refs.bib").write_bytes("@misc{tower, marker={1}, title={Café à Huế}}".encode("cp1258", "replace"))
    done = checker(desk, "check", "article.md", "--bib", "refs.bib", "--offline", "--output-format", "plain")
    assert "entry-encoding" in done.stdout


def test_a_dead_network_exits_3_and_accuses_no_link(desk, closed_port):
    (desk / "refs.bib").write_text(
        BIB.replace("title = {The Tower", f"url = {{http://127.0.0.1:{closed_port}/x}}, title = {{The Tower"),
        encoding="utf-8",
    )
    done = checker(
        desk,
        "check",
        "article.md",
        "--bib",
        "refs.bib",
        "--include-private",
        "127.0.0.0/8",
        "--max-retries",
        "0",
        "--output-format",
        "json",
    )
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert report["run"]["network"] == "down"
    assert [url["health"] for reference in report["references"] for url in reference["urls"]] == ["unchecked"]
    supports = {
        verdict["support"]
        for citation in report["citations"]
        for claim in citation["claims"]
        for verdict in claim["verdicts"]
    }
    assert "found" in supports


def test_init_writes_what_check_then_reads_and_touches_nothing_that_exists(desk):
    assert "wrote" in checker(desk, "init").stdout
    (desk / "references.bib").write_text(BIB, encoding="utf-8")
    assert checker(desk, "check", "--offline").returncode == 0
    assert "kept    checker.toml" in checker(desk, "init").stdout


def test_match_streams_verdicts_in_order_and_survives_a_bad_line(desk):
    rows = [
        {"id": str(n), "claim": f"It took {n + 10} ships.", "source": f"It took {n + 10} ships in all."}
        for n in range(40)
    ]
    lines = [json.dumps(row) for row in rows]
    lines.insert(5, "{not json")
    done = checker(desk, "match", input="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [answer.get("id") for answer in answers if "error" not in answer] == [str(n) for n in range(40)]
    assert "error" in answers[5]


def test_the_words_of_a_user_turn_a_verdict_in_every_process_of_match(desk):
    source = "The guild house keeps nine letterstamps and a dyer's lute of madder thread."
    row = {"id": 1, "claim": "Nhà hội giữ 9 phách nhịp và một chàm lượt.", "source": source}
    lines = "\n".join([json.dumps(row)] * 20)  # more than the first process judges alone
    assert {json.loads(line)["support"] for line in _lines(checker(desk, "match", input=lines))} == {"partial"}
    (desk / "words").mkdir()
    (desk / "words/dyers.vi-en.tsv").write_text("phách nhịp\tletterstamp\nchàm lượt\tdyer's lute\n", encoding="utf-8")
    (desk / "words/checker.toml").write_text('lexicons = ["dyers.vi-en.tsv"]\n', encoding="utf-8")
    told = _lines(checker(desk, "match", "--config", "words/checker.toml", "--jobs", "2", input=lines))
    assert [json.loads(line)["support"] for line in told] == ["found"] * 20


def _lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_the_processes_of_match_end_when_the_command_is_killed(desk, how):
    row = json.dumps({"id": 1, "claim": "It took 10 ships.", "source": "It took 10 ships in all."})
    command = [sys.executable, "-m", "checker", "match", "--jobs", "2"]
    with subprocess.Popen(command, cwd=desk, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        for _ in range(300):
            process.stdin.write(row + "\n")
        process.stdin.flush()
        assert _within(60, lambda: _awaiting_work(process.pid))
        children = _descendants(process.pid)
        process.send_signal(how)
        process.wait(30)
        assert len(children) >= 2
        assert _within(30, lambda: not any(Path(f"/proc/{pid}").exists() for pid in children))
        process.stdin.close()


def _awaiting_work(pid: int) -> bool:
    """True when both workers of a command are there and sleep, as they do when they have nothing to do."""
    states = [
        Path(f"/proc/{child}/stat").read_text("utf-8").rpartition(")")[2].split()[0] for child in _descendants(pid)
    ]
    return len(states) > 2 and set(states) == {"S"}


def _descendants(pid: int) -> list[int]:
    """The processes that a process started, and theirs."""
    own = [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()]
    return [*own, *(further for each in own for further in _descendants(each))]


def _within(seconds: float, true: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while not (done := true()) and time.monotonic() < end:
        time.sleep(0.05)
    return done


def test_the_reference_list_is_written_into_the_article_and_checked(desk):
    (desk / "article.md").write_text(
        ARTICLE + "\n<!-- references:begin -->\n<!-- references:end -->\n", encoding="utf-8"
    )
    assert checker(desk, "references", "article.md", "--bib", "refs.bib", "--check").returncode == 1
    assert checker(desk, "references", "article.md", "--bib", "refs.bib", "--update").returncode == 0
    assert "The Tower of Quill" in (desk / "article.md").read_text(encoding="utf-8")
    assert checker(desk, "references", "article.md", "--bib", "refs.bib", "--check").returncode == 0


def test_a_report_folder_that_cannot_be_written_is_said(desk):
    (desk / "reports").write_text("a file where the folder should be", encoding="utf-8")
    done = checker(desk, "check", "article.md", "--bib", "refs.bib", "--offline")
    assert done.returncode == 2
    assert "--report" in done.stderr


def test_two_strings_give_a_report_and_print_nothing():
    code = (
        "from checker import check, Settings, Report\n"
        f"report = check({ARTICLE!r}, {BIB!r}, settings=Settings(offline=True))\n"
        "assert isinstance(report, Report) and report.coverage.markers == 3\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_ctrl_c_reports_what_was_finished(desk, hanging_host):
    (desk / "refs.bib").write_text(
        BIB.replace("title = {The Keeper", f"url = {{{hanging_host}}}, title = {{The Keeper"), encoding="utf-8"
    )
    command = [
        sys.executable,
        "-m",
        "checker",
        "check",
        "article.md",
        "--bib",
        "refs.bib",
        "--include-private",
        "127.0.0.0/8",
    ]
    running = subprocess.Popen(
        [*command, "--timeout", "8", "--output-format", "json"],
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with hanging_host.asked():
        os.kill(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert running.returncode == 130, err
    assert json.loads(out)["coverage"]["markers"] == 3
    assert (desk / "reports/index.html").exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("paper.md", "---\ntitle: Fog\nbibliography: refs.bib\n---\n\nThe tower is tall [@tower].\n"),
        ("paper.qmd", "---\nbibliography:\n  - refs.bib\n---\n\nThe tower is tall [@tower].\n"),
        ("paper.tex", "\\begin{document}The tower is tall \\cite{tower}.\\bibliography{refs}\\end{document}\n"),
    ],
)
def test_a_bibliography_that_the_article_names_is_not_left_out_silently(desk, name, text):
    (desk / name).write_text(text, encoding="utf-8")
    done = checker(desk, "check", name, "--offline", "-q")
    assert f"{name} names refs.bib as its bibliography, which was not read; add --bib refs.bib." in done.stderr
    assert "names" not in checker(desk, "check", name, "--bib", "refs.bib", "--offline", "-q").stderr


def test_the_reason_for_never_failing_is_told_to_whoever_asks(desk):
    (desk / "checker.toml").write_text('fail_on = "never"\nfail_on_reason = "A draft."', encoding="utf-8")
    done = checker(desk, "check", "article.md", "--bib", "refs.bib", "--offline", "-v")
    assert done.returncode == 0
    assert "fail_on = never: A draft." in done.stderr


def test_an_article_is_read_by_its_address(desk, served):
    address = served(b"<!doctype html><html><title>Quill</title><p>The tower is 31 metres tall.<sup id='a1'><a href='#fn1'>1</a></sup></p>"
                     b"<ol><li id='fn1'>The Tower of Quill. <a href='#a1'>back</a></li></ol>")  # fmt: skip
    done = checker(
        desk, "check", address, "--bib", "refs.bib", "--include-private", "127.0.0.0/8", "--output-format", "json"
    )
    report = json.loads(done.stdout)
    assert report["run"]["articles"][0]["path"] == address
    assert report["coverage"]["markers"] == 1


def test_an_article_that_is_cut_on_the_way_is_not_checked_by_half(desk, served):
    address = served(b"<p>The tower is 31 metres tall.[1]</p>", claimed=5_000)
    done = checker(
        desk, "check", address, "--bib", "refs.bib", "--include-private", "127.0.0.0/8", "--max-retries", "0"
    )
    assert done.returncode == 2
    assert "Save the page and give its path" in done.stderr


def test_a_rule_is_explained_in_vietnamese(tmp_path):
    done = checker(tmp_path, "explain", "claim-contradicted", "--lang", "vi")
    assert "Vì sao quan trọng: Một trong hai bên sai" in done.stdout
    assert "Why it matters" not in done.stdout
