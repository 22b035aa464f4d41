"""What a page repeats of the address that was asked: such words are the reader's own, and prove nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from urllib.parse import parse_qsl, unquote_plus

from checker.links.addresses import segments, split

_LEAST = 4  # characters: shorter pieces of an address are anybody's words
_JOINT = re.compile(r"[\s_+.,-]+")


@lru_cache(maxsize=256)
def without_echo(text: str, url: str) -> str:
    """The text without the address, its path, its last names and the values of its query, as words too (`a-b` as `a b`)."""
    pattern = _echo_of(url)
    return pattern.sub(" ", text) if pattern else text


def is_echo(title: str, url: str) -> bool:
    """True when a title is made of the address: little else stands in one of its pieces."""
    pattern = _echo_of(url)
    return pattern is not None and pattern.search(title) is not None


@lru_cache(maxsize=256)
def _echo_of(url: str) -> re.Pattern[str] | None:
    parts = split(url)
    names = list(chain(segments(url)[-1:], (value for _, value in parse_qsl(parts.query))))
    stems = [name.rsplit(".", 1)[0] for name in names]
    whole = [url, unquote_plus(url), f"{parts.path}?{parts.query}", parts.path, unquote_plus(parts.path).strip("/")]
    forms = dict.fromkeys(form for form in (*whole, *names, *stems) if len(form) >= _LEAST)
    worded = sorted((_worded(form) for form in forms), key=len, reverse=True)
    return re.compile("|".join(dict.fromkeys(worded)), re.IGNORECASE) if worded else None


def _worded(form: str) -> str:
    """A form of an address with any joint between its words; signs at its ends are left to the text."""
    return r"[\s_+.,-]+".join(map(re.escape, filter(None, _JOINT.split(form))))
