"""Wikitext as it is edited."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.article import read

TEXT = """\
{{Infobox war
| năm = 1988–1994<ref name="dw">{{chú thích sách|họ=De Waal|tên=Thomas|tựa đề=Some Garden|năm=2003|trang=45}}</ref>
}}
'''Chiến tranh''' nổ ra ở [[Kavkaz|vùng Kavkaz]] năm 1988. Phe A có {{convert|5|km}} đường.<ref name="dw" />{{rp|46}}\
<ref group="note">Một ghi chú.</ref> Họ bán vũ khí.{{cần dẫn nguồn|date=2020}} <!-- ẩn <ref>x</ref> --> Ả Rập]].<ref>\
{{cite web |url=https://e.org/a |title=Title [[A]] |access-date=5 May 2020 |archive-url=https://web.archive.org/x \
|quote=They had 5.}} và {{cite news|url=https://e.org/b|title=B|newspaper=Times|last1=Doe|first1=Jane|author2=Some Body}}</ref>

== Vũ trang ==
* Mục một.{{sfn|Smith|2004|p=5}}
* Mục hai<ref>[https://plain.example Trang] của ''TASS''.</ref> ở {{lang|en|the city}}.
{| class="wikitable"
! style="x=1" | Nước !! Xe
|-
| A || 500 xe<ref name=ld/>
|}
<nowiki>[1] <ref>no</ref></nowiki> Mã <math>x_{[1]}</math> hết.<ref name=undefined />

{{quote|Trích dẫn dài.<ref name="dw"/>}}

== Tham khảo ==
{{tham khảo|refs=
<ref name="ld">LD note {{ISBN|0-8147-1944-9}}.</ref>
<ref name="dw">khác</ref>
}}
* {{cite book|last=Smith|first=John|title=Big Book|date=2004|publisher=Pub}}
[[Thể loại:X]]
"""


@pytest.fixture(scope="module")
def article():
    return read(TEXT, path="bai.wiki")


def test_notes_are_numbered_as_a_reader_sees_them(article):
    seen = [(marker.text, marker.locator, marker.scope) for marker in article.markers]
    assert seen == [
        ("[1]", None, ""),
        ("[1]", "46", ""),
        ("[note 1]", None, "note"),
        ("[cần dẫn nguồn]", None, ""),
        ("[2]", None, ""),
        ("[3]", "5", ""),
        ("[4]", None, ""),
        ("[5]", None, ""),
        ("[6]", None, ""),
        ("[1]", None, ""),
    ]


def test_claims_are_what_a_reader_reads(article):
    texts = [[claim.text for claim in marker.claims] for marker in article.markers]
    assert texts[0] == ["1988–1994"]
    assert texts[1] == ["Chiến tranh nổ ra ở vùng Kavkaz năm 1988.", "Phe A có 5 km đường."]
    assert texts[4] == ["Ả Rập."]
    assert texts[5:8] == [["Mục một."], ["Mục hai ở the city."], ["500 xe"]]
    assert texts[9] == ["Trích dẫn dài."]
    assert article.markers[5].claims[0].section == "Vũ trang"
    assert article.markers[1].group == article.markers[2].group is not None


def test_places_point_into_the_source(article):
    second = article.markers[1]
    assert article.text[second.start : second.end] == '<ref name="dw" />'
    assert (second.place.line, second.place.column) == (4, article.text.splitlines()[3].index("<ref") + 1)


def test_templates_become_fields(article):
    book = dict(article.definitions[0].fields)
    assert book == {
        "type": "book", "author": "De Waal, Thomas", "title": "Some Garden", "year": "2003", "pages": "45",
    }  # fmt: skip
    web, news = [dict(each.fields) for each in article.definitions if each.label == "2"]
    assert (web["title"], web["url"], web["urldate"]) == ("Title A", "https://e.org/a", "5 May 2020")
    assert (web["archiveurl"], web["annotation"]) == ("https://web.archive.org/x", "They had 5.")
    assert (news["journal"], news["author"]) == ("Times", "Doe, Jane and {Some Body}")


def test_short_notes_are_resolved_to_the_full_citation(article):
    short = dict(next(each for each in article.definitions if each.label == "3").fields)
    assert (short["title"], short["author"], short["pages"]) == ("Big Book", "Smith, John", "5")


def test_plain_notes_keep_their_words_and_addresses(article):
    plain = next(each for each in article.definitions if each.label == "4")
    assert (plain.text, plain.urls) == ("Trang của TASS.", ("https://plain.example",))
    listed = next(each for each in article.definitions if each.label == "5")
    assert dict(listed.fields)["isbn"] == "0-8147-1944-9"


def test_one_name_for_two_notes_is_told(article):
    assert [problem.rule for problem in article.problems] == ["source-wanted", "definition-duplicate"]


def test_a_name_that_nothing_defines_leads_nowhere(article):
    assert "6" not in {definition.label for definition in article.definitions}


def test_several_short_notes_in_one():
    text = (
        "A claim.{{sfnm|1a1=Smith|1y=2004|1p=5|2a1=Doe|2a2=Roe|2y=1999}}\n\n"
        "* {{cite book|last=Smith|title=One|year=2004}}\n* {{citation|last1=Doe|last2=Roe|title=Two|year=1999}}\n"
    )
    article = read(text, path="a.wiki")
    assert [dict(each.fields)["title"] for each in article.definitions] == ["One", "Two"]


def test_notes_in_notes_are_markers_too():
    article = read("A claim.{{efn|An aside.<ref>Deep.</ref>}} B.{{#tag:ref|Tagged|group=n|name=t}}", path="a.wiki")
    assert [marker.text for marker in article.markers] == ["[a]", "[1]", "[n 1]"]


def test_pleas_in_english():
    article = read("A.{{citation needed|date=May 2020}} B.{{cn}}", path="a.wiki")
    assert [marker.kind for marker in article.markers] == ["plea", "plea"]


def test_content_tells_wikitext_from_markdown_and_text():
    assert read(TEXT, path="-").markers[1].text == "[1]"


@pytest.mark.parametrize(
    "flood",
    [
        "{{",
        "[[",
        "<ref>",
        "[[a|",
        "{{a|{{b|<ref>",
        "<!--",
        "{{efn|",
        "{|\n|a||",
        "[http://a ",
        "}}",
        "<references>",
        "|a|b",
    ],
)
def test_floods_are_read(flood):
    closing = "}}" * 2_000 if "{{" in flood else ""
    assert read(flood * 2_000 + closing, path="a.wiki").text


@given(
    st.lists(
        st.sampled_from(
            [
                "{{",
                "}}",
                "[[",
                "]]",
                "|",
                "<ref>",
                "</ref>",
                "<ref name=a />",
                "{{cite web|title=x}}",
                "'''",
                "\n",
                "{|",
                "|}",
                "== h ==",
                "text. ",
                "<nowiki>",
                "<!--",
                "-->",
                "{{efn|",
                "[http://e.org x]",
                "=",
            ]
        ),
        max_size=40,
    )
)
def test_no_nesting_is_too_odd(pieces):
    article = read("".join(pieces), path="a.wiki")
    for marker in article.markers:
        assert 0 <= marker.start < marker.end <= len(article.text)
