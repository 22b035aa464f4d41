"""Which claims are held against which sources: each source is made ready once, heard with all its claims, and let go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from checker import matching
from checker.foundation.model import Citation, Claim, ClaimVerdict, JudgedClaim, Support
from checker.matching import Hearing, Holders, Search
from checker.pipeline.desk import Desk, in_turn
from checker.pipeline.reading import ReferenceTexts

A = TypeVar("A")
R = TypeVar("R")
_At: TypeAlias = tuple[str, str]  # what a claim says, and the key of the source that it is held against

_LACKING = (Support.PARTIAL, Support.MISSING, Support.CONTRADICTED)
# Code points to be read, some 40 sources of 25 KB: for less, starting processes costs more than it gains.
_MUCH = 1_000_000


class Docket:
    """The claims of a run by source, and their verdicts once they were heard."""

    def __init__(self, texts: Mapping[str, ReferenceTexts], desk: Desk) -> None:
        self._texts = texts
        self._desk = desk
        self._claims: dict[str, dict[_At, Claim]] = {}
        self._verdicts: dict[_At, ClaimVerdict] = {}

    def judged(self, citation: Citation) -> tuple[JudgedClaim, ...]:
        """Every claim of a citation, with the verdict of each of its sources that was heard."""
        return tuple(
            JudgedClaim(
                claim, tuple(self._verdicts[at] for at in self._places(claim, citation) if at in self._verdicts)
            )
            for claim in citation.marker.claims
        )

    def hear(self, citations: Iterable[Citation]) -> None:
        """Hold every claim against each of its sources, then look for what is lacking in the others."""
        for citation in citations:
            for claim in citation.marker.claims:
                for at in self._places(claim, citation):
                    self._claims.setdefault(at[1], {}).setdefault(at, claim)
        recalled = {at: verdict for key in self._claims for at, verdict in self._recalled(key)}
        for key, verdicts in self._heard():
            for at, held in zip(self._claims[key], verdicts, strict=True):
                known = (recalled[at], *held) if at in recalled else held
                self._verdicts[at] = matching.choose(known) if known else self._unread(key)
                self._desk.progress("match", len(self._verdicts), 0)
        self._look_elsewhere({at for at, verdict in self._verdicts.items() if verdict != recalled.get(at)})

    def _places(self, claim: Claim, citation: Citation) -> Iterator[_At]:
        said = f"{claim.coverage}\0{claim.context}\0{claim.text}"
        return ((said, key) for key in citation.keys if key in self._texts)

    def _unread(self, key: str) -> ClaimVerdict:
        return matching.unchecked(key, self._texts[key].unread or "no text of the source was read")

    def _recalled(self, key: str) -> Iterator[tuple[_At, ClaimVerdict]]:
        """The verdicts of an earlier check where the web was not asked; new claims are held against the words kept from it."""
        texts, claims = self._texts[key], self._claims[key]
        if texts.recalled is None or texts.kept is None:
            return
        known = {at: texts.recalled.verdict_of(claim) for at, claim in claims.items()}
        new = [at for at, verdict in known.items() if verdict is None]
        for at, (verdict,) in zip(
            new,
            matching.hear(Hearing((texts.kept,), tuple(claims[at] for at in new), self._desk.lexicons)),
            strict=True,
        ):
            yield at, verdict
        yield from ((at, verdict) for at, verdict in known.items() if verdict is not None)

    def _heard(self) -> Iterator[tuple[str, Sequence[tuple[ClaimVerdict, ...]]]]:
        """The key of every source, and for each of its claims the verdicts of its texts."""
        silent = [key for key in self._claims if not self._texts[key].passages]
        yield from ((key, [()] * len(self._claims[key])) for key in silent)
        keys = [key for key in self._claims if self._texts[key].passages]
        hearings = [
            Hearing(self._texts[key].passages, tuple(self._claims[key].values()), self._desk.lexicons) for key in keys
        ]
        size = sum(len(text.text) for hearing in hearings for text in hearing.texts)
        for key, heard in zip(keys, self._spread(matching.hear, hearings, size), strict=True):
            if isinstance(heard, str):
                stopped = matching.unchecked(key, f"the source could not be held against its claims: {heard}")
                yield key, [(stopped,)] * len(self._claims[key])
            else:
                yield key, heard

    def _look_elsewhere(self, fresh: set[_At]) -> None:
        """Note for every claim that lacks something in which other sources of the article that stands."""
        holders = Holders({key: own.passages[0].text for key, own in self._texts.items() if own.passages})
        claims = {at: claim for own in self._claims.values() for at, claim in own.items() if at in fresh}
        lacking = {at: self._verdicts[at] for at in claims if self._verdicts[at].support in _LACKING}
        likely = dict(
            zip(lacking, holders.likely([(claims[at], verdict) for at, verdict in lacking.items()]), strict=True)
        )
        wanted: dict[str, list[_At]] = {}
        for at, keys in likely.items():
            for key in keys:
                wanted.setdefault(key, []).append(at)
        stands = self._searched({key: {at: (claims[at], lacking[at]) for at in ats} for key, ats in wanted.items()})
        for at, keys in likely.items():
            there = tuple(key for key in keys if (at, key) in stands)
            self._verdicts[at] = replace(lacking[at], elsewhere=there)

    def _searched(self, wanted: Mapping[str, Mapping[_At, tuple[Claim, ClaimVerdict]]]) -> set[tuple[_At, str]]:
        """Which claims' lack stands in which other sources; a search that came to no end found nothing."""
        searches = [
            Search(key, self._texts[key].passages[0], tuple(own.values()), self._desk.lexicons)
            for key, own in wanted.items()
        ]
        size = sum(len(each.text.text) for each in searches)
        found: set[tuple[_At, str]] = set()
        for (key, own), stands in zip(wanted.items(), self._spread(matching.search, searches, size), strict=True):
            if not isinstance(stands, str):
                found |= {(at, key) for at, there in zip(own, stands, strict=True) if there}
        return found

    def _spread(self, function: Callable[[A], R], tasks: Sequence[A], size: int) -> Iterator[R | str]:
        """The results in order, over several processes where there is much to read."""
        return (self._desk.spread if size > _MUCH else in_turn)(function, tasks)
