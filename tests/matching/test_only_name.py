"""The only name of a sentence that tells the same is believed sooner to stand in the place of one that the page does not have."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

LAKE = (
    "The lake was sounded in the summer of 1927. Its salt was first measured by the zoologist Kaare Lund, with a glass tube of his own making. "
    "Fishing was forbidden in 1955. The boathouse on the north shore was paid for by the Norwick Foundation. "
    "Two thirds of the shore are forest."
)


def support(text: str) -> Support:
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), "en")
    return match(claim, prepare(Passages("key", LAKE, EvidenceKind.PAGE, "en"))).support


@pytest.mark.parametrize(
    "text",
    [
        "After the sounding of 1927 the salt of the lake was determined for the first time, by Harald Vik.",
    ],
)
def test_a_name_that_the_page_lacks_is_held_against_the_only_one_there(text):
    assert support(text) is Support.CONTRADICTED


@pytest.mark.parametrize(
    "text",
    [
        "The salt of the lake was first determined by Kaare Lund.",
        "The lake, which lies in Hedmark, was sounded in 1927.",
        "The forests of the Ostby family cover two thirds of the shore.",
        "Fishing in the lake was forbidden in 1955 at the wish of Harald Vik.",
        "In 1927, when Harald Vik was mayor, the lake was sounded.",
    ],
)
def test_a_name_that_a_claim_adds_is_held_against_none(text):
    assert support(text) is not Support.CONTRADICTED
