"""A source heard once with every claim that cites it: the unit of work, which another process can do as well."""

from __future__ import annotations

from dataclasses import dataclass

from checker.foundation.model import Claim, ClaimVerdict, Passages
from checker.language.word_lists import WordList
from checker.matching.elsewhere import elsewhere
from checker.matching.engine import FactsEngine
from checker.matching.source.prepared import prepare


@dataclass(frozen=True, slots=True)
class Hearing:
    """The texts of one source, and the claims to hold each of them against, read by the user's word lists too."""

    texts: tuple[Passages, ...]
    claims: tuple[Claim, ...]
    lexicons: tuple[WordList, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """A source that may have what the sources of these claims lack."""

    key: str
    text: Passages
    lacking: tuple[tuple[Claim, ClaimVerdict], ...]
    lexicons: tuple[WordList, ...] = ()


def hear(hearing: Hearing) -> tuple[tuple[ClaimVerdict, ...], ...]:
    """For every claim the verdict of every text, in their order."""
    engine = FactsEngine()
    sources = [prepare(text, hearing.lexicons) for text in hearing.texts]
    return tuple(tuple(engine.judge(claim, source) for source in sources) for claim in hearing.claims)


def search(wanted: Search) -> tuple[bool, ...]:
    """For every claim whether what it lacks stands together in this source."""
    source = prepare(wanted.text, wanted.lexicons)
    return tuple(bool(elsewhere(claim, verdict, [(wanted.key, source)])) for claim, verdict in wanted.lacking)
