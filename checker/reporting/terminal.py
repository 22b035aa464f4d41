"""The summary for a terminal: what was checked, what needs an editor first, and where the whole report lies.

Drawn with rich, without looking at the environment: width and colour are options, so that a pipe gets plain text.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from checker.foundation.model import (
    Claim,
    ClaimVerdict,
    EvidenceKind,
    Fact,
    FactStatus,
    Finding,
    Health,
    JudgedReference,
    LinkVerdict,
    Report,
    Severity,
    Support,
)
from checker.reporting import escape, marking, order, tally, worklist
from checker.reporting.options import Options
from checker.reporting.translated import translated
from checker.reporting.words import Words

_SHOWN = 5  # leads, links of one health, and findings, unless verbose
_EXCERPT = 220  # code points of a claim or a passage
_VALUE = 80  # code points of a value beside another
_LABELS = 10  # columns of the labels before them
_NARROWEST = 40
_JOINED = "\ue000"  # private use: rich breaks lines at every Unicode space, at those that forbid it as well

_SUPPORT_STYLES = {
    Support.FOUND: "green",
    Support.PARTIAL: "yellow",
    Support.MISSING: "magenta",
    Support.CONTRADICTED: "bold red",
    Support.UNCHECKED: "dim",
}
_HEALTH_STYLES = {
    Health.OK: "green",
    Health.MOVED: "cyan",
    Health.DEAD: "bold red",
    Health.BLOCKED: "dim",
    Health.UNSTABLE: "yellow",
    Health.INSECURE: "bold yellow",
    Health.UNSAFE: "bold red",
    Health.UNCHECKED: "dim",
}
_SEVERITY_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
    Severity.OFF: "dim",
}
_FACT_STYLES = {
    FactStatus.FOUND: "green",
    FactStatus.CONFLICT: "bold red underline",
    FactStatus.ABSENT: "magenta underline",
}


def render(report: Report, options: Options) -> Iterator[str]:
    """The summary, section by section; with `quiet` one line, with `verbose` nothing is folded."""
    report = translated(report, options.language)
    words = Words(options.language)
    sections: Iterator[RenderableType] = (
        iter([_one_line(report, words)]) if options.quiet else _sections(report, options, words)
    )
    for section in sections:
        yield _drawn(section, options)


def _drawn(section: RenderableType, options: Options) -> str:
    page = io.StringIO()
    console = Console(
        file=page,
        width=max(options.width, _NARROWEST),
        force_terminal=options.colour,
        color_system="standard" if options.colour else None,
        no_color=not options.colour,
        force_jupyter=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    console.print(section)
    drawn = escape.harmless(page.getvalue().replace(_JOINED, " "))
    return "".join(f"{line.rstrip()}\n" for line in drawn.splitlines())


def _sections(report: Report, options: Options, words: Words) -> Iterator[RenderableType]:
    yield _checked(report, words)
    for notice in report.run.notices:
        yield Text.assemble("\n", ("! ", "bold yellow"), (escape.line(notice, 1000), "bold"))
    yield from _first(report, options, words)
    yield from _links(report, options, words)
    yield from _others(report, options, words)
    yield _end(report, options, words)


def _one_line(report: Report, words: Words) -> Text:
    return Text(
        words.say(
            "quiet.line",
            markers=words.say("n.markers", n=report.coverage.markers),
            verdicts=words.say("n.verdicts", n=sum(tally.supports(report).values())),
            findings=_severity_counts(report, words).plain,
        )
    )


def _checked(report: Report, words: Words) -> Table:
    """What was looked at, counted: the markers, the sources, the claims, the links."""
    seen = report.coverage
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column()
    for article in report.articles:
        grid.add_row(
            words.say("head.checked"), Text(f"{escape.line(article.path)} ({escape.line(article.language, 20)})")
        )
    counts = [words.say("n.markers", n=seen.markers), words.say("n.mapped", n=seen.mapped)]
    counts += [words.say(f"n.{name}", n=n) for name, n in (("dangling", seen.dangling), ("pleas", seen.pleas)) if n]
    counts += [words.say("n.entries", n=seen.entries)]
    counts += [words.say("n.entries_failed", n=seen.entries_failed)] if seen.entries_failed else []
    grid.add_row("", Text(" · ".join(map(_together, counts))))
    sources = [f"{n} {words.name_or('source', escape.line(name))}" for name, n in seen.sources if n]
    grid.add_row(words.say("head.sources"), Text(" · ".join(map(_together, sources)) or "–"))
    grid.add_row(words.say("head.claims"), _support_counts(report, words))
    return grid


def _support_counts(report: Report, words: Words) -> Text:
    line = Text()
    for support, n in tally.supports(report).items():
        style = _SUPPORT_STYLES[support] if n else "dim"
        line.append(_together(f"{tally.SUPPORT_SIGNS[support]} {n} {words.name(support)}"), style).append("   ")
    return line


def _together(text: str) -> str:
    return text.replace(" ", _JOINED)


def _heading(title: str, note: str = "") -> Text:
    return Text.assemble("\n", (title, "bold underline"), ("  " + note if note else "", "dim"))


def _first(report: Report, options: Options, words: Words) -> Iterator[RenderableType]:
    leads = worklist.leads(report)
    supports = tally.supports(report)
    total = sum(supports.values())
    if not total:
        return
    yield _heading(words.say("head.first"), words.say("word.of", n=len(leads)) if len(leads) > _SHOWN else "")
    if not leads:
        unread = supports[Support.UNCHECKED] == total
        yield Text(words.say("first.unread" if unread else "first.none"), "dim")
    shown = leads if options.verbose else leads[:_SHOWN]
    for number, lead in enumerate(shown, start=1):
        yield _lead(number, lead, words)
    if len(leads) > len(shown):
        yield Text(words.say("first.more", n=len(leads) - len(shown)), "dim")


def _lead(number: int, lead: worklist.Lead, words: Words) -> RenderableType:
    """A few lines: the verdict and its place, the sentence, the two values side by side, the passage."""
    verdict, claim = lead.verdict, lead.claim
    style = _SUPPORT_STYLES[verdict.support]
    marker = lead.citation.citation.marker
    head = Text.assemble(
        (f"{tally.SUPPORT_SIGNS[verdict.support]} {words.name(verdict.support)}", style),
        f"  {escape.line(marker.text, 30)} {escape.line(verdict.key, 60)}",
        (f"  {words.say('page.sure', share=round(100 * verdict.confidence))}", "dim"),
        (f", {words.name(claim.coverage)}", "dim"),
        (f"  {escape.line(str(claim.place), 200)}", "blue"),
    )
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=2, justify="right")
    grid.add_column(overflow="fold")
    grid.add_row(str(number), head)
    grid.add_row("", _evidence(claim, verdict, words))
    return Padding(grid, (0 if number == 1 else 1, 0, 0, 0))


def _evidence(claim: Claim, verdict: ClaimVerdict, words: Words) -> Table:
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="dim", no_wrap=True, min_width=_LABELS)
    rows.add_column(overflow="fold")
    for _, fact in marking.disagreeing(verdict):
        rows.add_row(words.name(fact.kind), _side_by_side(fact, verdict.evidence, words))
    if verdict.elsewhere:
        rows.add_row("", Text(words.say("word.elsewhere", keys=escape.line(", ".join(verdict.elsewhere))), "bold"))
    elif verdict.reason and not marking.disagreeing(verdict):
        rows.add_row("", Text(escape.line(verdict.reason)))
    rows.add_row(words.say("word.article"), _marked(marking.in_claim(claim.text, verdict.facts)))
    passage = verdict.passage
    if passage:
        where = words.name(verdict.evidence) if verdict.evidence else words.say("word.source")
        source = _marked(marking.in_passage(passage.text, verdict.facts))
        page = words.say("word.page", page=passage.page) if passage.page else ""
        rows.add_row(where, Text.assemble(source, (f"  {page}", "dim") if page else ""))
    return rows


def _side_by_side(fact: Fact, evidence: EvidenceKind | None, words: Words) -> Text:
    ours = (escape.line(fact.claim, _VALUE), "bold")
    if fact.status is FactStatus.CONFLICT and fact.source is not None:
        return Text.assemble(ours, ("  ≠  ", "bold red"), (escape.line(fact.source, _VALUE), "bold"))
    return Text.assemble(ours, (f"  {words.lack(evidence)}", "magenta"))


def _marked(pieces: Sequence[marking.Piece]) -> Text:
    text = Text()
    for piece in marking.excerpt(pieces, _EXCERPT):
        # One space at either end outlives the cleaning: pieces join up to running text.
        flat = escape.line(f"|{piece.text}|", len(piece.text) + 2)[1:-1]
        text.append(flat, _FACT_STYLES[piece.mark.status] if piece.mark else "")
    return text


def _stacked(*parts: RenderableType) -> Table:
    stack = Table.grid(expand=True)
    for part in parts:
        stack.add_row(part)
    return stack


def _links(report: Report, options: Options, words: Words) -> Iterator[RenderableType]:
    groups = {health: links for health, links in tally.by_health(report).items() if links}
    if not groups:
        return
    total = sum(len(links) for links in groups.values())
    yield _heading(words.say("head.links"), words.say("n.addresses", n=total))
    line = Text()
    for health in reversed(tally.WORST_HEALTH_FIRST):
        if health in groups:
            count = _together(f"{tally.HEALTH_SIGNS[health]} {len(groups[health])} {words.name(health)}")
            line.append(count, _HEALTH_STYLES[health]).append("   ")
    yield line
    for health, links in groups.items():
        if health is not Health.OK and (options.verbose or health is not Health.UNCHECKED):
            yield _link_table(health, links, options, words)


def _link_table(
    health: Health, links: list[tuple[JudgedReference, LinkVerdict]], options: Options, words: Words
) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, width=2)
    grid.add_column(overflow="fold")
    shown = links if options.verbose else links[:_SHOWN]
    for judged, link in shown:
        reference = judged.reference
        what = Text.assemble(
            (escape.line(reference.key, 60), "bold"),
            "  ",
            escape.line(link.url, 2000),
            (f"  {escape.line(str(reference.place))}", "blue"),
        )
        if link.replacement:
            what.append(f"\n→ {escape.line(link.replacement, 2000)}", "cyan")
        if link.reason:
            what.append(f"\n{escape.line(link.reason)}", "dim")
        grid.add_row(Text(f" {tally.HEALTH_SIGNS[health]}", _HEALTH_STYLES[health]), what)
    if len(links) > len(shown):
        grid.add_row("", Text(words.say("list.more", n=len(links) - len(shown)), "dim"))
    return grid


def _others(report: Report, options: Options, words: Words) -> Iterator[RenderableType]:
    """Findings that neither the worklist nor the links have told; information is counted by rule."""
    others = [
        finding
        for finding in order.open_findings(report)
        if not worklist.is_told_apart(finding) or finding.rule == "claim-uncited"
    ]
    if not others:
        return
    yield _heading(words.say("head.other"))
    loud = others if options.verbose else [each for each in others if each.severity is not Severity.INFO]
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        group = [finding for finding in loud if finding.severity is severity]
        shown = group if options.verbose else group[: 2 * _SHOWN]
        for finding in shown:
            yield _finding(finding, words)
        if len(group) > len(shown):
            yield Text(f"    {words.say('list.more', n=len(group) - len(shown))}", "dim")
    folded = Counter(finding.rule for finding in others if finding not in loud)
    if folded:
        rules = " · ".join(f"{n} {rule}" for rule, n in sorted(folded.items()))
        yield Text(f"{rules}  {words.say('info.folded')}", "dim")


def _finding(finding: Finding, words: Words) -> Table:
    head = Text.assemble(
        (words.name(finding.severity), _SEVERITY_STYLES[finding.severity]),
        f"  {escape.line(finding.rule, 60)}",
        (f"  {escape.line(str(finding.place), 200)}", "blue"),
    )
    message = Text(escape.line(finding.message, 600))
    if finding.tip:
        message.append(f"\n{escape.line(finding.tip)}", "dim")
    return _stacked(head, Padding(message, (0, 0, 0, 4)))


def _severity_counts(report: Report, words: Words) -> Text:
    counts = tally.severities(report)
    line = Text()
    for severity, n in counts.items():
        line.append(" · " if line.plain else "")
        line.append(words.say(f"n.{severity}", n=n), _SEVERITY_STYLES[severity] if n else "dim")
    accepted = tally.waived(report)
    if accepted:
        line.append(" · " + words.say("n.waived", n=accepted), "dim")
    return line


def _end(report: Report, options: Options, words: Words) -> Text:
    line = Text("\n")
    line.append(words.say("head.findings") + "  ", "bold").append(_severity_counts(report, words))
    if options.report:
        page = f"{options.report.rstrip('/')}/index.html"
        line.append("\n" + words.say("report.lies") + "  ", "bold").append(escape.line(page, 1000), "blue")
    return line
