"""Citation templates, COinS and CSL as .bib fields; nothing is made up."""

from __future__ import annotations

import pytest

from checker.article import reference_list
from checker.article.docx import csl, fields as docx_fields
from checker.article.html import coins
from checker.article.wikitext import cite_templates


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cite web", "online"),
        ("Chú thích sách", "book"),
        ("Cite_news", "article"),
        ("chú thích báo", "article"),
        ("citation", "misc"),
        ("infobox", None),
        ("citation needed", None),
    ],
)
def test_templates_by_their_names(name, kind):
    assert cite_templates.kind(name) == kind


def test_vietnamese_parameters():
    given = {"họ 1": "Trần", "tên 1": "Văn A", "tác giả2": "Viện Sử học", "tựa đề": "Sách", "chương": "Một", "ngày truy cập": "5 tháng 5 năm 2020", "nhà xuất bản": "NXB X", "trang": "45–47", "url lưu trữ": "https://web.archive.org/x"}  # fmt: skip
    assert dict(cite_templates.fields("book", given)) == {
        "type": "book", "author": "Trần, Văn A and {Viện Sử học}", "title": "Một", "booktitle": "Sách", "publisher": "NXB X",
        "pages": "45–47", "urldate": "5 tháng 5 năm 2020", "archiveurl": "https://web.archive.org/x",
    }  # fmt: skip


def test_empty_parameters_make_no_fields():
    assert cite_templates.fields("online", {"title": " ", "url": "", "unknown": "x"}) == (("type", "online"),)


def test_coins_of_an_article_in_a_journal():
    title = "ctx_ver=Z39.88-2004&rft.genre=article&rft.jtitle=Some+Journal&rft.atitle=A+Title&rft.au=Doe%2C+Jane&rft_id=info%3Adoi%2F10.1000%2F182"
    assert dict(coins.fields(title)) == {
        "type": "article", "title": "A Title", "journal": "Some Journal", "author": "Doe, Jane", "doi": "10.1000/182",
    }  # fmt: skip
    assert coins.fields("no coins") == ()


@pytest.mark.parametrize(
    "item", [{}, {"author": "x", "issued": 5}, {"author": [{}], "issued": {"date-parts": [[]]}}, {"title": ["a"]}]
)
def test_odd_csl_items_make_few_fields(item):
    assert dict(csl.fields(item))["type"] == "misc"


@pytest.mark.parametrize(
    "instruction",
    [
        "ADDIN CSL_CITATION {broken",
        "ADDIN CSL_CITATION []",
        "ADDIN EN.CITE",
        "PAGE",
        'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": 5}',
    ],
)
def test_fields_that_cite_nothing(instruction):
    assert docx_fields.items(instruction) == []


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Some book, ISBN 978-0-8147-1944-2.", {"isbn": "978-0-8147-1944-2"}),
        ("Paper, https://doi.org/10.1000/182.", {"doi": "10.1000/182", "url": "https://doi.org/10.1000/182"}),
        ("https://e.org/a (https://web.archive.org/web/20200101000000/https://e.org/a)", {"url": "https://e.org/a", "archiveurl": "https://web.archive.org/web/20200101000000/https://e.org/a"}),
        ("Two works, https://e.org/a and https://e.org/b", {}),
        ("Smith, 1999, somewhere.", {}),
    ],
)  # fmt: skip
def test_only_what_is_certain_is_read_from_words(text, fields):
    from checker.foundation.model import Place

    found = dict(reference_list.definition("1", text, Place("a"), 1).fields)
    found.pop("note", None)
    assert found == fields
