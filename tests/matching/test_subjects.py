"""Of whom it is told: what stands of one party is not borne out of the other, and nobody is accused for another way to name him."""

from __future__ import annotations

import pytest

from checker.matching.rows import Row, match_row

RIVALS = (
    "Hartwell Foods opened 18 shops in 2016 and hired 640 people; Greaves closed 7 and cut 210 jobs. In May Greaves sold its bakery in "
    "Tarn to Hartwell for £12 million. Nadia Frost, who founded Greaves in 1974, left the board; Owen Hartwell stayed on as chairman.\n"
    "Hartwell's finance director, Lucy Crane, expects sales of £480 million, and Greaves hopes for £150 million. The Tarn Council welcomed "
    "the deal. Paris-based Lacombe had bid £11 million. The firm was founded in 1921. It employs 9,000 people in 31 towns, among them "
    "Dorley and Tarn. Dorley voted in 2015 for a new market hall; Tarn rejected one by 410 votes."
)


def support(claim, source=RIVALS):
    return match_row(Row("x", claim, source, "en", "en"))["support"]


@pytest.mark.parametrize(
    "claim",
    [
        "Greaves opened 18 shops in 2016 and hired 640 people.",
        "Hartwell closed 7 shops and cut 210 jobs.",
        "Owen Hartwell founded Greaves in 1974.",
        "Greaves's finance director, Lucy Crane, expects sales of £480 million.",
    ],
)
def test_what_is_told_of_somebody_else_is_not_found(claim):
    assert support(claim) in ("contradicted", "partial")


@pytest.mark.parametrize(
    "claim",
    [
        "Hartwell opened 18 shops in 2016 and hired 640 people.",
        "Hartwell Foods took on 640 people in 2016.",
        "Greaves closed seven shops.",
        "Greaves cut 210 jobs.",
        "Hartwell bought a bakery in Tarn for £12 million.",
        "Hartwell paid Greaves £12 million for the bakery in Tarn.",
        "Tarn's bakery was sold to Hartwell for £12 million.",
        "Nadia Frost founded Greaves in 1974.",
        "Greaves was founded by Nadia Frost in 1974.",
        "Frost left the board of Greaves.",
        "Hartwell stayed on as chairman.",
        "Lucy Crane expects sales of £480 million.",
        "Lucy Crane, finance director of Hartwell, expects sales of £480 million.",
        "Greaves hopes for sales of £150 million.",
        "Lacombe had bid £11 million.",
        "Lacombe of Paris offered £11 million.",
        "Hartwell was founded in 1921.",
        "Hartwell employs 9,000 people in 31 towns.",
        "Dorley and Tarn are among 31 towns in which Hartwell works.",
        "Tarn rejected a market hall by 410 votes.",
        "In 2015 Dorley voted for a new market hall.",
        "The people of Tarn voted against a market hall.",
    ],
)
def test_a_true_claim_in_other_words_is_never_contradicted(claim):
    assert support(claim) != "contradicted"


@pytest.mark.parametrize(
    ("claim", "supports"),
    [
        ("Mona Reyes won the second race in Turin.", {"contradicted", "partial"}),
        ("Mona Reyes won the first race in spring and Otto Lind the second one in Turin.", {"found", "partial"}),
        ("Bergen and Molde raised 4.2 million kroner in March.", {"found", "partial"}),
        ("Molde raised 4.2 million kroner in March.", {"found", "partial"}),
        ("Lind scored 58 points.", {"contradicted", "partial"}),
        ("Mona Reyes scored 58 points.", {"found", "partial"}),
    ],
)
def test_who_is_named_behind_and_has_a_statement_of_his_own_unless_two_names_are_joined(claim, supports):
    source = (
        "Mona Reyes won the first race in spring and Otto Lind won the second race in Turin. The towns of Bergen and Molde raised 4.2 million "
        "kroner in March. In the end Reyes scored 58 points, six more than Lind, who had led until June. Later Lind moved to Bergen and to Molde."
    )
    assert match_row(Row("x", claim, source, "en", "en"))["support"] in supports
