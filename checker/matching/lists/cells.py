"""A claim's fact in a table of the source: whether it stands in the row and column that the claim speaks of.

The claim names a row when all content words of its label stand in it (in the fact's own clause before elsewhere), and a
column by the words and the year of its heading. Both must be settled before a table speaks against a claim.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from checker.language.facts import mentions
from checker.language.values import Mention, Quantity
from checker.matching.facts.sameness import same
from checker.matching.facts.sightings import Sighting, Sightings
from checker.matching.facts.slips import closeness, differs_in_digits
from checker.matching.place.scene import Scene
from checker.matching.source.tables import Table
from checker.matching.source.words import stems

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
# What follows such a word behind a figure is of another one: `305 million, 80 million more than in 2020`.
_COMPARED = re.compile(r"\b(?:than|against|compared|versus|so với|als|gegenüber|que|contre)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\W*(?:(?:sub)?totals?|sum|summe|gesamt|insgesamt|zusammen|all|overall|tổng(?: cộng| số)?|cộng|ensemble|totales|suma|totale|итого|всего|合计|总计|合計)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_NAME = 3  # letters of a word that names a row
_SCALES = (1e3, 1e6)
_MOST_ROWS = 200  # of a table, in which a misplaced value is looked for: bounds the work
_MOST_TABLES = 12  # of a page, the first ones: bounds the work
_LIKE_SIZE = 0.45  # closeness of a value that is nowhere in the table to that of its cell: half to twice as large


@dataclass(frozen=True, slots=True)
class Told:
    """What a table says of a fact: the cell of the claim's own row and column, and where the claim's value stands instead.

    `agrees` that this cell has the claim's value; `instead` is the row and column of the claim's value, as their labels say.
    `sure` is False where the claim names no column, so that only its row speaks against it.
    """

    cell: Sighting
    agrees: bool
    instead: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Words:
    """The stems that a claim has, as its source writes them: in the clause of one fact, and altogether."""

    clause: frozenset[str]
    whole: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Row:
    table: Table
    number: int
    labelled: int  # stems of its label, all of which the claim has
    near: bool  # whether they stand in the clause of the fact
    part: bool = False  # whether the claim has only a part of them


def tabled(index: int, sightings: Sightings, scene: Scene) -> Told | None:
    """What the source's tables say of the claim's fact number `index`; None where none is about it for sure."""
    tables = scene.source.tables.all[:_MOST_TABLES]
    fact = sightings.facts[index]
    if not tables or not isinstance(fact.value, Quantity) or fact.value.ordinal:
        return None
    words = _words_of(fact, scene)
    against: list[Told] = []
    for table in tables:
        rows = _rows(table, words, scene)
        if not rows:
            continue
        told = _in_rows(fact, table, rows, words, scene)
        if told is not None and told.agrees:
            return told
        if told is not None:
            against.append(told)
    against = [each for each in against if not _of_the_whole(each, scene)]
    if len(against) != 1 or _told_in_prose(index, sightings, scene) or _claimed(against[0], index, sightings, scene):
        return None
    return against[0]


def _of_the_whole(told: Told, scene: Scene) -> bool:
    """True where the claim's value is the total of a table whose page is about what one of its rows is named after, too."""
    if not _TOTAL.match(told.instead):
        return False
    number = told.cell.sentence
    at = scene.source.tables.at(scene.source.spans[number][0] + told.cell.mention.start)
    if at is None:
        return False
    table, row, _ = at
    head = scene.source.passages.title + "\n" + scene.source.passages.text[: table.starts[0]]
    return table.cell(row, 0) in head.replace("\t".join(table.heading), "")


def in_a_row(before: Quantity, after: Quantity, scene: Scene) -> tuple[str, int] | None:
    """What a row says that has a change the other way round, `after` under an earlier year than `before`, and its sentence; None where none has."""
    found: tuple[str, int] | None = None
    for table in scene.source.tables.all[:_MOST_TABLES]:
        years = [_year_of(each) for each in table.heading]
        if sum(year is not None for year in years) < len((before, after)):
            continue
        for row in range(min(len(table.rows), _MOST_ROWS)):
            ends = [_under(value, table, row, years, scene) for value in (before, after)]
            if None in ends:
                continue
            first, last = (each for each in ends if each is not None)
            if first[0] <= last[0]:
                return None
            found = found or (f"{last[0]}: {last[1]}, {first[0]}: {first[1]}", last[2])
    return found


def _year_of(heading: str) -> int | None:
    found = _HEADED.search(heading)
    return int(found.group()) if found else None


