"""Hops that take turns: deadlines, strangers' futures, who drives, and what is left when it all ends."""

from __future__ import annotations

import socket
import threading
import time
from concurrent.futures import CancelledError, Future

import pytest

from checker.fetching.failures import DeadlinePassed
from checker.fetching.turns import Turns, readable, settled, turn, writable


@pytest.fixture
def turns():
    made = Turns("test")
    yield made
    made.close()


@pytest.fixture
def pair():
    one, other = socket.socketpair()
    one.setblocking(False)
    with one, other:
        yield one, other


async def heard(turns, sock):
    await readable(sock)
    try:
        return sock.recv(100)
    finally:
        turns.release(sock)


async def waiting(turns, sock):
    try:
        await readable(sock)
    except DeadlinePassed:
        return "late"
    finally:
        turns.release(sock)
    return "heard"


def test_what_a_hop_returns_or_raises_reaches_its_future(turns):
    async def returns():
        await turn()
        return 7

    async def raises():
        await turn()
        raise ValueError("no")

    assert turns.submit(returns(), 5).result(5) == 7
    with pytest.raises(ValueError, match="no"):
        turns.submit(raises(), 5).result(5)


def test_a_socket_is_waited_for_while_others_go_on(turns, pair):
    one, other = pair
    first = turns.submit(heard(turns, one), 5)

    async def quick():
        return "done"

    assert turns.submit(quick(), 5).result(5) == "done"
    assert not first.done()
    other.send(b"hello")
    assert first.result(5) == b"hello"


def test_the_deadline_is_raised_wherever_a_hop_waits(turns, pair):
    begun = time.monotonic()
    assert turns.submit(waiting(turns, pair[0]), 0.2).result(5) == "late"

    async def for_a_stranger():
        await settled(Future())

    with pytest.raises(DeadlinePassed):
        turns.submit(for_a_stranger(), 0.2).result(5)

    async def for_ever():
        while True:
            await turn()

    with pytest.raises(DeadlinePassed):
        turns.submit(for_ever(), 0.2).result(5)
    assert time.monotonic() - begun < 9


def test_after_the_deadline_nothing_is_waited_for_any_more(turns, pair):
    async def stubborn():
        try:
            await readable(pair[0])
        except DeadlinePassed:
            await readable(pair[0])

    with pytest.raises(DeadlinePassed):
        turns.submit(stubborn(), 0.1).result(2)
    turns.release(pair[0])


def test_one_wait_may_end_before_the_deadline(turns, pair):
    one, _ = pair

    async def full():
        while True:
            try:
                one.send(bytes(65_536))
            except BlockingIOError:
                await writable(one, time.monotonic() + 0.1)

    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        turns.submit(full(), 30).result(5)
    assert time.monotonic() - begun < 9
    turns.release(one)


def test_what_is_ready_goes_before_what_is_late(turns, pair):
    """The thread was held up until after the deadline; what had come by then counts."""
    one, other = pair
    answer = turns.submit(heard(turns, one), 0.3)

    hold = time.sleep

    async def holds_everybody_up():
        hold(0.6)

    time.sleep(0.1)
    turns.submit(holds_everybody_up(), 5)
    time.sleep(0.1)
    other.send(b"in time")
    assert answer.result(5) == b"in time"


def test_the_future_of_another_thread_wakes_a_hop(turns):
    looked_up: Future[str] = Future()

    async def hop():
        await settled(looked_up)
        return looked_up.result()

    asked = turns.submit(hop(), 5)
    threading.Timer(0.1, looked_up.set_result, ["an address"]).start()
    assert asked.result(5) == "an address"


def test_whoever_waits_drives_and_the_thread_stands_in_for_the_others(turns, pair):
    one, other = pair
    ran_on = []

    async def hop():
        await readable(one)
        ran_on.append(threading.current_thread())
        one.recv(1)
        await readable(one)
        ran_on.append(threading.current_thread())
        turns.release(one)

    asked = turns.submit(hop(), 10)
    for _ in range(3):
        turns.drive(0.01)
    other.send(b"1")
    begun = time.monotonic()
    while not ran_on and time.monotonic() - begun < 5:
        turns.drive(0.01)
    assert ran_on == [threading.current_thread()]
    other.send(b"2")
    asked.result(5)  # nobody drives
    assert ran_on[1] is not threading.current_thread()


def test_a_drive_ends_when_it_is_called(turns):
    threading.Timer(0.1, turns.wake).start()
    begun = time.monotonic()
    turns.drive(10)
    turns.wake()
    turns.drive(10)
    assert time.monotonic() - begun < 9


def test_two_threads_drive_and_nothing_is_lost(turns):
    async def hop(number):
        for _ in range(5):
            await turn()
        return number

    over = threading.Event()

    def drives():
        while not over.is_set():
            turns.drive(0.001)

    others = [threading.Thread(target=drives) for _ in range(2)]
    for other in others:
        other.start()
    asked = [turns.submit(hop(number), 30) for number in range(2_000)]
    assert [each.result(30) for each in asked] == list(range(2_000))
    over.set()
    for other in others:
        other.join()


@pytest.mark.parametrize("begun", [True, False])
def test_what_is_under_way_at_the_end_is_cancelled_and_cleaned_up(pair, begun):
    turns = Turns("test")
    cleaned = []

    async def hop():
        try:
            await readable(pair[0])
        finally:
            cleaned.append(True)

    asked = turns.submit(hop(), 30)
    if begun:
        time.sleep(0.2)
    turns.close()
    turns.close()
    with pytest.raises(CancelledError):
        asked.result(1)
    assert len(cleaned) <= 1
    assert cleaned or not begun
    with pytest.raises(CancelledError):
        turns.submit(hop(), 30).result(1)


def test_an_interrupt_while_driving_is_not_swallowed(turns):
    async def hop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        for _ in range(100):
            turns._driven = time.monotonic()
            if not turns._handed_in and not turns._tasks:
                turns._handed_in.append((_task(hop()), 0))
            turns.drive(0.01)


def _task(steps):
    from checker.fetching.turns import _Task

    return _Task(steps, Future(), time.monotonic() + 5)
