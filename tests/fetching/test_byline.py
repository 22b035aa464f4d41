"""Who wrote a page and when, where only its body says so."""

from __future__ import annotations

import random

import pytest

from checker.fetching import content
from checker.fetching.content import byline
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


ATTRIBUTES = (
    'class="byline"', "itemprop=author", 'rel="author"', 'itemprop="datePublished" content="2019-01-02"',
    'pubdate datetime="2020-02-03"', 'class="published x"', "itemprop=headline", 'content="a &amp; b &quot;c&quot; &nbsp;d"',
    "CLASS=Byline class=z", "rel", 'data-x="<p>"', "itemprop='author  name'",
)  # fmt: skip
WORDS = (
    "By Ann &amp; Bob", "  ", "2019&nbsp;x", "a<b", "&lt;i&gt;", "Tác giả: Ân", "x&#13;y", "&notit; &copy 2", "line\nline",
    "<!--c-->", "<b>x</b>", "\x00z", "&amp;lt;", "a\u00adb", "&#x80;", "<![CDATA[q]]>", "3 May 2019",
)  # fmt: skip


@pytest.mark.parametrize(
    "tag", ["p", "a", "time", "span", "meta", "td", "h1", "script", "template", "textarea", "noscript"]
)
def test_what_a_leaf_says_is_what_beautiful_soup_would_have_read(tag, monkeypatch):
    chosen = random.Random(tag)
    bodies = [
        f"<div><{tag} {' '.join(chosen.sample(ATTRIBUTES, chosen.randrange(1, 4)))}>"
        f"{''.join(chosen.sample(WORDS, chosen.randrange(3)))}</{tag}>"
        for _ in range(150)
    ]
    told = [read(body, "") for body in bodies]
    monkeypatch.setattr(byline, "_leaf", lambda *_: None)
    assert told == [read(body, "") for body in bodies]
    assert any(page.authors for page in told) or tag in ("script", "template", "td")
