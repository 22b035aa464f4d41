"""What a run is about: everything, what `only` names, or what has changed since an earlier state of the files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checker import bibliography as mapping_room, findings
from checker.foundation.model import Article, Bibliography, Citation, Finding, JudgedCitation, Mapping, Reference
from checker.foundation.settings import Settings


@dataclass(frozen=True, slots=True)
class Before:
    """Articles and bibliography as they were; `name` is how a reader knows that state (a git revision)."""

    name: str
    articles: tuple[Article, ...]
    bibliography: Bibliography


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked at: references, and mappings whose citations are those to be judged; `notice` says what is left out."""

    references: tuple[Reference, ...]
    mappings: tuple[Mapping, ...]
    known: frozenset[str] = frozenset()  # ids of findings that stood before, told no more
    notice: str = ""

    def fresh(self, told: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings without those that stood before."""
        return tuple(finding for finding in told if finding.id not in self.known)


def scope_of(
    bibliography: Bibliography, mappings: Sequence[Mapping], settings: Settings, before: Before | None
) -> Scope:
    """All of it, or what was asked for."""
    chosen = _named(bibliography.references, mappings, settings.only)
    if before is None:
        return Scope(chosen, tuple(mappings))
    old_bibliography, old_mappings = mapped(before.articles, before.bibliography, settings)
    renewed = _renewed(bibliography, old_bibliography)
    stood = {_said(citation) for mapping in old_mappings for citation in mapping.citations}
    changed = tuple(
        replace(
            mapping,
            citations=tuple(
                each for each in mapping.citations if _said(each) not in stood or renewed.intersection(each.keys)
            ),
        )
        for mapping in mappings
    )
    cited = {key for mapping in changed for citation in mapping.citations for key in citation.keys}
    references = tuple(each for each in chosen if each.key in cited | renewed)
    return Scope(
        references,
        changed,
        _told(before.articles, old_bibliography, old_mappings, settings),
        _notice(before.name, (changed, mappings), (references, bibliography.references)),
    )


def mapped(
    articles: Iterable[Article], bibliography: Bibliography, settings: Settings
) -> tuple[Bibliography, tuple[Mapping, ...]]:
    """MAP: the bibliography with the articles' own lists, and every article's markers."""
    articles = tuple(articles)
    for article in articles:
        bibliography = mapping_room.with_article_list(article, bibliography)
    return bibliography, tuple(
        mapping_room.map_markers(article, bibliography, table=settings.markers) for article in articles
    )


def _named(references: Iterable[Reference], mappings: Iterable[Mapping], only: Sequence[str]) -> tuple[Reference, ...]:
    """All references, or those that `only` names by key or by a marker that leads to them."""
    if not only:
        return tuple(references)
    wanted = set(only)
    for mapping in mappings:
        wanted |= {key for citation in mapping.citations if citation.marker.label in only for key in citation.keys}
    return tuple(reference for reference in references if reference.key in wanted)


def _renewed(now: Bibliography, then: Bibliography) -> set[str]:
    """Keys of entries that are new, or that say something else than before (their notes included)."""
    old = {each.key: _content(each) for each in then.references}
    return {each.key for each in now.references if old.get(each.key) != _content(each)}


def _content(reference: Reference) -> tuple[object, ...]:
    notes = tuple((note.text, note.kind, note.page) for note in reference.notes)
    return reference.type, tuple(sorted(reference.fields.items())), reference.markers, notes


def _said(citation: Citation) -> tuple[object, ...]:
    """What a citation says and of which entries, wherever it stands."""
    claims = tuple((claim.text, claim.coverage, claim.context) for claim in citation.marker.claims)
    return claims, citation.keys, citation.marker.locator


def _told(
    articles: Sequence[Article], bibliography: Bibliography, mappings: Sequence[Mapping], settings: Settings
) -> frozenset[str]:
    """Ids of the findings that needed no look at any source."""
    dangling = [
        JudgedCitation(each, article.path)
        for article, mapping in zip(articles, mappings, strict=True)
        for each in mapping.dangling
    ]
    problems = mapping_room.together(mappings)
    told = findings.collect(articles, bibliography, dangling, (), problems, severities=settings.severity)
    return frozenset(finding.id for finding in told)


def _notice(
    name: str,
    mappings: tuple[Sequence[Mapping], Sequence[Mapping]],
    references: tuple[Sequence[Reference], Sequence[Reference]],
) -> str:
    ours, whole = (sum(len(mapping.citations) for mapping in side) for side in mappings)
    entries, of = map(len, references)
    return (
        f"Only what changed since {name} was checked: {ours} of {whole} citations, {entries} of {of} entries. "
        "The rest may have changed on the web; a run without --since looks at all of it."
    )
