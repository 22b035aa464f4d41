"""What is kept between runs, and what is not."""

from __future__ import annotations

import datetime as dt
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from checker.fetching import SqliteStore, open_store
from checker.foundation.errors import StorageError
from checker.foundation.model import NoAnswer, Page, Request, Silence
from checker.foundation.settings import Settings

NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
KEY = ("http://a.example/", "", False, False)
QUICK = Settings(include_private=("127.0.0.0/8",), host_request_interval=0.0, timeout=5.0, max_retries=0)


def page(status: int = 200, **options) -> Page:
    return Page(Request(KEY[0]), KEY[0], status, (), "text/html", NOON, **options)


@pytest.fixture
def store(tmp_path):
    """Opens the cache of a test, as often as it asks; every opened one is closed in the end."""
    opened = []

    def store(now=NOON) -> SqliteStore:
        opened.append(SqliteStore(tmp_path / "pages.sqlite3", now=lambda: now))
        return opened[-1]

    yield store
    for each in opened:
        each.close(complete=False)


def test_a_good_page_is_there_in_the_next_run(store):
    first = store()
    first.keep(KEY, page(headers=(("ETag", '"1"'),)))
    first.close(complete=True)
    kept = store().recall(KEY)
    assert kept.source == page(headers=(("ETag", '"1"'),))
    assert not kept.resumed


@pytest.mark.parametrize(
    "source", [page(404), page(500), page(cut="deadline"), NoAnswer(Request(KEY[0]), Silence.TIMEOUT, "", NOON)]
)
def test_failures_and_cut_bodies_are_not_kept_beyond_the_run(source, store):
    first = store()
    first.keep(KEY, source)
    first.close(complete=True)
    assert store().recall(KEY) is None


def test_a_run_that_was_killed_is_gone_on_with(tmp_path, store):
    code = f"""
import os, datetime as dt
from pathlib import Path
from checker.fetching import SqliteStore
from checker.foundation.model import NoAnswer, Request, Silence
now = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
store = SqliteStore(Path({str(tmp_path / "pages.sqlite3")!r}), now=lambda: now)
store.keep({KEY!r}, NoAnswer(Request("http://a.example/"), Silence.TIMEOUT, "late", now))
store.flush()
os.kill(os.getpid(), 9)
"""
    subprocess.run([sys.executable, "-c", code], timeout=60, check=False)
    second = store()
    kept = second.recall(KEY)
    assert kept.resumed
    assert kept.source.detail == "late"
    second.close(complete=True)
    assert store().recall(KEY) is None


def test_a_killed_run_of_last_week_is_not(store):
    first = store()
    first.keep(KEY, page(404))
    first.close(complete=False)
    assert store(NOON + dt.timedelta(days=3)).recall(KEY) is None


def test_two_runs_share_the_file(store):
    one, two = store(), store()
    for number in range(200):
        one.keep((f"http://one.example/{number}", "", False, False), page())
        two.keep((f"http://two.example/{number}", "", False, False), page())
        one.flush()
        two.flush()
    assert one.recall(("http://two.example/199", "", False, False))
    assert two.recall(("http://one.example/199", "", False, False))


def test_a_damaged_file_is_set_aside_and_said(tmp_path, store):
    (tmp_path / "pages.sqlite3").write_bytes(b"this is no database, " * 200)
    opened = store()
    assert "set aside" in opened.notices[0]
    opened.keep(KEY, page())
    assert opened.recall(KEY)
    assert (tmp_path / "pages.damaged").exists()


def test_a_row_that_cannot_be_read_counts_as_none(tmp_path, store):
    first = store()
    first.keep(KEY, page())
    first.flush()
    with sqlite3.connect(tmp_path / "pages.sqlite3") as database:
        database.execute("UPDATE pages SET packed = x'00'")
    database.close()
    assert first.recall(KEY) is None


def test_a_folder_that_cannot_be_used_is_said(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="--cache-dir"):
        open_store(str(tmp_path / "file" / "cache"))


