"""Marks in running text: nothing is lost, and the same fact has the same number on both sides."""

from hypothesis import given, strategies as st

from checker.foundation.model import Fact, FactKind, FactStatus
from checker.reporting import marking

facts = st.builds(
    Fact,
    st.sampled_from(FactKind),
    st.just("x"),
    st.integers(-2, 30),
    st.integers(-2, 30),
    st.sampled_from(FactStatus),
    st.none() | st.just("y"),
    st.none() | st.integers(-2, 30),
    st.none() | st.integers(-2, 30),
)


@given(st.text(max_size=25), st.lists(facts, max_size=6))
def test_the_pieces_are_the_text_wherever_the_facts_point(text, found):
    assert "".join(piece.text for piece in marking.in_claim(text, found)) == text
    assert "".join(piece.text for piece in marking.in_passage(text, found)) == text


def test_the_same_fact_has_the_same_number_in_claim_and_passage(sample):
    verdict = sample.verdicts()["lit"][0]
    ours = {p.mark.number: p.text for p in marking.in_claim(sample.SENTENCES["lit"], verdict.facts) if p.mark}
    theirs = {p.mark.number: p.text for p in marking.in_passage(verdict.passage.text, verdict.facts) if p.mark}
    assert ours == {1: "Mũi Sao", 2: "ngày 26 tháng 12 năm 1903", 3: "bốn năm"}
    assert theirs == {1: "Star Cape", 2: "25 December 1903", 3: "Four years"}


def test_a_wrong_number_inside_a_found_quotation_stays_visible():
    text = "“about 40 tanks”"
    quote = Fact(FactKind.QUOTE, text, 0, len(text), FactStatus.FOUND)
    number = Fact(FactKind.NUMBER, "40", 7, 9, FactStatus.CONFLICT, "14")
    statuses = [(p.text, p.mark.status, p.ends) for p in marking.in_claim(text, [quote, number])]
    assert statuses == [
        ("“about ", FactStatus.FOUND, False),
        ("40", FactStatus.CONFLICT, True),
        (" tanks”", FactStatus.FOUND, True),
    ]


def test_an_excerpt_keeps_the_gravest_fact_in_sight():
    text = "word " * 200 + "on 25 December" + " word" * 200
    fact = Fact(FactKind.DATE, "25 December", 1003, 1014, FactStatus.CONFLICT)
    shown = "".join(piece.text for piece in marking.excerpt(marking.in_claim(text, [fact]), 120))
    assert "25 December" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) <= 124
