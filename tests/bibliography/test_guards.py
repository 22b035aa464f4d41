"""What bibtexparser 2.1 loses when it is used plainly, and that nothing of it is lost here: one test for each trap."""

from __future__ import annotations

import pytest

from checker.bibliography import BibFile, read


def bib(text):
    book = read([BibFile("a.bib", text.encode())])
    assert book.blocks == len(book.references) + len(book.failed) + book.comments + book.strings
    return book


def only(text):
    (reference,) = bib(text).references
    return reference


def rules(text):
    return [problem.rule for problem in bib(text).problems]


def test_lines_count_from_one():
    assert only("@misc{a, title={T}}").place.line == 1
    (problem,) = [each for each in bib("@misc{a,\n title={T},\n isbn={123}}").problems if each.rule == "entry-field"]
    assert problem.place.line == 3


def test_field_names_in_any_case_are_one():
    assert only("@misc{a, TITLE={T}, URL={https://e.org/x}}").urls == ("https://e.org/x",)


def test_a_field_in_both_cases_with_two_values_are_told_and_the_first_counts():
    text = "@misc{a, title={T}, url={https://e.org/1}, URL={https://e.org/2}}"
    assert only(text).urls == ("https://e.org/1",)
    assert "entry-field" in rules(text)


@pytest.mark.parametrize(
    "url",
    [
        "https://e.org/a%20b%2Fc",
        "https://e.org/~user/x",
        "https://e.org/a_b_c",
        "https://e.org/?a=1&b=2#c",
        "https://e.org/a$b",
    ],
)
def test_addresses_stay_whole(url):
    assert only(f"@misc{{a, title={{T}}, url={{{url}}}}}").urls == (url,)


def test_escaped_addresses_are_undone():
    assert only(r"@misc{a, title={T}, url={\url{https://e.org/a\_b\%20c/\~{}u}}}").urls == ("https://e.org/a_b%20c/~u",)


def test_addresses_in_howpublished_and_note_count_when_there_is_no_url():
    assert only(r"@misc{a, title={T}, howpublished={\url{https://e.org/a_b%20c}}}").urls == ("https://e.org/a_b%20c",)
    assert only("@misc{a, title={T}, note={See (https://e.org/x_(y)).}}").urls == ("https://e.org/x_(y)",)


@pytest.mark.parametrize(
    "written",
    [
        r"Tr{\`\^a}n Tr\d{o}ng Kim",
        r"Tr\`{\^a}n Tr{\d o}ng Kim",
        r"Tr\`{\^{a}}n Tr\d{o}ng Kim",
        r"Tr\^{\`a}n Tr{\d{o}}ng Kim",
        r"Tr\`{\acircumflex}n Tr\d{o}ng Kim",
        "Tra\u0302\u0300n Tro\u0323ng Kim",
        "Trần Trọng Kim",
    ],
)
def test_stacked_vietnamese_accents(written):
    assert only(f"@misc{{a, title={{{written}}}}}").title == "Trần Trọng Kim"


def test_horns_and_hooks():
    assert only(r"@misc{a, title={\'{\ohorn} \h{\uhorn} \h{o} \DJ{}i{\d{\^e}}n}}").title == "ớ ử ỏ Điện"


def test_latex_that_is_not_understood_is_told():
    text = r"@misc{a, title={A \mystery{thing}}}"
    assert "entry-field" in rules(text)
    assert "thing" in only(text).title


@pytest.mark.parametrize("title", ["50% of A & B", "C# and F#", "costs $5 or $10", "snake_case", "a -- b"])
def test_text_that_is_careless_latex_stays(title):
    assert only(f"@misc{{a, title={{{title}}}}}").title == title.replace("--", "–")


def test_concatenation_is_resolved():
    text = '@string{j = "Journal"}\n@misc{a, title={T}, journal = j # " of " # {Things} # 2}'
    assert bib(text).references[0].fields["journal"] == "Journal of Things2"


def test_an_unknown_macro_is_told_and_stays_a_word():
    text = "@misc{a, title={T}, journal = jot}"
    assert only(text).fields["journal"] == "jot"
    assert "entry-field" in rules(text)


def test_months_are_known_macros():
    reference = only("@misc{a, title={T}, year = 1992, month = feb}")
    assert str(reference.date) == "1992-02"
    assert rules("@misc{a, title={T}, year = 1992, month = feb}") == []


