"""Escaping: nothing that a stranger wrote commands a terminal, a CI runner, a spreadsheet or a page."""

import json

import pytest
from hypothesis import given, strategies as st

from checker.foundation.model import Place
from checker.reporting import escape


@given(st.text())
def test_json_text_changes_no_value(value):
    dumped = escape.json_text(json.dumps(value, ensure_ascii=False))
    assert json.loads(dumped) == value
    dumped.encode("utf-8")


@pytest.mark.parametrize("line", ["::error::x", "  ::set-output name=a::b", "a ##[add-mask]b", "\x1b[31m::error::x"])
def test_no_line_of_a_log_is_a_workflow_command(line):
    told = escape.harmless(line)
    assert "##[" not in told
    assert not told.replace("\x1b[31m", "").lstrip().startswith("::")


def test_github_command_escapes():
    assert escape.github_data("50%\r\nnext") == "50%25%0Anext"
    assert escape.github_property("a:b,c") == "a%3Ab%2Cc"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\n=1"])
def test_a_cell_is_no_formula(text):
    assert escape.cell(text).startswith("'")


def test_an_ordinary_cell_stays_as_it_is():
    assert escape.cell("40.000 khách") == "40.000 khách"


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host/x", "", None, "http://", "http://[", "x"],
)
def test_only_the_web_is_linked(url):
    assert escape.web_link(url) == ""


def test_web_links():
    assert escape.web_link("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d"


@pytest.mark.parametrize(
    "text", ["@everyone", "#12", "https://evil.example", "www.evil.example", "[a](b)", "<b>", "a|b", "`x`"]
)
def test_markdown_neither_formats_nor_mentions_nor_links(text):
    told = escape.markdown(text)
    for live in ("@everyone", "#12", "://", "www.", "[a](", "<b", "a|b"):
        assert live not in told.replace("\\|", "").replace("\\[", "")


def test_paths_become_uri_references():
    assert escape.path_uri("articles\\bài viết.md") == "articles/b%C3%A0i%20vi%E1%BA%BFt.md"


def test_a_place_may_lie_in_the_web():
    source = Place("https://a.example/x?y=1#z")
    assert escape.path_uri(source.path) == source.path
    assert escape.place_link(source, "https://code.example/") == source.path
    assert escape.place_link(Place("a b.md", 3), "https://code.example/") == "https://code.example/a%20b.md#L3"
    assert escape.place_link(Place("a.md", 3), "") == ""
    assert escape.place_link(Place("javascript:alert(1)"), "") == ""
