"""Bytes to Documents: every encoding, every format, and what no parser may die of."""

from __future__ import annotations

import io
import time
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings, strategies as st

from checker.fetching.content import glance, read, read_file
from checker.fetching.content.decoding import decode
from checker.fetching.content.head import read_date
from checker.fetching.content.readers import READERS
from checker.fetching.content.sniffing import media_type
from checker.foundation.model import Document, PartialDate

VIETNAMESE = "Chiến tranh và hòa bình của những năm trước: người dân không được đi đến nơi có các nước tham gia."
TCVN3 = "ChiÕn tranh vµ hßa b×nh cña nh÷ng n¨m tr−íc"


def in_1258(text: str) -> bytes:
    """Text as windows-1258 has it: base letters and combining tones."""
    out = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
            out += (base + tones).encode("cp1258")
    return out


def in_tcvn3(text: str) -> bytes:
    from checker.fetching.content.decoding import _TCVN3

    back = {letter: byte for byte, letter in _TCVN3.items()}
    return bytes(back.get(letter, ord(letter)) for letter in text)


@pytest.mark.parametrize(
    ("data", "content_type", "encoding", "text"),
    [
        (VIETNAMESE.encode(), "", "utf-8", VIETNAMESE),
        (b"\xef\xbb\xbf" + VIETNAMESE.encode(), "text/html; charset=latin-1", "utf-8", VIETNAMESE),
        (VIETNAMESE.encode(), "text/html; charset=iso-8859-1", "utf-8", VIETNAMESE),
        (VIETNAMESE.encode("utf-16"), "", "utf-16-le", VIETNAMESE),
        (VIETNAMESE.encode("utf-16-be"), "text/html; charset=utf-16be", "utf-16-be", VIETNAMESE),
        (in_1258(VIETNAMESE), "", "cp1258", VIETNAMESE),
        (in_1258(VIETNAMESE), "text/html; charset=windows-1258", "cp1258", VIETNAMESE),
        (in_1258(VIETNAMESE), "text/html; charset=iso-8859-1", "cp1258", VIETNAMESE),
        (in_tcvn3(VIETNAMESE.lower()), "", "tcvn3", VIETNAMESE.lower()),
        (in_tcvn3(VIETNAMESE.lower()), "text/html; charset=windows-1252", "tcvn3", VIETNAMESE.lower()),
        ("Le président était à Orléans.".encode("latin-1"), "", "cp1252", "Le président était à Orléans."),
        (
            "Der Präsident für Köln".encode("cp1252"),
            "text/html; charset=iso-8859-1",
            "cp1252",
            "Der Präsident für Köln",
        ),
        ("中华人民共和国的历史".encode("gbk"), "text/html; charset=gb2312", "gb18030", "中华人民共和国的历史"),
        (
            "中华人民共和国的历史和文化，这是一个测试页面。".encode("gbk"),
            "",
            "gb18030",
            "中华人民共和国的历史和文化，这是一个测试页面。",
        ),
        (
            "日本語のページです。戦争について。".encode("shift_jis"),
            "text/html; charset=x-sjis",
            "shift_jis",
            "日本語のページです。戦争について。",
        ),
        (
            "日本語のページです。これはテストです。".encode("shift_jis"),
            "",
            "shift_jis",
            "日本語のページです。これはテストです。",
        ),
        (
            "Это страница о войне в горах".encode("koi8-r"),
            "text/html; charset=koi8-r",
            "koi8-r",
            "Это страница о войне в горах",
        ),
        (
            "Это страница о войне и о вооружениях сторон".encode("koi8-r"),
            "",
            "koi8-r",
            "Это страница о войне и о вооружениях сторон",
        ),
        (
            "Это страница о войне и о вооружениях сторон".encode("cp1251"),
            "",
            "cp1251",
            "Это страница о войне и о вооружениях сторон",
        ),
        (b"<meta charset=koi8-r>\xc9", "text/html", "koi8-r", "<meta charset=koi8-r>и"),
        (
            "<meta charset=no-such-thing>Le café a été déjà fermé".encode("latin-1"),
            "",
            "cp1252",
            "<meta charset=no-such-thing>Le café a été déjà fermé",
        ),
        (b"plain", "text/html; charset=", "utf-8", "plain"),
    ],
)
def test_text_is_read_in_whatever_encoding_it_has(data, content_type, encoding, text):
    decoded = decode(data, content_type)
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_the_table_of_abc_fonts_is_the_real_one():
    """The first words of every Vietnamese document, as ABC fonts store them."""
    raw = "Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp, tù do, h¹nh phóc"
    sample = (raw + " cña vµ ®−îc kh«ng ng−êi").encode("latin-1", "replace").replace(b"?", b"\xad")
    text = decode(sample).text
    assert text.startswith("Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập, tự do, hạnh phúc")


