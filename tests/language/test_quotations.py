"""Quotations with any marks, cut where words were left out."""

from __future__ import annotations

import pytest

from checker.language.facts import mentions
from checker.language.values import Quotation


def quotations(text: str) -> list[tuple[str, ...]]:
    return [mention.value.words for mention in mentions(text, "en") if isinstance(mention.value, Quotation)]


@pytest.mark.parametrize(
    "text",
    [
        'He said "far better equipped now."',
        "He said “far better equipped, now”.",
        "Il dit « Far better equipped now ».",
        "Er sagte „far better equipped now“.",
    ],
)
def test_any_marks_give_the_same_words(text):
    assert quotations(text) == [("far better equipped now",)]


def test_ellipses_and_brackets_cut_a_quotation_into_pieces():
    assert quotations('"The fighters are … far better [so he said] equipped ... than their opponents"') == [
        ("the fighters are", "far better", "equipped", "than their opponents")
    ]


def test_one_or_two_words_in_marks_are_a_title_or_irony():
    assert quotations('The "Xankandi" of his "old friends".') == []


def test_marks_that_do_not_pair_quote_nothing():
    assert quotations('He is 5" tall and this goes on\nand on and "on.') == []


def test_the_span_includes_the_marks():
    (mention,) = [each for each in mentions('So "it is all over".', "en") if isinstance(each.value, Quotation)]
    assert mention.text == '"it is all over"'
    assert (mention.start, mention.end) == (3, 19)
