"""The judge: the first rule that answers concludes, and what was seen on the way stands beside the verdict."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from checker.foundation.model import Evidence, Health, LinkVerdict, NoAnswer, Page, Reference
from checker.links.history import remember
from checker.links.notes import notes
from checker.links.rules import RULES
from checker.links.rules.status import status

# Judged by the rules even when the network was down: these links were not asked in the first place.
_OUR_OWN = (Health.UNSAFE, Health.UNCHECKED)


def judge(
    reference: Reference, url: str, evidence: Evidence, *, accept: Collection[int] = (), network_down: bool = False
) -> LinkVerdict:
    """The verdict of one link, with status, hops, notes and the memory after it (`history`, to be kept by the caller).

    `accept` are statuses to take for alive (settings); `network_down` is `network_is_down` over the whole run: then no
    link that gave no answer is accused, and nothing is remembered.
    """
    verdict = _first(reference, url, evidence, accept)
    if network_down and isinstance(evidence.source, NoAnswer) and verdict.health not in _OUR_OWN:
        reason = f"the network was down in this run, so nothing is known of it ({evidence.source.detail.rstrip('.')})"
        verdict = LinkVerdict(url, Health.UNCHECKED, "network-down", reason, 1.0)
    return _complete(verdict, reference, evidence)


def _first(reference: Reference, url: str, evidence: Evidence, accept: Collection[int]) -> LinkVerdict:
    accepted = isinstance(evidence.source, Page) and evidence.source.status in accept
    for rule in RULES:
        if accepted and rule is status:
            continue
        verdict = rule(reference, url, evidence)
        if verdict is not None:
            return verdict
    reason = "no rule of ours has a word for what came back"
    return LinkVerdict(url, Health.UNCHECKED, "unjudged", reason, 1.0)


def _complete(verdict: LinkVerdict, reference: Reference, evidence: Evidence) -> LinkVerdict:
    source = evidence.source
    page = source if isinstance(source, Page) else None
    beside = notes(reference, verdict.url, page) if page else ()
    asked = verdict.health is not Health.UNCHECKED
    return replace(
        verdict,
        checked=source.fetched if asked else None,
        status=page.status if page else None,
        final_url=page.final_url if page else None,
        hops=source.hops,
        history=remember(evidence.history, verdict, source.fetched),
        notes=(*verdict.notes, *beside),
    )
