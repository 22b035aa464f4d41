"""Markers written in plain characters are lifted out of prose, in blocks of whatever format they came from.

Bare URLs go first (a URL may hold brackets), then pleas and numbers. What is lifted leaves no trace in the prose.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checker.article import grammar
from checker.article.draft import NARRATIVE, Block, Use
from checker.article.prose import without
from checker.foundation.model import MarkerKind


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number that may be a marker, with the block that it stands in."""

    block: int
    found: grammar.Found


def lift(blocks: Sequence[Block], defined: Iterable[str], *, numbers: bool = True) -> tuple[Block, ...]:
    """The blocks with bare URLs, pleas and (unless the format has its own) numbers as uses.

    `defined` are the labels that the article's own list explains: a number that stands free counts if it is there.
    """
    plain = [_lift_pleas(_lift_urls(block)) for block in blocks]
    if not numbers:
        return tuple(plain)
    candidates = [
        _Candidate(index, found)
        for index, block in enumerate(plain)
        for found in grammar.numbers(block.text)
        if not _inside(block.protected, found.start, found.end)
    ]
    known = frozenset(defined)
    used = {label for each in candidates if each.found.attached for label in each.found.labels}
    chosen: dict[int, list[grammar.Found]] = {}
    for each in candidates:
        if each.found.attached or _counts(each.found.labels, known, used):
            chosen.setdefault(each.block, []).append(each.found)
    return tuple(_lift_numbers(block, chosen[index]) if index in chosen else block for index, block in enumerate(plain))


def _counts(labels: tuple[str, ...], known: frozenset[str], used: set[str]) -> bool:
    """Does a number that stands free count? When the list has it, or, without a list, among attached markers."""
    if known:
        return all(label in known for label in labels)
    return bool(used) and all(int(label) <= grammar.MAX_LOOSE for label in labels)


def _lift_urls(block: Block) -> Block:
    cuts: list[tuple[int, int, str]] = []
    uses: list[Use] = []
    linked = [use.at for use in block.uses if use.kind is MarkerKind.LINK]
    for start, end in grammar.urls(block.text):
        if not _inside(block.protected, start, end):
            cuts.append((start, end, ""))
            at = bisect_left(linked, start)
            if not (at < len(linked) and linked[at] <= end):  # a link whose text is an address is one link
                uses.append(_use(block, block.text[start:end], MarkerKind.LINK, start, end))
    return without(block, cuts, uses) if cuts else block


def _lift_pleas(block: Block) -> Block:
    cuts: list[tuple[int, int, str]] = []
    uses: list[Use] = []
    for start, end in grammar.pleas(block.text):
        if not _inside(block.protected, start, end):
            cuts.append((start, end, ""))
            uses.append(_use(block, block.text[start + 1 : end - 1].strip(), MarkerKind.PLEA, start, end))
    return without(block, cuts, uses) if cuts else block


def _lift_numbers(block: Block, chosen: list[grammar.Found]) -> Block:
    cuts: list[tuple[int, int, str]] = []
    uses: list[Use] = []
    for found in chosen:
        narrative = _begins_sentence(block.text, found)
        neighbour = cuts and not block.text[cuts[-1][1] : found.start].strip(" ,;")
        start = cuts[-1][1] if neighbour else found.start
        cuts.append((start, found.end, NARRATIVE if narrative else ""))
        for label in found.labels:
            use = _use(block, label, MarkerKind.NUMBER, found.start, found.end)
            uses.append(replace(use, locator=found.locator, narrative=narrative))
    return without(block, cuts, uses)


def _use(block: Block, label: str, kind: MarkerKind, start: int, end: int) -> Use:
    return Use(label, kind, start, block.offsets[start], block.offsets[end - 1] + 1, block.text[start:end])


def _begins_sentence(text: str, found: grammar.Found) -> bool:
    """`… over. [13] shows that …`: the number is the subject of the sentence that it begins."""
    before = text[max(0, found.start - 20) : found.start]
    after = text[found.end : found.end + 2]
    opens = not before.strip() or (before[-1].isspace() and before.rstrip()[-1] in ".!?…")
    return opens and after[:1] == " " and after[1:].islower()


def _inside(protected: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in protected)
