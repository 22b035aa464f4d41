"""A source that says what it does not tell bears none of it out."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, FactStatus, Passages, Place, Support
from checker.matching import match, prepare
from checker.matching.facts.silence import silent, told

SOURCE = "The envoy said that grain came from Canada; the report says nothing on Brazil, Egypt or Peru."


def verdict(text, source=SOURCE, language="vi", evidence=EvidenceKind.NOTE):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", source, evidence, "en")))


def absent(judged):
    return [fact.claim for fact in judged.facts if fact.status is FactStatus.ABSENT]


def test_what_is_only_named_as_untold_is_absent():
    judged = verdict("Ngũ cốc đến từ Canada, Brasil, Ai Cập và Peru.")
    assert absent(judged) == ["Brasil", "Ai Cập", "Peru"]
    assert judged.support is Support.PARTIAL


def test_a_claim_about_the_silence_is_borne_out():
    judged = verdict("The report says nothing on Brazil, Egypt or Peru.", language="en")
    assert judged.support is Support.FOUND


@pytest.mark.parametrize(
    ("language", "text", "word", "expected"),
    [
        ("en", "It does not mention Oslo. Bergen is named.", "Oslo", False),
        ("en", "It does not mention Oslo. Bergen is named.", "Bergen", True),
        ("en", "Oslo and Bergen are not mentioned.", "Oslo", False),
        ("en", "It is silent about Oslo, but Bergen is named.", "Bergen", True),
        ("vi", "Bản tin không nhắc đến Oslo.", "Oslo", False),
        ("vi", "Oslo không được nhắc đến; Bergen thì có.", "Oslo", False),
        ("fr", "Le rapport ne mentionne pas Oslo.", "Oslo", False),
        ("de", "Oslo wird dort nicht erwähnt.", "Oslo", False),
        ("es", "El informe no menciona Oslo.", "Oslo", False),
        ("ru", "Отчёт не упоминает Осло.", "Осло", False),
        ("ja", "オスロ", "オ", True),
    ],
)
def test_what_is_told(language, text, word, expected):
    assert told(text, language, text.index(word)) is expected


def test_a_plain_text_is_not_silent():
    assert not silent("He had nothing and went to Oslo.", "en")
