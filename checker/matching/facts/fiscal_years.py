"""Fiscal years of a claim and of its source: one and the same by other names, `FY22` and `the year to March 2022`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.language.dates.fiscal import FiscalYear, fiscal_years
from checker.language.values import Mention, Named
from checker.matching.place.scene import Scene


def is_label(fact: Mention, scene: Scene) -> bool:
    """True for the letters of `FY 2021`, which are nobody's name."""
    return isinstance(fact.value, Named) and _covering(fact, fiscal_years(scene.claim.text, scene.mentions)) is not None


def by_other_names(fact: Mention, scene: Scene) -> Iterator[tuple[Mention, int]]:
    """The facts of near sentences, with their numbers, that may be the fiscal year which the claim's fact is."""
    mine = _covering(fact, fiscal_years(scene.claim.text, scene.mentions))
    for number in scene.near if mine else ():
        facts = scene.source.mentions(number)
        years = fiscal_years(scene.source.sentence(number), facts)
        for other in facts:
            theirs = _covering(other, years)
            if (
                mine is not None
                and theirs is not None
                and not isinstance(other.value, Named)
                and mine.ends & theirs.ends
            ):
                yield other, number


def _covering(fact: Mention, years: Sequence[FiscalYear]) -> FiscalYear | None:
    """The fiscal year that a fact is, or is a part of."""
    return next((each for each in years if each.start <= fact.start and fact.end <= each.end), None)
