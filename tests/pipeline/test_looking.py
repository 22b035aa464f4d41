"""The first look: every page is judged as it comes, and with links_only let go once it was."""

from __future__ import annotations

import datetime as dt

import pytest

from checker.bibliography import BibFile, read
from checker.foundation.model import Document, Health, Hop, NoAnswer, Page, Silence
from checker.foundation.settings import Settings
from checker.pipeline import Desk
from checker.pipeline.looking import look

NOW = dt.datetime(2026, 11, 29, 6, 0, tzinfo=dt.UTC)
BIB = """
@misc{lamp, title = {How the lamp of the northern lighthouse was built}, url = {http://one.example/lamp}}
@misc{bees, title = {How the lamp of the northern lighthouse was built}, url = {http://two.example/bees}}
@misc{gone, title = {A keeper's diary}, url = {http://three.example/gone}}
@misc{mute, title = {A keeper's letters}, url = {http://four.example/mute}}
"""
LAMP = "The lamp of the northern lighthouse was built by hand in a winter of the last century. " * 20
BEES = "Bees gather honey from the clover that grows along every meadow and every summer garden wall. " * 20
TITLES = {"lamp": "How the lamp of the northern lighthouse was built", "bees": "Keeping bees in a small meadow garden"}


class Answers:
    """A fetcher at whose hosts everything is as their names say."""

    hosts: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    def fetch(self, requests):
        for request in requests:
            name = request.url.rpartition("/")[2]
            if name == "mute":
                yield NoAnswer(request, Silence.TIMEOUT, "four.example did not answer in time.", NOW)
                continue
            status = 404 if name == "gone" else 200
            text = {"lamp": LAMP, "bees": BEES}.get(name, "Not found.")
            document = Document(text, "text/html", title=TITLES.get(name, "404 Not Found"), language="en")
            yield Page(request, request.url, status, (Hop(request.url, status),), "text/html", NOW, document=document)


@pytest.fixture
def references():
    return read([BibFile("references.bib", BIB.encode())], today=NOW.date()).references


def looked_at(references, **settings):
    asked = Settings(wayback="", crossref="", doi_resolver="", **settings)
    return look(references, Desk(asked, Answers(), lambda: NOW))


def test_links_alone_are_judged_as_they_are_in_a_whole_check(references):
    alone, whole = (looked_at(references, links_only=only) for only in (True, False))
    assert {key: verdict.health for key, (verdict,) in alone.by_key.items()} == {
        "lamp": Health.OK,
        "bees": Health.OK,
        "gone": Health.DEAD,
        "mute": Health.UNSTABLE,
    }
    assert alone.by_key == whole.by_key
    assert alone.mismatches == whole.mismatches
    assert [problem.rule for problem in alone.mismatches["bees"]] == ["source-mismatch"]
    assert "lamp" not in alone.mismatches


def test_with_links_alone_no_page_is_held_on_to(references):
    for reference in references:
        for answer in looked_at(references, links_only=True).answers(reference):
            assert isinstance(answer, NoAnswer) or (answer.document, answer.headers) == (None, ())
    [page] = looked_at(references, links_only=False).pages(references[0])
    assert page.document.text == LAMP
