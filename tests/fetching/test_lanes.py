"""Whose turn it is: limits, intervals and fairness, with the time handed in."""

from __future__ import annotations

from hypothesis import given, strategies as st

from checker.fetching.lanes import Lanes


def lanes(limit: int = 2, interval: float = 0.0) -> Lanes:
    return Lanes(limit=limit, interval=interval, next_turns={})


def drain(queue: Lanes, now: float) -> list:
    taken = []
    while (item := queue.take(now)) is not None:
        taken.append(item)
    return taken


def test_a_domain_has_so_many_in_flight_and_no_more():
    queue = lanes(limit=2)
    for number in range(5):
        queue.put("a", number, 0.0)
    assert drain(queue, 0.0) == [0, 1]
    assert queue.waiting == 3
    queue.done("a", 0.0)
    assert drain(queue, 0.0) == [2]


def test_an_interval_lies_between_two_turns():
    queue = lanes(limit=5, interval=0.5)
    for number in range(3):
        queue.put("a", number, 10.0)
    assert drain(queue, 10.0) == [0]
    assert queue.next_turn() == 10.5
    assert drain(queue, 10.4) == []
    assert drain(queue, 10.5) == [1]


def test_the_interval_holds_over_rounds():
    turns: dict[str, float] = {}
    first = Lanes(limit=1, interval=2.0, next_turns=turns)
    first.put("a", "x", 0.0)
    assert drain(first, 0.0) == ["x"]
    second = Lanes(limit=1, interval=2.0, next_turns=turns)
    second.put("a", "y", 1.0)
    assert drain(second, 1.0) == []
    assert drain(second, 2.0) == ["y"]


def test_one_long_domain_does_not_hold_the_others():
    queue = lanes(limit=1)
    for number in range(100):
        queue.put("long", f"long{number}", 0.0)
    queue.put("short", "short", 0.0)
    assert set(drain(queue, 0.0)) == {"long0", "short"}


def test_what_is_on_its_way_goes_first():
    queue = lanes(limit=1)
    queue.put("a", "new", 0.0)
    queue.put("a", "redirected", 0.0, first=True)
    assert drain(queue, 0.0) == ["redirected"]


def test_everything_that_waits_can_be_taken_out():
    queue = lanes(limit=1)
    for number in range(3):
        queue.put("a", number, 0.0)
    queue.take(0.0)
    assert queue.empty_out() == [1, 2]
    queue.done("a", 0.0)
    assert (queue.waiting, queue.take(0.0)) == (0, None)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=60), st.integers(1, 3))
def test_nothing_is_lost_and_no_limit_is_passed(steps, limit):
    queue = lanes(limit=limit)
    put, taken, flying = 0, 0, dict.fromkeys("abc", 0)
    for number, (domain, ends) in enumerate(steps):
        queue.put(domain, (domain, number), float(number))
        put += 1
        while (item := queue.take(float(number))) is not None:
            flying[item[0]] += 1
            taken += 1
        assert max(flying.values()) <= limit
        if ends and flying[domain]:
            flying[domain] -= 1
            queue.done(domain, float(number))
    assert queue.waiting == put - taken
