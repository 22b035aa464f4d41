"""Every block knows exactly where it stands."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from checker.bibliography.blocks import RawComment, RawEntry, RawFailure, split


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
