"""JUnit: what fails, what is skipped, and that nothing is lost on the way."""

import xml.etree.ElementTree as ET

import pytest

from checker.foundation.model import Severity


@pytest.fixture
def suites(sample, tell):
    root = ET.fromstring(tell("junit", sample.report()).encode())
    return {suite.get("name"): {case.get("name"): case for case in suite} for suite in root}


def case_of(suite, word):
    return next(case for name, case in suite.items() if word in name)


def test_a_case_for_each_citation_reference_and_other_finding(suites):
    assert {name: len(cases) for name, cases in suites.items()} == {"citations": 8, "references": 8, "findings": 1}


def test_errors_fail_leads_do_not(suites):
    assert case_of(suites["citations"], "[29]").find("failure").get("type") == "marker-undefined"
    assert suites["references"]["vanished"].find("failure").get("type") == "link-dead"
    lead = case_of(suites["citations"], "carrel1911")
    assert lead.find("failure") is None
    assert "claim-contradicted" in lead.findtext("system-out")


def test_a_team_may_ask_leads_to_fail(sample, tell):
    root = ET.fromstring(tell("junit", sample.report(), fail_on=Severity.WARNING).encode())
    assert {each.get("type") for each in root.iter("failure")} >= {"claim-contradicted", "link-dead"}


def test_nothing_fails_when_never_is_asked_for(sample, tell):
    assert "<failure" not in tell("junit", sample.report(), fail_on=None)


def test_waived_and_unchecked_are_skipped(suites):
    waived = case_of(suites["citations"], "decree77").find("skipped")
    unread = case_of(suites["citations"], "keepers1938").find("skipped")
    assert "night rule" in waived.get("message")
    assert "printed book" in unread.get("message")
    assert suites["references"]["press1936"].find("skipped") is not None
    assert suites["references"]["carrel1911"].find("skipped") is None


def test_a_waiver_beside_an_open_finding_skips_nothing(sample, tell):
    from dataclasses import replace

    report = sample.report()
    open_one = replace(report.findings[6], id="f9", waived=None)
    root = ET.fromstring(tell("junit", replace(report, findings=(*report.findings, open_one))).encode())
    (case,) = [case for case in root.iter("testcase") if "decree77" in case.get("name") and "[16]" in case.get("name")]
    assert case.find("skipped") is None


def test_counts_are_those_of_the_cases(sample, tell):
    root = ET.fromstring(tell("junit", sample.report()).encode())
    for node in (root, *root):
        assert int(node.get("tests")) == len(list(node.iter("testcase")))
        assert int(node.get("failures")) == len(list(node.iter("failure")))
        assert int(node.get("skipped")) == len(list(node.iter("skipped")))


def test_every_finding_is_told_once_at_least(sample, tell):
    text = tell("junit", sample.report())
    assert all(f"{finding.rule}:" in text for finding in sample.report().findings)


def test_hostile_text_is_well_formed(sample, tell):
    root = ET.fromstring(tell("junit", sample.hostile()).encode())
    assert "alert(1)" in "".join(root.itertext())
    assert "##[" not in tell("junit", sample.hostile())
