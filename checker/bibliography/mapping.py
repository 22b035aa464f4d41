"""Markers to entries, first that answers (docs/architecture.md, "Markers to entries"); two answers are never a guess.

1. the `[markers]` table of checker.toml; 2. an entry's `marker` field; 3. a key that is the marker, or `ref`, `fn`,
`cite`, `note` and the marker; 4. the article's own definition or address, by the entry that is the same work (`twins`) if one is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping as Table
from dataclasses import dataclass

from rapidfuzz import process

from checker.bibliography import account
from checker.bibliography.article_list import Listed, key_in, listed
from checker.bibliography.keys import Index, by_identifier, index
from checker.foundation.model import Article, Bibliography, Citation, Dangling, Mapping, Marker, MarkerKind

# Hints are for the first undefined markers: each compares a label with every key.
_MOST_HINTS = 50


class _Hints:
    """Keys that were probably meant; numbers are never near each other."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = {key.lower(): key for key in keys}
        self._left = _MOST_HINTS

    def near(self, label: str) -> str:
        """The end of a sentence: `; did you mean dewaal2003?`, or a full stop."""
        if label.isdecimal() or len(label) < 4 or not self._left:
            return "."
        self._left -= 1
        best = process.extractOne(label.lower(), self._keys.keys(), score_cutoff=85)
        return f"; did you mean {self._keys[best[0]]}?" if best else "."


@dataclass(frozen=True, slots=True)
class _Desk:
    """All that a marker is looked up in."""

    tables: Index
    table: Table[str, str]
    listed: Listed
    present: frozenset[str]
    article: Article
    hints: _Hints

    def own_keys(self, marker: Marker) -> list[tuple[str, ...]]:
        """The works of each of the marker's definitions in the article, by the keys that they have here."""
        groups = [tuple(filter(None, map(self._present, group))) for group in self.listed.keys_of(marker)]
        return [group for group in groups if group]

    def _present(self, key: str) -> str | None:
        own = key_in(self.article, key)
        return own if own in self.present else key if key in self.present else None


def map_markers(article: Article, bibliography: Bibliography, *, table: Table[str, str]) -> Mapping:
    """Every marker of the article as a Citation or as Dangling; only a plea for a source is neither.

    `table` is `[markers]` of checker.toml: marker -> key. `bibliography` is best passed through
    `with_article_list` first, so that footnotes and links answer for themselves.
    """
    present = frozenset(reference.key for reference in bibliography.references)
    tables = index(bibliography)
    desk = _Desk(tables, table, listed(article, bibliography), present, article, _Hints(tables.keys))
    answers = [answer(marker, desk) for marker in article.markers if marker.kind is not MarkerKind.PLEA]
    citations = tuple(each for each in answers if isinstance(each, Citation))
    dangling = tuple(each for each in answers if isinstance(each, Dangling))
    return Mapping(citations, dangling, account.problems(article, bibliography, citations, dangling))


def answer(marker: Marker, desk: _Desk) -> Citation | Dangling:
    """What one marker leads to."""
    label = marker.label
    if label in desk.table:
        return _from_table(marker, desk)
    for level in _levels(marker, desk):
        if len(level) == 1:
            return Citation(marker, tuple(level))
        if level:
            return _ambiguous(marker, level)
    if label in desk.tables.failed:
        key = desk.tables.failed[label]
        reason = f"{_called(marker)} leads to {key}, which stands in the bibliography but cannot be read."
        return Dangling(marker, "entry-unparsed", reason, (key,))
    return _from_article(marker, desk)


def _levels(marker: Marker, desk: _Desk) -> list[list[str]]:
    tables = desk.tables
    match marker.kind:
        case MarkerKind.LINK | MarkerKind.IDENTIFIER:
            return [tables.keys.get(marker.label, []), by_identifier(tables, marker.label)[:1]]
        case _:
            named = [*tables.keys.get(marker.label, []), *tables.prefixed.get(marker.label.lower(), [])]
            return [tables.markers.get(marker.label, []), list(dict.fromkeys(named))]


def _from_table(marker: Marker, desk: _Desk) -> Citation | Dangling:
    key = desk.table[marker.label]
    found = desk.tables.keys.get(key, [])
    if len(found) == 1:
        return Citation(marker, tuple(found))
    if found:
        return _ambiguous(marker, found)
    if key in desk.tables.failed:
        return Dangling(marker, "entry-unparsed", f"The entry {key} of {_called(marker)} cannot be read.", (key,))
    reason = f"[markers] leads {_called(marker)} to {key}, which no entry has as its key{desk.hints.near(key)}"
    return Dangling(marker, "marker-undefined", reason, (key,))


def _from_article(marker: Marker, desk: _Desk) -> Citation | Dangling:
    """The article's own definition, each of its works a key; two definitions of one label are two answers."""
    known = desk.own_keys(marker)
    if len(known) == 1:
        return Citation(marker, known[0])
    if known:
        reason = f"{_called(marker)} is defined {len(known)} times in the article, differently."
        return Dangling(marker, "marker-ambiguous", reason, tuple(key for group in known for key in group))
    return Dangling(marker, "marker-undefined", f"No entry answers to {_called(marker)}{desk.hints.near(marker.label)}")


def _ambiguous(marker: Marker, keys: list[str]) -> Dangling:
    named = ", ".join(keys[:5])
    return Dangling(
        marker, "marker-ambiguous", f"{len(keys)} entries answer to {_called(marker)}: {named}.", tuple(keys)
    )


def _called(marker: Marker) -> str:
    """The marker as it stands in the text, with the label that is meant where one text holds several."""
    return marker.text if marker.text.strip("[]^@") == marker.label else f"{marker.label} in {marker.text}"
