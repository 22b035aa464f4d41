"""Findings + decisions -> findings with their waivers, and what is wrong with the decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from checker.foundation.model import Finding, Problem, Related
from checker.review.decisions import Decision, Decisions


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run looked at, so that a waiver without a finding can be told from one whose matter was not looked at.

    `claims` and `urls` say of each sentence beside a key, and of each address, whether there was a verdict at all;
    `whole` is True when nothing of the configuration's articles was left out.
    """

    claims: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    urls: Mapping[str, bool] = field(default_factory=dict)
    whole: bool = False


def decide(
    findings: Iterable[Finding], decisions: Decisions, seen: Seen, *, today: dt.date
) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """The findings, accepted ones with their waiver, and problems: `waiver-expired`, `waiver-stale`, `waiver-unused`."""
    findings = tuple(findings)
    valid = [each for each in decisions.given if not _expired(each, today)]
    by_rule: dict[str, list[Decision]] = {}
    for decision in valid:
        by_rule.setdefault(decision.rule, []).append(decision)
    waived = tuple(_waived(finding, by_rule.get(finding.rule, ()), decisions) for finding in findings)
    problems = [*decisions.problems]
    problems += [
        _problem("waiver-expired", each, f"expired on {each.expires}") for each in decisions.given if each not in valid
    ]
    for decision in valid:
        same_rule = [finding for finding in findings if finding.rule == decision.rule]
        problems += _idle(decision, same_rule, seen)
    return waived, tuple(problems)


def fits(decision: Decision, finding: Finding) -> bool:
    """True when everything that the decision names is what the finding is about."""
    return _about_it(decision, finding) and decision.passage in (None, finding.about.passage)


def _about_it(decision: Decision, finding: Finding) -> bool:
    """As `fits`, whatever the passage says."""
    about = finding.about
    return (
        decision.rule == finding.rule
        and (not decision.claim or decision.claim == _spaced(about.claim))
        and (not decision.url or decision.url == about.url)
        and (not decision.host or _on(decision.host, about.url))
        and (not decision.key or decision.key == about.key)
        and (not decision.finding or decision.finding == finding.id)
    )


def _waived(finding: Finding, decisions: Sequence[Decision], known: Decisions) -> Finding:
    accepted = next((each.waiver for each in decisions if fits(each, finding)), None)
    if accepted is None and finding.id in known.known:
        accepted = known.baseline
    return replace(finding, waived=accepted) if accepted else finding


def _expired(decision: Decision, today: dt.date) -> bool:
    return decision.expires is not None and decision.expires < today


def _idle(decision: Decision, findings: Sequence[Finding], seen: Seen) -> list[Problem]:
    """Why a decision waives nothing, if it does not: its matter has changed, or there is nothing left to waive."""
    near = [finding for finding in findings if _about_it(decision, finding)]
    if any(fits(decision, finding) for finding in near):
        return []
    if near:
        return [
            _problem(
                "waiver-stale",
                decision,
                f"was given for another passage than {near[0].about.passage or 'none'}",
                near[0],
            )
        ]
    there, looked = _looked_at(decision, seen)
    if not there:
        gone = "a sentence that no longer stands there" if decision.claim else "an address that no entry has"
        named = decision.claim or decision.url or decision.host
        return [_problem("waiver-stale", decision, f"is about {gone}")] if seen.whole and named else []
    return [_problem("waiver-unused", decision, "has nothing left to waive")] if looked else []


def _looked_at(decision: Decision, seen: Seen) -> tuple[bool, bool]:
    """Whether what a decision names was there, and whether the run came to a verdict on it."""
    if decision.claim:
        own = [
            judged
            for (claim, key), judged in seen.claims.items()
            if _spaced(claim) == decision.claim and decision.key in ("", key)
        ]
        return bool(own), any(own)
    if decision.url or decision.host:
        asked = [judged for url, judged in seen.urls.items() if url == decision.url or _on(decision.host, url)]
        return bool(asked), bool(asked) and all(asked)
    return True, seen.whole


def _on(host: str, url: str) -> bool:
    """True for an address of the host or of one below it."""
    there = urlsplit(url).hostname or ""
    return bool(host) and (there == host.lower() or there.endswith(f".{host.lower()}"))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _problem(rule: str, decision: Decision, said: str, finding: Finding | None = None) -> Problem:
    named = next(filter(None, (decision.claim, decision.url, decision.host, decision.key, decision.finding)))
    short = named if len(named) <= 90 else named[:89].rstrip() + "…"
    related = (Related(finding.place, "the finding as it is now"),) if finding else ()
    return Problem(rule, f"The waiver of {decision.rule} for “{short}” {said}.", decision.place, related)
