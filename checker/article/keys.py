"""Citation keys as pandoc, Quarto, MyST and manubot write them: `[@a; @b, p. 5]`, `@a [p. 5]`, `{cite:p}`a,b``.

Grammar of keys: the pandoc manual, "Citation syntax". Cross-references (`@fig:x`, Quarto's `@tbl-x`) and e-mail
addresses are none. A comma after a key does not always begin a locator (`[see @a, for instance]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.foundation.model import MarkerKind

_PUNCTUATION = r"[:.#$%&\-+?<>~/]"
_BARE = rf"[^\W](?:\w|{_PUNCTUATION}(?=\w))*"
_IDENTIFIER = r"(?:doi|pmid|pmcid|pmc|url|https?|arxiv|isbn|wikidata):[^\s\[\]{};,\"]+"
KEY = re.compile(
    rf"(?<![\w/.@])(?P<hidden>-)?@(?:\{{(?P<braced>[^{{}}\s]+)\}}|(?P<identifier>{_IDENTIFIER})|(?P<bare>{_BARE}))"
)
_CROSS_REFERENCE = re.compile(
    r"(?:fig|tbl|tab|sec|eq|eqn|lst|thm|lem|cor|prp|cnj|def|exm|exr|alg|app|supp|nte|tip|wrn|imp|cau)[:-]",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PAGE_WORD = r"(?:pp?|pages?|pg|tr|trang|S|s)\b\.?\s*"
_OTHER_WORD = r"(?:chap|ch|chapters?|chương|sec|sections?|mục|§+|¶+|vol|volume|tập|fig|figure|bk|book|part|para|col|line|note|n|no|verse|v|art|article|điều)\b\.?\s*"
_VALUE = r"[\dIVXLCivxlc]+(?:\s?(?:-{1,3}|[–—])\s?[\dIVXLCivxlc]+)?(?:,\s?\d+(?:\s?(?:-{1,3}|[–—])\s?\d+)?)*"
_LOCATOR = re.compile(
    rf"\s*,?\s*\{{?(?:{_PAGE_WORD}(?P<page>{_VALUE})|(?P<other>{_OTHER_WORD}{_VALUE})|(?P<digits>\d+(?:\s?(?:-{1, 3}|[–—])\s?\d+)?))(?!\w)"
)
_ROLE = re.compile(
    r"\{(?:foot)?cite(?::\w+)*(?:\s[^{}]*)?\}`(?P<keys>[^`]+)`|\{(?:foot)?cite(?::[\w:]+)?\}`(?P<more>[^`]+)`"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """One key of a citation: its kind, and where in the source it is looked up."""

    label: str
    kind: MarkerKind
    locator: str | None = None


def bracketed(inside: str) -> list[Cited]:
    """The keys of `[…]`, in order; none when it is no citation."""
    found: list[Cited] = []
    for item in inside.split(";"):
        key = KEY.search(item)
        cited = _cited(key) if key else None
        if key and cited:
            found.append(Cited(cited.label, cited.kind, locator(item[key.end() :])))
    return found


def in_text(text: str, position: int) -> tuple[Cited, int] | None:
    """The key that begins at `position` (`@` or `-@`) and where it ends, or None."""
    key = KEY.match(text, position)
    cited = _cited(key) if key else None
    return (cited, key.end()) if key and cited else None


def role(text: str, position: int) -> tuple[list[Cited], int] | None:
    """The keys of a MyST role `{cite}`a,b`` that begins at `position`, and where it ends, or None."""
    found = _ROLE.match(text, position)
    return (list(listed(found["keys"] or found["more"])), found.end()) if found else None


def listed(names: str) -> Iterator[Cited]:
    r"""Keys separated by commas, as in `\\cite{a,b}` and `:cite:`a,b``; `{see}a{p. 5}` loses its braces."""
    for name in re.split(r"[,;]", names):
        found = re.fullmatch(r"\s*(?:\{[^{}]*\})?\s*([^\s{}]+)\s*(?:\{([^{}]*)\})?\s*", name)
        if found:
            yield Cited(found[1], MarkerKind.KEY, locator(found[2] or ""))


def locator(suffix: str) -> str | None:
    """What follows a key, if it says where to look: pages bare (`45`), everything else as written (`ch. 3`)."""
    found = _LOCATOR.match(suffix)
    if not found:
        return None
    return (found["page"] or found["other"] or found["digits"]).strip()


def sure(cited: Cited) -> bool:
    """True when a key is no mention of a person (`@nguyenvana`) even in a text that cites nothing else by key."""
    return cited.kind is MarkerKind.IDENTIFIER or bool(_YEAR.search(cited.label))


def _cited(key: re.Match[str]) -> Cited | None:
    if key["identifier"]:
        return Cited(key["identifier"].rstrip(".,:)*_"), MarkerKind.IDENTIFIER)
    name = key["braced"] or key["bare"]
    if _CROSS_REFERENCE.match(name):
        return None
    return Cited(name, MarkerKind.KEY)
