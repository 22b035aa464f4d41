"""`checker format`: stable, and nothing lost."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from checker.bibliography import BibFile, layout, read

MESSY = """% The sources
@string{p="Press"}



@MISC{b ,TITLE={One,
   two},
  year=2000 , publisher = p # " and more"}
% about the next
@misc{a, title={T}, % keep me
 year=1}
@misc{broken, title={never
@misc(paren, title={P})
% @misc{live, title={L}} behind
"""

LAID_OUT = """% The sources
@string{p="Press"}

@misc{b,
  title = {One,
   two},
  year = 2000,
  publisher = p # " and more",
}

% about the next
@misc{a, title={T}, % keep me
 year=1}
@misc{broken, title={never
@misc(paren, title={P})

% @misc{live,
  title = {L},
} behind
"""


def meaning(text):
    book = read([BibFile("a.bib", text.encode())])
    # An entry without a key is called after its line, which may change.
    return (
        [(each.key.partition("-at-line-")[0], each.type, each.fields) for each in book.references],
        len(book.failed),
        book.strings,
    )


def test_the_layout():
    assert layout(MESSY) == LAID_OUT


def test_laid_out_text_stays():
    assert layout(LAID_OUT) == LAID_OUT


def test_windows_line_ends_stay():
    assert layout(MESSY.replace("\n", "\r\n")) == LAID_OUT.replace("\n", "\r\n")


def test_text_without_entries_stays():
    assert layout("") == ""


@settings(max_examples=600, deadline=None)
@given(st.text(alphabet='@misc{}=," #%\nab(\\)', max_size=100))
def test_twice_is_once_and_nothing_is_lost(text):
    once = layout(text)
    assert layout(once) == once
    assert meaning(once) == meaning(text)
    kept = "".join(text.split()).replace(",", "").lower()
    assert "".join(once.split()).replace(",", "").lower() == kept
