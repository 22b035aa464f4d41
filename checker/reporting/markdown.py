"""Markdown for a step summary or a pull-request comment: the worklist, dead links and loud findings, cut to fit.

A comment holds 65,536 characters, a step summary 1 MiB (docs.github.com); whatever does not fit is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from checker.foundation.model import (
    FactStatus,
    Finding,
    Health,
    JudgedReference,
    LinkVerdict,
    Place,
    Report,
    Severity,
)
from checker.reporting import escape, marking, order, tally, worklist
from checker.reporting.options import Options
from checker.reporting.translated import translated
from checker.reporting.words import Words

_BYTES = 64_000  # of 65,536, so that the last lines always fit
_EXCERPT = 400  # code points of a claim or a passage
Block: TypeAlias = Callable[[], str]
_TOLD_LINKS = (Health.DEAD, Health.UNSAFE, Health.INSECURE, Health.MOVED)


def render(report: Report, options: Options) -> Iterator[str]:
    """Counts, then blocks worst first for as long as they fit, then how many were left out."""
    report = translated(report, options.language)
    words = Words(options.language)
    head = _head(report, words)
    yield head
    room = _BYTES - len(head.encode())
    left_out = 0
    for title, blocks in _sections(report, options, words):
        heading = f"\n### {title}\n"
        for block in blocks:
            text = "" if left_out else heading + block()
            size = len(text.encode())
            if left_out or size > room:
                left_out += 1
                continue
            yield text
            room -= size
            heading = ""
    yield _end(report, options, words, left_out)


def _head(report: Report, words: Words) -> str:
    seen = report.coverage
    supports = " · ".join(
        f"{tally.SUPPORT_SIGNS[support]} {n} {words.name(support)}" for support, n in tally.supports(report).items()
    )
    paths = ", ".join(f"`{_code(article.path)}`" for article in report.articles[:20])
    notices = "".join(f"\n> {escape.markdown(notice, 600)}\n" for notice in report.run.notices[:10])
    return (
        f"## {words.say('page.kicker')}\n\n{paths}: {words.say('n.markers', n=seen.markers)}, "
        f"{words.say('n.mapped', n=seen.mapped)}, {words.say('n.dangling', n=seen.dangling)}\n{notices}\n{supports}\n"
    )


def _sections(report: Report, options: Options, words: Words) -> Iterator[tuple[str, list[Block]]]:
    """Titles with their blocks, which are only written out for as long as there is room."""
    groups = tally.by_health(report)
    told = [(health, judged, link) for health in _TOLD_LINKS for judged, link in groups[health]]
    others = [
        finding
        for finding in order.open_findings(report)
        if finding.severity is not Severity.INFO and not worklist.is_told_apart(finding)
    ]
    yield words.say("head.first"), [partial(_lead, lead, options, words) for lead in worklist.leads(report)]
    yield words.say("head.links"), [partial(_link, *each, options, words) for each in told]
    yield words.say("head.other"), [partial(_finding, finding, options, words) for finding in others]


def _lead(lead: worklist.Lead, options: Options, words: Words) -> str:
    verdict, claim = lead.verdict, lead.claim
    marker = lead.citation.citation.marker
    head = (
        f"\n**{tally.SUPPORT_SIGNS[verdict.support]} {words.name(verdict.support)}** "
        f"{escape.markdown(marker.text, 40)} `{_code(verdict.key)}` · {_place(claim.place, options)} · "
        f"{words.say('page.sure', share=round(100 * verdict.confidence))} · {words.name(claim.coverage)}\n"
    )
    lines = [head]
    for _, fact in marking.disagreeing(verdict):
        theirs = f" ≠ **{escape.markdown(fact.source)}**" if fact.source and fact.status is FactStatus.CONFLICT else ""
        lines.append(f"- **{escape.markdown(fact.claim)}**{theirs or f' ({words.lack(verdict.evidence)})'}")
    if verdict.elsewhere:
        lines.append(f"- {escape.markdown(words.say('word.elsewhere', keys=', '.join(verdict.elsewhere)))}")
    lines.append(f"\n> {words.say('page.article_says')}: {_marked(marking.in_claim(claim.text, verdict.facts))}")
    if verdict.passage:
        where = words.name(verdict.evidence) if verdict.evidence else words.say("page.source_says")
        passage = _marked(marking.in_passage(verdict.passage.text, verdict.facts))
        lines.append(f">\n> {where[:1].upper()}{where[1:]}: {passage}")
    return "\n".join(lines) + "\n"


def _marked(pieces: list[marking.Piece]) -> str:
    return escape.markdown("".join(piece.text for piece in marking.excerpt(pieces, _EXCERPT)), 2 * _EXCERPT)


def _link(health: Health, judged: JudgedReference, link: LinkVerdict, options: Options, words: Words) -> str:
    new = f" → `{_code(link.replacement)}`" if link.replacement else ""
    reason = f" · {escape.markdown(link.reason)}" if link.reason else ""
    return (
        f"- {tally.HEALTH_SIGNS[health]} {words.name(health)} `{_code(judged.reference.key)}` "
        f"`{_code(link.url)}`{new}{reason} · {_place(judged.reference.place, options)}\n"
    )


def _finding(finding: Finding, options: Options, words: Words) -> str:
    tip = f" {escape.markdown(finding.tip)}" if finding.tip else ""
    return (
        f"- **{words.name(finding.severity)}** `{_code(finding.rule)}` {_place(finding.place, options)}: "
        f"{escape.markdown(finding.message, 600)}{tip}\n"
    )


def _end(report: Report, options: Options, words: Words, left_out: int) -> str:
    counts = [words.say(f"n.{severity}", n=n) for severity, n in tally.severities(report).items()]
    accepted = tally.waived(report)
    counts += [words.say("n.waived", n=accepted)] if accepted else []
    left = f"\n{words.say('markdown.left', n=left_out)}\n" if left_out else ""
    where = f"\n{words.say('report.lies')}: {_address(options.report)}\n" if options.report else ""
    return f"{left}\n{' · '.join(counts)}\n{where}\n{words.say('page.promise_editor')}\n"


def _place(place: Place, options: Options) -> str:
    address = escape.place_link(place, options.browse)
    text = f"`{_code(str(place))}`"
    return f"[{text}](<{address}>)" if address and not set(address) & set("<>") else text


def _address(address: str) -> str:
    return f"<{address}>" if escape.web_link(address) and not set(address) & set("<> ") else f"`{_code(address)}`"


def _code(text: str) -> str:
    """The inside of a code span: nobody is mentioned there and nothing is linked; a backtick would end it."""
    return escape.line(text, 500).replace("`", "´") or " "
