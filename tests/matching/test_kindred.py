"""Words that say the same: the table's form, and what it does for a claim in other words."""

from __future__ import annotations

from importlib import resources

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare
from checker.matching.place.rewording import reworded
from checker.matching.place.scene import scene_of
from checker.matching.source.kindred import kindred_of
from checker.matching.source.words import WORD, token_of
from checker.matching.turns.opposites import pairs_of

LINES = resources.files("checker.matching.source").joinpath("kindred.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]


def claimed(text: str, language: str = "en") -> Claim:
    return Claim(text, Coverage.DIRECT, 0, len(text), Place("a"), language)


def source(text: str, language: str = "en"):
    return prepare(Passages("key", text, EvidenceKind.PAGE, language))


def test_the_table_is_sorted_and_each_group_names_different_words():
    assert sorted(ROWS, key="\t".join) == ROWS
    for sort, language, words in ROWS:
        group = words.split("|")
        keys = {" ".join(token_of(word, language) for word in WORD.findall(written)) for written in group}
        assert sort in ("form", "root", "same"), words
        assert len(group) == len(keys) > 1, words


def test_no_group_holds_both_sides_of_a_pair_of_opposites():
    for _, language, words in ROWS:
        for pair in pairs_of(language, ("opposites",)):
            sides = [any(side.fullmatch(word) for word in words.split("|")) for side in (pair.one, pair.other)]
            assert not all(sides), words


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("resigned", "step down"),
        ("bought", "purchas"),
        ("went", "gone"),
        ("postponed", "put off"),
        ("doctor", "physician"),
    ],
)
def test_a_word_knows_what_says_the_same(word, other):
    assert other in kindred_of([token_of(word, "en")], "en")[0]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The match was put off because of heavy rain.", "Heavy rain meant that the match was postponed."),
        ("The minister resigned over the tunnel.", "Over the tunnel the minister stepped down."),
        ("The physician bought the vessel.", "It was the doctor who purchased the ship."),
    ],
)
def test_a_place_that_says_the_same_counts_nearly_as_much_as_one_in_the_same_words(claim, text):
    scene = scene_of(claimed(claim), source(text))
    assert scene.wording.together < reworded(scene.wording, scene.clauses, scene.source).together < 1.0


TRUE = [
    ("The physician bought the vessel in 1911.", "In 1911 the ship was purchased by the doctor, who sold it in 1919."),
    ("Alda Brisk quit as head of the firm in May 2004.", "In May 2004 Brisk stepped down as chief of the company; she had joined it in 1998."),
    ("The talks were put off until 9 March.", "Negotiations due on 2 March were postponed to 9 March."),
    ("Forty soldiers lost their lives in the attack.", "The assault killed 40 troops and wounded 62."),
    ("Sales climbed by 12 % to 48 million euros.", "Turnover rose 12% to €48m, from €43m a year earlier."),
    ("The film cost 3 million dollars to make.", "The movie was produced for $3 million and took $9 million."),
    ("Two men were detained, and a third was hurt.", "Police arrested two men. A third man was injured."),
    ("The society was set up in 1887.", "Founded in 1887, the association was dissolved in 1931."),
    ("Ferrum was defeated by Lidköping in the final.", "Lidköping beat Ferrum in the final."),
    ("The plane took off an hour late and came down at 14:20.", "The aircraft left one hour behind schedule, landing at 14:20."),
    ("She did not take part in the 1936 election.", "She had not participated in the 1936 election."),
    ("The house was torn down two years after the fire of 1956.", "The building burned in 1956 and was demolished in 1958."),
    ("The court dismissed the suit of Nils Aker.", "The lawsuit that Nils Aker had brought was rejected by the court."),
    ("Roughly a third of the pupils fell ill.", "About a third of the students became sick."),
    ("The king passed away on 3 June 1802 and was followed by his brother.", "On 3 June 1802 the monarch died; his brother succeeded him."),
    ("The mayor did not step down but her deputy did, in 2011.", "In 2011 the deputy mayor resigned; the mayor stayed in office."),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "text"), TRUE)
def test_true_claims_in_other_words_are_neither_accused_nor_missed(claim, text):
    assert match(claimed(claim), source(text)).support in (Support.FOUND, Support.PARTIAL)
