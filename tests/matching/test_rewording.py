"""Other words than the source's: facts that agree count as words that stand there, and words alone are never called missing."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.language.facts import mentions
from checker.matching import match, prepare
from checker.matching.facts.telling import telling
from checker.matching.place.rewording import reworded
from checker.matching.place.scene import scene_of

PAGE = """The harbour ferry
Local news
The ferry to Ostrava Island ran aground on Tuesday after its steering failed in a squall.
Its forty passengers waited 18 months for the 2.4 million pounds that a court awarded them.
The Austrian captain was cleared in 2011. A tug towed the ship to Larne.
"""


def claimed(text: str, language: str = "en") -> Claim:
    return Claim(text, Coverage.DIRECT, 0, len(text), Place("a"), language)


def page(text: str = PAGE, language: str = "en"):
    return prepare(Passages("key", text, EvidenceKind.PAGE, language))


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("The passengers waited a year and a half for their money.", "a year and a half"),
        ("The captain, who came from Austria, was cleared.", "Austria"),
        ("A court awarded them £2,400,000.", "£2,400,000"),
        ("The 40 passengers waited.", "40"),
    ],
)
def test_a_fact_that_agrees_counts_as_words_that_stand_there(claim, fact):
    scene = scene_of(claimed(claim), page())
    start = claim.index(fact)
    number = next(at for at in range(len(scene.source.spans)) if "passengers" in scene.source.sentence(at))
    number += fact == "Austria"
    without = reworded(scene.wording, scene.clauses, scene.source)
    stands = [(start, start + len(fact), [number])]
    assert reworded(scene.wording, scene.clauses, scene.source, stands).together > without.together


def test_a_claim_whose_facts_are_written_otherwise_is_found():
    text = "Its 40 passengers waited a year and a half for the £2,400,000 that a court awarded."
    assert match(claimed(text), page()).support is Support.FOUND


@pytest.mark.parametrize(
    "claim",
    [
        "Nobody steered once the rudder gave out in the sudden storm.",
        "Two women bought new boots three weeks later.",
        "Critics praised the acting and dismissed the plot.",
    ],
)
def test_words_alone_are_unchecked_when_they_stand_nowhere_and_the_reason_says_why(claim):
    verdict = match(claimed(claim), page())
    assert verdict.support is Support.UNCHECKED
    assert "other words" in verdict.reason


@pytest.mark.parametrize(
    "claim",
    [
        "Critics praised the acting of Mirela Vantongeren.",
        "The novel sold 31,700 copies.",
        "The school opened on 3 May 1974.",
        "A critic called the novel “a triumph of patience over craft”.",
    ],
)
def test_a_name_a_date_a_figure_or_a_quotation_that_the_source_lacks_makes_it_missing(claim):
    assert match(claimed(claim), page()).support is Support.MISSING


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("It sold 31,700 copies.", "en", True),
        ("It lasted 6 years.", "en", False),
        ("About two dozen men came.", "en", False),
        ("She died in May 1974.", "en", True),
        ("It closed in the nineties.", "en", False),
        ("He moved to Berlin.", "en", True),
        ("Das Gericht sah den Auslöser des Dammbruchs darin.", "de", False),
        ("Er zog nach Berlin.", "de", True),
        ("Nghị quyết 822 được thông qua.", "vi", True),
    ],
)
def test_what_a_source_in_other_words_would_have_all_the_same(text, language, told):
    facts = [fact for fact in mentions(text, language) if fact.text != "sah"]
    assert any(telling(fact, language) for fact in facts) is told


def test_what_is_said_in_other_words_far_from_the_claims_own_is_found_on_the_page():
    others = "\n".join(f"The council of ward {ward} met again." for ward in range(20))
    text = f"{others}\nWhen the engine broke down, the doctor purchased a new vessel."
    scene = scene_of(claimed("The physician, who sat in the council, bought another ship."), page(text))
    assert reworded(scene.wording, scene.clauses, scene.source).together > scene.wording.together + 0.2


@pytest.mark.parametrize(
    "claim",
    [
        "The Austrian captain was cleared in 2012.",
        "The ferry to Ostrava Island ran aground after its steering failed in a squall; its sixty passengers waited 18 months.",
    ],
)
def test_a_claim_that_its_source_contradicts_ranks_below_one_that_is_partly_there(claim):
    contradicted, partial = match(claimed(claim), page()), match(claimed("The Austrian captain wept and sang."), page())
    assert (contradicted.support, partial.support) == (Support.CONTRADICTED, Support.PARTIAL)
    assert contradicted.score < partial.score
