"""Who wrote a page and when, where only its body says so."""

from __future__ import annotations

import pytest

from checker.fetching import content
from checker.foundation.model import PartialDate

TEXT = "<p>The lamp was lit at dusk by the keeper, who had carried the oil up the stairs himself.</p>" * 8


def read(body: str, head: str = "<title>The lamp</title>"):
    page = f"<!doctype html><html lang=en><head>{head}</head><body>{body}{TEXT}</body></html>"
    return content.read(page.encode(), "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        ('<span itemprop="author">Ada Quill</span>', ("Ada Quill",)),
        ('<span itemprop="author" itemscope><a href="/a"><span itemprop="name">Ada Quill</span></a> is staff</span>', ("Ada Quill",)),
        ('<meta itemprop="author" content="Ada Quill">', ("Ada Quill",)),
        ('<a href="/a" rel="author nofollow">Ada Quill</a>', ("Ada Quill",)),
        ('<p class="byline">By Ada Quill and Bo Marsh</p>', ("Ada Quill", "Bo Marsh")),
        ('<p class="byline entry">Tác giả: Trần Văn Lan</p>', ("Trần Văn Lan",)),
        ('<ul class="comments"><li><span itemprop="author">Troll</span></li></ul>', ()),
        ('<div itemprop="review"><span itemprop="author">Reader</span></div>', ()),
        ('<p class="byline">Published 3 May 2019, 14:05</p>', ()),
        ("<p>By Ada Quill</p>", ()),
    ],
)  # fmt: skip
def test_authors_that_the_body_marks_up(body, authors):
    assert read(body).authors == authors


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ('<time itemprop="datePublished" datetime="2019-05-03T14:05">yesterday</time>', PartialDate(2019, 5, 3)),
        ('<span itemprop="datePublished">3 May 2019</span>', PartialDate(2019, 5, 3)),
        ('<time class="entry-date published" datetime="2019-05-03">3 May</time>', PartialDate(2019, 5, 3)),
        ('<time pubdate datetime="2019-05-03">3 May</time>', PartialDate(2019, 5, 3)),
        ('<time datetime="2019-05-03">3 May</time>', None),
        ('<div id="comments"><time class="published" datetime="2019-05-03">3 May</time></div>', None),
    ],
)
def test_the_date_of_publication_that_the_body_marks_up(body, date):
    assert read(body).date == date


def test_what_the_head_says_comes_first():
    head = '<meta name="citation_author" content="Quill, Ada"><meta property="article:published_time" content="2018-01-02">'
    found = read('<a rel="author">Bo Marsh</a><time pubdate datetime="2019-05-03">3 May</time>', head)
    assert found.authors == ("Quill, Ada",)
    assert found.date == PartialDate(2018, 1, 2)


def test_a_page_of_broken_markup_is_read_all_the_same():
    assert read('<div <span itemprop="author">Ada Quill</span' + '<b class="byline">' * 3000).text
