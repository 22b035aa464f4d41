"""The memory of links: three strikes at least 72 hours apart, and a file that people can read and merge."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, strategies as st

from checker.foundation.model import Evidence, Health, History, LinkVerdict, Silence
from checker.links import judge, parse, remember, render

URL = "https://news.example/world/2014/05/ferry-returns.html"
START = dt.datetime(2026, 3, 1, 6, tzinfo=dt.UTC)


def verdict(health: Health) -> LinkVerdict:
    return LinkVerdict(URL, health, "timeout", "it did not answer", 0.6)


def days_of(make, outcomes: str, *, hours: int = 24) -> list[str]:
    """A run every `hours`: `x` a time-out, `5` a 503, `.` an answer, `-` offline. What each run calls the link."""
    history, said = None, []
    for run, outcome in enumerate(outcomes):
        now = START + dt.timedelta(hours=hours * run)
        source = {
            "x": make.silence(Silence.TIMEOUT, fetched=now),
            "5": make.page(503, fetched=now),
            ".": make.page(200, fetched=now),
            "-": make.silence(Silence.OFFLINE, fetched=now),
        }[outcome]
        judged = judge(make.reference(), URL, Evidence(source, (), history))
        history = judged.history
        said.append(judged.health.value)
    return said


def test_three_weeks_day_by_day(make):
    said = days_of(make, "..xxx.xxxxxxx5.xx----")
    assert said == (
        ["ok"] * 2
        + ["unstable"] * 3
        + ["ok"]
        + ["unstable"] * 6
        + ["dead"] * 2
        + ["ok"]
        + ["unstable"] * 2
        + ["unchecked"] * 4
    )


def test_a_bad_week_end_with_a_run_every_hour_kills_nothing(make):
    assert set(days_of(make, "x" * 60, hours=1)) == {"unstable"}


def test_failures_count_from_72_hours_on(make):
    assert days_of(make, "xxx", hours=72) == ["unstable", "unstable", "dead"]
    assert days_of(make, "xxx", hours=71) == ["unstable", "unstable", "unstable"]


def test_the_verdict_says_since_when(make):
    history = History(URL, 2, START, START + dt.timedelta(days=3), health=Health.UNSTABLE)
    late = make.silence(Silence.NAME, "The name does not exist.", fetched=START + dt.timedelta(days=9))
    judged = judge(make.reference(), URL, Evidence(late, (), history))
    assert (judged.health, judged.rule) == (Health.DEAD, "name")
    assert "2026-03-01" in judged.reason and "3 checks" in judged.reason
    assert judged.history.failures == 3


def failures_at(*days: float) -> int:
    history = None
    for day in days:
        history = remember(history, verdict(Health.UNSTABLE), START + dt.timedelta(days=day))
    return history.failures


def test_a_clock_set_back_and_right_again_kills_nothing():
    assert failures_at(0, -400, 0.1) == 1
    assert failures_at(0, -400, 0.1, -400, 0.2, -400, 0.3) == 1
    assert failures_at(0, 0.1, -30, -29, 0.2) == 2


def test_a_clock_that_was_ahead_once_does_not_keep_a_link_alive_for_ever():
    assert failures_at(0, 20_000, 0.1, 1, 5, 9) == 3


def test_what_was_not_asked_neither_counts_nor_resets():
    history = remember(None, verdict(Health.UNSTABLE), START)
    later = START + dt.timedelta(days=9)
    for health in (Health.UNCHECKED, Health.UNSAFE):
        assert remember(history, verdict(health), later) == history
    assert remember(history, verdict(Health.INSECURE), later).failures == 1


def test_a_wall_is_an_answer_and_resets():
    history = remember(None, verdict(Health.UNSTABLE), START)
    assert remember(history, verdict(Health.BLOCKED), START + dt.timedelta(days=4)).failures == 0


def test_a_link_that_stays_alive_leaves_its_line_alone_for_a_week():
    history = remember(None, verdict(Health.OK), START)
    assert remember(history, verdict(Health.OK), START + dt.timedelta(days=6)) == history
    assert remember(history, verdict(Health.OK), START + dt.timedelta(days=8)).last_alive > history.last_alive


moments = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)
histories = st.builds(
    History,
    url=st.sampled_from(["https://a.example/", "https://b.example/ü?q=1#x", 'https://c.example/"quoted"\\']),
    failures=st.integers(1, 50),
    first_failed=st.none() | moments,
    last_failed=st.none() | moments,
    last_alive=st.none() | moments,
    health=st.sampled_from([health for health in Health if health is not Health.UNCHECKED]),
)


@given(st.lists(histories, unique_by=lambda history: history.url))
def test_what_is_written_is_read_again(known):
    read, problem = parse(render(known))
    assert problem is None
    assert read == {history.url: history for history in known}


@given(moments, moments, st.sampled_from(list(Health)))
def test_remembering_twice_changes_nothing_more(first, second, health):
    first, second = sorted((first, second))
    history = remember(None, verdict(Health.UNSTABLE), first)
    once = remember(history, verdict(health), second)
    assert remember(once, verdict(health), second) == once


def test_the_file_is_sorted_and_has_a_url_a_line():
    known = [remember(None, LinkVerdict(f"https://{name}.example/", Health.OK, "ok", "", 1), START) for name in "cab"]
    text = render(known)
    assert [row.split('"')[1] for row in text.splitlines()[1:-2]] == [f"https://{name}.example/" for name in "abc"]
    assert json.loads(text)["schema"] == 1
    assert text.endswith("}\n")


def test_two_branches_merge_line_by_line_and_the_younger_line_counts():
    ours = render([History(URL, 2, START, START + dt.timedelta(days=4), health=Health.UNSTABLE)]).splitlines()
    theirs = render([History(URL, 0, last_alive=START + dt.timedelta(days=9), health=Health.OK)]).splitlines()
    merged = "\n".join([ours[0], ours[1], theirs[1], *ours[2:]])
    histories, problem = parse(merged)
    assert problem is None
    assert histories[URL].health is Health.OK


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '"x"', "null", "<<<<<<< ours\n{}\n=======", '{"schema": 2}', "{}", "\x00", "[" * 5000, '{"schema": 1'],
)
def test_a_damaged_file_is_set_aside_and_said(text):
    histories, problem = parse(text)
    assert histories == {}
    assert "set aside" in problem


def test_an_empty_file_is_no_memory_and_no_problem():
    assert parse("") == parse(" \n") == ({}, None)


@pytest.mark.parametrize(
    "row",
    ["3", "[]", "null", '{"health": "fine"}', '{"failures": -1, "health": "ok"}', '{"failures": true, "health": "ok"}',
     '{"health": "ok", "last_alive": "yesterday"}', '{"health": "ok", "last_alive": 7}', '{"health": []}'],
)  # fmt: skip
def test_a_line_that_cannot_be_read_costs_that_line_alone(row):
    text = f'{{\n"https://bad.example/": {row},\n"https://good.example/": {{"health": "ok"}},\n"schema": 1\n}}'
    histories, problem = parse(text)
    assert list(histories) == ["https://good.example/"]
    assert "https://bad.example/" in problem