def test_crossref_gives_what_is_missing():
    text = "@inbook{a, title={Chapter}, crossref={b}}\n@book{b, title={Book}, publisher={P}, year={2001}, url={https://e.org/b}}"
    chapter, _ = bib(text).references
    assert (chapter.title, chapter.fields["booktitle"], chapter.fields["publisher"]) == ("Chapter", "Book", "P")
    assert str(chapter.date) == "2001"
    assert chapter.urls == ()


def test_xdata_gives_everything():
    text = "@xdata{p, publisher={P}, location={L}}\n@book{a, title={T}, xdata={p}}"
    assert bib(text).references[1].fields["location"] == "L"


@pytest.mark.parametrize("parent", ["nobody", "a"])
def test_a_parent_that_is_not_there_is_told(parent):
    assert "entry-field" in rules(f"@misc{{a, title={{T}}, crossref={{{parent}}}}}")


def test_circles_of_parents_end():
    bib("@misc{a, title={T}, crossref={b}, xdata={b}}\n@misc{b, title={T2}, crossref={a}, xdata={a}}")


def test_keys_that_differ_in_case_are_duplicates():
    text = "@misc{Case1, title={One}}\n@misc{case1, title={Two}}"
    assert [each.key for each in bib(text).references] == ["Case1", "case1"]
    assert "entry-duplicate" in rules(text)


def test_a_duplicate_is_read_like_any_other_entry():
    _, second = bib("@misc{a, title={One}}\n@misc{a, title={{Two} Things}}").references
    assert second.title == "Two Things"


def test_a_repeated_field_does_not_lose_the_entry():
    text = "@misc{a, title={One}, year={2000}, title={Two}}"
    assert only(text).title == "One"
    assert "entry-field" in rules(text)
    assert rules("@misc{a, title={One}, title={One}}") == []


def test_a_bad_name_does_not_lose_the_entry():
    reference = only("@misc{a, title={T}, author={Smith, Jr, The, Third, John and Doe, Jane and {} and , }}")
    assert reference.title == "T"
    assert "Doe" in {each.family for each in reference.authors}


def test_a_missing_comma_between_fields():
    text = "@misc{a,\n title = {T}\n year = {2000}\n month = 2,\n url={https://e.org/x}}"
    reference = only(text)
    assert (reference.title, str(reference.date), reference.urls) == ("T", "2000-02", ("https://e.org/x",))
    assert "entry-recovered" in rules(text)


def test_a_missing_comma_behind_the_key():
    text = "@misc{a\n  title = {T},\n year=2000\n}\n@misc{b, title={U}}"
    assert [each.title for each in bib(text).references] == ["T", "U"]
    assert "entry-recovered" in rules(text)


def test_a_comment_sign_does_not_comment_an_entry_out():
    assert only("% @misc{a, title={T}}").key == "a"


def test_a_comment_between_fields():
    assert str(only("@misc{a,\n title={T}, % the title, as printed\n year={2000},\n}").date) == "2000"
    assert str(only("@misc{a,\n title={T}, % the title\n year={2000},\n}").date) == "2000"
    assert only("@misc{a,\n % all of it\n title={T}\n}").title == "T"


def test_an_at_sign_at_the_start_of_a_line_makes_no_phantom():
    text = "@misc{a,\n abstract={before\n@foo{bar} behind},\n title={T}}\n@misc{b, title={U}}"
    first, second = bib(text).references
    assert (first.title, second.title) == ("T", "U")
    assert "@foo" in first.fields["abstract"]


def test_an_entry_that_is_never_closed_takes_none_along():
    text = "@misc{a, title={open\n\n@misc{b, title={U}}\n@misc{c, title={V}}"
    assert [each.key for each in bib(text).references] == ["b", "c"]
    assert [each.key for each in bib(text).failed] == ["a"]


@pytest.mark.parametrize("key", ["two words", "a:b", "2001smith", "a.b/c", "Ünal"])
def test_odd_keys(key):
    assert only(f"@misc{{{key}, title={{T}}}}").key == key


def test_parentheses_delimit_as_well():
    assert only("@misc(a, title={T (x)})").title == "T (x)"


def test_hidden_characters_do_not_pass():
    assert only("@misc{a, title={A\u202eB\u200b\x1b[31mC}}").title == "AB[31mC"


def test_deep_and_long_fields_end():
    assert only("@misc{a, title={" + "{" * 500 + "T" + "}" * 500 + "}}").title == "T"
    assert len(only("@misc{a, abstract={" + "\\'a" * 30_000 + "}, title={T}}").fields["abstract"]) > 1000
