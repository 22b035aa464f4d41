"""GitLab Code Quality."""

import json


def test_the_fields_that_gitlab_asks_for(sample, tell):
    issues = json.loads(tell("gitlab", sample.report()))
    assert len(issues) == 11
    assert {issue["severity"] for issue in issues} == {"major", "minor", "info"}
    first = issues[0]
    assert first["check_name"] == "marker-undefined"
    assert first["location"] == {"path": "articles/hai-dang.md", "lines": {"begin": 17}}


def test_fingerprints_are_distinct_and_do_not_change_with_the_line(sample, tell):
    from dataclasses import replace

    report = sample.report()
    moved = replace(
        report,
        findings=tuple(replace(each, place=replace(each.place, line=each.place.line + 7)) for each in report.findings),
    )
    before, after = ({issue["fingerprint"] for issue in json.loads(tell("gitlab", each))} for each in (report, moved))
    assert before == after
    assert len(before) == 11


def test_a_finding_of_a_whole_file_stands_at_its_first_line(sample, tell):
    assert json.loads(tell("gitlab", sample.empty()))[0]["location"]["lines"]["begin"] == 1


def test_hostile_text_is_data(sample, tell):
    text = tell("gitlab", sample.hostile())
    assert not set(text) & set("\x1b\u202e")
    assert json.loads(text)[0]["description"] == sample.HARM
