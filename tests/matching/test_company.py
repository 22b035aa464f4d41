"""A figure that stands on the page without its company: where the claim's other facts stand together, another value has its place."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

MUSEUM = (
    "The finest piece is a lamp of blue glass, dug up in Harrow Street in 1987. The Glass Museum was founded in 1978 by Ida Berg, became a "
    "town museum in 1996 and has been in the old Corn Exchange since 2017. It was shut for two winters. In 2003 thieves took 41 bowls, of "
    "which 12 have come back. Ida Berg left the museum in 1999 and died in Lund in 2005."
)


def support(text: str) -> Support:
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), "en")
    return match(claim, prepare(Passages("key", MUSEUM, EvidenceKind.PAGE, "en"))).support


@pytest.mark.parametrize(
    "text",
    [
        "Founded by Ida Berg in 1987, the Glass Museum became a town museum in 1996 and moved to the Corn Exchange in 2017.",
        "The Glass Museum, founded by Ida Berg in 1978, became a town museum in 2005 and moved to the old Corn Exchange in 2017.",
    ],
)
def test_a_year_of_something_else_among_the_right_ones_is_contradicted(text):
    assert support(text) is Support.CONTRADICTED


@pytest.mark.parametrize(
    "text",
    [
        "Founded by Ida Berg in 1978, the Glass Museum became a town museum in 1996 and moved to the Corn Exchange in 2017.",
        "The Glass Museum, where a lamp dug up in 1987 is shown, became a town museum in 1996 and is in the Corn Exchange since 2017.",
        "Ida Berg, who died in 2005, founded the Glass Museum, a town museum since 1996.",
        "Ida Berg founded the Glass Museum in 1978 and left it in 1999; since 2017 it has been in the Corn Exchange.",
        "The museum, in the Corn Exchange since 2017, was robbed of 41 bowls in 2003.",
    ],
)
def test_a_claim_that_gathers_years_of_several_sentences_is_not_accused(text):
    assert support(text) is not Support.CONTRADICTED
