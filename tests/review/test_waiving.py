"""Which findings a decision accepts, and when it is told to be expired, stale or unused."""

from __future__ import annotations

import datetime as dt

import pytest

from checker.foundation.model import Finding, Place, Severity, Subject, Waiver
from checker.review import Decision, Decisions, Seen, decide

TODAY = dt.date(2026, 11, 29)
LAN = Waiver("The press writes it so.", "Lan", "2026-11-01")
AT = Place("decisions.toml", 3, 1)
SENTENCE = "The tower is 31 metres tall."
WRONG = Finding(
    "c1", "claim-contradicted", Severity.WARNING, 0.9, "31, 32", Place("a.md", 3, 1),
    about=Subject("tower", SENTENCE, "p1"),
)  # fmt: skip
DEAD = Finding(
    "l1", "link-dead", Severity.ERROR, 1.0, "404", Place("r.bib", 1, 1),
    about=Subject("tower", url="https://www.quill.example/tower"),
)  # fmt: skip
SEEN = Seen({(SENTENCE, "tower"): True}, {"https://www.quill.example/tower": True}, whole=True)


def claim(**changes) -> Decision:
    return Decision(
        **{"rule": "claim-contradicted", "waiver": LAN, "place": AT, "claim": SENTENCE, "passage": "p1", **changes}
    )


def link(**changes) -> Decision:
    return Decision(**{"rule": "link-dead", "waiver": LAN, "place": AT, **changes})


def held(*given: Decision, findings=(WRONG, DEAD), seen=SEEN):
    waived, problems = decide(findings, Decisions(given), seen, today=TODAY)
    return {each.id for each in waived if each.waived}, [problem.rule for problem in problems]


@pytest.mark.parametrize(
    ("decision", "accepted"),
    [
        (claim(), {"c1"}),
        (claim(key="tower"), {"c1"}),
        (claim(key="keeper"), set()),
        (claim(passage=None), {"c1"}),
        (link(url="https://www.quill.example/tower"), {"l1"}),
        (link(host="quill.example"), {"l1"}),
        (link(host="QUILL.example"), {"l1"}),
        (link(host="ill.example"), set()),
        (link(key="tower"), {"l1"}),
        (link(finding="l1"), {"l1"}),
        (link(finding="l1", rule="link-moved"), set()),
        (link(finding="l1", key="keeper"), set()),
    ],
)
def test_everything_that_a_decision_names_has_to_agree(decision, accepted):
    assert held(decision)[0] == accepted


def test_a_decision_ends_with_its_last_day():
    assert held(claim(expires=TODAY)) == ({"c1"}, [])
    assert held(claim(expires=TODAY - dt.timedelta(days=1))) == (set(), ["waiver-expired"])


def test_another_passage_is_another_decision():
    assert held(claim(passage="p0")) == (set(), ["waiver-stale"])


def test_a_sentence_that_was_rewritten_and_an_address_that_was_replaced_make_a_waiver_stale():
    assert held(claim(claim="The tower is 30 metres tall.")) == (set(), ["waiver-stale"])
    assert held(link(url="https://www.quill.example/old")) == (set(), ["waiver-stale"])


def test_what_has_become_right_leaves_the_waiver_unused():
    assert held(claim(), findings=()) == (set(), ["waiver-unused"])
    assert held(link(host="quill.example"), findings=()) == (set(), ["waiver-unused"])
    assert held(link(finding="gone"), findings=()) == (set(), ["waiver-unused"])


def test_nothing_is_said_of_a_waiver_whose_matter_was_not_looked_at():
    unread = Seen({(SENTENCE, "tower"): False}, {"https://www.quill.example/tower": False}, whole=True)
    assert held(claim(), findings=(), seen=unread) == (set(), [])
    assert held(link(host="quill.example"), findings=(), seen=unread) == (set(), [])
    part = Seen()
    assert held(claim(), link(url="https://b.example/"), link(finding="gone"), findings=(), seen=part) == (set(), [])


def test_a_baseline_waives_what_it_knows_and_never_hides_a_decision():
    known = Waiver("known already", "baseline", "2026-11-01")
    waived, _ = decide((WRONG, DEAD), Decisions((claim(),), frozenset({"c1", "l1"}), known), SEEN, today=TODAY)
    assert [finding.waived for finding in waived] == [LAN, known]
