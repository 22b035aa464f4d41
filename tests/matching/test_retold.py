"""Ninety-four short pages told again: true sentences in other words are hardly ever accused or missed, and false ones are told in good part."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

PAGES = [json.loads(row) for row in Path(__file__).with_name("retold.jsonl").read_text("utf-8").splitlines()]
# The last pages, in other layouts (fact sheets, judgments, tables, transcripts), turn much round that nobody can tell yet.
EARLIER = 51
LAYOUTS = {text for page in PAGES[EARLIER:] for _, text in page["false"]}
# Known to be accused, for what nobody has taught the engine yet: sums over two sentences, a page's pronouns, ...
KNOWN = 16
# Known to be called missing: values that the claim derives, and a country where the page has a town.
KNOWN_MISSING = 5


@pytest.fixture(scope="module")
def judged():
    """(truth, claim, verdict) of every sentence."""
    found = []
    for page in PAGES:
        source = prepare(Passages(page["page"], page["text"], EvidenceKind.PAGE, page["language"]))
        for truth in ("true", "false"):
            for language, text in page[truth]:
                claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a"), language)
                found.append((truth, text, match(claim, source)))
    return found


@pytest.mark.parametrize(("support", "known"), [(Support.CONTRADICTED, KNOWN), (Support.MISSING, KNOWN_MISSING)])
def test_true_sentences_in_other_words_are_hardly_ever_accused_or_missed(judged, support, known):
    wronged = [
        (text, verdict.reason) for truth, text, verdict in judged if truth == "true" and verdict.support is support
    ]
    assert len(wronged) <= known, wronged


@pytest.mark.parametrize(("late", "told", "found"), [(False, 0.55, 0.17), (True, 0.43, 0.30)])
def test_most_of_what_is_false_is_told_and_little_of_it_found(judged, late, told, found):
    supports = Counter(
        verdict.support for truth, text, verdict in judged if truth == "false" and (text in LAYOUTS) is late
    )
    assert supports[Support.CONTRADICTED] >= told * supports.total()
    assert supports[Support.FOUND] <= found * supports.total()


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        ("storm", "Samar reported 17 deaths."),
        ("storm", "The typhoon killed 212 people and injured 41."),
        ("war", "Karan's army fell from 72,000 to 35,000 men."),
        ("war", "Quân đội Sovia tăng từ 56.000 lên 60.000 người."),
        ("sci", "The orbit was raised from 11 to 35 kilometres."),
        ("sci", "France paid 210 million euros."),
        ("vi", "Có 1.150 ngôi nhà bị sập."),
        ("bank", "Norwick Bank closed 2022 with a pre-tax profit of £84 million."),
        ("bank", "Calder Trust shut 46 branches."),
        ("bank", "Martin Pryce replaced Hannah Lowe in June 2021."),
        ("cap", "The losers received 800,000 crowns."),
        ("virus", "The Farmers' Union won in both instances."),
        ("will", "The farm was left to his two daughters."),
        ("will", "The paper came out monthly until 1922."),
        ("stat", "Boltau wuchs von 7.980 auf 8.450 Einwohner."),
        ("stat", "Der Ausländeranteil betrug 2010 9,3 Prozent."),
        ("bill", "Systems that serve more than 3,300 persons are small systems."),
        ("match", "Athletic fell from eighth to eleventh."),
        ("annual", "Profit before tax was 58.9 million euros in 2020."),
        ("fire", "Containment fell from 35% to 20%."),
        ("minutes", "Expenditure in 2017 was £7,125."),
        ("datenblatt", "Das Fernwärmenetz wuchs um 148 Kilometer."),
    ],
)
def test_the_value_of_another_item_and_a_change_turned_about_are_contradicted(judged, page, claim):
    assert any(claim in (text for _, text in each["false"]) for each in PAGES if each["page"] == page)
    assert {verdict.support for _, text, verdict in judged if text == claim} == {Support.CONTRADICTED}
