"""Tags and text with offsets, in linear work whatever comes."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from checker.article import read
from checker.article.html.events import Kind, events


def test_text_tags_and_entities_know_where_they_stand():
    source = '<p class="a b" ID=x>T&amp;<b>x</b><!-- no > --><br/>'
    found = list(events(source))
    assert [(each.kind.name, source[each.start : each.end]) for each in found] == [
        ("START", '<p class="a b" ID=x>'),
        ("TEXT", "T"),
        ("ENTITY", "&amp;"),
        ("START", "<b>"),
        ("TEXT", "x"),
        ("END", "</b>"),
        ("START", "<br/>"),
    ]
    assert found[0].attributes == {"class": "a b", "id": "x"}
    assert found[0].classes == {"a", "b"}


def test_scripts_hold_no_tags_and_comparisons_are_text():
    source = "<script>if (a<b) '</p>'</script>1 < 2"
    assert "".join(source[each.start : each.end] for each in events(source) if each.kind is Kind.TEXT) == "1 < 2"


@pytest.mark.parametrize(
    "flood", ["<!--", "<b ", '<b a="', "<b a='x", "</b ", "<", "&", "<title>", "<!", "<b/ ", "<div>"]
)
def test_floods_end_and_are_read_in_no_more_events_than_characters(flood):
    assert sum(1 for _ in events(flood * 20_000)) <= len(flood) * 20_000


@pytest.mark.parametrize("flood", ["<li>", "<sup>", "<p><b>", "</p>", '<a href="#fn1">1</a>', '<p id="fn1">'])
def test_floods_of_tags_are_walked(flood):
    assert read("<html><body>" + flood * 3_000, path="a.html").text


@given(st.text(alphabet="<>/=\"'ab &;!-#", max_size=200))
def test_events_follow_each_other(source):
    at = 0
    for event in events(source):
        assert at <= event.start < event.end <= len(source)
        at = event.end


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<li>",
                "<sup>",
                "</sup>",
                "<td>",
                "x. ",
                '<a href="#fn1">1</a>',
                "<cite id=CITEREFa>",
                '<a href="http://e.org">',
                "</a>",
                '<li id="fn1">',
                "<ul>",
                "</ul>",
                "</cite>",
                "[3]",
            ]
        ),
        max_size=40,
    )
)
def test_no_nesting_is_too_odd(pieces):
    article = read("<html>" + "".join(pieces), path="a.html")
    for marker in article.markers:
        assert 0 <= marker.start < marker.end <= len(article.text)
