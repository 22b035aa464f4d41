"""Markers to entries: the order of answers, and what is never guessed."""

from __future__ import annotations

import pytest

from checker.bibliography import BibFile, map_markers, read, with_article_list
from checker.foundation.model import Article, Bibliography, Definition, Marker, MarkerKind, Place

ENTRIES = """
@misc{dewaal2003, marker = {13, 28}, title = {Black Garden}}
@misc{ref14, title = {Fourteen}}
@misc{smith2013, title = {Not thirteen}}
@misc{15, title = {Fifteen}}
@misc{dup1, marker = {20}, title = {One of two}}
@misc{dup2, marker = {20}, title = {Two of two}}
@misc{doied, doi = {10.1000/ABC}, title = {With a DOI}}
@misc{ref30 title = {broken
"""


def marker(label, kind=MarkerKind.NUMBER, at=0, scope=""):
    return Marker(f"{label}-{at}", label, f"[{label}]", kind, Place("a.md", 1, at + 1), at, at + 4, (), scope=scope)


def article(*markers, definitions=()):
    return Article("a.md", "", "en", markers=markers, definitions=tuple(definitions))


def mapped(*markers, bib=ENTRIES, table=None, definitions=()):
    text = article(*markers, definitions=definitions)
    book = read([BibFile("r.bib", bib.encode())]) if bib else Bibliography()
    return map_markers(text, with_article_list(text, book), table=table or {})


@pytest.mark.parametrize(
    ("label", "key"),
    [("13", "dewaal2003"), ("28", "dewaal2003"), ("14", "ref14"), ("15", "15")],
)
def test_numbers_find_their_entry(label, key):
    (citation,) = mapped(marker(label)).citations
    assert citation.keys == (key,)


def test_the_table_of_the_settings_comes_first():
    (citation,) = mapped(marker("13"), table={"13": "ref14"}).citations
    assert citation.keys == ("ref14",)


def test_a_table_that_leads_nowhere_is_said():
    (dangling,) = mapped(marker("13"), table={"13": "dewal2003"}).dangling
    assert dangling.rule == "marker-undefined"
    assert "did you mean dewaal2003?" in dangling.reason


def test_a_number_inside_a_key_is_no_marker():
    (dangling,) = mapped(marker("2013")).dangling
    assert dangling.rule == "marker-undefined"


def test_two_answers_at_one_level_are_never_a_guess():
    (dangling,) = mapped(marker("20")).dangling
    assert dangling.rule == "marker-ambiguous"
    assert dangling.candidates == ("dup1", "dup2")


def test_a_marker_of_a_broken_entry_is_not_called_undefined():
    (dangling,) = mapped(marker("30")).dangling
    assert dangling.rule == "entry-unparsed"


def test_a_broken_entry_is_known_by_its_marker_field():
    (dangling,) = mapped(marker("41"), bib="@misc{lost, marker = {40, 41}, title = {never closed").dangling
    assert (dangling.rule, dangling.candidates) == ("entry-unparsed", ("lost",))


def test_citation_keys_answer_for_themselves():
    keys = mapped(marker("dewaal2003", MarkerKind.KEY), marker("dewaal2003", MarkerKind.FOOTNOTE, 9))
    assert [each.keys for each in keys.citations] == [("dewaal2003",), ("dewaal2003",)]


def test_a_doi_in_any_case_and_form_finds_its_entry():
    labels = ("doi:10.1000/abc", "url:https://doi.org/10.1000/abc")
    found = mapped(*(marker(label, MarkerKind.IDENTIFIER) for label in labels))
    assert {each.keys for each in found.citations} == {("doied",)}


def test_pleas_are_neither_mapped_nor_dangling():
    found = mapped(marker("citation needed", MarkerKind.PLEA))
    assert found.citations == found.dangling == ()


def test_every_marker_is_accounted_for():
    markers = [marker(label, at=at) for at, label in enumerate(("13", "14", "99", "20", "30"))]
    found = mapped(*markers)
    assert len(found.citations) + len(found.dangling) == len(markers)


def test_a_footnote_that_no_entry_knows_is_its_own_source():
    note = Definition("x", "See https://example.org/a.", Place("a.md", 9), 9, ("https://example.org/a",))
    (citation,) = mapped(marker("x", MarkerKind.FOOTNOTE), definitions=[note], bib="").citations
    assert citation.keys == ("x",)


