"""Daemon threads: as many as are needed, no more than allowed, and what a task raises reaches its future."""

from __future__ import annotations

import threading
import time

import pytest

from checker.fetching.workers import Workers


def test_tasks_run_side_by_side_up_to_the_limit():
    running, most, lock = 0, 0, threading.Lock()

    def task(number):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.02)
        with lock:
            running -= 1
        return number * 2

    workers = Workers(task, 3, "t")
    futures = [workers.submit(number) for number in range(12)]
    assert [future.result(5) for future in futures] == [number * 2 for number in range(12)]
    assert most == 3
    workers.close()


def test_what_a_task_raises_belongs_to_its_future():
    workers = Workers(lambda number: 1 // number, 1, "t")
    with pytest.raises(ZeroDivisionError):
        workers.submit(0).result(5)
    assert workers.submit(1).result(5) == 1
    workers.close()


def test_after_closing_nothing_begins():
    gate = threading.Event()
    workers = Workers(lambda _: gate.wait(5), 1, "t")
    first, second = workers.submit(1), workers.submit(2)
    time.sleep(0.05)
    workers.close()
    gate.set()
    assert first.result(5) is True
    assert second.cancelled()
    assert workers.submit(3).cancelled()
