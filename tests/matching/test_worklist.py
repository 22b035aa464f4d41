"""What an editor does first, and what to take from the shelf."""

from checker.foundation.model import (
    Availability,
    Basis,
    Citation,
    Claim,
    ClaimVerdict,
    Coverage,
    Fact,
    FactKind,
    FactStatus,
    JudgedCitation,
    JudgedClaim,
    Marker,
    MarkerKind,
    Place,
    Reference,
    Support,
)
from checker.matching import shelf, worklist

PLACE = Place("a.md", 3, 1)


def judged(support, *, label="13", locator=None, coverage=Coverage.DIRECT, group=None, key="a", score=0.3, facts=()):
    text = "The mill was sold for 312,000 pounds in 1978."
    claim = Claim(text, coverage, 0, len(text), PLACE, "en")
    marker = Marker(label, label, f"[{label}]", MarkerKind.NUMBER, PLACE, 10, 14, (claim,), locator)
    verdict = ClaimVerdict(key, support, Basis.FACTS, 0.8, score, facts=facts, reason="why")
    return JudgedCitation(Citation(marker, (key,)), "a.md", (JudgedClaim(claim, (verdict,), group),))


def test_contradictions_come_first_and_what_is_borne_out_is_left_out():
    leads = worklist(
        [judged(Support.PARTIAL), judged(Support.CONTRADICTED), judged(Support.FOUND), judged(Support.MISSING)]
    )
    assert [lead.verdict.support for lead in leads] == [Support.CONTRADICTED, Support.MISSING, Support.PARTIAL]
    assert leads[0].why == "why"


def test_a_doubted_quotation_outranks_a_doubted_name():
    quote = Fact(FactKind.QUOTE, "“so”", 0, 4, FactStatus.ABSENT)
    name = Fact(FactKind.NAME, "Elst", 0, 4, FactStatus.ABSENT)
    leads = worklist([judged(Support.PARTIAL, facts=(name,)), judged(Support.PARTIAL, facts=(quote,))])
    assert [lead.verdict.facts[0].kind for lead in leads] == [FactKind.QUOTE, FactKind.NAME]


def test_an_inherited_claim_and_one_that_its_group_bears_out_need_less():
    direct, inherited = judged(Support.MISSING), judged(Support.MISSING, coverage=Coverage.INHERITED)
    leads = worklist([inherited, direct, judged(Support.MISSING, group=Support.FOUND)])
    assert [lead.claim.coverage for lead in leads] == [Coverage.DIRECT, Coverage.INHERITED]


def test_unread_books_become_a_shelf_list_by_work_and_page_with_what_to_look_for():
    uses = [
        judged(Support.UNCHECKED, label="14", locator="p. 112", key="book"),
        judged(Support.UNCHECKED, label="13", locator="p. 20", key="book"),
        judged(Support.FOUND, key="page"),
    ]
    references = {"book": Reference("book", "book", PLACE, title="A History", availability=Availability.BOOK)}
    items = shelf(uses, references)
    assert [(item.key, item.locator, item.markers) for item in items] == [
        ("book", "p. 20", ("[13]",)),
        ("book", "p. 112", ("[14]",)),
    ]
    assert items[0].title == "A History"
    assert "1978" in items[0].look_for
