"""Registered domains: whose turn it is, and what belongs to one site."""

from __future__ import annotations

import pytest

from checker.foundation.domains import registered


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.vn.example.co.uk", "example.co.uk"),
        ("a.b.gov.vn", "b.gov.vn"),
        ("www.face.example.com", "example.com"),
        ("127.0.1.5", "127.0.1.5"),
        ("::1", "::1"),
        ("2606:2800:220:1::dead:beef", "2606:2800:220:1::dead:beef"),
        ("intranet", "intranet"),
        ("", ""),
    ],
)
def test_domains_follow_the_public_suffix_list(host, domain):
    assert registered(host) == domain
