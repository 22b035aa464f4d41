"""LaTeX as its reader sees it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from checker.bibliography.latex import decode, verbatim


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        (r"{\L}\'{o}d\'z", "Łódź"),
        (r"S{\o}ren \AA{}ngstr{\"o}m", "Søren Ångström"),
        (r"\v{C}apek and {\v C}apek", "Čapek and Čapek"),
        (r"{\'\i} \"\i", "í ï"),
        (r"H$_2$O at 5\,km", "H_2O at 5 km"),
        ("``quoted'' --- and 1--2", "“quoted” — and 1–2"),
        (r"\emph{Black} \textbf{Garden}", "Black Garden"),
        (r"The \TeX{}book, {\it in italics}, \LaTeX", "The TeXbook, in italics, LaTeX"),
        (r"\url{https://e.org/a_b%20c~d}", "https://e.org/a_b%20c~d"),
        (r"\href{https://e.org/%7e}{text}", "text https://e.org/%7e"),
        ("A~B", "A B"),
        (r"\{braces\} and \textbackslash{}", "{braces} and \\"),
        ("{Nested {braces} stay {w{o}rds}}", "Nested braces stay words"),
        (r"{\noopsort{1973b}}1973", "1973"),
    ],
)
def test_what_is_printed(raw, printed):
    assert decode(raw).text == printed


def test_what_is_not_understood_is_named():
    assert decode(r"\mystery{x} and {\other y}").leftovers == ("\\mystery", "\\other")
    assert decode(r"\emph{x} \'e \TeX").leftovers == ()


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        (r"a\_b\%20\&c\#d", "a_b%20&c#d"),
        (r"\url{x\~{}y}", "x~y"),
        ("<https://e.org>", "https://e.org"),
        (r"a{\_}b$\sim$c", "a_b~c"),
        ("a_b%20~c", "a_b%20~c"),
    ],
)
def test_verbatim_fields(raw, plain):
    assert verbatim(raw) == plain


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="\\{}$~%'`^\"aoêấd h\n_&#-", max_size=40))
def test_any_field_is_decoded(raw):
    text = decode(raw).text
    assert unicodedata.is_normalized("NFC", text)
    assert "\n" not in text


@given(st.text(alphabet="abcđêấớ ,.:;!?", max_size=60))
def test_plain_text_is_left_alone(text):
    assert decode(text).text == " ".join(text.split())


def test_what_a_string_repeats_in_every_entry_is_decoded_once():
    decode.cache_clear()
    for _ in range(50):
        decode(r"Annals of \textbf{Fog}")
    assert decode.cache_info().misses == 1


@pytest.mark.parametrize(
    ("raw", "printed"),
    [(r"\apj", "ApJ"), (r"{\apjs}", "ApJS"), (r"\aap{}", "A&A"), (r"\prd", "Phys. Rev. D"), (r"\aa strand", "åstrand")],
)
def test_journals_that_a_class_defines_are_known(raw, printed):
    assert decode(raw).text == printed
    assert decode(raw).leftovers == ()
