"""Links and references -> drafts: what became of each address, and which sources nobody could read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from checker.findings.drafts import Draft
from checker.foundation.model import Archive, Health, JudgedReference, LinkVerdict, Reference, Severity, Subject


def from_reference(judged: JudgedReference, *, cited: bool) -> Iterator[Draft]:
    """The drafts of one reference: its links, and whether anything of it could be read."""
    for verdict in judged.links:
        yield from _from_link(judged, verdict)
        yield from _from_notes(judged.reference, verdict)
    if cited and judged.unread:
        reference = judged.reference
        yield Draft(
            rule="source-unread",
            subject=reference.key,
            message=f"{_called(reference)} was not read: {judged.unread}.",
            place=reference.place,
            about=Subject(reference.key),
        )


def _from_link(judged: JudgedReference, verdict: LinkVerdict) -> Iterator[Draft]:
    reference, rule = judged.reference, _rule_of(verdict.health)
    if rule is None:
        return
    moved = f"; it is now at {verdict.replacement}" if verdict.replacement else ""
    dead = verdict.health is Health.DEAD
    seen = "".join(f"; {note.text.rstrip('.')}" for note in verdict.notes) if dead else ""
    at_hand = dead and judged.rescue is not None and judged.rescue == reference.archive
    yield Draft(
        rule=rule,
        subject=f"{reference.key} {verdict.url}",
        message=f"{reference.key}: {verdict.url}: {verdict.reason.rstrip('.')}{moved}{seen}.",
        place=reference.place,
        confidence=verdict.confidence,
        tip=_how_to_rescue(reference, judged.rescue) if dead and judged.rescue else "",
        severity=Severity.INFO if at_hand else None,  # readers are led to the copy already
        about=Subject(reference.key, url=verdict.url),
    )


def _from_notes(reference: Reference, verdict: LinkVerdict) -> Iterator[Draft]:
    """What was seen beside a living link; beside any other it is part of what is said of that, or of no use."""
    if verdict.health not in (Health.OK, Health.MOVED):
        return
    for note in verdict.notes:
        if note.rule:
            yield Draft(
                rule=note.rule,
                subject=f"{reference.key} {verdict.url}",
                message=f"{reference.key}: {verdict.url}: {note.text.rstrip('.')}.",
                place=reference.place,
            )


def _how_to_rescue(reference: Reference, copy: Archive) -> str:
    """The two fields that a saved copy asks for, or that the entry has them."""
    if copy == reference.archive:
        return "Nothing: the saved copy that the entry names holds."
    date = f" and archivedate = {{{copy.date}}}" if copy.date else ""
    verb = "replace the entry's copy by" if reference.archive else "add"
    return f"There is a saved copy: {verb} archiveurl = {{{copy.url}}}{date}."


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
