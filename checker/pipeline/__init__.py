"""The story in one function, `run`: read this first.

Articles and their bibliography come in read (READ, the first half of MAP); here every marker is mapped to its entry,
every address looked at (FETCH, JUDGE), every claim held against what its source says (MATCH), and everything worth
telling collected. Rooms never call each other: this package hands their values on.

desk      what a run works with
scope     MAP, and what the run is about: everything, or what changed
looking   FETCH + JUDGE: addresses -> judged links, with the answers they were judged by
reading   answers, local copies and notes -> the texts that claims are matched against
judging   MATCH: citations + texts -> judged citations, by the docket of what is held against what
deciding  DECIDE: findings beside what editors have accepted
rescuing  saved copies of dead links: proposed when the claims stand in them
remembering   what the sources said, kept between runs; changing: what they say no longer
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker import bibliography as mapping_room, findings, links
from checker.foundation.model import (
    Archive,
    Article,
    Bibliography,
    EvidenceKind,
    Health,
    JudgedCitation,
    JudgedClaim,
    JudgedReference,
    LinkNote,
    LinkVerdict,
    Mapping,
    MarkerKind,
    Passages,
    Problem,
    Reference,
    Report,
    Run,
    RunCoverage,
)
from checker.pipeline.changing import as_problem, changed
from checker.pipeline.deciding import decided
from checker.pipeline.desk import Desk, Progress, silent
from checker.pipeline.looking import Looked, look
from checker.pipeline.reading import ReferenceTexts, read_texts
from checker.pipeline.scope import Before, mapped, scope_of
from checker.version import __version__

__all__ = ["Before", "Desk", "Progress", "run", "silent"]


def run(articles: Sequence[Article], bibliography: Bibliography, desk: Desk) -> Report:
    """Check the articles against the bibliography, and tell everything that was found and everything that was not looked at."""
    started = desk.clock()
    bibliography, mappings = mapped(articles, bibliography, desk.settings)
    scope = scope_of(bibliography, mappings, desk.settings, desk.before)
    references = scope.references

    looked = look(references, desk)
    saved = tuple(desk.save(looked.unsaved)) if desk.save and looked.unsaved else ()
    texts = read_texts(references, looked, desk)
    citations = _cited(articles, scope.mappings, texts, desk)
    judged_references = tuple(_judged(reference, looked, texts, citations, desk) for reference in references)

    problems = [
        *mapping_room.together(mappings),
        *_about_sources(references, looked),
        *_changes(references, citations, texts, looked, desk),
    ]
    told = scope.fresh(
        findings.collect(
            articles, bibliography, citations, judged_references, problems, severities=desk.settings.severity
        )
    )
    return Report(
        run=Run(
            started=started,
            finished=desk.clock(),
            network=looked.network,
            hosts=desk.fetcher.hosts,
            notices=(*filter(None, [scope.notice]), *looked.notices, *saved, *desk.fetcher.notices),
            version=__version__,
        ),
        articles=tuple(articles),
        bibliography=bibliography,
        citations=citations,
        references=judged_references,
        findings=decided(told, citations, judged_references, desk, network=looked.network, today=started.date()),
        coverage=_coverage(articles, mappings, bibliography, citations, judged_references),
    )


def _cited(
    articles: Sequence[Article], mappings: Sequence[Mapping], texts: dict[str, ReferenceTexts], desk: Desk
) -> tuple[JudgedCitation, ...]:
    """MATCH: judged citations and dangling markers in reading order; with links_only no claim is heard."""
    if not desk.settings.links_only:
        from checker.pipeline.judging import judge_citations  # noqa: PLC0415 - the word lists of matching: for claims alone

        return judge_citations(articles, mappings, texts, desk)
    cited: list[JudgedCitation] = []
    for article, mapping in zip(articles, mappings, strict=True):
        own = [
            JudgedCitation(each, article.path, tuple(JudgedClaim(claim, ()) for claim in each.marker.claims))
            for each in mapping.citations
            if any(key in texts for key in each.keys)
        ]
        own += [JudgedCitation(dangling, article.path) for dangling in mapping.dangling]
        cited += sorted(own, key=lambda each: each.citation.marker.start)
    return tuple(cited)


def _judged(
    reference: Reference,
    looked: Looked,
    texts: dict[str, ReferenceTexts],
    citations: Sequence[JudgedCitation],
    desk: Desk,
) -> JudgedReference:
    own = texts[reference.key]
    verdicts = () if desk.settings.claims_only else looked.verdicts(reference)
    archive, said = _weighed(reference, looked, own, citations, desk)
    return JudgedReference(
        reference=reference,
        links=tuple(_with_note(verdict, said) for verdict in verdicts),
        unread="" if own.kinds or desk.settings.links_only else own.unread,
        texts=own.kinds,
        rescue=archive,
        digest=own.digest,
    )


def _weighed(
    reference: Reference, looked: Looked, texts: ReferenceTexts, citations: Sequence[JudgedCitation], desk: Desk
) -> tuple[Archive | None, str]:
    """The saved copy of a dead link if it may be proposed, and why or why not; nothing for a link that needs none."""
    found = looked.rescue(reference)
    if found is None:
        return None, ""
    from checker.pipeline.rescuing import weigh  # noqa: PLC0415 - as above

    saved = weigh(reference.key, found[1], texts, citations, desk)
    return saved.archive, saved.said


def _with_note(verdict: LinkVerdict, note: str) -> LinkVerdict:
    """The verdict of a dead link with what became of its saved copy."""
    dead = verdict.health is Health.DEAD and note
    return replace(verdict, notes=(*verdict.notes, LinkNote(note))) if dead else verdict


def _about_sources(references: Iterable[Reference], looked: Looked) -> Iterable[Problem]:
    """What is wrong with a source beside its links: another work at the address, retracted, a copy not to be trusted."""
    for reference in references:
        yield from looked.mismatches.get(reference.key, ())
        yield from links.registry_problems(reference, looked.answers(reference))
        yield from links.archive_problems(reference, looked.answers(reference))


def _changes(
    references: Iterable[Reference],
    citations: Sequence[JudgedCitation],
    texts: dict[str, ReferenceTexts],
    looked: Looked,
    desk: Desk,
) -> Iterable[Problem]:
    """What sources say no longer, each with a saved copy that still says it, if there is one."""
    entries = {each.key: each for each in references}
    changes = tuple(changed(citations, entries, _whole_pages(texts), desk.evidence))
    if not changes:
        return []
    from checker.pipeline.rescuing import earlier_copies  # noqa: PLC0415 - as above

    copies = earlier_copies(changes, looked, desk)
    return [as_problem(change, copy) for change, copy in zip(changes, copies, strict=True)]


def _whole_pages(texts: dict[str, ReferenceTexts]) -> dict[str, tuple[Passages, ...]]:
    """The texts of every source that was read whole from the web in this run, by key; none where one of them was cut."""
    pages = {
        key: tuple(each for each in own.passages if each.evidence is EvidenceKind.PAGE) for key, own in texts.items()
    }
    return {key: own for key, own in pages.items() if all(page.whole for page in own)}


def _coverage(
    articles: Iterable[Article],
    mappings: Sequence[Mapping],
    bibliography: Bibliography,
    citations: Iterable[JudgedCitation],
    references: Iterable[JudgedReference],
) -> RunCoverage:
    """Everything that was looked at, counted; markers == mapped + dangling + pleas, always."""
    verdicts = [v.support.value for judged in citations for claim in judged.claims for v in claim.verdicts]
    markers = [marker for article in articles for marker in article.markers]
    return RunCoverage(
        markers=len(markers),
        mapped=sum(len(mapping.citations) for mapping in mappings),
        dangling=sum(len(mapping.dangling) for mapping in mappings),
        pleas=sum(marker.kind is MarkerKind.PLEA for marker in markers),
        entries=len(bibliography.references),
        entries_failed=len(bibliography.failed),
        sources=_counted(_standing(judged) for judged in references),
        claims=_counted(verdicts),
    )


def _standing(judged: JudgedReference) -> str:
    """One word for what could be had of a reference: read, a note alone, or why not even that."""
    if any(kind not in (EvidenceKind.NOTE, EvidenceKind.ABSTRACT) for kind in judged.texts):
        return "read"
    if judged.texts:
        return "note"
    return judged.links[0].health.value if judged.links else judged.reference.availability.value


def _counted(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return tuple(sorted(counts.items()))
