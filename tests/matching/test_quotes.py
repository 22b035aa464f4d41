"""Quotations in the source's own language are compared word for word, whatever language the claim is in."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, FactKind, FactStatus, Passages, Place, Support
from checker.matching import match, prepare

REVIEW = (
    "The hall was full on both nights. One critic called the pianist “a storm in a very small harbour”, and praised "
    "the choir. The tour went on to Leipzig in March 1987."
)


def verdict(text, source=REVIEW, language="vi", evidence=EvidenceKind.PAGE):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", source, evidence, "en")))


def quote(judged):
    (fact,) = [fact for fact in judged.facts if fact.kind is FactKind.QUOTE]
    return fact


def test_english_words_in_a_vietnamese_sentence_are_found_verbatim():
    judged = verdict("Một nhà phê bình gọi nghệ sĩ dương cầm là “a storm in a very small harbour”.")
    assert quote(judged).status is FactStatus.FOUND
    assert "not compared" not in judged.reason


@pytest.mark.parametrize("evidence", [EvidenceKind.PAGE, EvidenceKind.NOTE])
def test_other_words_in_their_place_are_a_wrong_quotation(evidence):
    judged = verdict(
        "Một nhà phê bình gọi nghệ sĩ dương cầm là “a storm in a rather little harbour”.", evidence=evidence
    )
    assert quote(judged).status is FactStatus.CONFLICT
    assert quote(judged).source == "a storm in a very small harbour"
    assert judged.support is Support.PARTIAL
    assert "other words" in judged.reason


def test_a_translated_quotation_is_still_not_compared():
    judged = verdict("Một nhà phê bình gọi nghệ sĩ dương cầm là “cơn bão trong một bến cảng rất nhỏ”.")
    assert not [fact for fact in judged.facts if fact.kind is FactKind.QUOTE]
    assert "not compared" in judged.reason


def test_a_quotation_in_a_third_language_is_not_compared():
    judged = verdict("Một nhà phê bình viết “une tempête dans un tout petit port” về nghệ sĩ dương cầm.")
    assert not [fact for fact in judged.facts if fact.kind is FactKind.QUOTE]


def test_german_words_in_a_french_sentence_before_a_german_source():
    source = "Der Minister sagte, man werde „keinen einzigen Meter zurückweichen“. Die Sitzung endete um Mitternacht."
    text = "Le ministre déclara vouloir « keinen einzigen Meter zurückweichen »."
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), "fr")
    judged = match(claim, prepare(Passages("key", source, EvidenceKind.PAGE, "de")))
    assert quote(judged).status is FactStatus.FOUND


def test_a_title_in_the_sources_language_need_not_be_named_by_it():
    judged = verdict("Nghệ sĩ của “Songs from the Northern Lighthouse” diễn ở Leipzig tháng 3 năm 1987.")
    assert not [fact for fact in judged.facts if fact.kind is FactKind.QUOTE]
    assert "not compared" not in judged.reason
