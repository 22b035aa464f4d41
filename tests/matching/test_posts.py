"""A wrong office: the same person beside another one in the same event."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, FactStatus, Passages, Place, Support
from checker.matching import match, prepare

TREATY = (
    "Foreign Minister Ilse Brandner signed the fishing treaty with Norway in Bergen. The ceremony lasted an hour. "
    "President Otto Hallgren stayed in the capital."
)


def verdict(text, language, source=TREATY):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", source, EvidenceKind.PAGE, "en")))


def offices(judged):
    return {fact.claim: fact.status for fact in judged.facts}


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("en", "Prime Minister Ilse Brandner signed the fishing treaty with Norway in Bergen.", "Prime Minister"),
        ("vi", "Thủ tướng Ilse Brandner ký hiệp ước đánh cá với Na Uy tại Bergen.", "Thủ tướng"),
    ],
)
def test_the_same_person_in_another_office_is_contradicted(language, text, office):
    judged = verdict(text, language)
    assert judged.support is Support.CONTRADICTED
    assert offices(judged)[office] is FactStatus.CONFLICT
    assert "Foreign Minister" in judged.reason


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Bộ trưởng Ngoại giao Ilse Brandner ký hiệp ước đánh cá với Na Uy tại Bergen."),
        ("en", "The foreign minister, Ilse Brandner, signed the fishing treaty with Norway in Bergen."),
    ],
)
def test_the_same_office_in_other_words_is_found(language, text):
    assert verdict(text, language).support is Support.FOUND


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ilse Brandner signed the fishing treaty with Norway in Bergen.",  # a minister may be one too
        "Ilse Brandner signed the fishing treaty with Norway in Bergen for the Prime Minister.",
        "Former prime minister Ilse Brandner signed the fishing treaty with Norway in Bergen.",  # both at their times
    ],
)
def test_an_office_that_nobody_can_deny_is_no_fact(text):
    judged = verdict(text, "en")
    assert judged.support is not Support.CONTRADICTED


def test_an_office_that_the_source_gives_the_same_person_elsewhere_is_right():
    source = TREATY + " Two years later Prime Minister Ilse Brandner opened the bridge."
    judged = verdict("Prime Minister Ilse Brandner signed the fishing treaty with Norway in Bergen.", "en", source)
    assert judged.support is not Support.CONTRADICTED


def test_another_event_makes_no_contradiction():
    judged = verdict("As Prime Minister, Ilse Brandner doubled the pensions of miners in the coalfields.", "en")
    assert judged.support is not Support.CONTRADICTED


BOARD = "The chairman of the board is Lam Thin; the chief executive is Vo Le, who took office in July 2018."


def test_an_office_of_somebody_else_in_the_same_sentence_is_contradicted():
    judged = verdict("The chairman Vo Le took office in July 2018.", "en", BOARD)
    assert judged.support is Support.CONTRADICTED
    assert "chief executive" in judged.reason


def test_both_holders_of_both_offices_are_right():
    judged = verdict("The chairman is Lam Thin, the chief executive Vo Le.", "en", BOARD)
    assert judged.support is not Support.CONTRADICTED


@pytest.mark.parametrize(
    "text",
    [
        "Petros had been defence minister before Voss.",
        "Petros was defence minister until Voss.",
        "Voss served as chief of staff under Petros.",
        "Voss took over from Petros as defence minister.",
    ],
)
def test_who_is_named_behind_before_or_under_does_not_hold_the_office(text):
    source = (
        "The defence minister, Aram Petros, resigned in May 1995 after the report leaked, and was succeeded by Ilya Voss, "
        "the former chief of staff."
    )
    assert verdict(text, "en", source).support is not Support.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Giám đốc tài chính Ivo Hahn sẽ rời công ty.", "Finance director Ivo Hahn will leave the company."),
        ("Huấn luyện viên Ann Bly xin từ chức.", "Assistant coach Ann Bly asked to resign."),
        (
            "Thứ trưởng Y tế Lena Roth thăm bệnh viện.",
            "Lena Roth, the deputy minister of health, visited the hospital.",
        ),
        ("Phó thống đốc Ann Hill ra lệnh sơ tán.", "Lieutenant Governor Ann Hill ordered an evacuation."),
        ("Hiệu trưởng Tom Ware mở cửa lại trường.", "The rector, Tom Ware, reopened the school."),
        ("Phó chủ tịch hội đồng Ray Moss phát biểu.", "Ray Moss, vice-chair of the council, spoke."),
    ],
)
def test_an_office_is_found_under_its_names_in_another_language(text, source):
    assert verdict(text, "vi", source).support is Support.FOUND


def test_a_ministers_deputy_is_no_minister():
    source = "Deputy energy minister Paul Vasko rejected the criticism."
    assert (
        verdict("Bộ trưởng Năng lượng Paul Vasko bác bỏ lời chỉ trích.", "vi", source).support is Support.CONTRADICTED
    )
