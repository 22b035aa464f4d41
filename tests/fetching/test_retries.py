"""When an address is asked again, and when a host is left alone."""

from __future__ import annotations

import pytest

from checker.fetching.exchange import Answer, Failure
from checker.fetching.retries import LONGEST_WAIT, Breakers, Patience
from checker.foundation.model import Silence

DATE = "Sun, 06 Nov 1994 08:49:37 GMT"
THEN = "Sun, 06 Nov 1994 08:49:44 GMT"


def busy(*headers: tuple[str, str], status: int = 429) -> Answer:
    return Answer(status, headers)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ((("Retry-After", "3"),), 3.0),
        ((("retry-after", "0"),), 0.0),
        ((("Retry-After", THEN), ("Date", DATE)), 7.0),
        ((("Retry-After", DATE), ("Date", THEN)), 0.0),
    ],
)
def test_a_server_says_how_long_to_wait(headers, seconds):
    assert Patience(2).wait(busy(*headers), 1) == seconds


@pytest.mark.parametrize("said", ["soon", "-5", "1e9", "", "²"])
def test_a_wait_that_is_none_is_our_own(said):
    assert 0 < Patience(2).wait(busy(("Retry-After", said)), 1) <= 1.0


def test_too_long_a_wait_is_not_waited():
    assert Patience(2).wait(busy(("Retry-After", str(int(LONGEST_WAIT) + 1))), 1) is None


def test_what_passes_is_tried_again_and_what_stands_is_not():
    patience = Patience(2)
    assert patience.wait(Failure(Silence.RESET, ""), 1)
    assert patience.wait(Failure(Silence.REFUSED, ""), 2)
    assert patience.wait(Failure(Silence.REFUSED, ""), 3) is None
    for exchange in (
        Answer(404),
        Answer(200),
        Answer(500),
        Failure(Silence.NAME, ""),
        Failure(Silence.CERTIFICATE, ""),
    ):
        assert patience.wait(exchange, 1) is None
    assert Patience(0).wait(busy(), 1) is None


def test_a_time_out_waits_for_the_later_pass():
    late = Failure(Silence.TIMEOUT, "")
    assert Patience(2).wait(late, 1) is None
    assert Patience(2).later(late, 1)
    assert not Patience(2).later(late, 2)
    assert not Patience(0).later(late, 1)
    assert not Patience(2).later(Answer(200), 1)


def test_a_host_that_only_times_out_is_not_asked_again():
    breakers = Breakers()
    assert breakers.open("a.example", 80) is None
    breakers.note("a.example", 80, Failure(Silence.TIMEOUT, ""))
    broken = breakers.open("a.example", 80)
    assert broken.why is Silence.TIMEOUT
    assert "not asked again" in broken.detail
    assert breakers.open("b.example", 80) is None
    assert breakers.open("a.example", 8080) is None


def test_a_host_that_has_answered_is_always_asked():
    breakers = Breakers()
    breakers.note("a.example", 80, Answer(404))
    for _ in range(9):
        breakers.note("a.example", 80, Failure(Silence.TIMEOUT, ""))
    assert breakers.open("a.example", 80) is None
    assert breakers.has_answered("a.example", 80)


def test_one_refusal_does_not_condemn_a_host():
    breakers = Breakers()
    breakers.note("a.example", 80, Failure(Silence.REFUSED, ""))
    assert breakers.open("a.example", 80) is None
