"""The editors' page as an editor meets it: a real process, its page over HTTP, decisions in real files."""

from __future__ import annotations

import contextlib
import html
import http.client
import json
import re
import signal
import subprocess
import sys
import tomllib
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

BIB = """@misc{tower, marker = {1}, title = {The Tower of Quill}, annotation = {The tower is 31 metres tall and was first lit in 1883.}}
@misc{keeper, marker = {2}, title = {<b>The Keeper</b>}, annotation = {The keeper of <i>Quill</i> grew leeks in 1901.}}
"""
ARTICLE = "# Quill\n\nThe tower was first lit in 1884.[1]\n\nThe keeper grew leeks in 1902.[2]\n"


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "checker.toml").write_text('articles = ["article.md"]\nbib = ["refs.bib"]\n', encoding="utf-8")
    return tmp_path


def checker(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


class Editor:
    """Somebody with a browser: the page, and its forms."""

    def __init__(self, address: str) -> None:
        self.address = address

    def page(self) -> str:
        with urllib.request.urlopen(self.address, timeout=30) as answer:
            return answer.read().decode()

    def case(self, words: str) -> str:
        """The part of the page that shows a sentence."""
        parts = re.split(r'(?=<section class="case)', self.page())
        return next(part for part in parts if words in html.unescape(re.sub(r"<[^>]+>", "", part)))

    def post(self, action: str, words: str, **fields: str) -> str:
        """Send a form of a case; the case as it is then."""
        name = re.search(r'name="finding" value="([^"]+)"', self.case(words))[1]
        data = urllib.parse.urlencode({"finding": name, **fields}).encode()
        urllib.request.urlopen(self.address + action, data, timeout=30).close()
        return self.case(words)


@contextlib.contextmanager
def reviewing(desk, *options):
    checker(desk, "check", "--offline", "-q")
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", "review", "--no-browser", *options],
        cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield Editor(process.stdout.readline().strip())
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
        assert "Traceback" not in errors
        assert process.returncode == 0


@pytest.fixture
def editor(desk):
    with reviewing(desk) as editor:
        yield editor


def test_a_vietnamese_editor_reads_why_in_vietnamese(desk):
    with reviewing(desk, "--lang", "vi") as editor:
        case = editor.case("first lit in 1884")
    assert "còn bài viết ghi 1884" in case
    assert "where the article says" not in case


def test_a_finding_is_accepted_and_the_next_check_knows_it(desk, editor):
    (desk / "decisions.toml").write_text("# our decisions\n", encoding="utf-8")
    shown = editor.post("accept", "lit in 1884", reason="The board counts the rehearsal: “lit”.", by="Lan")
    assert "Waived by Lan" in shown
    (waiver,) = tomllib.loads((desk / "decisions.toml").read_text(encoding="utf-8"))["waiver"]
    assert waiver["claim"] == "The tower was first lit in 1884."
    done = checker(desk, "check", "--offline", "--fail-on", "warning")
    assert "1 finding waived" in done.stdout
    assert 'value="Lan"' in editor.case("leeks in 1902"), "the name is remembered for the next decision"


def test_a_decision_is_taken_back_and_the_rest_of_the_file_stays(desk, editor):
    other = '# kept\n[[waiver]]\nrule = "link-dead"\nhost = "a.example"\nreason = "r"\nby = "Minh"\non = 2026-01-01\n\n# the end\n'
    (desk / "decisions.toml").write_text(other, encoding="utf-8")
    editor.post("accept", "lit in 1884", reason="The board counts the rehearsal.", by="Lan")
    assert len(tomllib.loads((desk / "decisions.toml").read_text(encoding="utf-8"))["waiver"]) == 2
    shown = editor.post("withdraw", "lit in 1884")
    assert "Waived by" not in shown
    assert (desk / "decisions.toml").read_text(encoding="utf-8").rstrip() == other.rstrip()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reason": " ", "by": "Lan"}, "needs a reason and your name"),
        ({"reason": "r", "by": "Lan", "expires": "soon"}, "Write the day"),
    ],
)
def test_a_decision_that_says_too_little_is_not_written(desk, editor, fields, said):
    assert said in editor.post("accept", "lit in 1884", **fields)
    assert not (desk / "decisions.toml").exists()


def test_a_pasted_text_is_held_against_the_sentence_and_kept_as_a_note(desk, editor):
    shown = editor.post(
        "rematch", "leeks in 1902", text="In 1902 the keeper grew leeks behind the tower, and sold them."
    )
    assert 'class="verdict is-found"' in shown
    assert "evidence.toml" in editor.post("keep", "leeks in 1902", by="Lan")
    (note,) = tomllib.loads((desk / "evidence.toml").read_text(encoding="utf-8"))["note"]
    assert (note["key"], note["by"]) == ("keeper", "Lan")
    checker(desk, "check", "--offline", "-q")
    report = json.loads((desk / "reports/report.json").read_text(encoding="utf-8"))
    said = {claim["text"]: claim["verdicts"][0]["support"] for each in report["citations"] for claim in each["claims"]}
    assert said == {"The tower was first lit in 1884.": "contradicted", "The keeper grew leeks in 1902.": "found"}


def test_what_sources_say_never_becomes_markup(editor):
    assert "<i>Quill</i>" not in editor.page()
    assert "&lt;i&gt;Quill&lt;/i&gt;" in editor.page()


def test_nobody_without_the_secret_and_no_page_of_the_web_gets_in(editor):
    place = urllib.parse.urlsplit(editor.address)
    name = re.search(r'name="finding" value="([^"]+)"', editor.page())[1]
    body = urllib.parse.urlencode({"finding": name, "reason": "r", "by": "Mallory"})
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    tries = [
        ("GET", "/", None, {}),
        ("GET", place.path, None, {"Host": "evil.example"}),
        ("POST", "/accept", body, form),
        ("POST", f"{place.path}accept", body, form | {"Origin": "https://evil.example"}),
        ("POST", f"{place.path}accept", body, form | {"Origin": "null"}),
        ("POST", f"{place.path}accept", body.replace(name, "other"), form),
        ("POST", f"{place.path}erase", body, form),
    ]
    for method, path, data, headers in tries:
        connection = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
        connection.request(method, path, data, headers)
        answer = connection.getresponse()
        assert answer.status == 404, (method, path, headers)
        assert b"Mallory" not in answer.read()
        connection.close()
    assert "Waived by" not in editor.page()


def test_a_damaged_decisions_file_is_told_and_the_page_goes_on(desk, editor):
    (desk / "decisions.toml").write_text("[[waiver]\n", encoding="utf-8")
    with pytest.raises(urllib.error.HTTPError) as told:
        editor.page()
    assert told.value.code == 409
    assert "Mend it" in told.value.read().decode()
    (desk / "decisions.toml").unlink()
    assert "lit in 1884" in re.sub(r"<[^>]+>", "", editor.page())


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (None, "checker check"),
        ("{", "is not JSON"),
        ("[]", "is no report.json of schema 1"),
        ('{"schema": 1, "citations": [], "findings": [{}]}', "written by another version"),
    ],
)
def test_without_a_report_the_way_to_one_is_named(desk, report, said):
    if report is not None:
        (desk / "reports").mkdir()
        (desk / "reports/report.json").write_text(report, encoding="utf-8")
    done = checker(desk, "review", "--no-browser")
    assert done.returncode == 2
    assert said in done.stderr
    assert "checker check" in done.stderr
