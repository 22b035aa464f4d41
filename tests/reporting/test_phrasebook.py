"""Vietnamese readers are told everything in Vietnamese, and the phrasebook says nothing that the rooms do not say."""

from __future__ import annotations

import ast
import functools
import re
import string
from dataclasses import replace
from pathlib import Path

import bibtexparser.splitter
import pytest

from checker.findings import rules
from checker.reporting.phrasebook import rows, tell

ROOMS = Path(__file__).parents[2] / "checker"
HOLE = re.compile(r"\{\{|\}\}|\{\w+(?::\w+)?\}")
# What OpenSSL says of a certificate, through Python's ssl.
OF_OTHERS = ("certificate has", "self-signed", "unable to get", "Hostname mismatch")


@functools.cache
def said_in_the_code() -> str:
    """Every text that the rooms make, a line each, with \\0 for what they fill in."""
    files = [*ROOMS.rglob("*.py"), Path(bibtexparser.splitter.__file__)]
    texts = [text for rule in rules().values() for text in (rule.means, rule.why, rule.do)]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                texts.append("".join(_constant(part) for part in node.values))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.append(node.value)
    return "\n".join((*texts, *(text.replace("\0", "") for text in texts)))


def _constant(part: ast.expr) -> str:
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "\0"


def clauses(english: str) -> list[str]:
    """What of a row is its own words, between holes and marks, as far as it is several words."""
    found = re.split(r"[^\w '-]+", HOLE.sub("\0", english))
    return [clause.strip() for clause in found if " " in clause.strip()]


def test_the_rooms_say_what_the_book_has():
    said = said_in_the_code()
    astray = [
        (english, clause)
        for english, _ in rows()
        for clause in clauses(english)
        if clause not in said and not english.startswith(OF_OTHERS)
    ]
    assert not astray


def test_every_row_is_written_right():
    for english, other in rows():
        holes = [hole for hole in HOLE.findall(english) if len(hole) > 2]
        names = {hole[1:-1].partition(":")[0] for hole in holes}
        assert len(names) == len(holes), english
        assert {name for _, name, _, _ in string.Formatter().parse(other) if name} == names, english
        assert other, english
        assert not english.endswith("."), english
        assert not other.endswith("."), english


def test_nothing_stands_twice():
    english = [english for english, _ in rows()]
    assert len(english) == len(set(english))


def test_every_rule_is_explained_in_vietnamese():
    texts = [text for rule in rules().values() for text in (rule.means, rule.why, rule.do)]
    assert [text for text in texts if tell(text, "vi") == text] == []


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        (
            "The source says 212 where the article says 221. The article says “only”; the source has no such word at this place.",
            "Nguồn ghi 212, còn bài viết ghi 221. Bài viết có chữ “only”; ở chỗ này nguồn không có chữ nào như vậy.",
        ),
        (
            "tide: http://a.example/x: no whole answer came in time (a.example did not answer in time); failure 1 of 3 that make a link dead.",
            "tide: http://a.example/x: không có câu trả lời trọn vẹn nào đến kịp (a.example không trả lời kịp); lần hỏng thứ 1 trong 3 lần làm một liên kết bị coi là đã hỏng.",
        ),
        (
            "the page says that it is gone: its title is “Gone. Sorry; bye”; there is hardly any text besides",
            "trang tự nói rằng nội dung không còn: tiêu đề của nó là “Gone. Sorry; bye”; ngoài ra hầu như không có chữ nào",
        ),
        ("Nobody here ever said such a thing.", "Nobody here ever said such a thing."),
        (
            "The source says 1 where the article says 2. Nobody said so.",
            "Nguồn ghi 1, còn bài viết ghi 2. Nobody said so.",
        ),
    ],
)
def test_sentences_are_told_one_by_one_and_strange_ones_stay(english, vietnamese):
    assert tell(english, "vi") == vietnamese
    assert tell(english, "en") == english


@pytest.mark.parametrize("reporter", ["terminal", "html", "markdown", "plain", "github"])
def test_formats_for_people_tell_findings_in_the_reader_s_language(reporter, sample, tell):
    report = sample.report()
    first = replace(report.findings[0], message="[29]: No entry answers to [29].")
    report = replace(report, findings=(first, *report.findings[1:]))
    assert "Không mục nào ứng với" in tell(reporter, report, language="vi", width=200)
    assert "No entry answers to" not in tell(reporter, report, language="vi", width=200)
    assert "No entry answers to" in tell(reporter, report, width=200)


@pytest.mark.parametrize("reporter", ["json", "sarif", "junit", "gitlab"])
def test_formats_for_programs_stay_english(reporter, sample, tell):
    report = sample.report()
    first = replace(report.findings[0], message="[29]: No entry answers to [29].")
    report = replace(report, findings=(first, *report.findings[1:]))
    assert "Không mục nào" not in tell(reporter, report, language="vi")