def test_the_bib_comes_before_the_articles_own_footnote():
    note = Definition("13", "another", Place("a.md", 9), 9, ("https://example.org/a",))
    (citation,) = mapped(marker("13", MarkerKind.FOOTNOTE), definitions=[note]).citations
    assert citation.keys == ("dewaal2003",)


def test_a_footnote_that_cites_keys_leads_to_their_entries():
    note = Definition("x", "See @dewaal2003 and @ref14.", Place("a.md", 9), 9)
    (citation,) = mapped(marker("x", MarkerKind.FOOTNOTE), definitions=[note]).citations
    assert citation.keys == ("dewaal2003", "ref14")


def test_a_label_defined_twice_is_ambiguous():
    notes = [Definition("x", text, Place("a.md", line), line) for line, text in ((8, "One"), (9, "Two"))]
    (dangling,) = mapped(marker("x", MarkerKind.FOOTNOTE), definitions=notes, bib="").dangling
    assert dangling.rule == "marker-ambiguous"


def test_groups_of_footnotes_are_apart():
    notes = [
        Definition("1", text, Place("a.md", line), line, scope=scope)
        for line, text, scope in ((8, "One", ""), (9, "Two", "note"))
    ]
    found = mapped(
        marker("1", MarkerKind.FOOTNOTE), marker("1", MarkerKind.FOOTNOTE, 9, "note"), definitions=notes, bib=""
    )
    assert len({each.keys for each in found.citations}) == 2


def test_articles_do_not_answer_for_each_other():
    first, second = (
        Article(
            path,
            "",
            "en",
            markers=(marker("x", MarkerKind.FOOTNOTE),),
            definitions=(Definition("x", text, Place(path, 9), 9),),
        )
        for path, text in (("a.md", "One"), ("b.md", "Two"))
    )
    book = with_article_list(second, with_article_list(first, Bibliography()))
    titles = {each.key: each.fields["note"] for each in book.references}
    for text, expected in ((first, "One"), (second, "Two")):
        (citation,) = map_markers(text, book, table={}).citations
        assert [titles[key] for key in citation.keys] == [expected]


def test_a_source_of_the_article_never_takes_the_key_of_another_entry():
    note = Definition(
        "1", "", Place("a.md", 9), 9, fields=(("author", "Doe, Jane"), ("date", "2020"), ("title", "Mine"))
    )
    found = mapped(marker("1", MarkerKind.FOOTNOTE), bib="@misc{doe2020, title={Another}}", definitions=[note])
    assert found.citations[0].keys == ("doe2020b",)


@pytest.mark.parametrize(
    ("labels", "rules"),
    [
        (("13", "14", "15"), []),
        (("13", "15"), ["marker-gap"]),
        (("14", "13"), ["marker-order"]),
        (("13", "14", "13"), []),
    ],
)
def test_gaps_and_order_of_numbers(labels, rules):
    problems = mapped(*(marker(label, at=at) for at, label in enumerate(labels))).problems
    assert [
        each.rule for each in problems if each.rule.startswith("marker") and each.rule != "marker-ambiguous"
    ] == rules


def test_uncited_entries_are_told_with_their_line():
    problems = mapped(marker("13")).problems
    uncited = {each.message.split()[0]: each.place.line for each in problems if each.rule == "entry-uncited"}
    assert uncited["smith2013"] == 4
    assert "dewaal2003" not in uncited


def test_a_number_for_two_sources_is_told_though_nobody_uses_it():
    (problem,) = [each for each in mapped(marker("13")).problems if each.rule == "marker-ambiguous"]
    assert "dup1 and dup2" in problem.message
    assert problem.related[0].place.line == 6


def test_links_find_the_entry_of_their_address_or_stand_for_themselves():
    book = "@misc{site, url={https://www.example.org/a/}, title={T}}"
    here, elsewhere = (marker(url, MarkerKind.LINK) for url in ("http://example.org/a", "https://example.org/b"))
    found = mapped(here, elsewhere, bib=book)
    assert found.citations[0].keys == ("site",)
    assert found.citations[1].keys[0].startswith("example-")


def test_asking_takes_one_look_up_for_each_marker():
    """7,000 entries and 2,000 markers: no marker walks through all entries."""
    book = read([BibFile("r.bib", "\n".join(f"@misc{{k{n}, title={{T{n}}}}}" for n in range(7000)).encode())])
    text = article(*(marker(f"k{n}", MarkerKind.KEY, n) for n in range(2000)))
    found = map_markers(text, with_article_list(text, book), table={})
    assert [each.keys for each in found.citations] == [(f"k{n}",) for n in range(2000)]
