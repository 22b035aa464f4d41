"""What is told, how loudly, and that nothing is told twice: from article and .bib text through a whole run."""

from __future__ import annotations

import pytest

from checker import Settings, check
from checker.findings import fails
from checker.foundation.model import Severity

ARTICLE = "# Nowhere\n\nThe mill of Nowhere was built in 1901.[1] It ground 140 sacks a day.[2]\n"
WHOLE = (
    "@misc{mill, marker = {1}, title = {The Mill of Nowhere}, annotation = {The mill of Nowhere was built in 1901.}}\n"
)
BROKEN = "@misc{sacks, marker = {2}, title = {Sacks of Nowhere\n\n@misc{last, title = {Last}}\n"


def findings(article: str, bib: str, **severity: Severity):
    return check(article, bib, settings=Settings(offline=True, severity=severity)).findings


def test_a_broken_entry_is_told_once_at_its_place_and_once_at_its_marker():
    told = [each for each in findings(ARTICLE, WHOLE + BROKEN) if each.rule == "entry-unparsed"]
    assert sorted(each.place.path for each in told) == ["article", "references.bib"]
    assert {each.severity for each in told} == {Severity.ERROR}


def test_a_broken_entry_that_nothing_cites_is_a_warning():
    article = "# Nowhere\n\nThe mill of Nowhere was built in 1901.[1]\n"
    [told] = [each for each in findings(article, WHOLE + BROKEN) if each.rule == "entry-unparsed"]
    assert told.severity is Severity.WARNING


def test_no_finding_is_told_twice():
    told = [(each.rule, each.place, each.message) for each in findings(ARTICLE, WHOLE + BROKEN)]
    assert len(told) == len(set(told))


def test_a_severity_can_be_changed_or_switched_off():
    bib = WHOLE + "@misc{idle, title = {Never Cited}}\n"
    article = "# Nowhere\n\nThe mill of Nowhere was built in 1901.[1]\n"
    assert any(each.rule == "entry-uncited" for each in findings(article, bib))
    loud = findings(article, bib, **{"entry-uncited": Severity.ERROR})
    assert next(each for each in loud if each.rule == "entry-uncited").severity is Severity.ERROR
    assert not any(each.rule == "entry-uncited" for each in findings(article, bib, **{"entry-uncited": Severity.OFF}))


@pytest.mark.parametrize(("fail_on", "expected"), [("error", False), ("warning", True), ("never", False)])
def test_a_contradiction_fails_only_who_asks_for_it(fail_on, expected):
    told = findings("# Nowhere\n\nThe mill of Nowhere was built in 1902.[1]\n", WHOLE)
    assert any(each.rule == "claim-contradicted" for each in told)
    assert fails(told, fail_on) is expected


def test_ids_survive_edits_elsewhere_in_the_article():
    wrong = "The mill of Nowhere was built in 1902.[1]\n"
    before = findings(f"# Nowhere\n\n{wrong}", WHOLE)
    after = findings(f"# Nowhere\n\nA new paragraph without anything.\n\nAnother one.\n\n{wrong}", WHOLE)
    id_of = [{each.id for each in told if each.rule == "claim-contradicted"} for told in (before, after)]
    assert id_of[0] == id_of[1] != set()
