"""decisions.toml as an editor may write it: read whole, or told what is wrong with it."""

from __future__ import annotations

import tomllib

import pytest

from checker.review import known_from, read

RULES = ("claim-contradicted", "link-dead", "entry-field")
GOOD = 'reason = "The press writes it so."\nby = "Lan"\non = 2026-11-29\n'


def parsed(text: str):
    return read(tomllib.loads(text), path="decisions.toml", text=text, rules=RULES)


def test_a_waiver_keeps_its_reason_its_author_its_days_and_its_line():
    text = f'# accepted\n\n[[waiver]]\nrule = "link-dead"\nurl = "https://a.example/x"\nexpires = 2027-05-01\n{GOOD}'
    (decision,) = parsed(text).given
    assert (decision.rule, decision.url) == ("link-dead", "https://a.example/x")
    assert (decision.waiver.by, decision.waiver.on, decision.waiver.expires) == ("Lan", "2026-11-29", "2027-05-01")
    assert str(decision.place) == "decisions.toml:3:1"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('rule = "link-dead"\nhost = "a.example"\nby = "Lan"\non = 2026-11-29', "has no reason"),
        ('rule = "link-dead"\nhost = "a.example"\nreason = " "\nby = ""\non = 2026-11-29', "has no reason and no by"),
        (f'rule = "link-dead"\n{GOOD}', "does not say what it is about"),
        (f'rule = "link-ded"\nhost = "a.example"\n{GOOD}', "(did you mean link-dead?)"),
        (f'rule = "link-dead"\nhots = "a.example"\n{GOOD}', "has hots (did you mean host?)"),
        (f'rule = "claim-contradicted"\nclaim = "It is red."\n{GOOD}', "has a claim and no passage"),
        (f'rule = "link-dead"\nhost = "a.example"\nexpires = "May 2027"\n{GOOD}', "written as 2026-11-29"),
    ],
)
def test_a_waiver_that_says_too_little_waives_nothing_and_is_told(body, said):
    decisions = parsed(f"[[waiver]]\n{body}\n")
    assert decisions.given == ()
    (problem,) = decisions.problems
    assert problem.rule == "waiver-unread"
    assert said in problem.message
    assert "docs/waivers.md" in problem.tip


@pytest.mark.parametrize("text", ["[waiver]\nrule = 'x'\n", "[[waver]]\nrule = 'x'\n", "waiver = [3]\n"])
def test_what_is_no_table_of_waivers_is_told(text):
    assert [problem.rule for problem in parsed(text).problems] == ["waiver-unread"]


@pytest.mark.parametrize(
    "report", [[], {}, {"schema": 2, "findings": []}, {"schema": 1}, {"schema": 1, "findings": {}}]
)
def test_a_baseline_has_to_be_a_report(report):
    assert known_from(report, path="old.json") == "is no report.json of schema 1"


def test_a_baseline_gives_the_ids_of_its_findings_and_its_day():
    report = {"schema": 1, "run": {"finished": "2026-11-01T10:00:00Z"}, "findings": [{"id": "a"}, {"id": "b"}, "torn"]}
    known, waiver = known_from(report, path="old.json")
    assert known == {"a", "b"}
    assert (waiver.by, waiver.on) == ("baseline", "2026-11-01")
