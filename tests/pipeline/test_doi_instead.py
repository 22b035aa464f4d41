"""A publisher's address that readers cannot use, in a whole run: the entry's DOI is asked at a doi.org with a certificate, and proposed."""

from __future__ import annotations

import ssl

import pytest
import trustme

from checker.bibliography import BibFile, patch
from checker.pipeline.repairs import proposals

WORDS = "The survey counted 412 grey seals on Skerry Voe in 1998. " + "Each beach was walked twice in the autumn. " * 12
PAPER = f"<title>Grey seals of Skerry Voe</title><p>{WORDS}</p>"
BIB = """\
% seals, kept by hand
@article{holm1999,
  title  = {Grey seals of Skerry Voe}, author = {Holm, Inga}, year = 1999,
  url    = {http://press.example/a/1},
  doi    = {10.5555/seals.1},
  marker = {1},
}
"""


@pytest.fixture
def registry(tmp_path, another_web):
    """doi.org over TLS, under an authority of the test's own: a small web of its own port; `web` serves the publishers."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("doi.org").configure_cert(context)
    with another_web(context) as resolver:
        yield resolver


@pytest.fixture
def seals(newsroom, registry, web, tmp_path, monkeypatch):
    """An article on seals whose source the publisher has at /a/1 and doi.org knows."""
    newsroom.bib.write_text(BIB, encoding="utf-8")
    newsroom.article.write_text("In 1998 the survey counted 412 grey seals on Skerry Voe.[1]\n", encoding="utf-8")
    newsroom.usual = {"ca_bundle": str(tmp_path / "authority.pem")}
    tls, plain = registry.server_address[1], web.resolver
    monkeypatch.setattr(
        web,
        "resolver",
        lambda host, port: [("127.0.0.1", tls)] if host == "doi.org" and port == 443 else plain(host, port),
    )
    return newsroom


def patched(newsroom) -> bytes:
    """The .bib as `checker repair --write` would leave it."""
    data = newsroom.bib.read_bytes()
    return patch(BibFile(str(newsroom.bib), data, str(newsroom.folder)), proposals(newsroom.check())).data


def test_a_publishers_page_that_is_gone_gives_way_to_the_doi_that_leads_to_the_work(seals, registry, web):
    registry.pages["http://doi.org/10.5555/seals.1"] = (302, "http://new-press.example/seals")
    web.pages["http://new-press.example/seals"] = PAPER
    assert patched(seals) == BIB.replace("http://press.example/a/1", "https://doi.org/10.5555/seals.1").encode()


def test_a_page_to_which_the_doi_leads_anyway_gives_way_to_it(seals, registry, web):
    registry.pages["http://doi.org/10.5555/seals.1"] = (302, "http://press.example/a/1")
    web.pages["http://press.example/a/1"] = PAPER
    assert patched(seals) == BIB.replace("http://press.example/a/1", "https://doi.org/10.5555/seals.1").encode()


def test_a_doi_that_nobody_knows_replaces_nothing(seals):
    assert patched(seals) == BIB.encode()
