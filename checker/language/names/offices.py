"""Offices: `Tổng Bí thư` and `General Secretary` are one, `Foreign Minister` and `Tổng thống` two, and none is a name.

An office is a fact of kind name with its canonical form (`=general secretary`); two that share a form may be the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from checker.foundation.model import FactKind
from checker.language.names import gazetteer
from checker.language.text import tables
from checker.language.text.tokens import Tokens, tokenise
from checker.language.values import Mention, Named

KIND = "office"
MARK = 2  # in `taken`: the name after these pieces is a person's
# English offices that are surnames too: offices only when small, or when a name follows ("King Henry").
_SURNAMES = tables.words("king queen pope bishop regent governor mayor senator consul emperor prince chancellor shah")


def read(tokens: Tokens, taken: bytearray) -> Iterator[Mention]:
    """The offices of a text in order; their pieces are marked in `taken` with MARK."""
    index = _offices()
    after = 0
    for at, low in enumerate(tokens.lows) if not index.keys().isdisjoint(tokens.lows) else ():
        if low not in index or at < after or taken[at]:
            continue
        end, value = _longest(tokens, at, index[low])
        if value is None or any(taken[at:end]) or _of_a_name(tokens, at, end):
            continue
        first, last = tokens.starts[at], tokens.ends[end - 1]
        yield Mention(FactKind.NAME, tokens.text[first:last], first, last, value)
        taken[at:end] = bytes([MARK]) * (end - at)
        after = end


def _longest(tokens: Tokens, at: int, forms: list[tuple[tuple[str, ...], Named]]) -> tuple[int, Named | None]:
    """(index after, office) of the longest form that begins at a piece; (`at`, None) when none does."""
    for pieces, value in forms:
        end = at + len(pieces)
        if tuple(tokens.lows[at:end]) == pieces and all(tokens.near(place) for place in range(at + 1, end)):
            return end, value
    return at, None


def _of_a_name(tokens: Tokens, at: int, end: int) -> bool:
    """True when a word in capitals belongs to a longer name or is one: `Stephen King`, `King said`, `Mayor Street`."""
    if end > at + 1 or not tokens.words[at][0].isupper():
        return False
    before = tokens.word(at - 1)
    joined = at > 0 and tokens.near(at) and before[:1].isupper() and gazetteer.at(tokens, at - 1) is None
    if joined and tokens.lows[at] in _SURNAMES:
        return True
    named = tokens.word(end)[:1].isupper() and tokens.near(end)
    return tokens.lows[at] in _SURNAMES and not named and tokens.low(end) != "of"


def _deputies(rows: Iterable[tuple[str, list[str]]]) -> Iterator[tuple[str, list[str]]]:
    """The deputies of all ministers: `deputy energy minister`, `vice minister of energy`, `thứ trưởng năng lượng`."""
    for canonical, forms in rows:
        if not canonical.endswith(" minister") or canonical.startswith("deputy "):
            continue
        english = [form for form in forms if form.endswith(" minister") or form.startswith("minister ")]
        deputies = [f"{rank} {form}" for form in english for rank in ("deputy", "vice", "assistant")]
        deputies += [form.replace("bộ trưởng", "thứ trưởng", 1) for form in forms if form.startswith("bộ trưởng ")]
        yield f"deputy {canonical}", deputies


@cache
def _offices() -> dict[str, list[tuple[tuple[str, ...], Named]]]:
    """The offices by their first piece, longest first; a form of several rows has the forms of all."""
    identities: dict[tuple[str, ...], set[str]] = {}
    rows = [(canonical, forms.split(";")) for canonical, forms in tables.rows("data/offices")]
    for canonical, forms in [*rows, *_deputies(rows)]:
        for form in forms:
            identities.setdefault(tuple(tokenise(form).lows), set()).add(f"={canonical}")
    index: dict[str, list[tuple[tuple[str, ...], Named]]] = {}
    for pieces, canonicals in identities.items():
        index.setdefault(pieces[0], []).append((pieces, Named(frozenset(canonicals), KIND)))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index
