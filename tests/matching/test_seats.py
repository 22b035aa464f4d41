"""A value of the right page in the wrong place: another party's figure, another one's deed."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

FIGHT = (
    "Figures given to the conference: the northern army has 240 tanks and 310 guns; the southern army has 180 tanks and 95 guns. "
    "General Ivo Marsh spoke for the north. The talks in Lindau were led by Clara Wendt, a judge. "
    "Two observers came from Oslo."
)


def judged(claim: str, source: str = FIGHT, language: str = "en", source_language: str = "en"):
    passages = Passages("key", source, EvidenceKind.PAGE, source_language)
    return match(Claim(claim, Coverage.DIRECT, 0, len(claim), Place("a"), language), prepare(passages))


@pytest.mark.parametrize(
    ("language", "claim", "theirs"),
    [
        ("en", "The southern army has 240 tanks.", "180"),
        ("vi", "Quân đội miền nam có 240 xe tăng và 95 khẩu pháo.", "180"),
        ("en", "The talks in Lindau were led by Ivo Marsh.", "Clara Wendt"),
    ],
)
def test_what_belongs_to_another_one_is_contradicted_with_the_value_in_its_seat(language, claim, theirs):
    verdict = judged(claim, language=language)
    assert verdict.support is Support.CONTRADICTED
    assert theirs in verdict.reason


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("en", "The southern army has 180 tanks and 95 guns, the northern one 240 tanks."),
        ("vi", "Quân đội miền bắc có 240 xe tăng, quân đội miền nam có 180 xe tăng."),
        ("en", "Clara Wendt, a judge, led the talks in Lindau."),
        ("en", "The talks in Lindau, to which two observers came from Oslo, were led by Clara Wendt."),
    ],
)
def test_what_stands_in_its_own_place_is_not_contradicted(language, claim):
    assert judged(claim, language=language).support is not Support.CONTRADICTED


def test_figures_of_two_parties_exchanged_are_contradicted():
    source = "A survey in 2019 estimated 410 birds on Ahunui and 360 on Little Mokoia."
    verdict = judged("A survey in 2019 estimated 360 birds on Ahunui and 410 on Little Mokoia.", source)
    assert verdict.support is Support.CONTRADICTED


def test_a_name_that_stands_elsewhere_alone_is_not_found():
    verdict = judged("The talks about tanks and guns in Oslo were led by Clara Wendt.")
    assert verdict.support is not Support.FOUND


def test_money_of_another_giver_is_not_found():
    source = "O orçamento foi de R$ 4,2 milhões, dos quais R$ 1,8 milhão veio da lei de incentivo à cultura e R$ 900 mil da prefeitura."
    verdict = judged("Dos R$ 4,2 milhões do orçamento, a prefeitura contribuiu com R$ 1,8 milhão.", source, "pt", "pt")
    assert verdict.support is not Support.FOUND
    assert "R$ 900 mil" in verdict.reason
