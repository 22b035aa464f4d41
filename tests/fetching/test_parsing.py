"""Where bodies are read: in children, whose end costs one source, or in threads where there may be no children."""

from __future__ import annotations

import multiprocessing

from checker.fetching.content import read
from checker.fetching.parsing import CHILDREN_FORBIDDEN, Reader


def test_a_body_is_read_in_a_child():
    reader = Reader(workers=1)
    try:
        assert reader.submit("<title>Tên</title>".encode(), "text/html").result(30).title == "Tên"
        assert reader.submit(b"\x89PNG\r\n\x1a\n", "").result(30) == "type image/png"
        assert reader.notices == ()
    finally:
        reader.close()


def test_a_child_that_takes_too_long_is_stopped_and_costs_that_source_alone():
    reader = Reader(workers=1, seconds=0.05)
    try:
        slow = reader.submit(b"<div>" * 900_000, "text/html").result(30)
        assert "reading was stopped: it took more than" in slow
    finally:
        reader.close()


def in_a_daemon(pipe):
    reader = Reader(workers=1)
    pipe.send(reader.submit("<title>Tên</title>".encode(), "text/html").result(30).title)
    pipe.send(reader.submit(b"x" * 3_000_000, "text/html").result(30))
    pipe.send(reader.notices)
    reader.close()


def test_where_children_are_forbidden_only_sizes_are_limited_and_it_is_said():
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    worker = context.Process(target=in_a_daemon, args=(there,), daemon=True)
    worker.start()
    told = [here.recv() if here.poll(30) else None for _ in range(3)]
    worker.join(10)
    assert told == ["Tên", "more than 2 MB, where only size limits a reader", (CHILDREN_FORBIDDEN,)]


def test_what_a_child_reads_is_what_is_read_here():
    reader = Reader(workers=1)
    try:
        page = b"<html lang=vi><title>T</title><p id=a>x<sup>2</sup>"
        assert reader.submit(page, "text/html").result(30) == read(page, "text/html")
    finally:
        reader.close()
