"""What is seen beside a living link is told, quietly, in every report, and fails nothing: whole runs against the small web."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest

from checker.findings import fails
from checker.foundation.model import Health, Severity
from checker.reporting import REPORTERS, Options

PROSE = "<p id=prices>The lamp of the northern lighthouse was built by hand in the winter of 1911.</p>" * 30
PAGE = f"<title>How the lamp was built</title><h1>How the lamp was built</h1>{PROSE}"
ADDRESSES = ("http://lamp.example/built#visitors", "http://press.example/report.pdf", "http://whole.example/x#prices")


@pytest.fixture
def report(newsroom):
    """Three living sources: one without the part that is cited, one with a page where a PDF should be, one as it should be."""
    newsroom.web.pages.update({address.partition("#")[0]: PAGE for address in ADDRESSES})
    newsroom.article.write_text(
        "# Lamps\n\nThe lamp was built in 1911.[1]\n\nBy hand.[2]\n\nIn winter.[3]\n", encoding="utf-8"
    )
    newsroom.bib.write_text(
        "".join(
            f"@online{{s{n}, marker = {{{n}}}, title = {{How the lamp was built}}, url = {{{address}}}}}\n"
            for n, address in enumerate(ADDRESSES, start=1)
        ),
        encoding="utf-8",
    )
    return newsroom.check()


def told(report):
    return {each.rule: each for each in report.findings if each.rule in ("link-fragment", "link-type", "link-partial")}


def test_a_missing_part_and_another_type_are_information_at_their_entries(report):
    assert {link.health for judged in report.references for link in judged.links} == {Health.OK}
    findings = told(report)
    assert set(findings) == {"link-fragment", "link-type"}
    assert {each.severity for each in findings.values()} == {Severity.INFO}
    assert findings["link-fragment"].place.line == 1
    assert "“#visitors”" in findings["link-fragment"].message
    assert findings["link-type"].place.line == 2
    assert not any(fails(findings.values(), fail_on) for fail_on in ("error", "warning", "never"))


def test_the_summary_counts_them_and_verbose_says_them(report):
    quiet, loud = ("".join(REPORTERS["terminal"](report, Options(verbose=verbose))) for verbose in (False, True))
    assert "1 link-fragment · 1 link-type" in quiet
    assert "no part called" not in quiet
    assert "no part called “#visitors”" in loud.replace("\n", " ").replace("  ", " ")


def test_other_reports_have_them_at_the_level_of_information(report):
    sarif = json.loads("".join(REPORTERS["sarif"](report, Options())))
    levels = {each["ruleId"]: each["level"] for each in sarif["runs"][0]["results"]}
    assert levels["link-fragment"] == levels["link-type"] == "note"
    suites = ET.fromstring("".join(REPORTERS["junit"](report, Options())))
    assert not suites.findall(".//failure")
    assert "link-fragment" in ET.tostring(suites, encoding="unicode")
    assert "link-type" in "".join(REPORTERS["plain"](report, Options()))


def test_beside_a_dead_link_they_are_part_of_what_is_said_of_it(newsroom, report):
    newsroom.web.pages.clear()
    assert not told(newsroom.check(day=30))
