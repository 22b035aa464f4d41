"""When is the network down? Only when no host at all has given any HTTP answer."""

from __future__ import annotations

import pytest

from checker.foundation.model import Evidence, Health, Hop, Silence
from checker.links import judge, network_is_down


@pytest.mark.parametrize(
    "why", [Silence.TIMEOUT, Silence.NAME, Silence.UNREACHABLE, Silence.REFUSED, Silence.RESET, Silence.PROTOCOL]
)
def test_nobody_answered(make, why):
    assert network_is_down([make.silence(why)] * 3)


@pytest.mark.parametrize("status", [200, 403, 404, 500])
def test_any_status_is_an_answer(make, status):
    assert not network_is_down([make.silence(Silence.TIMEOUT)] * 999 + [make.page(status)])


def test_a_thousand_403s_are_no_failure_of_the_network(make):
    assert not network_is_down([make.page(403)] * 1000)


def test_a_redirect_on_the_way_to_a_failure_is_an_answer(make):
    hops = (Hop("https://a.example/", 302, location="https://b.example/"),)
    assert not network_is_down([make.silence(Silence.TIMEOUT, hops=hops)])


def test_a_certificate_was_shown_by_somebody(make):
    assert not network_is_down([make.silence(Silence.CERTIFICATE), make.silence(Silence.TIMEOUT)])


@pytest.mark.parametrize("why", [Silence.OFFLINE, Silence.EXCLUDED, Silence.UNSAFE, Silence.INVALID, Silence.CANCELLED])
def test_what_was_not_asked_says_nothing(make, why):
    assert not network_is_down([make.silence(why)])
    assert not network_is_down([])
    assert network_is_down([make.silence(why), make.silence(Silence.NAME)])


def test_nobody_is_accused_when_the_network_is_down(make):
    evidence = Evidence(make.silence(Silence.NAME))
    judged = judge(make.reference(), make.url, evidence, network_down=True)
    assert (judged.health, judged.rule, judged.history.failures) == (Health.UNCHECKED, "network-down", 0)


def test_what_we_refused_stays_refused_when_the_network_is_down(make):
    evidence = Evidence(make.silence(Silence.UNSAFE, "A private address."))
    assert judge(make.reference(), make.url, evidence, network_down=True).health is Health.UNSAFE
