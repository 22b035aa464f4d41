"""Word documents, made here with python-docx and the fields that reference managers write."""

from __future__ import annotations

import base64
import io
import json
import sys
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from checker.article import read
from checker.foundation.errors import ExtraMissing

ITEM = {
    "type": "book",
    "title": "Big Book",
    "author": [{"family": "Smith", "given": "John"}, {"literal": "Some Institute"}],
    "issued": {"date-parts": [[2004, 5]]},
    "URL": "https://e.org/big",
    "ISBN": "978-0-8147-1944-2",
}
ZOTERO = "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps(
    {"citationItems": [{"id": 7, "locator": "45", "itemData": ITEM}]}
)
KEYED = "ADDIN CSL_CITATION " + json.dumps({"citationItems": [{"itemData": {**ITEM, "citation-key": "doe1999"}}]})
ENDNOTE = (
    " ADDIN EN.CITE <EndNote><Cite><Author>Roe</Author><Year>1992</Year><record><contributors><authors><author>Roe, Jane"
    "</author></authors></contributors><titles><title>End &amp; Note</title></titles></record></Cite></EndNote>"
)
NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r>'
    "<w:t>TASS, https://tass.example/a.</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def element(tag, **attributes):
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name.replace("_", ":")), value)
    return made


def add_field(paragraph, instruction, shown, data=""):
    """A complex field: begin, instruction, separator, what is shown, end."""
    for kind in ("begin", "instr", "separate", "shown", "end"):
        run = paragraph.add_run(shown if kind == "shown" else "")
        if kind == "instr":
            run._r.append(element("w:instrText"))
            run._r[-1].text = instruction
        elif kind != "shown":
            run._r.append(element("w:fldChar", w_fldCharType=kind))
            if kind == "begin" and data:
                run._r[-1].append(element("w:fldData"))
                run._r[-1][-1].text = data


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def article():
    document = docx.Document()
    document.add_heading("Vũ trang", 1)
    paragraph = document.add_paragraph("Phe A có 3 sư đoàn. Phe B có 5 ")
    add_field(paragraph, ZOTERO, "(Smith 2004, 45)")
    paragraph.add_run(". Họ bán vũ khí.")
    paragraph.add_run()._r.append(element("w:footnoteReference", w_id="2"))
    item = document.add_paragraph("Mục ", style="List Bullet")
    add_field(item, KEYED, "(Doe)")
    add_field(item, " ADDIN EN.CITE ", "(Roe)", base64.b64encode(ENDNOTE.encode()).decode())
    document.add_table(1, 2).cell(0, 1).text = "500 xe"
    add_field(document.tables[0].cell(0, 1).paragraphs[0], ENDNOTE, "[3]")
    notes = Part(PackURI("/word/footnotes.xml"), "application/xml", NOTES.encode(), document.part.package)
    document.part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
    return read(saved(document), path="bai.docx")


def test_fields_and_footnotes_are_markers(article):
    assert [(marker.label, marker.locator, marker.kind) for marker in article.markers] == [
        ("Smith 2004", "45", "footnote"), ("1", None, "footnote"), ("doe1999", None, "key"),
        ("Roe 1992", None, "footnote"), ("Roe 1992", None, "footnote"),
    ]  # fmt: skip


def test_what_a_field_shows_is_no_part_of_the_claim(article):
    texts = [[claim.text for claim in marker.claims] for marker in article.markers]
    assert texts[:2] == [["Phe A có 3 sư đoàn.", "Phe B có 5."], ["Họ bán vũ khí."]]
    assert texts[4] == ["500 xe"]
    first = article.markers[0]
    assert article.text[first.start : first.end] == "(Smith 2004, 45)"
    assert (first.place.line, first.claims[0].section) == (2, "Vũ trang")


def test_works_and_notes_are_definitions(article):
    found = {definition.label: definition for definition in article.definitions}
    book = dict(found["Smith 2004"].fields)
    assert (book["title"], book["date"], book["author"]) == ("Big Book", "2004-05", "Smith, John and {Some Institute}")
    assert found["1"].urls == ("https://tass.example/a",)
    assert dict(found["Roe 1992"].fields)["title"] == "End & Note"
    assert article.problems == ()


def test_links_count_where_nothing_else_cites():
    document = docx.Document()
    paragraph = document.add_paragraph("They had 300 tanks, ")
    add_field(paragraph, ' HYPERLINK "https://e.org/t" ', "it says")
    paragraph.add_run(".")
    (marker,) = read(saved(document), path="a.docx").markers
    assert (marker.label, marker.claims[0].text) == ("https://e.org/t", "They had 300 tanks, it says.")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 rubbish", b"not a zip", b"\xd0\xcf\x11\xe0 old Word"])
def test_what_is_no_document_is_told(data):
    assert [problem.rule for problem in read(data, path="a.docx").problems][-1] == "article-unread"


def test_a_package_that_unpacks_to_too_much_is_not_opened(monkeypatch):
    import checker.article.docx

    monkeypatch.setattr(checker.article.docx, "LARGEST", 1000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "x" * 100_000)
    (problem,) = read(stream.getvalue(), path="a.docx").problems
    assert "100,000 bytes" in problem.message


def test_without_the_extra_its_name_is_told(monkeypatch):
    for name in [name for name in sys.modules if name == "docx" or name.startswith("docx.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ExtraMissing, match=r"footcheck\[docx\]"):
        read(b"PK\x03\x04", path="a.docx")
