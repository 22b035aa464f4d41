"""evidence.jsonl: the demonstration checked live and then offline from it, edited sentences, several articles, damage."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, strategies as st

from checker import demo
from checker.cli import memory, session
from checker.cli.configuration import Configuration
from checker.foundation.model import EvidenceKind, Network, Support
from checker.pipeline.remembering import parse, render

ENTRY = "@online{{{key}, marker = {{{marker}}}, title = {{{title}}}, url = {{http://lights.example/{key}}}}}\n"
TALL = "<title>The light of Quill</title><p>The tower of Quill is 31 metres tall and was first lit in 1883.</p>"


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """The demonstration's report live, and offline from what the first run kept, with an empty cache."""
    reports = tmp_path_factory.mktemp("reports")
    with demo.serve() as web:
        live_settings = demo.settings(web, report=str(reports))
        texts = (demo.article(), demo.bibliography())
        live = session.perform(Configuration(live_settings), (), progress=False, resolver=web.resolver, texts=texts)
        memory.keep(reports, live.memory)
    offline_settings = replace(live_settings, offline=True, cache_dir=str(reports / "empty"), ca_bundle=None)
    offline = session.perform(Configuration(offline_settings), (), progress=False, texts=texts)
    return live, offline, reports


def verdicts(report):
    return [
        (judged.citation.marker.id, claim.claim.text, verdict, claim.group)
        for judged in report.citations
        for claim in judged.claims
        for verdict in claim.verdicts
    ]


def test_offline_the_same_verdicts_are_given_with_the_same_passages_and_facts(twice):
    live, offline, _ = twice
    assert offline.report.run.network is Network.OFFLINE
    assert offline.report.run.hosts == ()
    for (marker, text, then, group), (marker_now, text_now, now, group_now) in zip(
        verdicts(live.report), verdicts(offline.report), strict=True
    ):
        assert (marker, text, group) == (marker_now, text_now, group_now)
        if then.support is Support.UNCHECKED:
            assert now.support is Support.UNCHECKED
        else:
            assert now == then


def test_offline_the_same_claims_are_told(twice):
    live, offline, _ = twice
    told = [{each.id for each in run.report.findings if each.rule.startswith(("claim", "quote"))} for run in twice[:2]]
    assert told[0] == told[1]
    assert len(told[0]) > 3
    assert live.report.coverage.claims == offline.report.coverage.claims


def test_an_offline_run_leaves_the_evidence_as_it_is(twice):
    live, offline, reports = twice
    assert offline.memory.evidence == live.memory.evidence
    assert "".join(render(offline.memory.evidence)) == (reports / "evidence.jsonl").read_text(encoding="utf-8")


def test_what_is_kept_is_read_again(twice):
    live, _, reports = twice
    known, problem = parse((reports / "evidence.jsonl").read_text(encoding="utf-8"))
    assert problem is None
    assert known == live.memory.evidence
    assert {row.evidence for row in known.values()} <= {EvidenceKind.PAGE, EvidenceKind.SNAPSHOT}


@pytest.fixture
def quill(newsroom):
    newsroom.article.write_text("# Quill\n\nThe tower of Quill is 31 metres tall.[1]\n")
    newsroom.bib.write_text(ENTRY.format(key="quill", marker=1, title="The light of Quill"))
    newsroom.web.pages["http://lights.example/quill"] = TALL
    return newsroom


def support(report) -> list[str]:
    return [str(verdict.support) for _, _, verdict, _ in verdicts(report)]


def test_an_edited_sentence_is_held_against_the_words_that_were_kept(quill):
    assert support(quill.check()) == ["found"]
    quill.article.write_text("# Quill\n\nThe tower of Quill is 34 metres tall.[1]\n")
    report = quill.check(day=1, offline=True)
    assert support(report) == ["contradicted"]
    assert "31 metres" in verdicts(report)[0][2].passage.text


def test_a_new_sentence_is_never_missing_in_the_words_that_were_kept(quill):
    quill.check()
    quill.article.write_text("# Quill\n\nThe keepers of the rock kept goats and read Homer in the original.[1]\n")
    assert support(quill.check(day=1, offline=True)) != ["missing"]


def test_what_is_missing_live_is_missing_offline(quill):
    quill.article.write_text("# Quill\n\nThe keepers of the rock kept goats and read Homer in the original.[1]\n")
    assert support(quill.check()) == support(quill.check(day=1, offline=True)) == ["missing"]


def test_a_network_that_is_down_is_bridged_by_the_evidence_too(quill):
    quill.check()
    quill.web.silent = {"lights.example"}
    report = quill.check(day=1)
    assert report.run.network is Network.DOWN
    assert support(report) == ["found"]


def test_the_articles_of_one_desk_keep_their_evidence_apart(quill):
    quill.check()
    first = quill.article.read_text()
    quill.article = quill.folder / "other.md"
    quill.article.write_text("# Quill\n\nThe tower of Quill was first lit in 1883.[1]\n")
    quill.check(day=1)
    assert support(quill.check(day=2, offline=True)) == ["found"]
    quill.article = quill.folder / "article.md"
    assert first == quill.article.read_text()
    assert support(quill.check(day=2, offline=True)) == ["found"]


def test_sentences_that_are_gone_leave_no_trace(quill):
    quill.check()
    quill.article.write_text("# Quill\n\nThe tower of Quill was first lit in 1883.[1]\n")
    quill.check(day=1)
    assert 'is 31 metres tall.","article' not in quill.evidence.read_text()
    [row] = [msgspec.json.decode(line) for line in quill.evidence.read_text().splitlines()]
    assert [claim["claim"] for claim in row["claims"]] == ["The tower of Quill was first lit in 1883."]


def test_a_check_that_finds_the_same_page_changes_no_byte_of_the_file(quill):
    quill.check()
    before = quill.evidence.read_bytes()
    quill.check(day=30)
    assert quill.evidence.read_bytes() == before


def test_a_damaged_line_costs_that_line_and_is_said(quill, capsys):
    quill.check()
    good = quill.evidence.read_text()
    quill.evidence.write_text(f"<<<<<<< ours\n{good}=======\n{{}}\n")
    assert support(quill.check(day=1, offline=True)) == ["found"]
    assert "could not be read" in capsys.readouterr().err


def test_of_two_rows_that_a_merge_left_the_younger_counts(quill):
    quill.check()
    older = quill.evidence.read_text()
    younger = older.replace("2026-03-01", "2026-04-01").replace("is 31 metres tall and", "is 32 metres tall and")
    for text in (older + younger, younger + older):
        known, _ = parse(text)
        assert known["quill"].checked == "2026-04-01"


@given(st.text(max_size=60) | st.sampled_from(["{}", "[]", "null", '{"key": 3}', "[" * 9000]))
def test_any_text_is_a_memory_or_a_complaint(text):
    known, problem = parse(text)
    assert known or problem or not text.strip()
