"""The terminal summary: what a person sees first, in colour and in a pipe."""

import re
from dataclasses import replace

import pytest

from checker.foundation.model import Support

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_what_was_checked_is_counted_unchecked_on_its_own(sample, tell):
    text = tell("terminal", sample.report())
    assert "8 markers · 7 lead to an entry · 1 leads nowhere · 8 entries · 1 could not be read" in text
    assert "● 1 found" in text
    assert "≠ 2 contradicted" in text
    assert "? 3 not checked" in text


def test_the_worst_lead_comes_first_with_both_values_and_the_passage(sample, tell):
    text = tell("terminal", sample.report())
    first = text.split("Look here first")[1].split(" 2  ")[0]
    assert "articles/hai-dang.md:3:1" in first
    assert "26 tháng 12 năm 1903  ≠  25 December 1903" in first
    assert "the lamp of Star Cape was first lit" in first
    assert "inherited" in first


def test_a_fact_that_stands_in_another_source_is_said_so(sample, tell):
    assert "stands in keepers1938" in tell("terminal", sample.report())


def test_a_waived_lead_is_not_in_the_worklist_but_counted(sample, tell):
    text = tell("terminal", sample.report())
    assert "decree77" not in text.split("Links")[0].split("Look here first")[1]
    assert "1 finding waived" in text


def test_links_by_health(sample, tell):
    text = tell("terminal", sample.report())
    assert "✕ 1 dead" in text
    assert "⊘ 1 blocked" in text
    assert "404 Not Found." in text
    assert "→ https://towers.example/star-cape.pdf" in text


def test_a_long_address_is_wrapped_whole(sample, tell):
    text = tell("terminal", sample.report(), width=60)
    url = next(u for judged in sample.references() for u in judged.reference.urls if "vanished" in u)
    assert url in re.sub(r"\s", "", text)
    assert max(map(len, text.splitlines())) <= 60


def test_a_count_and_its_word_stay_together(sample, tell):
    lines = tell("terminal", sample.report(), width=46).splitlines()
    for count in ("≠ 2 contradicted", "? 3 not checked", "✕ 1 dead", "1 could not be read"):
        assert any(count in line for line in lines), count


@pytest.mark.parametrize("width", [0, 20, 40, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(sample, tell, width):
    text = tell("terminal", sample.report(), width=width, verbose=True)
    assert max(map(len, text.splitlines())) <= max(width, 40)


def test_a_pipe_gets_no_escapes_and_colour_changes_no_word(sample, tell):
    grey = tell("terminal", sample.report())
    coloured = tell("terminal", sample.report(), colour=True)
    assert "\x1b" not in grey
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in ANSI.sub("", coloured).splitlines()] == grey.splitlines()


def test_the_environment_changes_nothing(sample, tell, monkeypatch):
    before = tell("terminal", sample.report())
    for name, value in {"COLUMNS": "33", "FORCE_COLOR": "1", "TERM": "dumb", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert tell("terminal", sample.report()) == before


def test_notices_and_the_way_to_the_report(sample, tell):
    text = tell("terminal", sample.report(), report="reports/")
    assert "! 2 sources were read from the cache of 19 November." in text
    assert text.rstrip().endswith("Report  reports/index.html")


def test_quiet_is_one_line_and_verbose_lists_what_was_folded(sample, tell):
    assert len(tell("terminal", sample.report(), quiet=True).splitlines()) == 1
    assert "entry-uncited  references.bib" not in tell("terminal", sample.report())
    assert "entry-uncited  references.bib" in tell("terminal", sample.report(), verbose=True)


def test_in_vietnamese(sample, tell):
    text = tell("terminal", sample.report(), language="vi")
    assert "Xem trước tiên" in text
    assert "trái với nguồn" in text
    assert "Look here" not in text


def test_an_article_without_markers_says_so_calmly(sample, tell):
    text = tell("terminal", sample.empty(), verbose=True)
    assert "0 markers" in text
    assert "The article has no markers." in text


def test_where_nothing_was_read_nobody_is_told_that_nothing_disagrees(sample, tell):
    whole = sample.report()
    unread = [
        judged
        for judged in whole.citations
        if judged.claims
        and all(verdict.support is Support.UNCHECKED for each in judged.claims for verdict in each.verdicts)
    ]
    text = tell("terminal", replace(whole, citations=tuple(unread)))
    assert "no claim was checked" in text
    assert "disagrees" not in text


def test_hostile_text_cannot_steer_the_terminal_or_the_ci(sample, tell):
    text = tell("terminal", sample.hostile(), verbose=True)
    assert not set(text) & set("\x1b\x07\u202e")
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
