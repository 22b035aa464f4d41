"""Markdown: numbers, footnotes, pandoc, Quarto and MyST citations, links; nothing from code, math or front matter."""

from __future__ import annotations

import pytest

from checker.article import read


def labels(text, kind="markdown"):
    return [marker.label for marker in read(text, path="a.md", kind=kind).markers]


def claims(text):
    return [[claim.text for claim in marker.claims] for marker in read(text, path="a.md").markers]


def test_markup_is_no_part_of_a_claim():
    text = 'The *old* **army** had `x[0]` 2.5&nbsp;tonnes \\& [a\nlink](https://e.org "t").[13] It ~~fell~~ rose.[14]'
    assert claims(text) == [["The old army had x[0] 2.5 tonnes & a link."], ["It fell rose."]]


def test_lines_and_columns_are_those_of_the_file():
    text = "---\ntitle: T\n---\n\n> Quoted\n> words.[13]\n\n| a | b |\n|---|---|\n| 5 tanks[14] | six[15] |\n"
    article = read(text, path="a.md")
    lines = text.splitlines()
    for marker in article.markers:
        assert lines[marker.place.line - 1][marker.place.column - 1 :].startswith(f"[{marker.label}]")
        assert text[marker.start : marker.end] == f"[{marker.label}]"
    assert [marker.claims[0].text for marker in article.markers] == ["Quoted words.", "5 tanks", "six"]


def test_windows_line_ends_and_a_byte_order_mark_move_nothing():
    article = read("\ufeff# T\r\n\r\nOne.\r\nTwo[13]\r\n".encode(), path="a.md")
    assert (article.markers[0].place.line, article.markers[0].place.column) == (4, 4)


@pytest.mark.parametrize(
    "text",
    [
        "```\nx [13]\n```",
        "    indented[13]",
        "`a[13]`",
        "``a ` b[13]``",
        "$a_[13]$ is",
        "$$\nx.[13]\n$$",
        "<!-- a.[13] -->",
        "text <!-- a.[13] --> more",
        "---\ntitle: a.[13]\n---\n",
        "![a.[13]](x.png)",
        "<script>a.[13]</script>",
        "[text](https://e.org/a.[13])"[:0] + "`x`",
    ],
)
def test_no_marker_from_code_math_comments_or_front_matter(text):
    assert labels(text) == []


def test_money_is_no_math_and_code_eats_no_prose():
    assert claims("It cost $5 and $6 in ``a`b`` all.[13]") == [["It cost $5 and $6 in a`b all."]]


def test_footnotes_with_their_definitions():
    text = (
        "A claim.[^tass] Another[^2] and a third[^tass].\n\n[^tass]: TASS, <https://tass.example/a>.\n    More words.\n"
        "[^2]: [Two](https://two.example)\n"
    )
    article = read(text, path="a.md")
    assert [(marker.label, marker.kind) for marker in article.markers] == [
        ("tass", "footnote"), ("2", "footnote"), ("tass", "footnote"),
    ]  # fmt: skip
    tass, two = article.definitions
    assert (tass.text, tass.urls) == ("TASS, https://tass.example/a. More words.", ("https://tass.example/a",))
    assert (tass.place.line, tass.end_line) == (3, 4)
    assert (two.text, two.urls) == ("Two", ("https://two.example",))


def test_footnotes_defined_twice_or_never_used_are_told_and_undefined_ones_are_markers():
    article = read("A[^a] and b[^undefined].\n\n[^a]: One\n[^a]: Two\n[^c]: Three\n", path="a.md")
    assert [(problem.rule, problem.place.line) for problem in article.problems] == [
        ("definition-duplicate", 4),
        ("definition-unused", 5),
    ]
    assert article.problems[0].related[0].place.line == 3
    assert [marker.label for marker in article.markers] == ["a", "undefined"]


def test_inline_notes():
    article = read("A claim.^[See https://e.org/n, p. 5.] More.", path="a.md")
    assert article.definitions[0].urls == ("https://e.org/n",)
    assert article.markers[0].label == article.definitions[0].label
    assert [claim.text for claim in article.markers[0].claims] == ["A claim."]


def test_a_note_that_only_cites_a_key_is_that_key():
    article = read("A claim.[^1]\n\n[^1]: See @dewaal2003, p. 5.\n", path="a.md")
    (marker,) = article.markers
    assert (marker.label, marker.kind, marker.text) == ("dewaal2003", "key", "[^1]")
    assert article.problems == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A claim [@dewaal2003].", [("dewaal2003", None)]),
        ("A claim [@a; @b, p. 5; @c, pp. 33--35].", [("a", None), ("b", "5"), ("c", "33--35")]),
        ("A claim [-@a].", [("a", None)]),
        ("A claim [see @a, for instance; and many more].", [("a", None)]),
        ("A claim [@a, tr. 45; @b 12].", [("a", "45"), ("b", "12")]),
        ("A claim [@a, ch. 3].", [("a", "ch. 3")]),
        ("A claim [@{https://e.org/x}].", [("https://e.org/x", None)]),
        (
            "A claim [@doi:10.1000/182; @url:https://e.org/a].",
            [("doi:10.1000/182", None), ("url:https://e.org/a", None)],
        ),
        ("A claim {cite}`a,b`.", [("a", None), ("b", None)]),
        ("A claim {cite:p}`a`.", [("a", None)]),
        ("@smith2004 [p. 33] says so.", [("smith2004", "33")]),
        ("As @fig:one and @tbl-two show, mail me@x.org or [@fig:three].", []),
        ("Thanks to @nguyenvana for it.", []),
    ],
)
def test_citation_keys(text, expected):
    assert [(marker.label, marker.locator) for marker in read(text, path="a.md").markers] == expected


