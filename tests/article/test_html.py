"""HTML pages: Wikipedia as rendered, footnotes of any generator, and pages with links alone."""

from __future__ import annotations

from checker.article import read

COINS = (
    "ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&amp;rft.genre=book&amp;rft.btitle=Big+Book"
    "&amp;rft.date=2004&amp;rft.isbn=978-0-8147-1944-2&amp;rft.au=Smith%2C+John&amp;rft.au=Some+Institute"
)
WEB = (
    "ctx_ver=Z39.88-2004&amp;rft.genre=unknown&amp;rft.btitle=Title+A&amp;rft.pub=TASS&amp;rft.date=1992-05-12"
    "&amp;rft_id=http%3A%2F%2Fa.example%2Fx"
)
WIKI = f"""<!DOCTYPE html>
<html lang="vi"><head><title>Chiến tranh X – Wikipedia tiếng Việt</title>
<script>RLCONF={{"wgRevisionId":71234567,"x":"<a href='#cite_note-1'>[1]</a>"}};</script></head>
<body><nav><a href="https://donate.example">Donate</a></nav><h1><span>Chiến tranh X</span></h1>
<p>Phe A có 3 sư đoàn. Phe B có 5 sân bay &amp; 500&nbsp;toa.<sup id="cite_ref-w_2-0" class="reference"><a \
href="#cite_note-w-2"><span>&#91;</span>2<span>&#93;</span></a></sup><sup class="reference nowrap"><span>:&hairsp;45</span></sup>\
<sup class="reference"><a href="#cite_note-4">[ghi chú 1]</a></sup> Họ bán vũ khí.<sup class="noprint">[<i><a \
href="/wiki/x">cần dẫn nguồn</a></i>]</sup>
<p>Đoạn không đóng.<sup class="reference"><a href="#cite_note-FOOTNOTESmith20045-3">[3]</a></sup></p>
<h2>Vũ trang<span class="mw-editsection">[<a href="/e">sửa</a>]</span></h2>
<ul><li>Mục một 10 km<sup>2</sup>.<sup class="reference"><a href="#cite_note-w-2">[2]</a></sup></li></ul>
<ol class="references">
<li id="cite_note-w-2"><span class="mw-cite-backlink"><a href="#cite_ref-w_2-0">^</a></span> <cite class="citation web">\
<a href="https://web.archive.org/web/20200101000000/http://a.example/x">"Title A"</a>.</cite>\
<span title="{WEB}" class="Z3988"></span></li>
<li id="cite_note-FOOTNOTESmith20045-3"><a href="#CITEREFSmith2004">Smith 2004</a>, tr.&nbsp;5.</li>
<li id="cite_note-4">Một ghi chú.</li></ol>
<ul><li><cite id="CITEREFSmith2004" class="citation book">Smith (2004). <i>Big Book</i>.</cite>\
<span title="{COINS}" class="Z3988"></span></li></ul></body></html>"""


def test_wikipedia_is_read_with_its_revision_title_language_and_sections():
    article = read(WIKI, path="https://vi.wikipedia.org/wiki/X", kind="html")
    assert (article.title, article.revision, article.language) == ("Chiến tranh X", "71234567", "vi")
    assert [(marker.label, marker.locator) for marker in article.markers] == [
        ("2", "45"), ("ghi chú 1", None), ("cần dẫn nguồn", None), ("3", None), ("2", None),
    ]  # fmt: skip
    assert [claim.text for claim in article.markers[0].claims] == [
        "Phe A có 3 sư đoàn.",
        "Phe B có 5 sân bay & 500 toa.",
    ]
    assert article.markers[0].group == article.markers[1].group is not None
    assert article.markers[-1].claims[0].text == "Mục một 10 km²."
    assert article.markers[-1].claims[0].section == "Vũ trang"


def test_offsets_point_into_the_source():
    article = read(WIKI, path="x.html")
    first = article.markers[0]
    assert article.text[first.start : first.end].startswith("<sup id")
    claim = first.claims[-1]
    assert article.text[claim.start :].startswith("Phe B có 5 sân bay &amp;")
    assert article.text.splitlines()[claim.place.line - 1][claim.place.column - 1 :].startswith("Phe B")


