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
    low = text.lower()
    likely = [form for form in _forms(url) if _longest_word(form) in low]  # most pages repeat nothing: seen at once
    there = _plain(text) if likely else ""
    repeated = [form for form in likely if _plain(form) in there]
    if not repeated:
        return text
    worded = sorted(map(_worded, repeated), key=len, reverse=True)
    return re.sub("|".join(dict.fromkeys(worded)), " ", text, flags=re.IGNORECASE)


def is_echo(title: str, url: str) -> bool:
    """True when the host may have made a title of the address: some name of it stands in the title as words."""
    there = _plain(title)
    return any(_plain(form) in there for form in _forms(url))


@lru_cache(maxsize=256)
def _forms(url: str) -> tuple[str, ...]:
    parts = split(url)
    names = list(chain(segments(url)[-1:], (value for _, value in parse_qsl(parts.query))))
    stems = [name.rsplit(".", 1)[0] for name in names]
    whole = [url, unquote_plus(url), f"{parts.path}?{parts.query}", parts.path, unquote_plus(parts.path).strip("/")]
    return tuple(dict.fromkeys(form for form in (*whole, *names, *stems) if len(_plain(form).strip()) >= _LEAST))


@lru_cache(maxsize=1_000)
def _longest_word(form: str) -> str:
    return max(_JOINT.split(form.lower()), key=len)


def _plain(text: str) -> str:
    return _JOINT.sub(" ", text.lower())


def _worded(form: str) -> str:
    """A form of an address with any joint between its words; signs at its ends are left to the text."""
    return r"[\s_+.,-]+".join(map(re.escape, filter(None, _JOINT.split(form))))
