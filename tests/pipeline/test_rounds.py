"""How often hosts are asked: once each, and at most three times more for what a judgement wants, whatever they answer."""

from __future__ import annotations

import pytest

from checker.fetching import Fetcher
from checker.foundation.model import Health

GONE = (
    "<title>The Quill</title><p>The text that you came for is not in our cupboards any longer; this link is wrong.</p>"
)
PROSE = "<p>The lamp of Quill was lit in 1911, and its keeper wrote down each night in a ledger.</p>" * 30
WORK = f"<title>The lamp of Quill</title>{PROSE}"
FRONT = f"<title>The Quill</title>{PROSE.replace('lamp', 'bell')}"


class Everywhere(dict):
    """A host that shows one page at every address but its front page, and archives that have something of everything."""

    def get(self, url, default=None):
        if url.endswith("quill.example/"):
            return FRONT
        return GONE if "//quill.example/" in url else super().get(url, default)


@pytest.fixture
def rounds(monkeypatch):
    """How many requests each call of the fetcher had."""
    asked: list[int] = []
    fetch = Fetcher.fetch

    def counting(self, requests):
        wanted = list(requests)
        asked.append(len(wanted))
        return fetch(self, wanted)

    monkeypatch.setattr(Fetcher, "fetch", counting)
    return asked


def test_a_page_that_needs_everything_is_asked_for_in_three_more_rounds(newsroom, rounds):
    newsroom.web.pages = Everywhere({"http://other.example/lamp": WORK})
    newsroom.services = "http://archive.example/"
    newsroom.article.write_text("# Quill\n\nThe lamp was lit in 1911.[1] It burnt oil.[2]\n", encoding="utf-8")
    newsroom.bib.write_text(
        "@online{a, marker={1}, title={The keepers of the northern light}, url={http://quill.example/keepers}}\n"
        "@online{b, marker={2}, title={The lamp of Quill}, url={http://other.example/lamp}}\n",
        encoding="utf-8",
    )
    report = newsroom.check()
    health = {judged.reference.key: judged.links[0].health for judged in report.references}
    assert health == {"a": Health.DEAD, "b": Health.OK}
    assert 2 <= len(rounds) <= 4
    assert rounds[0] == 2
    assert len(newsroom.web.asked) == len(set(newsroom.web.asked)), "an address was asked twice"
