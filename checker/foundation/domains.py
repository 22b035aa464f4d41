"""Registered domains, by the public suffix list that ships with tldextract; it is never looked up on the web."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tldextract import TLDExtract

_ADDRESS = re.compile(r"[\d.]+|\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\]?")


@cache
def registered(host: str) -> str:
    """`www.vn.example.co.uk` -> `example.co.uk`; an IP address, or a name that has none, is its own."""
    return host if _ADDRESS.fullmatch(host) else _suffixes()(host).top_domain_under_public_suffix or host


@cache
def _suffixes() -> TLDExtract:
    # Once for all rooms, when the first name is met: the list, and requests behind it, take longer than a small run.
    from tldextract import TLDExtract  # noqa: PLC0415

    return TLDExtract(suffix_list_urls=(), cache_dir=None)
