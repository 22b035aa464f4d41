"""The list's place in an article: found, filled, and the same when filled again."""

from __future__ import annotations

from hypothesis import given, strategies as st

from checker.works_cited import BEGIN, END, replace_region

ARTICLE = f"# Title\n\nText.[1]\n\n{BEGIN}\nold\n{END}\n\nAfter.\n"


def test_what_stands_between_the_comments_is_replaced():
    assert replace_region(ARTICLE, "- new\n") == f"# Title\n\nText.[1]\n\n{BEGIN}\n\n- new\n\n{END}\n\nAfter.\n"


def test_an_article_without_the_place_is_left_alone():
    assert replace_region("# Title\n", "- new\n") is None
    assert replace_region(f"{BEGIN} no end", "- new\n") is None
    assert replace_region(f"{END} before {BEGIN}", "- new\n") is None


def test_line_ends_are_the_articles():
    updated = replace_region(ARTICLE.replace("\n", "\r\n"), "- a\n- b\n")
    assert "\n" not in updated.replace("\r\n", "")


@given(st.text(max_size=80))
def test_twice_is_once(listing):
    once = replace_region(ARTICLE, listing)
    assert replace_region(once, listing) == once