def test_a_disk_that_fills_up_is_a_notice_and_the_run_goes_on(store):
    full = store()
    full._database.execute("PRAGMA max_page_count = 12")
    for number in range(500):
        full.keep((f"http://a.example/{number}", "", False, False), page(headers=(("X", str(number) * 900),)))
        full.flush()
    assert "could not be written" in full.notices[0]
    assert full.recall(("http://a.example/0", "", False, False))


def test_a_fresh_page_is_not_asked_again_and_an_old_one_is_confirmed(web, tmp_path):
    def dated(connection, seen):
        if 'If-None-Match: "v1"' in seen.head:
            web.answer(status="304 Not Modified", headers=('ETag: "v1"',))(connection, seen)
        else:
            web.answer("<title>Kept</title>", headers=('ETag: "v1"',))(connection, seen)

    web.pages["/a"] = dated
    web.pages["/moved"] = web.redirect("/a", status="301 Moved Permanently")
    settings = replace(QUICK, cache_dir=str(tmp_path), max_cache_age=7.0)
    first = web.get("http://site.example/moved", settings=settings, now=lambda: NOON)
    again = web.get("http://site.example/moved", settings=settings, now=lambda: NOON + dt.timedelta(days=6))
    assert (first.cached, again.cached, web.seen["/a"]) == (False, True, 1)
    assert again.fetched == NOON
    later = NOON + dt.timedelta(days=8)
    confirmed = web.get("http://site.example/moved", settings=settings, now=lambda: later)
    assert web.seen["/a"] == 2
    assert (confirmed.status, confirmed.document.title, confirmed.fetched) == (200, "Kept", later)
    assert [hop.status for hop in confirmed.hops] == [301, 200]
    back = web.get("http://site.example/moved", settings=settings, now=lambda: NOON - dt.timedelta(days=1))
    assert back.status == 200
    assert web.seen["/a"] == 3


def test_offline_serves_the_cache_alone_however_old(web, tmp_path):
    web.page("/a", "<title>Old</title>")
    settings = replace(QUICK, cache_dir=str(tmp_path))
    web.get("http://site.example/a", settings=settings, now=lambda: NOON)
    late = NOON + dt.timedelta(days=80)
    offline = replace(settings, offline=True)
    assert web.get("http://site.example/a", settings=offline, now=lambda: late).document.title == "Old"
    assert web.get("http://site.example/b", settings=offline, now=lambda: late).why is Silence.OFFLINE
    assert web.seen["/a"] == 1


def test_killed_five_times_a_run_repeats_only_what_was_in_flight(web, tmp_path):
    """2,000 links, kill -9 five times on the way: every link has an outcome, and few were asked twice."""
    links = 2_000
    for number in range(links):
        status = "404 Not Found" if number % 10 == 0 else "200 OK"
        web.pages[f"/{number}"] = web.answer(b"<title>x</title>", status=status)
    code = f"""
import sys
from dataclasses import replace
from checker.fetching import Fetcher
from checker.foundation.model import Request
from checker.foundation.settings import Settings
settings = Settings(include_private=("127.0.0.0/8",), host_request_interval=0.0, host_concurrency=16, timeout=5.0,
                    max_retries=0, cache_dir={str(tmp_path)!r}, concurrency=16)
def resolver(host, port):
    return [("127.0.0.1", {web.port})]
with Fetcher(settings, resolver=resolver) as fetcher:
    asked = (Request(f"http://s{{n % 20}}.example/{{n}}", read=False) for n in range({links}))
    print(sum(1 for _ in fetcher.fetch(asked)))
"""

    def asked() -> int:
        return sum(web.seen.values())

    for kill in range(1, 6):
        running = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        deadline = time.monotonic() + 20
        while asked() < kill * 300 and running.poll() is None and time.monotonic() < deadline:
            time.sleep(0.002)
        running.kill()
        running.communicate()
    last = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert last.stdout.strip() == str(links)
    assert len(web.seen) == links
    assert asked() - links <= 5 * (16 + 2)