@given(st.binary(max_size=500), st.text(max_size=30))
def test_no_bytes_break_the_decoder_or_the_sniffer(data, content_type):
    assert isinstance(decode(data, content_type).text, str)
    assert "/" in media_type(data, content_type)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"<html>", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe", b"{"]))
def test_no_bytes_break_a_reader(data, start):
    assert isinstance(read(start + data), Document | str)


@pytest.mark.parametrize(
    ("data", "hint", "kind"),
    [
        (b"<!DOCTYPE html><p>x", "application/pdf", "text/html"),
        (b"\n\n <html>", "text/plain", "text/html"),
        (b"%PDF-1.7 ...", "text/html", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "text/html", "image/png"),
        (b'{"a": 1}', "text/plain", "text/plain"),
        (b'{"a": 1}', "application/json", "application/json"),
        (b"<?xml version='1.0'?><rss/>", "", "application/xml"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "", "text/html"),
        (b"Plain words.", "", "text/plain"),
        (b"a fragment without tags", "text/html", "text/html"),
        (bytes(range(256)), "text/html", "application/octet-stream"),
        ("<p>chữ".encode("utf-16"), "", "text/html"),
    ],
)
def test_the_type_is_what_the_bytes_are(data, hint, kind):
    assert media_type(data, hint) == kind


PAGE = """<!doctype html><html lang="vi"><head><title>Bài &amp; tít</title>
<meta name="citation_author" content="Lê An"><meta name="citation_author" content="Trần Bình">
<meta property="og:site_name" content="Báo"><meta property="article:published_time" content="1991-12-25T08:00:00Z">
<meta name="robots" content="noindex"><link rel="canonical" href="/bai-1">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Khác", "datePublished": "1990",
 "author": [{"name": "Ai đó"}]}</script></head>
<body><nav><a href="/">Trang chủ</a></nav><h1 id="dau">Bài một</h1><p>Năm 1991<sup>2</sup> có 10<sup>6</sup> người.</p>
<a name="cu"></a><form><input type="password"></form><script>var bi_mat</script><table><tr><td>a<td>b</table></body></html>"""


def test_a_page_gives_its_text_head_ids_and_signs():
    page = read(PAGE.encode(), "text/html; charset=utf-8")
    assert page.title == "Bài & tít"
    assert page.authors == ("Lê An", "Trần Bình")
    assert page.date == PartialDate(1991, 12, 25) or page.date == PartialDate(1990)
    assert (page.site, page.language, page.canonical) == ("Báo", "vi", "/bai-1")
    assert page.fragments == {"dau", "cu"}
    assert page.signs >= {"noindex", "password-field", "form"}
    assert page.links == 1
    assert "Trang chủ" in page.text
    assert "bi_mat" not in page.text
    assert "1991^2" in page.text
    assert "10^6" in page.text
    assert ("og:site_name", "Báo") in page.metadata


COINS = (
    "<span class='Z3988' title='ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;"
    "rft.atitle=Black+ice+on+the+harbour+road&amp;rft.jtitle=Roads&amp;rft.au=Ada+Quill&amp;rft.aulast=Quill&amp;rft.date=2011-05'>"
    "</span>"
)


def test_one_coins_record_is_the_pages_own_and_several_are_what_it_cites():
    page = read(f"<title>Item 7</title><p>Abstract.</p>{COINS}".encode())
    assert (page.authors, page.date, page.site) == (("Ada Quill",), PartialDate(2011, 5), "Roads")
    assert ("coins.title", "Black ice on the harbour road") in page.metadata
    several = read(f"<title>Item 7</title>{COINS}{COINS}".encode())
    assert not several.authors
    assert not several.metadata


@pytest.mark.parametrize(
    ("markup", "missing"),
    [
        ("<body class='error404 wp-embed'>", True),
        ("<body id=\"not-found\" class='page'>", True),
        ("<main><section class='error-404 not-found'>", True),
        ('<script id="__NEXT_DATA__">{"props":{"pageProps":{"statusCode":404}},"page":"/_error"}</script>', True),
        ('<script>window.__STATE__={"notFound": true}</script>', True),
        ('<meta name="prerender-status-code" content="404">', True),
        ("<body class='single postid-404 category-not-found'>", False),
        ("<div class='not-found' hidden>No results</div>", False),
        ('<script>{"notFound":false,"statusCode":200}</script>', False),
        ("<p>The route 404 was not found on the map.</p>", False),
    ],
)
def test_what_a_sites_program_calls_a_page_that_is_not_there(markup, missing):
    page = read(f"<title>x</title>{markup}<p>y</p>".encode())
    assert ("not-found" in page.signs) is missing


def test_remote_text_is_cleaned_wherever_it_stands():
    page = read(
        "<title>a\u202eb\x1b[31m</title><meta name=author content='x\u202ey'><p id='q\u200b'>c\u2066d\x07".encode()
    )
    told = page.title + page.text + "".join(page.authors) + "".join(page.fragments)
    assert not set(told) & set("\u202e\u2066\x1b\x07\u200b")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1991-12-25", PartialDate(1991, 12, 25)),
        ("1991-12-25T08:00:00+07:00", PartialDate(1991, 12, 25)),
        ("2020/1/2", PartialDate(2020, 1, 2)),
        ("19911225", PartialDate(1991, 12, 25)),
        ("1991-12", PartialDate(1991, 12)),
        ("1991", PartialDate(1991)),
        ("25 December 1991", PartialDate(1991, 12, 25)),
        ("Wed, 25 Dec 1991 08:00:00 GMT", PartialDate(1991, 12, 25)),
        ("December 25, 1991", PartialDate(1991, 12, 25)),
        ("25/12/1991", None),
        ("1991-13-01", None),
        ("1991-02-30", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_of_heads_are_read_and_never_guessed(text, date):
    assert read_date(text) == date


def test_a_pdf_is_read_with_its_pages():
    document = read(pdf("First page of words", "Second page of words"))
    assert document.media_type == "application/pdf"
    assert len(document.page_starts) == 2
    assert document.text[document.page_starts[1] :].startswith("Second page")


def pdf(*pages: str) -> bytes:
    """A small PDF, one line of text a page."""
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(pages)))
    out = f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>endobj\n"
    for number, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 20 99 Td ({text}) Tj ET"
        out += (
            f"{10 + 2 * number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents {11 + 2 * number} 0 R"
            "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
            f"{11 + 2 * number} 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj\n"
        )
    return (out + "trailer<</Root 1 0 R>>\n%%EOF").encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.4 broken", "damaged PDF"),
        (b"\x89PNG\r\n\x1a\n....", "type image/png"),
        (b"PK\x03\x04 nothing", "type application/zip"),
        (b"PK\x03\x04 word/document.xml", "damaged ZIP"),
        (b"PK\x03\x04 mimetypeapplication/epub+zip", "damaged ZIP"),
        (bytes(range(256)), "type application/octet-stream"),
    ],
)
def test_what_cannot_be_read_is_said(data, reason):
    assert reason in read(data)


