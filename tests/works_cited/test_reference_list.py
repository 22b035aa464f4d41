"""The list as a reader sees it: the article's numbers, nothing invented, nothing that breaks out of its mark-up."""

from __future__ import annotations

import html.parser

import pytest
from hypothesis import given, strategies as st

from checker.foundation.errors import UsageError
from checker.foundation.model import (
    Archive,
    Article,
    Bibliography,
    Citation,
    Mapping,
    Marker,
    MarkerKind,
    Name,
    PartialDate,
    Place,
    Reference,
)
from checker.works_cited import FORMATS, STYLES, reference_list

DE_WAAL = Reference(
    "dewaal2003",
    "book",
    Place("r.bib", 1),
    fields={"author": "de Waal, Thomas", "publisher": "New York University Press"},
    title="Black Garden",
    authors=(Name("Waal", "Thomas", "de"),),
    date=PartialDate(2003),
    isbn="0814719449",
)
KIM = Reference(
    "kim1920",
    "article",
    Place("r.bib", 9),
    fields={"author": "Trần Trọng Kim", "journaltitle": "Nam Phong", "volume": "3", "number": "4", "pages": "5–6"},
    title="Việt Nam sử lược",
    authors=(Name(literal="Trần Trọng Kim"),),
    date=PartialDate(1920, 2),
    accessed=PartialDate(2024, 5, 1),
    urls=("https://example.org/kim",),
    archive=Archive("https://web.archive.org/web/20200102/https://example.org/kim", PartialDate(2020, 1, 2)),
)
BARE = Reference("bare", "misc", Place("r.bib", 20), title="Nothing else known")


def cite(label, *keys, kind=MarkerKind.NUMBER, at=0, scope=""):
    return Citation(
        Marker(f"{label}{at}", label, f"[{label}]", kind, Place("a.md", 1), at, at + 1, (), scope=scope), keys
    )


def show(*citations, references=(DE_WAAL, KIM, BARE), **options):
    book = Bibliography(references=tuple(references))
    return reference_list(Article("a.md", "", "en"), Mapping(tuple(citations)), book, **options)


def test_numbers_are_the_articles_own_and_gaps_stay():
    listed = show(cite("28", "dewaal2003"), cite("13", "kim1920", at=5), format="text")
    assert [line.split()[0] for line in listed.splitlines()] == ["[13]", "[28]"]


def test_html_items_say_their_own_numbers():
    listed = show(cite("28", "dewaal2003"), cite("13", "kim1920"), format="html")
    assert '<li value="13">' in listed
    assert '<li value="28">' in listed


def test_a_work_with_two_numbers_stands_under_both():
    listed = show(cite("13", "dewaal2003"), cite("28", "dewaal2003"), format="text")
    assert listed.count("Black Garden") == 2


def test_a_note_with_two_works_names_both():
    (line,) = show(cite("13", "dewaal2003", "kim1920"), format="text").splitlines()
    assert "Black Garden" in line
    assert "Việt Nam sử lược" in line


def test_uncited_entries_are_left_out_or_last():
    assert "Nothing else" not in show(cite("13", "kim1920"), format="text")
    *_, last = show(cite("13", "kim1920"), format="text", uncited=True).splitlines()
    assert last == "“Nothing else known”."


def test_cited_keys_are_listed_by_author():
    listed = show(
        cite("kim1920", "kim1920", kind=MarkerKind.KEY),
        cite("dewaal2003", "dewaal2003", kind=MarkerKind.KEY),
        format="text",
    )
    assert listed.splitlines()[0].startswith("Trần")


def test_the_default_style_says_what_the_entry_says():
    (line,) = show(cite("13", "kim1920"), format="text").splitlines()
    assert line == (
        "[13] Trần Trọng Kim. “Việt Nam sử lược”. Nam Phong, vol. 3, no. 4, pp. 5–6. February 1920. "
        "https://example.org/kim (Accessed 1 May 2024). "
        "Archived: https://web.archive.org/web/20200102/https://example.org/kim (saved 2 January 2020)."
    )


def test_vietnamese_lists_speak_vietnamese():
    (line,) = show(cite("13", "kim1920"), format="text", language="vi").splitlines()
    assert "tập 3, số 4, tr. 5–6" in line
    assert "tháng 2 năm 1920" in line
    assert "Bản lưu trữ:" in line


