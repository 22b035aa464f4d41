"""The worklist: who needs an editor first."""

from dataclasses import replace

from checker.foundation.model import Support
from checker.reporting import worklist


def test_gravest_and_surest_first_waived_ones_left_out(sample):
    told = [(lead.verdict.key, lead.verdict.support.value) for lead in worklist.leads(sample.report())]
    assert told == [
        ("carrel1911", "contradicted"),
        ("museum-site", "contradicted"),
        ("carrel1911", "missing"),
        ("carrel1911", "missing"),
    ]


def test_a_lead_knows_the_finding_that_tells_it(sample):
    assert [lead.finding.id for lead in worklist.leads(sample.report())] == ["f0003", "f0004", "f0006", "f0005"]


def test_what_neighbours_bear_out_together_needs_nobody(sample):
    report = sample.report()
    citation = report.citations[0]
    carried = replace(citation, claims=tuple(replace(claim, group=Support.FOUND) for claim in citation.claims))
    told = worklist.leads(replace(report, citations=(carried,), findings=()))
    assert [lead.verdict.support for lead in told] == [Support.CONTRADICTED]


def test_a_sentence_that_two_markers_cover_for_one_source_is_one_lead(sample):
    report = sample.report()
    twice = replace(report, citations=(report.citations[0], report.citations[0]))
    assert len(worklist.leads(twice)) == 3


def test_a_lead_that_findings_tell_is_told_whatever_the_neighbours_say(sample):
    report = sample.report()
    citation = report.citations[0]
    carried = replace(citation, claims=tuple(replace(claim, group=Support.FOUND) for claim in citation.claims))
    told = worklist.leads(replace(report, citations=(carried,)))
    assert "quote-missing" in {lead.finding.rule for lead in told}
