"""Figures in tables: of whose row, which column and what unit they are."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare
from checker.matching.rows import Row, match_row
from checker.matching.source.tables import Tables

HEADING = "Weights of cargo by harbour\n"
ROWS = (
    ("Harbour", "2014", "2019", "Change (%)"),
    ("Norsund", "51,400", "48,250", "-6.1"),
    ("Vester Bay", "30,120", "36,980", "22.8"),
    ("Total", "81,520", "85,230", "4.6"),
)


def page(mark: str, rows=ROWS) -> str:
    return HEADING + "\n".join(mark.join(row) for row in rows) + "\nThe next count is in 2024."


def judged(claim: str, source: str, language: str = "en"):
    passages = Passages("key", source, EvidenceKind.PAGE, "en")
    return match(Claim(claim, Coverage.DIRECT, 0, len(claim), Place("a"), language), prepare(passages))


@pytest.mark.parametrize("mark", ["\t\t", " | ", "\t"], ids=["page", "pasted", "word"])
def test_a_figure_of_another_row_or_year_is_contradicted_with_the_one_of_its_own(mark):
    year = judged("In 2019 the harbour of Norsund handled 51,400 tonnes of cargo.", page(mark))
    row = judged("In 2019 the harbour of Norsund handled 36,980 tonnes of cargo.", page(mark))
    assert year.support is row.support is Support.CONTRADICTED
    assert "48,250" in year.reason
    assert "48,250" in row.reason


@pytest.mark.parametrize("mark", ["\t\t", " | "], ids=["page", "pasted"])
@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("en", "In 2019 the harbour of Vester Bay handled a cargo weight of 36,980, 22.8% more than in 2014."),
        ("en", "The cargo weight of the harbour of Norsund fell from 51,400 in 2014 to 48,250 in 2019."),
        ("vi", "Năm 2019, cảng Norsund có 48.250 tấn hàng, giảm 6,1% so với năm 2014."),
    ],
)
def test_figures_of_their_own_rows_are_not_contradicted(mark, language, claim):
    verdict = judged(claim, page(mark), language)
    assert verdict.support is not Support.CONTRADICTED
    assert {fact.status for fact in verdict.facts if any(char.isdigit() for char in fact.claim)} == {"found"}


def test_a_unit_that_only_the_heading_has_belongs_to_the_figures_below():
    verdict = judged("The cargo of Vester Bay grew by 4.6% from 2014 to 2019.", page(" | "))
    assert verdict.support is Support.CONTRADICTED
    assert "22.8" in verdict.reason


def test_another_sum_of_the_same_row_is_no_contradiction():
    verdict = judged("In 2019 the harbour of Norsund had 12 cranes.", page(" | "))
    assert verdict.support is not Support.CONTRADICTED


def test_a_row_that_the_claim_does_not_name_says_nothing_against_it():
    verdict = judged("In 2019 the smaller harbour handled 36,980 tonnes.", page(" | "))
    assert verdict.support is not Support.CONTRADICTED


def test_rows_without_a_heading_are_told_apart_by_their_years():
    rows = (("Norsund", "2014", "51.4"), ("Norsund", "2019", "48.2"))
    verdict = judged("The index of Norsund stood at 51.4 in 2019.", page(" | ", rows))
    assert verdict.support is Support.CONTRADICTED
    assert "48.2" in verdict.reason


def test_a_menu_is_no_table():
    assert Tables("Home | News | About us\nSubscribe | Sign in\nThe harbour opened in 1931.").all == ()


def test_a_value_of_another_row_is_in_doubt_where_the_claim_names_no_column():
    source = "Club\tPlayed\tWon\tPts\nArden\t30\t20\t65\nBrook\t30\t18\t60\nCalder\t30\t10\t38"
    told = match_row(Row("x", "Brook finished with 65 points.", source))
    assert told["support"] == "partial"
    assert "65" in told["reason"]
    assert match_row(Row("x", "Brook finished with 60 points.", source))["support"] == "found"


def test_what_a_figure_is_compared_with_names_no_column():
    text = "Segment | 2021 | 2020\nPackaging | 860 | 610\nForest | 305 | 225\nPaper | 35 | 55\n"
    claim = "Forest earned 305 in 2021, 80 more than in 2020."
    said = Claim(claim, Coverage.DIRECT, 0, len(claim), Place("a.md", 1, 1), "en")
    assert match(said, prepare(Passages("key", text, EvidenceKind.PAGE, "en"))).support is not Support.CONTRADICTED
