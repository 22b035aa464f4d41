"""The pen: what is written knows where it stands, and stays right when something is cut out of it."""

from __future__ import annotations

from hypothesis import given, strategies as st

from checker.article.draft import BlockKind
from checker.article.prose import Prose, without
from checker.foundation.model import MarkerKind


def test_text_that_is_taken_back_leaves_its_markers():
    pen = Prose("one two three")
    pen.take(0, 8)
    pen.cite("1", MarkerKind.NUMBER, 8, 9)
    pen.take(8, 13)
    assert pen.since(4) == "two three"
    pen.back(4)
    block = pen.block(BlockKind.PARAGRAPH)
    assert (block.text, [use.at for use in block.uses]) == ("one ", [4])


@given(
    st.text(alphabet="abc", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 4)), max_size=5),
)
def test_cuts_leave_the_rest_where_it_stands(text, wanted):
    pen = Prose(text)
    pen.take(0, len(text))
    pen.cite("x", MarkerKind.NUMBER, 0, 1)
    block = pen.block(BlockKind.PARAGRAPH)
    cuts, at = [], 0
    for start, length in sorted(wanted):
        if start >= at and start + length <= len(text):
            cuts.append((start, start + length, ""))
            at = start + length
    left = without(block, cuts, ())
    assert all(text[offset] == sign for offset, sign in zip(left.offsets, left.text, strict=True))
    assert len(left.text) == len(text) - sum(end - start for start, end, _ in cuts)
    assert left.uses[0].at == len(left.text)
