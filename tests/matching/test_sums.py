"""Figures that the source leaves its reader to reckon are no contradictions of its own."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

SOURCE = (
    "Some 3,400 houses were destroyed and 12,600 damaged. Robusta accounted for 89% of shipments and arabica for the rest. "
    "Sovia's army fell from 60,000 men in 1992 to 56,000 in 1995. Ashford finished with 68 points, four behind Marlow. "
    "Germany paid 210 million euros and France 165 million. The lander sent data for 63 hours instead of the planned 48. "
    "A second probe will start in 2027, two years later than first announced. The harbour's traffic fell from 1.1 million "
    "tonnes in 2013 to 0.7 million in 2020."
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
        "Together Germany and France paid 375 million euros.",
        "The lander was meant to send data for 48 hours.",
        "The second probe had first been announced for 2025.",
        "By 2020 the harbour's traffic had fallen to 0.7 million tonnes.",
        "The harbour's traffic fell by 0.4 million tonnes.",
    ],
)
def test_what_figures_come_to_and_what_leaves_its_unit_out_is_not_contradicted(claim):
    assert support(claim) is not Support.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "Some 3,900 houses were destroyed.",
        "Robusta accounted for 98% of shipments.",
        "By 2020 the traffic had fallen to 0.6 million tonnes.",
    ],
)
def test_a_figure_that_nothing_comes_to_still_is(claim):
    assert support(claim) is Support.CONTRADICTED
