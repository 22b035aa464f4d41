"""Coverage, ids and work: what a marker covers, whatever the format was."""

from __future__ import annotations

import dataclasses

import pytest

from checker.article import claims, plain, read
from checker.article.draft import Manuscript

PARAGRAPH = "Phe A có 3 xe. Phe B có 5 xe.[13] Phe C có 7 xe."


def ids(text):
    return [marker.id for marker in read(text, path="a.txt").markers]


def test_ids_stay_when_something_else_is_edited():
    before = ids(PARAGRAPH)
    assert ids("Một đoạn mới đứng trước.[99]\n\n" + PARAGRAPH)[1:] == before
    assert ids(PARAGRAPH.replace("Phe A có 3", "Phe A có 4")) == before
    assert ids(PARAGRAPH.replace("Phe B có 5", "Phe B có 6")) != before
    assert ids(PARAGRAPH.replace("[13]", "[14]")) != before


def test_equal_markers_of_equal_claims_differ():
    assert len(set(ids("Phe B có 5 xe.[13]\n\nPhe B có 5 xe.[13]\n\nPhe B có 5 xe.[13][13]"))) == 4


def test_notes_numbered_by_position_keep_their_ids():
    def wiki(text):
        return [marker.id for marker in read(text, path="a.wiki").markers]

    one = wiki("Phe B có 5 xe.<ref>TASS</ref>")
    assert wiki("Phe A.<ref>Khác</ref>\n\nPhe B có 5 xe.<ref>TASS</ref>")[1:] == one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông nói: “Hết đạn rồi.”[13] Sau đó họ đi.", ["Ông nói: “Hết đạn rồi.”"]),
        ("Tại TP. HCM có 3 xe[13].", ["Tại TP. HCM có 3 xe."]),
        ("Nặng 2.5[13] tấn.", ["Nặng 2.5 tấn."]),
        ("Có xe, pháo, v.v.[13] Sau đó họ đi.", ["Có xe, pháo, v.v."]),
        ("Có xe [13], và pháo.", ["Có xe, và pháo."]),
        ("He met Dr. Smith.[13] He left.", ["He met Dr. Smith."]),
        ("He left (see [13]).", ["He left (see)."]),
        ("It rose by 3.[13] It fell.", ["It rose by 3."]),
        ("Is it so?[13] Yes.", ["Is it so?"]),
        ("Một.[13]\nHai.", ["Một."]),
    ],
)
def test_the_sentence_of_a_marker(text, expected):
    (marker,) = read(text, path="a.txt").markers
    assert [claim.text for claim in marker.claims] == expected


def test_coverage_does_not_cross_paragraphs_items_or_other_markers():
    text = "Một có 1 xe.\n\nHai có 2 xe.[1] Ba có 3 xe. Bốn có 4 xe.[2]\n\n- Năm có 5 xe.\n- Sáu có 6 xe.[3]"
    covered = {
        marker.label: [(claim.coverage, claim.text) for claim in marker.claims]
        for marker in read(text, path="a.txt").markers
    }
    assert covered == {
        "1": [("direct", "Hai có 2 xe.")],
        "2": [("inherited", "Ba có 3 xe."), ("direct", "Bốn có 4 xe.")],
        "3": [("direct", "Sáu có 6 xe.")],
    }


def test_uncited_sentences_state_figures_or_quotations():
    text = "Cited.[1]\n\nThey had 300 tanks. They were sad. He said: “We have no more of it left.” See table 3."
    assert [claim.text for claim in read(text, path="a.txt").uncited] == [
        "They had 300 tanks.", "He said: “We have no more of it left.”",
    ]  # fmt: skip


def test_a_sentence_in_another_language_says_so():
    text = (
        "The army of the republic had three divisions, and that was all it had in those days.[1]\n\n"
        "Cộng hòa chỉ có ba sư đoàn bộ binh và không có một sân bay nào trong vùng này.[2]"
    )
    assert [marker.claims[0].language for marker in read(text, path="a.txt").markers] == ["en", "vi"]


def test_work_grows_with_the_article_not_with_its_square(monkeypatch):
    """Characters that are cut into sentences, and claims that are made, for n and 2n citations."""

    def work(count):
        text = "\n\n".join(f"Câu {i} có {i} xe. Câu sau nói khác đi.[{i % 900 + 1}]" for i in range(count))
        made = []
        real = dataclasses.replace
        monkeypatch.setattr(
            claims, "clean", lambda prose, original=claims.clean: made.append(len(prose)) or original(prose)
        )
        account = claims.account(plain.read(Manuscript("a.txt", text)))
        monkeypatch.undo()
        assert real is dataclasses.replace
        assert len(account.markers) == count
        return sum(made)

    assert work(2_000) <= 2.2 * work(1_000)


@pytest.mark.parametrize("text", ["Option 1: by hand.", "It runs on V8 and ECMA-402.", "See version 3.5 of it."])
def test_numbers_of_names_and_steps_want_no_source(text):
    assert read(f"A claim.[1]\n\n{text}", path="a.txt").uncited == ()


def test_a_date_after_a_hyphen_wants_one():
    assert len(read("A claim.[1]\n\nIt was built in the mid-1990s.", path="a.txt").uncited) == 1