def test_apa_keeps_particles_and_vietnamese_names():
    first, second = show(cite("1", "dewaal2003"), cite("2", "kim1920"), format="text", style="apa").splitlines()
    assert first == "[1] de Waal, T. (2003). Black Garden. New York University Press."
    assert second.startswith("[2] Trần Trọng Kim. (1920, February). Việt Nam sử lược. Nam Phong, 3(4), 5–6.")


def test_apa_says_that_a_work_has_no_date():
    assert "(n.d.)" in show(cite("1", "bare"), format="text", style="apa")


def test_templates_of_the_vietnamese_wikipedia():
    first, second = show(
        cite("1", "dewaal2003"), cite("2", "kim1920"), format="wikitext", style="wikipedia-vi"
    ).splitlines()
    assert first == (
        "* [1] {{chú thích sách |last1=de Waal |first1=Thomas |title=Black Garden "
        "|publisher=New York University Press |date=2003 |isbn=0814719449}}"
    )
    assert "|author1=Trần Trọng Kim " in second
    assert (
        "|archive-url=https://web.archive.org/web/20200102/https://example.org/kim |archive-date=2020-01-02}}" in second
    )


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_invented(style):
    """An entry with a title alone gives its title, its label, and at most the word for an unknown date."""
    for form in STYLES[style].formats:
        shown = show(cite("1", "bare"), style=style, format=form)
        assert "Nothing else known" in shown
        assert "http" not in shown
        assert "None" not in shown


def test_markdown_is_escaped():
    evil = Reference("e", "misc", Place("r.bib"), title="*a* [b](javascript:alert(1)) <script> `c` _d_")
    shown = show(cite("1", "e"), references=[evil])
    assert "\\*a\\* \\[b\\](javascript:alert(1)) \\<script\\> \\`c\\` \\_d\\_" in shown


def test_an_address_cannot_break_out_of_its_link():
    evil = Reference("e", "misc", Place("r.bib"), title="T", urls=('https://e.org/"><script>alert(1)</script> <x',))
    assert "<script" not in show(cite("1", "e"), references=[evil], format="html")
    assert "<https://e.org/%22%3E%3Cscript%3Ealert(1)%3C/script%3E%20%3Cx>" in show(cite("1", "e"), references=[evil])


def test_only_web_addresses_become_links():
    evil = Reference("e", "misc", Place("r.bib"), title="T", urls=("javascript:alert(1)",))
    assert "href" not in show(cite("1", "e"), references=[evil], format="html")


def test_a_template_cannot_be_broken_out_of():
    evil = Reference("e", "misc", Place("r.bib"), title="a|url=http://evil}} {{delete}} ''b''")
    shown = show(cite("1", "e"), references=[evil], format="wikitext", style="wikipedia-vi")
    assert shown.count("}}") - shown.count("{{!}}") == 1
    assert "{{delete" not in shown


@given(st.text(max_size=60))
def test_any_title_stays_text_in_html(title):
    tags = set()

    class Reader(html.parser.HTMLParser):
        def handle_starttag(self, tag, attrs):
            tags.add(tag)

    evil = Reference("e", "misc", Place("r.bib"), title=title)
    Reader().feed(show(cite("1", "e"), references=[evil], format="html"))
    assert tags <= {"ol", "li", "i"}


def test_a_bib_is_written_by_the_room_that_writes_bib():
    assert (
        show(cite("1", "bare"), cite("2", "bare"), format="bib", write_bib=lambda refs: ",".join(r.key for r in refs))
        == "bare"
    )
    with pytest.raises(UsageError, match="to_bib"):
        show(cite("1", "bare"), format="bib")


@pytest.mark.parametrize("options", [{"style": "mla"}, {"format": "pdf"}, {"style": "wikipedia-vi", "format": "html"}])
def test_what_is_not_in_the_tables_is_refused_with_the_tables(options):
    with pytest.raises(UsageError, match="use one of"):
        show(**options)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_keeps_its_promise(style):
    """Each style writes any entry in each of its formats, one line or item for each label."""
    for form in STYLES[style].formats:
        assert form in FORMATS
        shown = show(cite("1", "dewaal2003"), cite("2", "kim1920"), cite("3", "bare"), style=style, format=form)
        for title in ("Black Garden", "Việt Nam sử lược", "Nothing else known"):
            assert title in shown


def test_notes_of_groups_keep_their_group():
    shown = show(cite("1", "bare", kind=MarkerKind.FOOTNOTE, scope="note"), cite("1", "kim1920"), format="text")
    assert shown.splitlines()[1].startswith("[note 1] ")
