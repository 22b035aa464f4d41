"""Three weeks of checks, day by day, with real files between them: who is called dead, when, and who never."""

from __future__ import annotations

import json

import pytest

HOSTS = ("steady", "silent", "flaky", "busy", "walled", "gone")
PROSE = "<title>{0} of Quill</title><p>The {0} of Quill is described here at some length, for whoever comes to read of it.</p>"


@pytest.fixture
def desk(newsroom):
    """Six sources on six hosts; every one of them alive."""
    newsroom.usual = {"links_only": True}
    entries = [
        f"@online{{{name}, marker = {{{n}}}, title = {{The {name} of Quill}}, url = {{http://{name}.example/}}}}\n"
        for n, name in enumerate(HOSTS, 1)
    ]
    newsroom.bib.write_text("".join(entries))
    newsroom.article.write_text(
        "".join(f"The {name} of Quill is described.[{n}]\n\n" for n, name in enumerate(HOSTS, 1))
    )
    for name in HOSTS:
        newsroom.web.pages[f"http://{name}.example/"] = PROSE.format(name)
    return newsroom


def health(report) -> dict[str, str]:
    return {judged.reference.key: str(judged.links[0].health) for judged in report.references}


def test_three_weeks(desk):
    """`silent` refuses from day 1 on, `flaky` has three bad nights with good days between, `busy` says 503 from day 10 on."""
    web, called = desk.web, []
    for day in range(22):
        web.silent = {"silent.example"} if day >= 1 else set()
        web.silent |= {"flaky.example"} if day in (3, 7, 11, 15) else set()
        web.pages["http://busy.example/"] = (503, "busy") if day >= 10 else PROSE.format("busy")
        web.pages["http://walled.example/"] = (403, "no") if day >= 2 else PROSE.format("walled")
        web.pages["http://gone.example/"] = (404, "gone") if day >= 18 else PROSE.format("gone")
        called.append(health(desk.check(day)))
    days = {name: [each[name] for each in called] for name in HOSTS}
    assert set(days["steady"]) == {"ok"}
    assert days["silent"] == ["ok"] + ["unstable"] * 6 + ["dead"] * 15  # counted on days 1, 4 and 7
    assert days["busy"] == ["ok"] * 10 + ["unstable"] * 6 + ["dead"] * 6
    assert set(days["flaky"]) == {"ok", "unstable"}
    assert set(days["walled"]) == {"ok", "blocked"}
    assert days["gone"] == ["ok"] * 18 + ["dead"] * 4


def test_a_dead_link_that_answers_again_starts_with_a_clean_slate(desk):
    desk.web.silent = {"silent.example"}
    assert [health(desk.check(day))["silent"] for day in (0, 4, 8)] == ["unstable", "unstable", "dead"]
    desk.web.silent = set()
    assert health(desk.check(9))["silent"] == "ok"
    desk.web.silent = {"silent.example"}
    assert [health(desk.check(day))["silent"] for day in (10, 14)] == ["unstable", "unstable"]


def test_five_checks_on_one_bad_day_count_once(desk):
    desk.web.silent = {"silent.example"}
    assert {health(desk.check(n / 6))["silent"] for n in range(5)} == {"unstable"}
    assert json.loads(desk.history.read_text())["http://silent.example/"]["failures"] == 1


def test_a_network_that_is_down_counts_for_nobody(desk):
    desk.check(0)
    before = desk.history.read_bytes()
    desk.web.silent = {f"{name}.example" for name in HOSTS}
    for day in (1, 5, 9, 13):
        report = desk.check(day)
        assert str(report.run.network) == "down"
        assert set(health(report).values()) == {"unchecked"}
    assert desk.history.read_bytes() == before


def test_an_offline_run_counts_for_nobody(desk):
    desk.web.silent = {"silent.example"}
    desk.check(0)
    before = desk.history.read_bytes()
    for day in (4, 8, 12):
        desk.check(day, offline=True)
    assert desk.history.read_bytes() == before


def test_a_clock_that_was_set_back_kills_nothing(desk):
    desk.web.silent = {"silent.example"}
    for day in (0, -400, 0.2, -400, 0.4, -30, 0.6):
        assert health(desk.check(day))["silent"] == "unstable"


def test_the_histories_of_two_branches_merge_by_lines(desk):
    """One branch saw two failures, the other saw the link answer later: the later one counts."""
    desk.web.silent = {"silent.example"}
    desk.check(0)
    desk.check(4)
    ours = desk.history.read_text().splitlines()
    desk.web.silent = set()
    desk.check(6)
    theirs = desk.history.read_text().splitlines()
    merged = sorted({*ours[1:-2], *theirs[1:-2]})
    desk.history.write_text("\n".join([ours[0], *merged, *ours[-2:], ""]))
    desk.web.silent = {"silent.example"}
    assert health(desk.check(8))["silent"] == "unstable"
    row = json.loads(desk.history.read_text())["http://silent.example/"]
    assert row["failures"] == 1
    assert row["last_alive"].startswith("2026-03-07")


@pytest.mark.parametrize("damage", ["<<<<<<< ours\n{}\n=======", "{", "\x00\x01", "[]"])
def test_a_damaged_history_is_set_aside_said_and_begun_anew(desk, capsys, damage):
    desk.web.silent = {"silent.example"}
    desk.check(0)
    desk.history.write_text(damage)
    assert health(desk.check(4))["silent"] == "unstable"
    said = capsys.readouterr().err
    assert "link-history.json" in said
    assert "set aside" in said
    assert desk.history.with_name("damaged-link-history.json").read_text() == damage
    assert json.loads(desk.history.read_text())["http://silent.example/"]["failures"] == 1


def test_links_that_stay_alive_leave_the_file_alone_for_a_week(desk):
    desk.check(0)
    before = desk.history.read_bytes()
    for day in range(1, 7):
        desk.check(day)
        assert desk.history.read_bytes() == before
    desk.check(8)
    assert desk.history.read_bytes() != before


def test_links_that_are_alive_are_asked_again_only_after_max_cache_age(desk, tmp_path):
    kept = {"cache_dir": str(tmp_path / "cache"), "max_cache_age": 7.0}
    for day in (0, 3, 6):
        desk.check(day, **kept)
    assert desk.web.asked.count("http://steady.example/") == 1
    desk.check(8, **kept)
    assert desk.web.asked.count("http://steady.example/") == 2


def test_what_no_longer_stands_in_the_bibliography_stays_remembered(desk):
    desk.web.silent = {"silent.example"}
    desk.check(0)
    whole = desk.bib.read_text()
    desk.bib.write_text(whole.splitlines()[0] + "\n")
    desk.check(1)
    desk.bib.write_text(whole)
    desk.check(4)
    assert json.loads(desk.history.read_text())["http://silent.example/"]["failures"] == 2
