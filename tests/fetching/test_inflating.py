"""Encoded bodies: what servers really send, a bounded part at a time, and an end for bombs."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given, strategies as st

from checker.fetching.failures import Undecodable
from checker.fetching.inflating import Inflater

WORDS = b"the same words again and again, " * 20_000


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def inflated(encodings: list[str], data: bytes, size: int = 1_000) -> bytes:
    inflater = Inflater(encodings)
    parts = [part for at in range(0, len(data), size) for part in inflater.parts(data[at : at + size])]
    assert all(len(part) <= 65_536 for part in parts)
    return b"".join(parts) + inflater.rest()


@pytest.mark.parametrize(
    ("encodings", "packed"),
    [
        (["gzip"], gzip.compress(WORDS)),
        (["GZIP"], gzip.compress(WORDS)),
        (["x-gzip"], gzip.compress(WORDS)),
        (["deflate"], zlib.compress(WORDS)),
        (["deflate"], raw_deflate(WORDS)),
        (["gzip, deflate"], zlib.compress(gzip.compress(WORDS))),
        (["gzip", "deflate"], zlib.compress(gzip.compress(WORDS))),
        (["gzip"], gzip.compress(WORDS[:100]) + gzip.compress(WORDS[100:])),
        (["gzip"], gzip.compress(WORDS) + b"rubbish behind it"),
        (["identity"], WORDS),
        (["utf-8"], WORDS),
    ],
)
@pytest.mark.parametrize("size", [7, 1_000, 1_000_000])
def test_what_servers_send_is_made_plain(encodings, packed, size):
    if encodings in (["identity"], ["utf-8"]):
        assert b"".join(Inflater(encodings).parts(packed)) == WORDS
    else:
        assert inflated(encodings, packed, size) == WORDS


def test_a_bomb_comes_in_parts_and_can_be_left_alone():
    inflater = Inflater(["gzip"])
    parts = inflater.parts(gzip.compress(bytes(50_000_000)))
    assert sum(len(next(parts)) for _ in range(10)) <= 655_360


@pytest.mark.parametrize("encodings", [["gzip, gzip, gzip, gzip, gzip, gzip"], ["gzip"] * 6])
def test_nobody_needs_six_encodings(encodings):
    with pytest.raises(Undecodable):
        Inflater(encodings)


def test_what_is_not_encoded_as_it_says_is_undecodable():
    with pytest.raises(Undecodable):
        inflated(["gzip"], b"plain words")


@given(st.binary(max_size=3_000), st.integers(1, 500))
def test_nothing_is_lost_at_any_cut(data, size):
    assert inflated(["gzip"], gzip.compress(data), size) == data
    assert inflated(["deflate"], raw_deflate(data), size) == data