def test_notes_become_definitions_with_coins_and_short_notes_with_their_full_citation():
    found = {definition.label: definition for definition in read(WIKI, path="x.html").definitions}
    web = dict(found["2"].fields)
    assert (web["title"], web["url"], web["date"]) == ("Title A", "http://a.example/x", "1992-05-12")
    assert web["archiveurl"].startswith("https://web.archive.org/")
    short = dict(found["3"].fields)
    assert (short["title"], short["pages"], short["isbn"]) == ("Big Book", "5", "978-0-8147-1944-2")
    assert short["author"] == "Smith, John and {Some Institute}"
    assert found["ghi chú 1"].scope == "ghi chú"


def test_pandoc_footnotes_lead_to_their_section():
    page = (
        '<html lang=en><body><p>A claim of 1991.<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>'
        '<section class="footnotes"><ol><li id="fn1"><p>TASS, <a href="https://tass.example/a">here</a>.'
        '<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section></body></html>'
    )
    article = read(page, path="a.html")
    (marker,) = article.markers
    assert (marker.label, marker.claims[0].text) == ("1", "A claim of 1991.")
    (note,) = article.definitions
    assert (note.text, note.urls) == ("TASS, here.", ("https://tass.example/a",))


def test_word_footnotes_are_mere_anchors_in_a_paragraph():
    page = (
        '<html><body><p>A claim here.<a href="#_ftn1" name="_ftnref1">[1]</a></p>'
        '<div><p><a href="#_ftnref1" name="_ftn1">[1]</a> Some Book, ISBN 978-0-8147-1944-2.</p></div></body></html>'
    )
    article = read(page, path="a.htm")
    assert [marker.label for marker in article.markers] == ["1"]
    assert dict(article.definitions[0].fields)["isbn"] == "978-0-8147-1944-2"


def test_links_of_an_ordinary_page_are_citations_but_for_navigation_and_images():
    page = (
        '<html lang="en"><body><nav><a href="https://menu.example">Menu</a></nav><header role="banner">'
        '<a href="https://head.example">Head</a></header><p>They had 300 tanks, <a href="https://e.org/t">it says</a>. '
        'Nothing else.</p><p><a href="https://img.example"><img src="x.png"></a> <a href="/inside">inside</a> '
        'https://bare.example/x <a href="https://same.example/">https://same.example/</a></p>'
        "<pre>[1] https://code.example</pre></body></html>"
    )
    article = read(page, path="a.html")
    assert [marker.label for marker in article.markers] == [
        "https://e.org/t", "https://bare.example/x", "https://same.example/",
    ]  # fmt: skip
    assert [claim.text for claim in article.markers[0].claims] == ["They had 300 tanks, it says."]


def test_numbers_typed_into_a_page_without_notes_are_markers():
    article = read(
        "<html><body><p>They left in 1991.[13] So<sup>14</sup></p><p>Like <code>vec![15, 16]</code>.</p></body></html>",
        path="a.html",
    )
    assert [marker.label for marker in article.markers] == ["13", "14"]


def test_a_note_that_leads_to_another_note_stands_for_its_source():
    page = (
        '<html><body><p>She wore two scarves.<sup><a href="#cite_note-1">[a]</a></sup></p>'
        '<ol><li id="cite_note-1">One of silk.<sup><a href="#cite_note-2">[1]</a></sup></li></ol>'
        '<ol><li id="cite_note-2">Moss, <a href="https://moss.example/scarves">Scarves</a>.</li></ol></body></html>'
    )
    article = read(page, path="a.html")
    assert [marker.label for marker in article.markers] == ["a"]
    assert [(each.label, each.urls) for each in article.definitions] == [
        ("a", ("https://moss.example/scarves",)),
        ("1", ("https://moss.example/scarves",)),
    ]
    assert article.problems == ()
