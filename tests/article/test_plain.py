"""Plain text as people paste it."""

from __future__ import annotations

from checker.article import read

TEXT = """\
Hai phe tự vũ trang

Phe Armenia có 3 sư đoàn. Trụ sở đặt tại TP. HCM từ năm 1990. Phe kia có 5 sân bay và mười ngàn toa xe.[28]

Họ bán vũ khí cho nhiều nước]].[31] "Chúng tôi có 2.5 triệu viên đạn."[29] Khi đó không ai đếm[13][14], và sau này \
cũng không.[15–17]:45 Năm 1993 họ có 286 xe tăng.
"""


def labels(article):
    return [marker.label for marker in article.markers]


def test_markers_have_their_lines_and_columns():
    article = read(TEXT, path="bai.txt")
    assert labels(article) == ["28", "31", "29", "13", "14", "15", "16", "17"]
    assert [marker.place.line for marker in article.markers] == [3, 5, 5, 5, 5, 5, 5, 5]
    first = article.markers[0]
    assert article.text[first.start : first.end] == "[28]"
    assert article.text.splitlines()[2][first.place.column - 1 :] == "[28]"


def test_a_marker_covers_its_sentence_and_the_uncited_ones_before_it():
    claims = read(TEXT, path="bai.txt").markers[0].claims
    assert [(claim.coverage, claim.text) for claim in claims] == [
        ("inherited", "Phe Armenia có 3 sư đoàn."),
        ("inherited", "Trụ sở đặt tại TP. HCM từ năm 1990."),
        ("direct", "Phe kia có 5 sân bay và mười ngàn toa xe."),
    ]
    assert all(claim.language == "vi" for claim in claims)
    assert claims[-1].section == "Hai phe tự vũ trang"
    assert claims[-1].context.startswith("Hai phe tự vũ trang. Phe Armenia")


def test_stray_brackets_of_a_wiki_are_in_no_claim():
    claims = [claim.text for marker in read(TEXT, path="bai.txt").markers for claim in marker.claims]
    assert "Họ bán vũ khí cho nhiều nước." in claims
    assert not any("]" in text for text in claims)


def test_a_marker_after_a_quotation_ends_its_sentence():
    article = read(TEXT, path="bai.txt")
    assert [claim.text for claim in article.markers[2].claims] == ['"Chúng tôi có 2.5 triệu viên đạn."']


def test_spans_of_claims_hold_their_markers():
    article = read(TEXT, path="bai.txt")
    claim = article.markers[-1].claims[-1]
    assert article.text[claim.start : claim.end] == "Khi đó không ai đếm[13][14], và sau này cũng không.[15–17]:45"
    assert claim.text == "Khi đó không ai đếm, và sau này cũng không."


def test_neighbours_are_a_group_and_a_range_is_one_too():
    markers = {marker.label: marker for marker in read(TEXT, path="bai.txt").markers}
    assert markers["13"].group == markers["14"].group != markers["15"].group
    assert markers["15"].group == markers["17"].group
    assert markers["28"].group is None
    assert markers["16"].locator == "45"


def test_a_figure_that_no_marker_covers_is_uncited():
    assert [claim.text for claim in read(TEXT, path="bai.txt").uncited] == ["Năm 1993 họ có 286 xe tăng."]


def test_without_markers_nothing_is_called_uncited():
    article = read("In 1991 they had 300 tanks.\n", path="a.txt")
    assert article.markers == ()
    assert article.uncited == ()


def test_a_list_of_sources_at_the_end_is_definitions_not_prose():
    text = (
        "A claim stands here.[1] Another one [2].\n\nReferences\n\n"
        "[1] Some Body. Some title. https://example.org/one.\n"
        "[2] Another title. doi:10.1000/182, ISBN 978-0-8147-1944-2\n    on two lines\n"
    )
    article = read(text, path="a.txt")
    assert labels(article) == ["1", "2"]
    one, two = article.definitions
    assert (one.label, one.urls, one.place.line) == ("1", ("https://example.org/one",), 5)
    assert dict(two.fields)["doi"] == "10.1000/182"
    assert dict(two.fields)["isbn"] == "978-0-8147-1944-2"
    assert two.end_line == 7


def test_one_paragraph_a_line_without_blank_lines():
    long = "This sentence is made long enough that no hand would have wrapped it, " * 3 + "and it ends here."
    article = read(f"{long}[1]\n{long}[2]\n", path="a.txt")
    assert [len(marker.claims) for marker in article.markers] == [1, 1]


def test_a_plea_for_a_source_is_told_and_ends_the_run():
    article = read("They had 12 guns.[cần dẫn nguồn] They had 13 tanks.[7]", path="a.txt")
    plea, marker = article.markers
    assert plea.kind == "plea"
    assert [claim.text for claim in marker.claims] == ["They had 13 tanks."]
    assert [problem.rule for problem in article.problems] == ["source-wanted"]


def test_bare_urls_cite_only_where_nothing_else_does():
    (marker,) = read("The office closed (https://example.org/a_(b)). It was sad.", path="a.txt").markers
    assert (marker.kind, marker.label) == ("link", "https://example.org/a_(b)")
    assert marker.claims[0].text == "The office closed."
    article = read("The office closed, see https://example.org/x today.[4]", path="a.txt")
    assert labels(article) == ["4"]
    assert article.markers[0].claims[0].text == "The office closed, see today."