def test_a_narrative_citation_covers_its_own_sentence_alone():
    text = "An uncited sentence. @smith2004 says so. Last [@a]."
    assert claims(text) == [["says so."], ["Last."]]


def test_a_person_is_a_key_where_the_article_has_a_bibliography():
    assert labels("---\nbibliography: refs.bib\n---\n@dewaal says so.") == ["dewaal"]


def test_a_person_who_is_mentioned_stays_a_word():
    assert claims("Code is `[@key]`. Thanks to @dewaal and @mentions for 3 xe.[13]")[0][-1] == (
        "Thanks to @dewaal and @mentions for 3 xe."
    )
    assert labels("As @dewaal says. Or [@smith].") == ["dewaal", "smith"]


def test_inline_links_cite_where_nothing_else_does():
    text = (
        "# Page\n\nIt [closed in 1991](https://e.org/a). See <https://e.org/b> and [ref][r].\n\n"
        "[![badge](https://img.example/b.svg)](https://ci.example) [top](#top) [near](other.md)\n\n"
        "- [Only a link](https://e.org/list)\n\n[r]: https://e.org/r\n"
    )
    article = read(text, path="a.md")
    assert [marker.label for marker in article.markers] == [
        "https://e.org/a", "https://e.org/b", "https://e.org/r", "https://e.org/list",
    ]  # fmt: skip
    assert [claim.text for claim in article.markers[0].claims] == ["It closed in 1991."]
    assert article.markers[3].claims == ()
    assert article.uncited == ()
    assert labels(text + "\nA claim.[13]\n") == ["13"]


def test_numbers_that_are_links_are_markers_with_their_source():
    article = read(
        'A.[[13]](https://e.org/13) B.<sup>[14](https://e.org/14)</sup> C.[15]\n\n[15]: https://e.org/15 "T"\n',
        path="a.md",
    )
    assert [(marker.label, marker.kind) for marker in article.markers] == [(n, "number") for n in ("13", "14", "15")]
    assert {each.label: each.urls for each in article.definitions} == {
        "13": ("https://e.org/13",), "14": ("https://e.org/14",), "15": ("https://e.org/15",),
    }  # fmt: skip


def test_superscripts():
    assert labels("Ai^13^ ba<sup>14</sup> bốn¹⁵ 5 km<sup>2</sup> 10^6^") == ["13", "14", "15"]


@pytest.mark.parametrize(
    ("text", "found", "claim"),
    [
        ("It was dug.[13](https://e.org/a)", ["13"], "It was dug."),
        ("It was dug [13](https://e.org/a).", ["13"], "It was dug."),
        ("It was dug [\\[13\\]](https://e.org/a) once.", ["13"], "It was dug once."),
        ("It was dug.[13](https://e.org/a) [14](https://e.org/b)", ["13", "14"], "It was dug."),
        ("It opened in [1923](https://e.org/a) with books.", ["https://e.org/a"], "It opened in 1923 with books."),
        ("It opened in [1923](https://e.org/a).", ["https://e.org/a"], "It opened in 1923."),
        ("It has [14](https://e.org/a) lamps.", ["https://e.org/a"], "It has 14 lamps."),
    ],
)
def test_a_linked_number_is_a_marker_where_it_is_no_word_of_the_sentence(text, found, claim):
    assert labels(text) == found
    assert claims(text)[0] == [claim]


def test_a_linked_figure_in_a_cell_is_no_marker():
    assert labels("| bells |\n|---|\n| [99](https://e.org/a) |\n") == ["https://e.org/a"]


def test_a_numbered_list_of_sources():
    text = "A.[1] B.[2]\n\n## Tài liệu tham khảo\n\n1. One https://e.org/1\n2. Two [t](https://e.org/2)\n"
    article = read(text, path="a.md")
    assert {each.label: each.urls for each in article.definitions} == {
        "1": ("https://e.org/1",),
        "2": ("https://e.org/2",),
    }
    bracketed = read("A.[1] B.[2]\n\nSources\n\n[1] One https://e.org/1\n[2] Two\n", path="a.md")
    assert [each.label for each in bracketed.definitions] == ["1", "2"]
    assert [each.place.line for each in bracketed.definitions] == [5, 6]


def test_html_in_markdown_is_read_as_html():
    text = '# T\n\n<p align="center">\n  They had 3 tanks.<sup>13</sup>\n</p>\n\n<details><summary>More</summary>\n\nIn it.[14]\n</details>\n'
    article = read(text, path="a.md")
    assert [(marker.label, marker.place.line) for marker in article.markers] == [("13", 4), ("14", 9)]
    assert article.markers[0].claims[0].text == "They had 3 tanks."
    assert article.markers[0].claims[0].section == "T"


def test_task_lists_and_lists():
    assert claims("- [x] Done here.[13]\n- Item two\n  goes on.[14]\n") == [["Done here."], ["Item two goes on."]]


FLOODS = [
    "[",
    "![",
    "`",
    "$",
    "*",
    "<",
    "<!--",
    "[a](",
    "^[",
    "{{",
    "\\",
    "](x)",
    "[@a; ",
    "<sup>",
    "[[",
    "- ",
    "> ",
    "@a ",
]


@pytest.mark.parametrize("flood", FLOODS)
def test_floods_are_read(flood):
    assert read(flood * 5_000, path="a.md").text