def _under(
    value: Quantity, table: Table, row: int, years: Sequence[int | None], scene: Scene
) -> tuple[int, str, int] | None:
    """The year under which a row has a value, the words of the cell and the number of its sentence."""
    for column, year in enumerate(years[: len(table.rows[row])]):
        for each in _facts_in(table.rows[row][column], scene) if year is not None else ():
            other = each.mention.value
            if isinstance(other, Quantity) and value.figure in (other.figure, other.said) and year is not None:
                return year, table.cell(row, column), each.sentence
    return None


def _words_of(fact: Mention, scene: Scene) -> _Words:
    first, last = scene.clause_of(fact.start)
    compared = _COMPARED.search(scene.claim.text, fact.end)
    end = compared.start() if compared else len(scene.claim.text)
    own = [term for term in scene.terms if term.start < end and not fact.start <= term.start < fact.end]
    return _Words(
        frozenset(key for term in own if first <= term.start < last for key in term.keys),
        frozenset(key for term in own for key in term.keys),
    )


def _rows(table: Table, words: _Words, scene: Scene) -> list[_Row]:
    """The rows that the claim names, those with the longest label alone; those of the fact's clause before others."""
    found: list[_Row] = []
    for number in range(len(table.rows)):
        label = _label(table, number, scene.source.language)
        if label and label <= words.whole:
            found.append(_Row(table, number, len(label), label <= words.clause))
    found = found or _by_a_part(table, words, scene)
    if any(each.near for each in found):
        found = [each for each in found if each.near]
    most = max((each.labelled for each in found), default=0)
    return [each for each in found if each.labelled == most]


def _by_a_part(table: Table, words: _Words, scene: Scene) -> list[_Row]:
    """The one row that the claim names by a part of its label, a name's: Sola, for Sola IF."""
    found: list[_Row] = []
    for number in range(min(len(table.rows), _MOST_ROWS)):
        label = _label(table, number, scene.source.language)
        named = any(word[0].isupper() and _says(word, scene.claim.text) for word in table.cell(number, 0).split())
        named = named or any(
            word[0].isupper() and _says(word, scene.claim.text) for word in table.cell(number, 1).split()
        )
        if named and label & words.clause:
            found.append(_Row(table, number, len(label & words.clause), near=True, part=True))
    return found if len(found) == 1 else []


def _says(word: str, text: str) -> bool:
    return len(word) >= _NAME and re.search(rf"\b{re.escape(word)}\b", text) is not None


@lru_cache(maxsize=10_000)
def _label(table: Table, row: int, language: str) -> frozenset[str]:
    """The stems of what a row is about: its cells that are no data, the years among them."""
    cells = (table.cell(row, at) for at in range(len(table.rows[row])) if not table.is_datum(row, at))
    return frozenset(stem for each in cells for stem in stems(_without_unit(each), language))


def _without_unit(words: str) -> str:
    return words.partition("(")[0] or words


def _in_rows(fact: Mention, table: Table, rows: Sequence[_Row], words: _Words, scene: Scene) -> Told | None:
    """What these rows say in the columns that the claim names."""
    cells = [(row.number, column, each) for row in rows for column, each in _comparable(fact, table, row.number, scene)]
    if not cells:
        return None
    scores = {column: _named(table, column, words, scene.source.language) for _, column, _ in cells}
    best = max(scores.values())
    chosen = [(row, column, each) for row, column, each in cells if scores[column] == best]
    for _, _, each in chosen:
        if _agrees(fact, each, scene):
            return Told(each, agrees=True)
    settled = best > 0 or len(scores) == 1
    rest = sorted(
        _elsewhere(fact, table, scene), key=lambda place: (place[0] not in {row.number for row in rows}, place)
    )
    if len({row for row, _, _ in chosen}) != 1:
        return None
    if not settled or rows[0].part:
        in_another_row = rest and rest[0][0] not in {row.number for row in rows}
        return Told(chosen[0][2], agrees=False, instead=_place(table, *rest[0]), sure=False) if in_another_row else None
    cell = chosen[0][2]
    if rest:
        same_row = [each for each in chosen if rest[0][0] == each[0]]
        nearest = min(same_row or chosen, key=lambda each: abs(each[1] - rest[0][1]))
        return Told(nearest[2], agrees=False, instead=_place(table, *rest[0])) if same_row or len(chosen) == 1 else None
    like = closeness(fact, cell.mention) >= _LIKE_SIZE or differs_in_digits(fact.text, cell.mention.text)
    return Told(cell, agrees=False) if len(chosen) == 1 and like and (best > 0 or _has_unit(fact)) else None


def _has_unit(fact: Mention) -> bool:
    return isinstance(fact.value, Quantity) and bool(fact.value.unit)


