"""Every block knows exactly where it stands."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from checker.bibliography import plain_blocks
from checker.bibliography.blocks import RawComment, RawEntry, RawFailure, split

PIECES = (
    "@misc{a, title = {A {B} c},\n",
    '@book{b,\n  year = 1999,\n  author = "X and {Y}",\n',
    '  note = "a \\"b",\n',
    "  url = {http://e.org/~a@b},\n",
    "  t = {{{{deep}}}},\n",
    "  m = jan # {1},\n",
    "  x = {a \\} b},\n",
    "  x = {a\n @misc{c},\n",
    "}\n",
    "}",
    ",",
    "\n\n",
    "@string{s = {t}}\n",
    "@comment{j {k}}\n",
    "@preamble{ {p} }\n",
    "% said @ large\n",
    "@comment(q)\n",
    "{",
    '"',
    "\\",
)


@settings(max_examples=1500, deadline=None)
@given(st.text(alphabet='@misc{}=," #%\nab(\\)', max_size=90))
def test_spans_rise_and_hold_their_own_text(text):
    end = 0
    for block in split(text):
        span = block.span
        assert end <= span.start <= span.end <= len(text)
        end = span.end
        own = text[span.start : span.end]
        assert span.line == text.count("\n", 0, span.start) + 1
        assert span.end_line == span.line + own.count("\n")
        assert span.column == span.start - (text.rfind("\n", 0, span.start) + 1) + 1
        if isinstance(block, RawComment):
            assert own == block.text
        elif isinstance(block, RawFailure):
            assert own == block.raw
        else:
            assert own.startswith("@")
            assert not isinstance(block, RawEntry) or block.key in own


def test_the_same_text_twice_has_two_places():
    text = "@misc{a, title={T}}\n\n@misc{a, title={T}}\n"
    assert [block.span.line for block in split(text)] == [1, 3]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join).filter(lambda text: "\\\n" not in text))
def test_plain_blocks_are_what_the_splitter_makes_of_them(text):
    taken_off = split(text)
    whole, plain_blocks.at_the_beginning = plain_blocks.at_the_beginning, lambda _: ([], 0)
    try:
        assert taken_off == split(text)
    finally:
        plain_blocks.at_the_beginning = whole


def test_a_line_break_behind_a_backslash_is_a_line_break():
    (_, entry) = split("\\\n@misc{a,\n title={T}}")
    assert [field.line for field in entry.fields] == [3]
