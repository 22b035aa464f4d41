"""Figures that the source leaves its reader to reckon are no contradictions of its own."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

SOURCE = (
    "Some 3,400 houses were destroyed and 12,600 damaged. Robusta accounted for 89% of shipments and arabica for the rest. "
    "Sovia's army fell from 60,000 men in 1992 to 56,000 in 1995. Ashford finished with 68 points, four behind Marlow."
)


def support(claim: str) -> Support:
    judged = match(
        Claim(claim, Coverage.DIRECT, 0, len(claim), Place("a"), "en"),
        prepare(Passages("key", SOURCE, EvidenceKind.PAGE, "en")),
    )
    return judged.support


@pytest.mark.parametrize(
    "claim",
    [
        "About 16,000 houses were destroyed or damaged.",
        "Arabica made up 11% of shipments.",
        "Sovia's army shrank by 4,000 men.",
        "Marlow finished with 72 points.",
    ],
)
def test_what_two_figures_come_to_is_not_contradicted_by_either(claim):
    assert support(claim) is not Support.CONTRADICTED


@pytest.mark.parametrize("claim", ["Some 3,900 houses were destroyed.", "Robusta accounted for 98% of shipments."])
def test_a_figure_that_nothing_comes_to_still_is(claim):
    assert support(claim) is Support.CONTRADICTED
