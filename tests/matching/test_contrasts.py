"""Words of a contrast: a source that has both of them, each of another thing, and claims that take the one for the other."""

from __future__ import annotations

import pytest

from checker.matching.rows import Row, match_row

MILL = (
    "Tessin Mills ended 2011 with a net profit of €18 million, after a loss of €42 million in 2010. Its exports grew by 12%, while imports "
    "of cotton fell 5%. The plant in the north of the town was closed; the southern one stayed open and took on 140 people. The oldest loom, "
    "from 1887, went to a museum, and the newest was sold to Brandt. The strike of May ended two weeks later than the union had hoped. The "
    "company won its case against the town, but lost the one against its former director. Costs were lower than in 2009."
)
HO = "Năm 2015 công ty Bắc Hà lãi 12 tỷ đồng, sau khi lỗ 30 tỷ đồng năm 2014. Nhà máy ở phía bắc bị đóng cửa, nhà máy ở phía nam vẫn hoạt động."


def support(claim, source=MILL, language="en"):
    return match_row(Row("x", claim, source, language, language))["support"]


@pytest.mark.parametrize(
    "claim",
    [
        "Tessin Mills ended 2011 with a net loss of €18 million.",
        "Imports of cotton rose 5%.",
        "Exports fell by 12%.",
        "The newest loom, from 1887, went to a museum.",
        "The strike ended two weeks earlier than the union had hoped.",
    ],
)
def test_the_other_word_of_a_contrast_is_contradicted(claim):
    assert support(claim) == "contradicted"


@pytest.mark.parametrize(
    "claim",
    [
        "The plant in the south of the town was closed.",
        "The company lost its case against the town.",
        "Costs were higher than in 2009.",
    ],
)
def test_the_other_word_of_a_contrast_is_not_found(claim):
    assert support(claim) in ("contradicted", "partial")


def test_contrasts_are_read_in_vietnamese():
    assert support("Năm 2014 công ty Bắc Hà lãi 30 tỷ đồng.", HO, "vi") == "contradicted"
    assert support("Năm 2015 công ty Bắc Hà lãi 12 tỷ đồng.", HO, "vi") != "contradicted"


@pytest.mark.parametrize(
    "claim",
    [
        "Tessin Mills made a net profit of €18 million in 2011.",
        "In 2010 Tessin Mills had made a loss of €42 million.",
        "Exports increased by 12 percent, and imports of cotton shrank by 5 percent.",
        "Cotton imports fell by 5%.",
        "The plant in the north was shut.",
        "Only the southern plant remained open.",
        "The southern plant hired 140 people.",
        "The loom of 1887, the oldest, is in a museum.",
        "Brandt bought the newest loom.",
        "The company sold its newest loom to Brandt.",
        "The strike lasted two weeks longer than hoped.",
        "The union had hoped that the strike would end two weeks earlier.",
        "Tessin Mills won against the town.",
        "The town lost its case against Tessin Mills.",
        "The former director won the case against the company.",
        "In 2009 costs had been higher.",
        "Costs in 2009 were higher than in 2011.",
        "Imports of cotton did not rise.",
        "The plant in the south was not closed.",
    ],
)
def test_a_true_claim_in_other_words_is_never_contradicted(claim):
    assert support(claim) != "contradicted"