def _comparable(fact: Mention, table: Table, row: int, scene: Scene) -> Iterator[tuple[int, Sighting]]:
    """The cells of a row with a figure of the fact's unit, by their columns."""
    assert isinstance(fact.value, Quantity)
    for column in range(len(table.rows[row])):
        if not table.is_datum(row, column):
            continue
        for each in _facts_in(table.rows[row][column], scene):
            value = each.mention.value
            if isinstance(value, Quantity) and value.unit in (fact.value.unit, "" if _may_be_bare(fact) else None):
                yield column, each


def _may_be_bare(fact: Mention) -> bool:
    """True for a figure that a cell may have without its unit; a share is marked as one somewhere."""
    return isinstance(fact.value, Quantity) and fact.value.unit != "percent"


def _agrees(fact: Mention, cell: Sighting, scene: Scene) -> bool:
    """True when a cell has the claim's value, with its unit or as the figure that is written alone."""
    if same(fact, cell.mention, across=scene.across):
        return True
    a, b = fact.value, cell.mention.value
    assert isinstance(a, Quantity)
    assert isinstance(b, Quantity)
    if b.unit or not a.unit:
        return False
    if a.said and b.said and any(same(fact, _scaled(cell.mention, scale, a.unit), across=False) for scale in _SCALES):
        return True  # the multiplier of a table may be told where nobody reads it
    figure = _FIGURE.search(fact.text)
    bare = next(iter(mentions(figure.group(), scene.language)), None) if figure else None
    return bare is not None and same(bare, cell.mention, across=scene.across) is True


def _scaled(cell: Mention, scale: float, unit: str) -> Mention:
    """A bare figure of a cell times a multiplier, in the claim's unit."""
    assert isinstance(cell.value, Quantity)
    assert cell.value.said is not None
    said = cell.value.said * scale
    return replace(cell, value=Quantity(said, said, unit, said=said))


def _facts_in(span: tuple[int, int], scene: Scene) -> Iterator[Sighting]:
    """The facts of the source in a span of its text."""
    number = max(0, bisect.bisect_right(scene.source.spans, (span[0], len(scene.source.passages.text) + 1)) - 1)
    while number < len(scene.source.spans) and scene.source.spans[number][0] < span[1]:
        start = scene.source.spans[number][0]
        for mention in scene.source.mentions(number):
            if span[0] <= start + mention.start < span[1]:
                yield Sighting(mention, number)
        number += 1


def _named(table: Table, column: int, words: _Words, language: str) -> float:
    """How much of a column's heading the claim has: the share of the stems that not all columns have.

    -1 for one with a year of its own where the fact's clause gives another one.
    """
    if column >= len(table.heading):
        return 0.0
    heads = [frozenset(stems(_without_unit(each), language)) for each in table.heading]
    common = frozenset.intersection(*heads[1:]) if len(heads) > 2 else frozenset()
    own = heads[column] - common
    there = words.clause if any(_years(words.clause) & each for each in heads) else words.whole
    if _years(own) and not _years(own) & there and _years(there) & frozenset().union(*heads):
        return -1.0
    return len(own & there) / len(own) if own else 0.0


def _years(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in keys if len(each) == 4 and each.isdecimal() and "1500" <= each < "2100")


def _elsewhere(fact: Mention, table: Table, scene: Scene) -> Iterator[tuple[int, int]]:
    """The rows and columns in which the claim's own value stands."""
    for row in range(min(len(table.rows), _MOST_ROWS)):
        for column, each in _comparable(fact, table, row, scene):
            if _agrees(fact, each, scene):
                yield row, column


def _place(table: Table, row: int, column: int) -> str:
    """What a cell is about, as a reader would say it: the first cell of its row, the heading of its column."""
    labels = [table.cell(row, 0), table.heading[column] if column < len(table.heading) else ""]
    return ", ".join(each for each in labels if each)


def _told_in_prose(index: int, sightings: Sightings, scene: Scene) -> bool:
    """True when a near sentence that is no row of a table has the claim's value, and not beside other years alone."""
    return any(not in_a_table(seen.sentence, seen.mention, scene) for seen in sightings.near[index])


def in_a_table(number: int, mention: Mention, scene: Scene) -> bool:
    """True for a fact of a sentence that stands in a cell: its row and column say what it is of, not the words around it."""
    tables = scene.source.tables
    return bool(tables.all) and tables.at(scene.source.spans[number][0] + mention.start) is not None


def _claimed(told: Told, index: int, sightings: Sightings, scene: Scene) -> bool:
    """True when another fact of the claim is what the cell says: the claim speaks of two rows then."""
    return any(
        other != index and same(fact, told.cell.mention, across=scene.across)
        for other, fact in enumerate(sightings.facts)
    )
