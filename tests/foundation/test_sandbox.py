"""Children with limits: a task that goes wrong costs itself and nothing else."""

from __future__ import annotations

import math
import multiprocessing
import os
import subprocess
import sys
import time

import pytest

from checker.foundation.sandbox import Crew, Killed, Sandbox


@pytest.fixture(scope="module")
def sandbox():
    made = Sandbox(workers=2, seconds=1.0, memory=1_500_000_000)
    yield made
    made.close()


def test_a_task_runs_in_another_process(sandbox):
    assert sandbox.limited
    assert sandbox.submit(os.getpid).result(30) != os.getpid()
    assert sandbox.submit(math.factorial, 5).result(30) == 120


def test_a_task_that_takes_too_long_is_killed_and_the_next_one_runs(sandbox):
    begun = time.monotonic()
    with pytest.raises(Killed, match="1 seconds"):
        sandbox.submit(time.sleep, 60).result(30)
    assert time.monotonic() - begun < 10
    assert sandbox.submit(math.factorial, 3).result(30) == 6


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS is enforced on Linux")
def test_a_task_that_eats_memory_is_stopped(sandbox):
    with pytest.raises(Killed, match="memory"):
        sandbox.submit(bytearray, 4_000_000_000).result(30)


def test_a_child_that_dies_costs_its_task(sandbox):
    with pytest.raises(Killed, match="exit code 7"):
        sandbox.submit(os._exit, 7).result(30)
    assert sandbox.submit(math.factorial, 4).result(30) == 24


def test_an_error_of_the_task_is_named(sandbox):
    with pytest.raises(Killed, match="ZeroDivisionError"):
        sandbox.submit(divmod, 1, 0).result(30)


def test_children_are_guarded_like_their_parent(sandbox):
    import socket

    with pytest.raises(BaseException, match="are allowed"):
        sandbox.submit(socket.create_connection, ("192.0.2.1", 80), 1).result(30)


def in_a_daemon(pipe):
    made = Sandbox()
    pipe.send((made.limited, made.submit(math.factorial, 5).result(30)))
    with pytest.raises(Killed):
        made.submit(divmod, 1, 0).result(30)
    pipe.send("failed well")
    made.close()


def test_where_children_are_forbidden_threads_do_and_it_is_said():
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    worker = context.Process(target=in_a_daemon, args=(there,), daemon=True)
    worker.start()
    assert here.poll(30)
    assert here.recv() == (False, 120)
    assert here.poll(30)
    assert here.recv() == "failed well"
    worker.join(10)


def test_a_script_without_a_main_guard_is_not_run_again(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "import math\n"
        "from checker.foundation.sandbox import Sandbox\n"
        "print('begun', flush=True)\n"
        "sandbox = Sandbox()\n"
        "print(sandbox.submit(math.factorial, 5).result(30))\n"
        "sandbox.close()\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("begun\n120\n", "")


@pytest.fixture(scope="module")
def crew():
    with Crew() as made:
        yield made


def test_what_is_spread_comes_back_in_order(crew):
    assert list(crew.spread(math.factorial, range(40))) == [math.factorial(number) for number in range(40)]


def test_of_what_is_spread_a_task_that_goes_wrong_says_why_and_costs_itself(crew):
    done = list(crew.spread(math.sqrt, [4, -1, 9]))
    assert (done[0], done[2]) == (2, 3)
    assert "ValueError" in done[1]


def test_where_children_are_forbidden_this_process_does_what_is_spread(crew, monkeypatch):
    monkeypatch.setitem(multiprocessing.current_process()._config, "daemon", True)
    assert set(crew.spread(getpid_of, [1, 2, 3])) == {os.getpid()}


def getpid_of(_):
    return os.getpid()


def test_what_is_spread_can_be_left_off_at_once_and_begun_again(crew):
    begun = time.monotonic()
    for _ in crew.spread(time.sleep, [0, *[30] * 10]):
        break
    assert list(crew.spread(math.sqrt, [4])) == [2]
    assert time.monotonic() - begun < 10
