"""Which addresses and names are refused, in every spelling."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given, strategies as st

from checker.fetching.addresses import gate, literal
from checker.foundation.errors import SettingsError

CLOSED = gate(())

REFUSED = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.5",
    "198.18.0.1",
    "203.0.113.9",
    "169.254.169.254",
    "168.63.129.16",
    "100.100.100.200",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001::1",
    "2001:db8::1",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "5f00::1",
    "100::1",
    "nonsense",
]
OPEN = ["93.184.216.34", "1.1.1.1", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", REFUSED)
def test_private_and_special_addresses_are_refused_with_a_reason(address):
    assert address.partition("%")[0] in CLOSED.refuses(address)


@pytest.mark.parametrize("address", OPEN)
def test_public_addresses_are_asked(address):
    assert CLOSED.refuses(address) is None


def test_an_allowed_network_is_no_more_than_itself():
    intranet = gate(("10.1.0.0/16", "fd12::/16"))
    assert intranet.refuses("10.1.2.3") is None
    assert intranet.refuses("::ffff:10.1.2.3") is None
    assert intranet.refuses("fd12::5") is None
    assert intranet.refuses("10.2.0.1")
    assert intranet.refuses("127.0.0.1")


@pytest.mark.parametrize("address", ["169.254.169.254", "168.63.129.16", "fd00:ec2::254", "100.100.100.200"])
def test_metadata_stays_refused_whatever_is_allowed(address):
    everything = gate(("0.0.0.0/0", "::/0"))
    assert "metadata" in everything.refuses(address)
    assert everything.refuses("127.0.0.1") is None


@pytest.mark.parametrize(
    "name", ["localhost", "LOCALHOST.", "a.localhost", "printer.local", "x.internal", "nas.home.arpa", "abc.onion"]
)
def test_private_names_are_not_even_resolved(name):
    assert CLOSED.refuses_name(name)


def test_an_intranet_may_have_such_names_but_onion_is_never_asked():
    intranet = gate(("10.0.0.0/8",))
    assert intranet.refuses_name("wiki.internal") is None
    assert intranet.refuses_name("abc.onion")
    assert CLOSED.refuses_name("www.example.org") is None


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "127.0.0.1."])
def test_every_notation_of_an_address_is_the_address(host):
    assert literal(host) == "127.0.0.1"


def test_a_name_is_no_address_and_half_a_number_is_neither():
    assert literal("www.example.org") is None
    assert literal("[::1]") == "::1"
    for host in ("256.256.256.256", "1.2.3.4.5", "0xzz.1.2.99999999999"):
        with pytest.raises(ValueError, match=r"neither|appear"):
            literal(host)


def test_a_wrong_network_is_said():
    with pytest.raises(SettingsError, match="include_private"):
        gate(("10.0.0.0/99",))


@given(st.integers(min_value=0, max_value=2**32 - 1))
def test_mapped_and_translated_addresses_are_judged_by_the_one_inside(number):
    inside = ipaddress.IPv4Address(number)
    verdict = CLOSED.refuses(str(inside)) is None
    assert (CLOSED.refuses(f"::ffff:{inside}") is None) == verdict
    assert (CLOSED.refuses(str(ipaddress.IPv6Address((0x64FF9B << 96) | number))) is None) == verdict
