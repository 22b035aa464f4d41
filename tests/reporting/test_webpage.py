"""index.html: self-contained, safe whatever strangers wrote, and with everything an editor compares."""

import base64
import hashlib
import re

import pytest
from bs4 import BeautifulSoup

from checker.reporting.webpage import view


@pytest.fixture(scope="module")
def html(sample, tell):
    return tell("html", sample.report(), browse="https://code.example/blob/main/")


@pytest.fixture(scope="module")
def soup(html):
    return BeautifulSoup(html, "html.parser")


def words_of(node):
    return " ".join(node.get_text().split())


def test_nothing_is_loaded_from_anywhere(soup):
    assert not soup.select("link, img, iframe, object, embed, base, [src], [style]")
    assert not [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
    style = soup.style.string
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_this_very_style_and_script_alone(html, soup):
    policy = soup.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("which", ["report", "hostile"])
def test_links_lead_to_the_web_or_into_the_page(sample, tell, which):
    page = BeautifulSoup(tell("html", getattr(sample, which)()), "html.parser")
    ids = {tag["id"] for tag in page.find_all(id=True)}
    for link in page.find_all("a", href=True):
        href = link["href"]
        assert href.startswith(("https://", "http://")) or (href.startswith("#") and href[1:] in ids), href
        if not href.startswith("#"):
            assert "noreferrer" in link["rel"]


def test_ids_are_distinct(soup):
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_the_worklist_stands_on_top_with_both_values(soup):
    leads = soup.select("#first .lead")
    assert len(leads) == 4
    first = words_of(leads[0])
    assert "ngày 26 tháng 12 năm 1903" in first
    assert "25 December 1903" in first
    assert soup.find(id="first").sourceline < soup.find(id="citations").sourceline


def test_the_same_fact_is_marked_on_both_sides_and_not_by_colour_alone(soup):
    verdict = soup.select_one("#citations .verdict.is-contradicted")
    conflicts = verdict.select("mark.is-conflict")
    assert [words_of(mark) for mark in conflicts] == ["ngày 26 tháng 12 năm 1903≠2", "25 December 1903≠2"]
    assert {mark["title"] for mark in conflicts} == {"date: the source has another value"}
    assert verdict.select_one(".claim blockquote")["lang"] == "vi"
    assert verdict.select_one(".passage blockquote")["lang"] == "en"


def test_an_inherited_sentence_and_an_editors_note_are_shown_as_such(soup):
    assert "inherited" in words_of(soup.select_one("#citations .verdict"))
    note = next(verdict for verdict in soup.select("#citations .verdict") if "decree77" in words_of(verdict))
    assert "Editor’s note on the source" in words_of(note)
    assert note.select_one(".passage.second-hand")
    assert "not in the note" in words_of(note)
    assert "Waived by L. Editor" in words_of(note)


def test_what_was_never_looked_for_is_not_called_absent(soup):
    unread = next(verdict for verdict in soup.select("#citations .verdict") if "keepers1938" in words_of(verdict.a))
    assert "No text of this source could be read." in words_of(unread)
    assert "not found in the source" not in str(unread)
    assert "sure" not in words_of(unread)


def test_every_marker_reference_and_finding_has_a_place(soup, sample):
    report = sample.report()
    assert len(soup.select(".citation")) == len(report.citations)
    assert len(soup.select(".reference:not(.failed)")) == len(report.references)
    assert len(soup.select(".reference.failed")) == 1
    assert {tag["id"] for tag in soup.select(".finding")} == {f"finding-{each.id}" for each in report.findings}


def test_a_marker_that_leads_nowhere_says_why(soup):
    dangling = soup.select_one(".citation.dangling")
    assert "No entry has the marker 29." in words_of(dangling)
    assert "Một trạm vô tuyến" in words_of(dangling)


def test_references_show_each_hop_and_what_to_change(soup):
    moved = words_of(soup.find(id="ref-towers2004"))
    assert "301" in moved
    assert "Change it to https://towers.example/star-cape.pdf" in moved
    assert "2 failures counted since 15 November 2026" in words_of(soup.find(id="ref-slow2011"))


def test_the_shelf_list_names_work_page_and_figure(soup):
    shelf = words_of(soup.find(id="shelf"))
    assert "Những người gác đèn keepers1938" in shelf
    assert "p. 45–47" in shelf
    assert "năm 1931, 14 ngư dân" in shelf


def test_places_link_into_the_repository(soup):
    assert soup.find("a", href="https://code.example/blob/main/articles/hai-dang.md#L3")


def test_what_a_verdict_does_not_promise(soup):
    assert "It does not mean that the sentence is true" in words_of(soup.footer)
    assert "An editor decides." in words_of(soup.footer)


def test_hostile_text_is_text(sample, tell):
    html = tell("html", sample.hostile())
    page = BeautifulSoup(html, "html.parser")
    assert len(page.find_all("script")) == 1
    assert not page.find_all("img")
    assert not set(html) & set("\x1b\x07\u202e")
    assert "{{ 7*7 }}" in page.get_text()


def test_in_vietnamese(sample, tell):
    page = BeautifulSoup(tell("html", sample.report(), language="vi"), "html.parser")
    assert page.html["lang"] == "vi"
    assert "Xem trước tiên" in page.get_text()
    assert "20 tháng 11" in page.get_text()


def test_an_empty_report_is_a_page_too(sample, tell):
    assert "The article has no markers." in tell("html", sample.empty())


def test_many_citations_come_in_pieces(sample):
    from checker.reporting import REPORTERS, Options

    pieces = list(REPORTERS["html"](sample.large(400), Options()))
    assert len(pieces) > 100
    assert max(map(len, pieces)) < 60_000


def test_anchors_of_different_ids_differ():
    given = ["a b", "a_b", "a.20.b", "a%20b", "á", "a", "A", ""]
    assert len({view.anchor(each, "x") for each in given}) == len(given)


def test_a_passage_link_finds_the_page_or_the_words(sample):
    from dataclasses import replace

    long = sample.passage(sample.LIT, "https://a.example/x#top")
    assert view.passage_link(long) == (
        "https://a.example/x#top:~:text=Four%20years%20of%20work%20ended,fishermen%20who%20had%20come%20by%20boat."
    ).replace("fishermen%20", "")
    assert view.passage_link(replace(long, url="https://a.example/x.pdf", page=7)) == "https://a.example/x.pdf#page=7"
    assert view.passage_link(replace(long, url="javascript:alert(1)")) == ""
    short = sample.passage("well-known, yes", "https://a.example/")
    assert view.passage_link(short).endswith("#:~:text=well%2Dknown%2C%20yes")


def _themes(style):
    """The colours by name, in light, dark and print."""
    for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL):
        yield dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})\b", block))


def _luminance(colour):
    """WCAG 2.2, relative luminance."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_text_can_be_read_on_its_ground(soup):
    themes = list(_themes(soup.style.string))
    assert len(themes) == 3
    for theme in themes:
        inks = ("ink", "soft", "link", "found", "partial", "missing", "contradicted", "unchecked")
        for ink in inks:
            for ground in ("paper", "raised"):
                assert _contrast(theme[ink], theme[ground]) >= 4.5, (ink, ground)
        for tint in ("found-tint", "missing-tint", "contradicted-tint"):
            assert _contrast(theme["ink"], theme[tint]) >= 7, tint


def test_every_verdict_has_its_colour(soup):
    from checker.foundation.model import FactStatus, Health, Severity, Support

    style = soup.style.string
    for member in (*Support, *Health, *FactStatus, *(each for each in Severity if each is not Severity.OFF)):
        assert f".is-{member}" in style, member
