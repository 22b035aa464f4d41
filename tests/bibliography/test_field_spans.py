"""Fields to the character, or None: never a wrong place."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from checker.bibliography.blocks import RawEntry, split
from checker.bibliography.field_spans import field_spans


def test_places_of_names_and_values():
    text = '@misc{k,\n  a = {x{y}}, % c = {d}\n  B="q{"}r" # s ,\n}'
    found = field_spans(text, 0, len(text))
    assert [(each.name, text[each.value_start : each.value_end]) for each in found] == [
        ("a", "{x{y}}"),
        ("b", '"q{"}r" # s'),
    ]


def test_what_cannot_be_told_apart_is_none():
    for text in ("@misc{k, a = {x} b = {y}}", "@misc{k, a {x}}", "@misc{k, a = {x}", "@misc k", "@misc{k, a=\\,}"):
        assert field_spans(text, 0, len(text)) is None


@settings(max_examples=1500, deadline=None)
@given(st.text(alphabet='abc={}," #%\n\\', max_size=60))
def test_they_agree_with_the_parser(inside):
    text = f"@misc{{k, {inside}}}"
    blocks = split(text)
    found = field_spans(text, 0, len(text))
    if found and len(blocks) == 1 and isinstance(blocks[0], RawEntry) and blocks[0].span.end == len(text):
        theirs = [(each.name.lower(), each.value) for each in blocks[0].fields]
        ours = [(each.name, text[each.value_start : each.value_end]) for each in found]
        if "%" not in text:
            assert ours == theirs
