"""evidence.jsonl: the verdicts of sources from the web with the passages that they rest on, kept between runs.

A run without the network gives the same verdicts from it, and a source that has changed since is noticed (`changing`).
One row a source, sorted by key, each claim with its verdict; text in, text out. A claim that was edited since is matched
against the passages that were kept; those are not the whole source, so nothing is missing in them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from checker.foundation.model import (
    Basis,
    Claim,
    ClaimVerdict,
    EvidenceKind,
    Fact,
    JudgedCitation,
    JudgedReference,
    Passage,
    Passages,
    Reference,
    Report,
    Support,
)

FROM_THE_WEB = (EvidenceKind.PAGE, EvidenceKind.SNAPSHOT)


class Shown(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The passage of a verdict; `url` and `digest` only where they are not the row's."""

    text: str
    start: int = 0
    language: str = ""
    page: int | None = None
    gloss: tuple[tuple[str, str], ...] = ()
    url: str = ""
    digest: str = ""


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """The passage that bore a claim out at an earlier check, when a later one did not find the claim; `seen` is a date."""

    passage: str
    seen: str


class Carried(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One claim of an article and its verdict; `context` is a digest of what stood around it."""

    claim: str
    article: str
    context: str
    support: Support
    basis: Basis
    confidence: float
    score: float
    evidence: EvidenceKind
    reason: str = ""
    elsewhere: tuple[str, ...] = ()
    passage: Shown | None = None
    facts: tuple[Fact, ...] = ()
    lost: Lost | None = None


class Remembered(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a source said when it was last read; `checked` is a date, `digest` that of the whole answer."""

    key: str
    url: str
    checked: str
    digest: str = ""
    claims: tuple[Carried, ...] = ()

    @property
    def evidence(self) -> EvidenceKind:
        """Where the words come from."""
        return self.claims[0].evidence if self.claims else EvidenceKind.PAGE

    def verdict_of(self, claim: Claim) -> ClaimVerdict | None:
        """The verdict of a claim that has not changed, nor what stands around it; None for any other."""
        around = _context(claim)
        same = next((each for each in self.claims if each.claim == claim.text and each.context == around), None)
        return self._verdict(same) if same else None

    def _verdict(self, carried: Carried) -> ClaimVerdict:
        return ClaimVerdict(
            self.key,
            carried.support,
            carried.basis,
            carried.confidence,
            carried.score,
            carried.evidence,
            carried.facts,
            self._passage(carried.passage) if carried.passage else None,
            carried.reason,
            carried.elsewhere,
        )

    def _passage(self, shown: Shown) -> Passage:
        return Passage(
            shown.text,
            shown.start,
            shown.language,
            shown.url or self.url or None,
            shown.page,
            shown.digest or self.digest,
            shown.gloss,
        )

    def as_passages(self, reference: Reference) -> Passages:
        """The remembered words as a text for claims that are new; it is not the whole of what the source says."""
        said = dict.fromkeys(carried.passage.text for carried in self.claims if carried.passage)
        return Passages(
            key=self.key,
            text="\n\n".join(said),
            evidence=self.evidence,
            language=next((carried.passage.language for carried in self.claims if carried.passage), ""),
            title=reference.title,
            date=reference.date,
            url=self.url,
            digest=self.digest,
            whole=False,
        )


def _context(claim: Claim) -> str:
    """A digest of how a claim is covered and what stands before it: another context may mean another verdict."""
    return hashlib.sha256(f"{claim.coverage}\0{claim.context}".encode()).hexdigest()[:12]


def remembered(report: Report, before: Mapping[str, Remembered]) -> dict[str, Remembered]:
    """The memory after a run, by citation key: what was read now replaces what was known of the same articles.

    Sources that could not be read this time, and the claims of articles that were not in this run, stay as they were.
    """
    after = dict(before)
    now = _from_the_web(report.citations)
    articles = {article.path for article in report.articles}
    for judged in report.references:
        key = judged.reference.key
        if key in now:
            after[key] = _row(judged, now[key], before.get(key), articles, report.run.finished.date().isoformat())
    return after


def _from_the_web(citations: Iterable[JudgedCitation]) -> dict[str, list[tuple[str, Claim, ClaimVerdict]]]:
    """(article, claim, verdict) of every verdict that rests on a page or a saved copy, by key."""
    found: dict[str, list[tuple[str, Claim, ClaimVerdict]]] = {}
    for judged in citations:
        for claim in judged.claims:
            for verdict in claim.verdicts:
                if verdict.evidence in FROM_THE_WEB:
                    found.setdefault(verdict.key, []).append((judged.article, claim.claim, verdict))
    return found


def _row(
    judged: JudgedReference,
    now: list[tuple[str, Claim, ClaimVerdict]],
    known: Remembered | None,
    articles: set[str],
    today: str,
) -> Remembered:
    url, digest = _origin(judged, now)
    same = known is not None and (known.url, known.digest) == (url, digest)
    old = {(each.claim, each.article): each for each in known.claims} if known else {}
    claims = {
        (claim.text, article, _context(claim)): _carried(
            article, claim, verdict, (url, digest), _lost(known, old.get((claim.text, article)), verdict)
        )
        for article, claim, verdict in now
    }
    elsewhere = {
        (each.claim, each.article, each.context): each for each in old.values() if each.article not in articles
    }
    everything = elsewhere | claims
    return Remembered(
        key=judged.reference.key,
        url=url,
        checked=known.checked if known and same else today,  # the same bytes: a date new at every run would be noise
        digest=digest,
        claims=tuple(everything[at] for at in sorted(everything)),
    )


def _origin(judged: JudgedReference, now: list[tuple[str, Claim, ClaimVerdict]]) -> tuple[str, str]:
    """The address and the digest of the text that most of a row's verdicts rest on."""
    shown = sorted(
        (verdict.passage.url, verdict.passage.digest)
        for _, _, verdict in now
        if verdict.passage and verdict.passage.url
    )
    if shown:
        return max(dict.fromkeys(shown), key=shown.count)
    return next((link.final_url for link in judged.links if link.final_url), ""), judged.digest


def _carried(article: str, claim: Claim, verdict: ClaimVerdict, origin: tuple[str, str], lost: Lost | None) -> Carried:
    return Carried(
        claim=claim.text,
        article=article,
        context=_context(claim),
        support=verdict.support,
        basis=verdict.basis,
        confidence=verdict.confidence,
        score=verdict.score,
        evidence=verdict.evidence or EvidenceKind.PAGE,
        reason=verdict.reason,
        elsewhere=verdict.elsewhere,
        passage=_shown(verdict.passage, origin) if verdict.passage else None,
        facts=verdict.facts,
        lost=lost,
    )


def _shown(said: Passage, origin: tuple[str, str]) -> Shown:
    return Shown(
        text=said.text,
        start=said.start,
        language=said.language,
        page=said.page,
        gloss=said.gloss,
        url=said.url if said.url and said.url != origin[0] else "",
        digest=said.digest if said.digest != origin[1] else "",
    )


def _lost(known: Remembered | None, before: Carried | None, verdict: ClaimVerdict) -> Lost | None:
    """What bore the claim out before, kept until it is borne out again: a change is told until somebody acts on it."""
    if known is None or before is None or verdict.support is Support.FOUND:
        return None
    return last_borne_out(known, before)


def last_borne_out(row: Remembered, carried: Carried) -> Lost | None:
    """The passage in which a claim was last found, and the day of that check; None when it never was."""
    if carried.support is Support.FOUND and carried.passage:
        return Lost(passage=carried.passage.text, seen=row.checked)
    return carried.lost


def render(memory: Mapping[str, Remembered]) -> Iterator[str]:
    """The lines of evidence.jsonl, sorted by key."""
    for key in sorted(memory):
        yield msgspec.json.encode(memory[key]).decode() + "\n"


def parse(text: str) -> tuple[dict[str, Remembered], str | None]:
    """The memory by key, and the sentence that says which lines could not be read, if any.

    Where a merge left two lines for one source, the younger one counts.
    """
    memory: dict[str, Remembered] = {}
    unread: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line, type=Remembered)
        except (msgspec.DecodeError, RecursionError):
            unread.append(number)
            continue
        if row.key not in memory or row.checked >= memory[row.key].checked:
            memory[row.key] = row
    return memory, f"line {unread[0]} (of {len(unread)} in all) could not be read and was left out" if unread else None
