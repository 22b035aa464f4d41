"""Markdown for a summary or a comment: fits, mentions nobody, says what it left out."""

import re
from dataclasses import replace


def test_counts_leads_links_and_loud_findings(sample, tell):
    text = tell("markdown", sample.report(), browse="https://code.example/blob/main/", report="https://ci.example/r")
    assert "≠ 2 contradicted" in text
    assert "- **ngày 26 tháng 12 năm 1903** ≠ **25 December 1903**" in text
    assert "[`articles/hai-dang.md:3:1`](<https://code.example/blob/main/articles/hai-dang.md#L3>)" in text
    assert "✕ dead `vanished`" in text
    assert "`marker-undefined`" in text
    assert "<https://ci.example/r>" in text
    assert "1 finding waived" in text


def test_a_comment_never_grows_beyond_what_github_takes(sample, tell):
    text = tell("markdown", sample.large(2000))
    assert len(text.encode()) <= 65_536
    left = int(re.search(r"(\d+) more did not fit here", text)[1])
    assert left + text.count("**≠ contradicted**") + text.count("**○ not found**") > 5000


def test_nobody_is_mentioned_and_nothing_is_linked_or_run(sample, tell):
    text = tell("markdown", sample.hostile())
    outside_code = re.sub(r"`[^`]*`", "", text.replace("\\`", "").replace("&#8203;", "|"))
    assert "@everyone" not in outside_code
    assert "<script" not in outside_code
    assert "](javascript" not in outside_code
    assert not re.search(r"(?<!\\)#\d", outside_code)
    assert not set(text) & set("\x1b\u202e")


def test_no_line_is_a_workflow_command(sample, tell):
    text = tell("markdown", sample.hostile())
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def test_notices_come_first(sample, tell):
    report = sample.report()
    down = replace(report, run=replace(report.run, notices=("The network is down: no link is accused.",)))
    text = tell("markdown", down)
    assert text.index("The network is down") < text.index("Look here first")
