"""Sentences, words, clauses and windows: what the place of a claim is found by."""

import itertools

import pytest
from hypothesis import given, strategies as st

from checker.foundation.model import EvidenceKind, Passages
from checker.matching.place.clauses import clauses
from checker.matching.place.terms import terms_of
from checker.matching.place.wording import wording
from checker.matching.source.prepared import prepare
from checker.matching.source.words import keys_of, stems


def source(text, language="en", **more):
    return prepare(Passages("key", text, EvidenceKind.PAGE, language, **more))


def told(claim, text, language="en"):
    ready = source(text, language)
    return wording(terms_of(claim, language, (), ready), clauses(claim), ready)


@given(st.text(max_size=400))
def test_clauses_cover_a_sentence_without_a_gap(text):
    spans = clauses(text)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(one[1] == two[0] for one, two in itertools.pairwise(spans))


@given(st.text(max_size=600))
def test_sentences_stand_where_their_offsets_say(text):
    ready = source(text)
    assert all(text[start:end] == ready.sentence(number) for number, (start, end) in enumerate(ready.spans))


def test_words_meet_by_their_stems_and_without_accents_where_writers_leave_them_out():
    assert set(stems("Restored mills of Zürich", "en")) & set(stems("restoring a mill in Zurich", "en")) == {
        "restor",
        "mill",
        "zurich",
    }


def test_vietnamese_tones_tell_words_apart():
    assert keys_of("hải", "vi") != keys_of("hai", "vi")


def test_chinese_is_cut_into_pairs_of_characters():
    assert keys_of("地铁开通", "zh") == ("地铁", "铁开", "开通")


def test_function_words_count_for_nothing():
    assert stems("it was of the", "en") == []


@pytest.mark.parametrize("text", ["", " ", "!!!", "the of"])
def test_a_text_without_words_covers_nothing(text):
    assert told("The mill reopened in May.", text).together == 0


def test_what_stands_together_outranks_what_is_scattered():
    together = told("The mill reopened in May.", "The mill reopened in May. Nothing else. Nothing more. Rain fell.")
    between = "Nothing of it was told to anybody here. " * 5
    scattered = told(
        "The mill reopened in May.", f"The mill is old. {between}The school reopened. {between}In May it rained."
    )
    assert together.together == pytest.approx(1.0)
    assert together.together > scattered.together


def test_the_worst_clause_shows_what_a_good_half_hides():
    told_half = told(
        "The mill was restored by local schools, and its owner was knighted by the queen.",
        "The mill was restored by local schools. It rained.",
    )
    assert told_half.worst_clause < told_half.together


def test_the_title_of_a_page_holds_for_all_of_it():
    ready = source("It reopened in May.", title="Harrow Tide Mill")
    claim = "The Harrow Tide Mill reopened in May."
    assert wording(terms_of(claim, "en", (), ready), clauses(claim), ready).together == pytest.approx(1.0)
