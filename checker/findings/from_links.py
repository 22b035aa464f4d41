"""Links and references -> drafts: what became of each address, and which sources nobody could read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from checker.findings.drafts import Draft
from checker.foundation.model import Archive, Health, JudgedReference, LinkVerdict, Reference


def from_reference(judged: JudgedReference, *, cited: bool) -> Iterator[Draft]:
    """The drafts of one reference: its links, and whether anything of it could be read."""
    for verdict in judged.links:
        yield from _from_link(judged.reference, verdict, judged.rescue)
    if cited and judged.unread:
        reference = judged.reference
        yield Draft(
            rule="source-unread",
            subject=reference.key,
            message=f"{_called(reference)} was not read: {judged.unread}.",
            place=reference.place,
        )


def _from_link(reference: Reference, verdict: LinkVerdict, rescue: Archive | None) -> Iterator[Draft]:
    rule = _rule_of(verdict.health)
    if rule is None:
        return
    moved = f"; it is now at {verdict.replacement}" if verdict.replacement else ""
    yield Draft(
        rule=rule,
        subject=f"{reference.key} {verdict.url}",
        message=f"{reference.key}: {verdict.url}: {verdict.reason.rstrip('.')}{moved}.",
        place=reference.place,
        confidence=verdict.confidence,
        tip=_how_to_rescue(rescue) if rescue and verdict.health is Health.DEAD else "",
    )


def _how_to_rescue(archive: Archive) -> str:
    """The two fields that a saved copy asks for."""
    date = f" and archivedate = {{{archive.date}}}" if archive.date else ""
    return f"A saved copy was read: add archiveurl = {{{archive.url}}}{date} to the entry."


def _rule_of(health: Health) -> str | None:
    match health:
        case Health.DEAD:
            return "link-dead"
        case Health.UNSAFE:
            return "link-unsafe"
        case Health.INSECURE:
            return "link-insecure"
        case Health.MOVED:
            return "link-moved"
        case Health.BLOCKED:
            return "link-blocked"
        case Health.UNSTABLE:
            return "link-unstable"
        case Health.OK | Health.UNCHECKED:
            return None
    assert_never(health)


def _called(reference: Reference) -> str:
    """How an editor knows the work: key and title."""
    return f"{reference.key} (“{reference.title}”)" if reference.title else reference.key
