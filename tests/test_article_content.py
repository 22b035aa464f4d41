"""The repository's own article, its bibliography and its list of known errors hold together."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import bibtexparser
import pytest

from checker.foundation.settings import from_table

ROOT = Path(__file__).parent.parent
ARTICLE = (ROOT / "articles" / "vu-trang-nagorno-karabakh.md").read_text(encoding="utf-8")
ERRORS = tomllib.loads((ROOT / "articles" / "known-errors.toml").read_text(encoding="utf-8"))["error"]
LIBRARY = bibtexparser.parse_string((ROOT / "references.bib").read_text(encoding="utf-8"))
ENTRIES = {entry.key: {field.key: field.value for field in entry.fields} for entry in LIBRARY.entries}
MARKER = re.compile(r"\[(\d\d)(?:–(\d\d))?\]")


def markers(text):
    """Every number that a marker in the text stands for, ranges spelled out."""
    return [str(number) for first, last in MARKER.findall(text) for number in range(int(first), int(last or first) + 1)]


def paragraphs():
    return [line for line in ARTICLE.splitlines() if MARKER.search(line)]


def sentences(paragraph):
    """The sentences of a paragraph; each of ours ends in a full stop, with or without markers and quotation marks."""
    return [piece for piece in re.split(r"(?<=[.\]])\s+", paragraph) if piece]


def test_every_number_from_13_to_32_is_used_and_defined_by_one_entry():
    wanted = [str(number) for number in range(13, 33)]
    assert sorted(set(markers(ARTICLE))) == wanted
    assert sorted(entry["marker"] for entry in ENTRIES.values()) == wanted


def test_some_markers_are_used_twice_some_stand_side_by_side_and_one_is_a_range():
    used = markers(ARTICLE)
    assert sum(used.count(label) > 1 for label in set(used)) >= 3
    assert "[28][29]" in ARTICLE
    assert "[22–24]" in ARTICLE


def test_the_article_makes_25_to_40_claims_and_leaves_none_uncited():
    assert 25 <= sum(len(sentences(paragraph)) for paragraph in paragraphs()) <= 40
    for paragraph in paragraphs():
        assert MARKER.search(sentences(paragraph)[-1]), f"nothing covers the end of: {paragraph}"


def test_the_bibliography_is_read_whole():
    assert not LIBRARY.failed_blocks
    assert len(ENTRIES) == 20


@pytest.mark.parametrize("key", ENTRIES)
def test_each_entry_says_what_its_source_states_and_what_of_it_was_read(key):
    entry = ENTRIES[key]
    assert entry["title"]
    assert "Read: " in entry["annotation"]
    assert entry.get("url", "").startswith("http") or entry.get("isbn")
    assert not re.search(r"[%\\]", "".join(entry.values())), "a trap for BibTeX"


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error["kind"])
def test_each_known_error_stands_in_the_article_as_it_is_listed(error):
    (paragraph,) = [paragraph for paragraph in paragraphs() if error["text"] in paragraph]
    said = sentences(paragraph)
    (wrong,) = [index for index, sentence in enumerate(said) if error["text"] in sentence]
    covering = next(index for index in range(wrong, len(said)) if MARKER.search(said[index]))
    assert error["marker"] in markers(said[covering])
    assert covering - wrong == error["sentences_before_marker"]
    assert error["source"] in ENTRIES


def test_the_date_that_started_it_all_is_one_day_off_three_sentences_before_its_marker():
    (error,) = [error for error in ERRORS if error["kind"] == "date one day off"]
    assert "26 tháng 12 năm 1991" in error["text"]
    assert error["sentences_before_marker"] == 3
    assert "25 December 1991" in ENTRIES[error["source"]]["annotation"]


def test_a_fact_cited_to_the_wrong_source_is_stated_by_the_right_one():
    (error,) = [error for error in ERRORS if error["kind"] == "stands in another source"]
    assert "10 December 1991" in ENTRIES[error["source"]]["annotation"]
    assert ENTRIES[error["source"]]["marker"] != error["marker"]


def test_the_configuration_names_files_that_exist_and_says_why_it_never_fails():
    settings = from_table(tomllib.loads((ROOT / "checker.toml").read_text(encoding="utf-8")), where="checker.toml")
    for path in (*settings.articles, *settings.bib):
        assert (ROOT / path).is_file()
    assert settings.fail_on == "never"
    assert settings.fail_on_reason


def test_a_reader_finds_the_wrong_date_inherited_by_marker_13():
    from checker import article

    read = article.read(ARTICLE, path="articles/vu-trang-nagorno-karabakh.md")
    (marker,) = [marker for marker in read.markers if marker.label == "13"]
    assert [claim.coverage for claim in marker.claims] == ["inherited"] * 3 + ["direct"]
    assert "26 tháng 12 năm 1991" in marker.claims[0].text
    assert not read.problems
