"""evidence.jsonl: the passages behind the verdicts, kept so that a run without the network can judge again, and that a
source which has changed since is noticed. One row a source and address, sorted; text in, text out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from rapidfuzz import fuzz

from checker.foundation.model import (
    ClaimVerdict,
    EvidenceKind,
    JudgedCitation,
    Passages,
    Place,
    Problem,
    Reference,
    Related,
    Report,
    Support,
)
from checker.language.normalise import fold

_SAME = 90.0  # rapidfuzz partial ratio of the old passage in the new page: above it only commas have moved
_FROM_THE_WEB = (EvidenceKind.PAGE, EvidenceKind.SNAPSHOT)
_JUDGED = (Support.FOUND, Support.PARTIAL, Support.CONTRADICTED, Support.MISSING)


class Carried(msgspec.Struct, frozen=True, order=True):
    """One claim and the passage that its verdict rested on."""

    claim: str
    support: Support
    passage: str


class Remembered(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a source said when it was last read; `checked` is a date, `digest` that of the whole answer."""

    key: str
    url: str
    evidence: EvidenceKind
    checked: str
    digest: str = ""
    language: str = ""
    passages: tuple[Carried, ...] = ()

    def as_passages(self, reference: Reference) -> Passages:
        """The remembered words as a text to match against; what was missing then is missing in them as well."""
        said = dict.fromkeys(carried.passage for carried in self.passages)
        return Passages(
            key=self.key,
            text="\n\n".join(said),
            evidence=self.evidence,
            language=self.language,
            title=reference.title,
            date=reference.date,
            url=self.url,
            digest=self.digest,
            whole=any(carried.support is Support.MISSING for carried in self.passages),
        )


def remembered(report: Report, before: Mapping[str, Remembered]) -> dict[str, Remembered]:
    """The memory after a run, by citation key: what was read now replaces what was known, the rest stays."""
    after = dict(before)
    now: dict[str, list[tuple[str, ClaimVerdict]]] = {}
    for claim, verdict in _verdicts(report.citations):
        if verdict.passage and verdict.passage.url and verdict.evidence in _FROM_THE_WEB and verdict.support in _JUDGED:
            now.setdefault(verdict.key, []).append((claim, verdict))
    for key, carried in now.items():
        first = carried[0][1]
        if first.passage is None or first.evidence is None or first.passage.url is None:
            continue
        known = before.get(key)
        if known and known.digest == first.passage.digest and known.url == first.passage.url:
            checked = known.checked  # the same bytes: a date that changed at every run would only make noise
        else:
            checked = report.run.finished.date().isoformat()
        after[key] = Remembered(
            key=key,
            url=first.passage.url,
            evidence=first.evidence,
            checked=checked,
            digest=first.passage.digest,
            language=first.passage.language,
            passages=tuple(sorted({_carried(claim, verdict) for claim, verdict in carried})),
        )
    return after


def _carried(claim: str, verdict: ClaimVerdict) -> Carried:
    return Carried(claim, verdict.support, verdict.passage.text if verdict.passage else "")


def _verdicts(citations: Iterable[JudgedCitation]) -> Iterator[tuple[str, ClaimVerdict]]:
    for judged in citations:
        for claim in judged.claims:
            for verdict in claim.verdicts:
                yield claim.claim.text, verdict


def changed(
    citations: Iterable[JudgedCitation],
    references: Mapping[str, Reference],
    pages: Mapping[str, str],
    before: Mapping[str, Remembered],
) -> Iterator[Problem]:
    """`source-changed` for every claim that was borne out by a passage which is gone; `pages` are today's texts by key."""
    for claim, verdict in dict.fromkeys(_verdicts(citations)):
        known, page = before.get(verdict.key), pages.get(verdict.key)
        if known is None or page is None or verdict.support is Support.FOUND:
            continue
        then = next((each for each in known.passages if each.claim == claim and each.support is Support.FOUND), None)
        if then is None or fuzz.partial_ratio(fold(then.passage), fold(page)) >= _SAME:
            continue
        now = verdict.passage.text if verdict.passage else "nothing like it"
        yield Problem(
            "source-changed",
            f"{verdict.key} has changed since {known.checked}: “{_short(then.passage)}” is gone; it now says “{_short(now)}”.",
            references[verdict.key].place,
            (Related(Place(known.url), f"read on {known.checked}"),),
        )


def _short(text: str, limit: int = 200) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def render(memory: Mapping[str, Remembered]) -> Iterator[str]:
    """The lines of evidence.jsonl, sorted by key."""
    for key in sorted(memory):
        yield msgspec.json.encode(memory[key]).decode() + "\n"


def parse(text: str) -> tuple[dict[str, Remembered], str | None]:
    """The memory by key, and the sentence that says which lines could not be read, if any."""
    memory: dict[str, Remembered] = {}
    unread: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            row = msgspec.json.decode(line, type=Remembered)
        except msgspec.DecodeError:
            unread.append(number)
        else:
            memory[row.key] = row
    return memory, f"line {unread[0]} (of {len(unread)} in all) could not be read and was left out" if unread else None
