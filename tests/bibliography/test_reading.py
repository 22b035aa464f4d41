"""Files in, one account out: nothing dropped, places exact, keys unique."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings, strategies as st

from checker.bibliography import BibFile, read

NASTY = """\
% a comment
@string{press = "A Press"}
@preamble{"\\relax"}
@misc{first, title = {One}, publisher = press # { and more}}

@misc{broken,
  title = {never closed,

@misc{last,
  title = {Three},
}
trailing words
"""


def bib(text, **rest):
    return read([BibFile("a.bib", text.encode())], **rest)


def adds_up(book):
    return book.blocks == len(book.references) + len(book.failed) + book.comments + book.strings


def test_every_block_is_accounted_for():
    book = bib(NASTY)
    assert adds_up(book)
    assert [each.key for each in book.references] == ["first", "last"]
    assert [each.key for each in book.failed] == ["broken"]
    assert (book.comments, book.strings, book.blocks) == (3, 1, 7)


def test_a_broken_entry_in_the_middle_is_a_finding_with_its_line_and_a_tip():
    (problem,) = [each for each in bib(NASTY).problems if each.rule == "entry-unparsed"]
    assert problem.place.line == 6
    assert "broken" in problem.message
    assert "Close its braces" in problem.tip


def test_places_are_exact():
    reference = bib(NASTY).references[1]
    assert (reference.place.line, reference.place.column, reference.end_line) == (9, 1, 11)
    assert NASTY[reference.start : reference.end] == "@misc{last,\n  title = {Three},\n}"


def test_places_survive_windows_line_ends():
    reference = bib(NASTY.replace("\n", "\r\n")).references[1]
    assert (reference.place.line, reference.end_line) == (9, 11)


def test_places_survive_old_mac_line_ends():
    reference = bib(NASTY.replace("\n", "\r")).references[1]
    assert (reference.place.line, reference.end_line) == (9, 11)


def test_a_key_that_comes_again_is_kept_apart():
    book = bib("@misc{a, title={One}}\n@misc{a, title={Two}}\n@misc{a, title={Three}}")
    assert [each.key for each in book.references] == ["a", "a~2", "a~3"]
    assert adds_up(book)


def test_an_entry_without_a_key_is_kept_and_said():
    book = bib("@misc{, title={One}}")
    assert [each.title for each in book.references] == ["One"]
    assert any("no key" in each.message for each in book.problems)


def test_an_empty_file_is_a_finding():
    assert [each.rule for each in bib("").problems] == ["entry-none"]
    assert [each.rule for each in bib("just words").problems] == ["entry-none"]
    assert read([]).problems == ()


def test_macros_are_shared_between_files():
    book = read([BibFile("s.bib", b'@string{p = "A Press"}'), BibFile("a.bib", b"@misc{a, title={T}, publisher = P}")])
    assert book.references[0].fields["publisher"] == "A Press"
    assert adds_up(book)


def test_what_the_bytes_were_taken_for_is_said():
    book = read([BibFile("a.bib", "@misc{a, title={Café}}".encode("cp1252"))])
    assert book.encodings == (("a.bib", "cp1252"),)
    assert [each.rule for each in book.problems] == ["entry-encoding"]
    assert book.references[0].title == "Café"


def test_nothing_is_printed(capfd):
    bib(NASTY)
    captured = capfd.readouterr()
    assert captured.out == captured.err == ""


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='@{}(),="\\%#\n abcß1misc', max_size=120))
def test_any_text_at_all_adds_up(text):
    book = bib(text, today=dt.date(2026, 1, 1))
    assert adds_up(book)
    keys = [each.key for each in book.references]
    assert len(keys) == len(set(keys))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_read(data):
    assert adds_up(read([BibFile("a.bib", data)]))
