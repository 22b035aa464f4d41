"""What the tests of judging share: references, pages and answers in a line each."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from checker.fetching import Fetcher
from checker.foundation.model import (
    Document,
    Evidence,
    Hop,
    NoAnswer,
    Page,
    PartialDate,
    Place,
    Reference,
    Request,
    Silence,
)
from checker.foundation.settings import Settings
from checker.links import wanted

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
URL = "https://news.example/world/2014/05/ferry-returns.html"
PROSE = "The ferry to the island sailed again on Monday, seven months after the storm that broke the pier. " * 40


class Making:
    """Builds the nouns that the judge is given."""

    now, url, prose = NOW, URL, PROSE

    def reference(self, title: str = "Ferry returns to the island", **fields) -> Reference:
        fields.setdefault("urls", (URL,))
        return Reference("smith2014", "online", Place("references.bib", 7), title=title, **fields)

    def page(
        self,
        status: int = 200,
        *,
        url: str = URL,
        to: tuple[tuple[int, str], ...] = (),
        title: str = "Ferry returns to the island - The Example",
        text: str = PROSE,
        signs: tuple[str, ...] = (),
        document: bool = True,
        **fields,
    ) -> Page:
        """An answer; `to` are redirects on the way: (status, where it led)."""
        addresses = [url, *(where for _, where in to)]
        hops = [Hop(at, code, location=where) for at, (code, where) in zip(addresses, to, strict=False)]
        read = Document(text, "text/html", title=title, signs=frozenset(signs)) if document else None
        fields.setdefault("media_type", "text/html")
        fields.setdefault("size", len(text) + 400)
        fields.setdefault("request", Request(url))
        fields.setdefault("fetched", NOW)
        return Page(
            final_url=addresses[-1], status=status, hops=(*hops, Hop(addresses[-1], status)), document=read, **fields
        )

    def silence(self, why: Silence, detail: str = "It did not answer.", **fields) -> NoAnswer:
        fields.setdefault("fetched", NOW)
        return NoAnswer(Request(URL), why, detail, **fields)

    def evidence(self, source, *probes, history=None) -> Evidence:
        return Evidence(source, probes, history)

    def date(self, *parts: int) -> PartialDate:
        return PartialDate(*parts)


@pytest.fixture
def make() -> Making:
    return Making()


@pytest.fixture
def services(monkeypatch):
    """Registries and archives on loopback; see services.py."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    from services import running

    with running() as server:
        yield server


@pytest.fixture
def look(services):
    """Asks what the judge wants, over real HTTP and at most three rounds: (reference, source) -> (Evidence, rounds)."""
    settings = Settings(
        include_private=("127.0.0.0/8",), host_request_interval=0, max_retries=0, timeout=5, mailto="desk@paper.example",
        pubmed=services.base, books=services.base, handles=services.base, crossref=services.base, doi_resolver=services.base, wayback=services.base,
    )  # fmt: skip

    def looking(reference, source, **changes):
        own = replace(settings, **changes)
        evidence, rounds = Evidence(source), 0
        with Fetcher(own, resolver=lambda host, port: []) as fetcher:
            while rounds < 3 and (requests := wanted(reference, source.request.url, evidence, own)):
                answers = {answer.request: answer for answer in fetcher.fetch(requests)}
                evidence = replace(evidence, probes=(*evidence.probes, *(answers[one] for one in requests)))
                rounds += 1
        assert wanted(reference, source.request.url, evidence, own) == ()
        return evidence, rounds

    return looking
