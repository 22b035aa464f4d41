"""Workflow commands: worst first, no more than a step shows, nothing smuggled in."""

import re
from dataclasses import replace

COMMAND = re.compile(r"^::(error|warning|notice) ([^:]*)::(.*)$")


def test_each_finding_is_a_command_worst_first_waived_ones_left_out(sample, tell):
    lines = tell("github", sample.report()).splitlines()
    parsed = [COMMAND.match(line) for line in lines]
    assert all(parsed)
    assert [each[1] for each in parsed] == ["error"] * 3 + ["warning"] * 3 + ["notice"] * 5
    assert "::error file=references.bib,line=44,col=9,title=link-dead::" in lines[1]


def test_what_a_step_does_not_show_is_counted_and_still_in_the_log(sample, tell):
    report = sample.report()
    one = report.findings[1]
    many = tuple(replace(one, id=f"x{number}", message=f"dead {number:03}") for number in range(25))
    text = tell("github", replace(report, findings=many))
    assert text.count("::error ") == 10
    assert "15 more findings" in text
    assert all(f"dead {number:03}" in text for number in range(25))


def test_a_path_with_a_comma_and_a_message_of_two_lines(sample, tell):
    report = sample.report()
    from checker.foundation.model import Place

    odd = replace(report.findings[0], place=Place("a,b:c.md", 1, 2), message="50%\nof it", tip="")
    (line,) = tell("github", replace(report, findings=(odd,))).splitlines()
    assert line == "::error file=a%2Cb%3Ac.md,line=1,col=2,title=marker-undefined::50%25%0Aof it"


def test_a_finding_of_a_whole_file_has_no_line(sample, tell):
    assert tell("github", sample.empty()).startswith("::notice file=articles/hai-dang.md,title=marker-none::")


def test_hostile_text_gives_no_further_command(sample, tell):
    for line in tell("github", sample.hostile()).splitlines():
        assert COMMAND.match(line)
        assert "\x1b" not in line
