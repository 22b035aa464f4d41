"""Edits by span: the field is set, and every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from checker.bibliography import BibFile, Change, patch, read
from checker.foundation.errors import BibliographyError

NASTY = """\
% The sources.   \t
@string{p = "Press"}
@misc{one,
    title   = {One, with {Braces}},  % a comment, with = and {braces}
    url     = {http://old.example/a%20b},
    note    = "quoted {"} thing" # p
}
@Misc{ two , Title = "Two", URL = "http://old.example/2" }

@misc{broken, title = {never
@misc{three,
\ttitle = {Three}
}
@comment{ @misc{no, url={http://old.example/a%20b}} }
trailing
"""


def changed(data, *wanted, path="a.bib"):
    file = BibFile(path, data)
    known = {each.key: each for each in read([file]).references}
    return patch(file, [Change(known[key], name, value) for key, name, value in wanted])


def lines_changed(before, after):
    old, new = before.split("\n"), after.split("\n")
    return [line for line in new if line not in old], [line for line in old if line not in new]


def test_a_value_is_replaced_in_place():
    after = changed(NASTY.encode(), ("one", "url", "https://new.example/x_y")).data.decode()
    assert after == NASTY.replace("url     = {http://old.example/a%20b}", "url     = {https://new.example/x_y}")


def test_quotes_stay_quotes_and_names_stay_names():
    after = changed(NASTY.encode(), ("two", "url", "https://new.example/2")).data.decode()
    assert after == NASTY.replace('URL = "http://old.example/2"', 'URL = "https://new.example/2"')


def test_a_new_field_is_written_in_the_entrys_own_manner():
    after = changed(NASTY.encode(), ("one", "archiveurl", "https://web.archive.org/web/1/x")).data.decode()
    added, lost = lines_changed(NASTY, after)
    assert added == ["    archiveurl= {https://web.archive.org/web/1/x},"] or added == [
        "    archiveurl = {https://web.archive.org/web/1/x},"
    ]
    assert lost == []


def test_a_new_field_behind_a_last_one_without_a_comma():
    after = changed(NASTY.encode(), ("three", "doi", "10.1000/1")).data.decode()
    assert "\ttitle = {Three},\n\tdoi   = {10.1000/1}\n}" in after


def test_a_new_field_on_one_line():
    after = changed(NASTY.encode(), ("two", "doi", "10.1000/1")).data.decode()
    assert 'URL = "http://old.example/2", doi = {10.1000/1} }' in after


def test_several_changes_of_one_entry_and_of_others():
    after = changed(
        NASTY.encode(),
        ("one", "url", "https://n.example"),
        ("one", "doi", "10.1/x"),
        ("three", "url", "https://t.example"),
    )
    book = read([BibFile("a.bib", after.data)])
    found = {each.key: each for each in book.references}
    assert found["one"].fields["url"] == "https://n.example"
    assert found["one"].fields["doi"] == "10.1/x"
    assert found["three"].fields["url"] == "https://t.example"
    assert found["two"].fields["url"] == "http://old.example/2"


def test_twice_changes_nothing():
    wanted = (("one", "url", "https://new.example"), ("three", "archivedate", "2020-01-02"))
    once = changed(NASTY.encode(), *wanted)
    twice = changed(once.data, *wanted)
    assert twice.data == once.data
    assert twice.diff == ""


@pytest.mark.parametrize(
    "encode",
    [
        lambda t: b"\xef\xbb\xbf" + t.encode(),
        lambda t: b"\xff\xfe" + t.encode("utf-16-le"),
        lambda t: (t + "café").encode("cp1252"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_and_line_ends_are_kept(encode, end):
    before = NASTY.replace("\n", end)
    after = before.replace("url     = {http://old.example/a%20b}", "url     = {https://n.example}")
    assert changed(encode(before), ("one", "url", "https://n.example")).data == encode(after)


def test_a_new_field_has_the_files_line_end():
    after = changed(NASTY.replace("\n", "\r\n").encode(), ("one", "doi", "10.1/x")).data.decode()
    assert "\n" not in after.replace("\r\n", "")


def test_a_file_in_two_encodings_is_refused():
    data = NASTY.encode() + "Trần Trọng Kim".encode() * 20 + b"caf\xe9"
    with pytest.raises(BibliographyError, match="save it as UTF-8"):
        changed(data, ("one", "url", "https://n.example"))


def test_a_character_that_the_encoding_lacks_is_refused():
    with pytest.raises(BibliographyError, match="save it as UTF-8"):
        changed((NASTY + "café").encode("cp1252"), ("one", "title", "Trần"))


def test_entries_written_too_oddly_are_refused_and_left():
    data = b"@misc{a,\n title = {T}\n url = {http://old.example}\n}"
    done = changed(data, ("a", "url", "https://n.example"))
    assert done.data == data
    assert [each.name for each in done.refused] == ["url"]


def test_changes_of_other_files_are_left():
    file = BibFile("a.bib", NASTY.encode())
    (reference, *_) = read([file]).references
    assert patch(BibFile("b.bib", NASTY.encode()), [Change(reference, "url", "https://n.example")]).diff == ""


def test_the_diff_is_one_that_patch_takes():
    diff = changed(NASTY.encode(), ("one", "url", "https://n.example")).diff
    assert diff.startswith("--- a/a.bib\n+++ b/a.bib\n@@ ")
    assert [line for line in diff.splitlines() if line[0] in "+-"][2:] == [
        "-    url     = {http://old.example/a%20b},",
        "+    url     = {https://n.example},",
    ]


def test_braces_in_an_address_cannot_close_the_field():
    done = changed(NASTY.encode(), ("one", "url", "https://n.example/}x{"))
    assert read([BibFile("a.bib", done.data)]).references[0].urls == ("https://n.example/%7Dx%7B",)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='@misc{}=," #%\nab\\', max_size=80))
def test_whatever_stands_around_is_kept(noise):
    before = f"{noise}\n@misc{{target,\n  url = {{http://old.example}}\n}}\n{noise}"
    book = read([BibFile("a.bib", before.encode())])
    for reference in book.references:
        if reference.key == "target" and reference.fields.get("url") == "http://old.example":
            after = patch(BibFile("a.bib", before.encode()), [Change(reference, "url", "https://new.example")])
            if not after.refused:
                assert after.data.decode().replace("https://new.example", "http://old.example") == before