def container(**members: str | bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return packed.getvalue()


def test_books_and_documents_in_containers_are_read():
    epub = container(
        **{
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="c"><rootfiles><rootfile full-path="b/p.opf"/></rootfiles></container>',
            "b/p.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<metadata><dc:title>Sách</dc:title><dc:creator>Lê An</dc:creator></metadata>"
            '<manifest><item id="two" href="2.html"/><item id="one" href="1.html"/></manifest>'
            '<spine><itemref idref="one"/><itemref idref="two"/></spine></package>',
            "b/1.html": "<p>Chương một",
            "b/2.html": "<p>Chương hai",
        }
    )
    book = read(epub)
    assert (book.title, book.authors, book.text) == ("Sách", ("Lê An",), "Chương một\n\nChương hai")
    odt = container(
        **{
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": '<c xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><text:h>Đầu</text:h>'
            "<text:p>Một <text:span>hai</text:span></text:p></c>",
            "meta.xml": '<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Tên</dc:title></m>',
        }
    )
    assert (read(odt).title, read(odt).text) == ("Tên", "Đầu\nMột hai")


def test_a_word_file_is_read():
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.add_paragraph("Đoạn một")
    made.core_properties.title = "Tên"
    packed = io.BytesIO()
    made.save(packed)
    assert (read(packed.getvalue()).title, read(packed.getvalue()).text) == ("Tên", "Đoạn một")


def test_bombs_in_containers_are_refused():
    bomb = container(**{"mimetype": "application/epub+zip", "META-INF/container.xml": bytes(60_000_000)})
    assert "inflates" in read(bomb)
    laughs = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    odt = container(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": laughs, "meta.xml": "<m/>"})
    assert "damaged" in read(odt)


KILLERS = {
    "tags": "<b " * 100_000,
    "comments": "<!--" * 100_000,
    "nested": "<b><p>" * 20_000,
    "divs": "<div>" * 200_000,
    "attributes": "<p " + "a=b " * 100_000,
    "metas": "<meta name=a content=b>" * 20_000,
    "entities": "&amp" * 200_000,
    "titles": "<title>" * 50_000,
    "inputs": "<input type" * 50_000,
    "equals": "id=" * 200_000,
    "open": "<" * 400_000,
    "scripts": "<script>" * 50_000,
    "sups": "<sup>1</sup>" * 20_000,
}


@pytest.mark.parametrize("killer", KILLERS)
def test_a_glance_is_linear(killer):
    data = KILLERS[killer].encode()
    begun = time.process_time()
    glance(data, "text/html", "", fragments=True)
    assert time.process_time() - begun < 3  # takes a few hundredths; what grows with the square takes minutes


@pytest.mark.parametrize("killer", KILLERS)
def test_a_reading_is_not_killed_by_known_killers(killer):
    begun = time.process_time()
    assert isinstance(read(KILLERS[killer].encode(), "text/html"), Document | str)
    assert time.process_time() - begun < 10


def test_a_glance_knows_what_a_rule_needs():
    seen = glance(PAGE.encode(), "text/html", "", fragments=True)
    assert (seen.title, seen.language) == ("Bài & tít", "vi")
    assert seen.signs >= {"glance", "noindex", "password-field", "form"}
    assert {"dau", "cu"} <= seen.fragments
    assert "Bài một" in seen.text
    assert "bi_mat" not in seen.text
    assert glance(b"%PDF-", "application/pdf", "") is None


def test_a_page_that_is_scripts_alone_says_so():
    page = b"<html><body><div id=root></div><script src=app.js></script></body></html>"
    assert "script-only" in read(page).signs
    assert "script-only" in glance(page, "text/html", "").signs


@pytest.mark.parametrize(
    ("markup", "sign"),
    [
        ("<frameset><frame src=a></frameset>", "frameset"),
        ('<meta http-equiv="refresh" content="0; url=/x">', "meta-refresh"),
        ('<script src="https://www.google.com/recaptcha/api.js"></script>', "captcha"),
        ('<div class="cf-turnstile"></div>', "captcha"),
        ("<INPUT NAME=p TYPE='password'>", "password-field"),
    ],
)
def test_signs(markup, sign):
    assert sign in read(f"<html><body>{markup}<p>Words.".encode()).signs


def test_local_copies_are_read_the_same_way():
    assert read_file("Chữ".encode(), "notes.txt").text == "Chữ"
    assert read_file(b"<p>Words", "page.html").text == "Words"
    assert "type" in read_file(b"\x89PNG\r\n\x1a\n", "picture.png")


def test_every_reader_keeps_its_promise():
    for kind, reader in READERS.items():
        for data in (b"", b"\x00" * 100, b"<", kind.encode()):
            assert isinstance(reader(data, kind), Document | str)
