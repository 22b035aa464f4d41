"""The demonstration's article, its bibliography, the settings to check them by, and what is then to be found."""

from __future__ import annotations

from importlib import resources
from typing import NamedTuple

import msgspec

from checker.demo.web import DemoWeb
from checker.foundation.model import Coverage, Support
from checker.foundation.settings import Settings

_DATA = resources.files("checker.demo") / "data"


class Example(NamedTuple):
    """A packaged text and the name that reports give it."""

    text: str
    label: str


class ExpectedClaim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A covered sentence by its first words, and what each source (by key) makes of it."""

    begins: str
    support: dict[str, Support]
    coverage: Coverage = Coverage.DIRECT
    group: Support | None = None
    rule: str | None = None


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a check finds: `health` by key (`book` for a work without a link), the claims in reading order."""

    health: dict[str, str]
    claim: tuple[ExpectedClaim, ...]


def article() -> Example:
    """The article: English with two Vietnamese sentences, markers [1] to [19], of which the last leads nowhere."""
    return Example((_DATA / "article.md").read_text(encoding="utf-8"), "demo/article.md")


def bibliography() -> Example:
    """The bibliography, as .bib text."""
    return Example((_DATA / "demo.bib").read_text(encoding="utf-8"), "demo/demo.bib")


def expected() -> Expected:
    """The table of what a check of the demonstration finds."""
    return msgspec.toml.decode((_DATA / "expected.toml").read_bytes(), type=Expected)


def settings(web: DemoWeb, *, report: str = "reports") -> Settings:
    """Settings that keep a check of the demonstration on this machine and short.

    The registries and the archive are given names that the demonstration's web does not have, so that no judgement can
    ask a real one. One try of two seconds is enough for loopback and short enough for the host that never answers.
    """
    return Settings(
        report=report,
        fail_on="never",
        fail_on_reason="The demonstration's errors are its point.",
        timeout=2.0,
        max_retries=0,
        host_request_interval=0.0,
        cache_dir=str(web.folder / "cache"),
        include_private=("127.0.0.0/8",),
        ca_bundle=str(web.ca_bundle),
        doi_resolver="https://doi.example/",
        crossref="https://crossref.example/",
        pubmed="https://pubmed.example/",
        wayback="https://wayback.example/",
    )
