"""An article's own list of sources as References: footnotes, list items, cite templates, inline links, identifiers.

Used when there is no .bib, and for markers that the .bib does not know. Keys are made of what the source is
(author, year, host), so that they stay when something is inserted before it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker.bibliography import addresses, identifiers
from checker.bibliography.entry import Draft, reference
from checker.bibliography.keys import by_identifier, from_files, index
from checker.bibliography.naming import free, key_of
from checker.bibliography.short_citations import short_citations
from checker.bibliography.twins import Twins
from checker.foundation.model import Article, Bibliography, Definition, Marker, MarkerKind, Reference

_CITED_KEY = re.compile(r"(?<![\w.])@([\w][\w:.#$%&+?<>~/-]*\w)")


@dataclass(frozen=True, slots=True)
class Listed:
    """References that an article makes itself; `defined` leads from (scope, label) to the works of each definition."""

    references: tuple[Reference, ...] = ()
    defined: dict[tuple[str, str], list[tuple[str, ...]]] = field(default_factory=dict)
    direct: dict[str, str] = field(default_factory=dict)  # an address or identifier -> key

    def keys_of(self, marker: Marker) -> list[tuple[str, ...]]:
        """The works that a marker's own definition names, a tuple for each definition that disagrees with the first."""
        if marker.kind in (MarkerKind.LINK, MarkerKind.IDENTIFIER):
            key = self.direct.get(marker.label)
            return [(key,)] if key else []
        return self.defined.get((marker.scope, marker.label), [])


def with_article_list(article: Article, bibliography: Bibliography) -> Bibliography:
    """The bibliography and, behind it, what the article defines itself and the bibliography does not know.

    Their blocks are counted as entries, so that the account still adds up.
    """
    known = index(bibliography)
    own = listed(article, bibliography)
    wanted: dict[str, None] = {}
    for marker in article.markers:
        label = marker.label
        if known.markers.get(label) or known.keys.get(label) or known.prefixed.get(label.lower()):
            continue
        if marker.kind in (MarkerKind.LINK, MarkerKind.IDENTIFIER) and by_identifier(known, label):
            continue
        wanted.update(dict.fromkeys(key for keys in own.keys_of(marker) for key in keys))
    made = tuple(_apart([each for each in own.references if each.key in wanted], article, bibliography))
    return dataclasses.replace(
        bibliography,
        references=(*bibliography.references, *made),
        blocks=bibliography.blocks + len(made),
    )


def _apart(own: Sequence[Reference], article: Article, bibliography: Bibliography) -> Iterable[Reference]:
    """What is new: not the very same source of another article, and under a key that no other article has."""
    present = {each.key: each for each in bibliography.references}
    for each in own:
        other = present.get(each.key)
        if other is None:
            yield each
        elif other.fields != each.fields:
            yield dataclasses.replace(each, key=key_in(article, each.key))


def key_in(article: Article, key: str) -> str:
    """The key of an article's own source when another article has the same one for something else."""
    return f"{key}@{article.path}"


def listed(article: Article, bibliography: Bibliography) -> Listed:
    """Everything that the article itself offers as a source, cited or not: keys that no file has, or its twin's there."""
    maker = _Maker(from_files(bibliography))
    for definition in article.definitions:
        maker.define(definition)
    for marker in article.markers:
        if marker.kind in (MarkerKind.LINK, MarkerKind.IDENTIFIER):
            maker.link(marker)
    short = short_citations(list(maker.references.values()))
    defined = {
        label: [tuple(dict.fromkeys(short.get(key, key) for key in keys)) for keys in notes]
        for label, notes in maker.defined().items()
    }
    return Listed(tuple(each for each in maker.references.values() if each.key not in short), defined, maker.direct)


class _Maker:
    """Collects references under distinct keys; the same address or the same fields twice are one reference.

    A work that an entry of the files is already goes under that entry's key.
    """

    def __init__(self, present: Sequence[Reference]) -> None:
        self._taken = {reference.key for reference in present}
        self._twins = Twins(present)
        self.references: dict[str, Reference] = {}
        self.direct: dict[str, str] = {}
        self._by_content: dict[str, str] = {}
        self._definitions: dict[tuple[str, str], list[tuple[Definition, tuple[str, ...]]]] = {}

    def define(self, definition: Definition) -> None:
        """One footnote or list item: cited keys, one work with fields, one work for each address, or a text alone."""
        fields = dict(definition.fields)
        keys: tuple[str, ...]
        if fields:
            extra = tuple(url for url in definition.urls if url not in fields.values())
            keys = (self._keep(definition, _with_urls(fields, extra)),)
        elif definition.urls:
            keys = tuple(self._keep(definition, each) for each in _one_each(definition))
        else:
            cited = tuple(dict.fromkeys(_CITED_KEY.findall(definition.text)))
            keys = cited or (self._keep(definition, {"note": definition.text}),)
        for key in keys:
            self._mark(key, definition)
        self._definitions.setdefault((definition.scope, definition.label), []).append((definition, keys))

    def link(self, marker: Marker) -> None:
        """An inline link, `@doi:…` or `@url:…`."""
        kind, _, rest = marker.label.partition(":")
        address = rest if kind.lower() in ("doi", "url") else marker.label
        bare = identifiers.doi(address)
        fields = {"doi": bare} if bare else {"url": address}
        where = Definition(marker.label, "", marker.place, marker.place.line)
        self.direct[marker.label] = self._keep(where, fields)

    def defined(self) -> dict[tuple[str, str], list[tuple[str, ...]]]:
        """Works by label: definitions on the same lines are one note with several works, others are rivals."""
        table: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        for label, found in self._definitions.items():
            notes: dict[int, list[str]] = {}
            for definition, keys in found:
                notes.setdefault(definition.place.line, []).extend(keys)
            table[label] = list(dict.fromkeys(tuple(dict.fromkeys(keys)) for keys in notes.values()))
        return table

    def _keep(self, definition: Definition, fields: dict[str, str]) -> str:
        content = _content(fields)
        if content in self._by_content:
            return self._by_content[content]
        made, _ = reference(
            Draft(
                type=fields.get("type", "misc"),
                key=free(_key(definition, fields), self._taken),
                place=definition.place,
                end_line=definition.end_line,
                raw={name: value for name, value in fields.items() if name != "type"},
                literal=True,
            )
        )
        twin = self._twins.of(made)
        if twin:
            self._by_content[content] = twin
            return twin
        self._by_content[content] = made.key
        self._taken.add(made.key)
        self.references[made.key] = made
        return made.key

    def _mark(self, key: str, definition: Definition) -> None:
        """Numbers stay with their reference, for `import`; those of a group would be taken for others."""
        kept = self.references.get(key)
        if kept and not definition.scope and definition.label not in (*kept.markers, key):
            self.references[key] = dataclasses.replace(kept, markers=(*kept.markers, definition.label))


def _with_urls(fields: dict[str, str], extra: Sequence[str]) -> dict[str, str]:
    if fields.get("url") or fields.get("doi") or not extra:
        return fields
    return {**fields, "url": " ".join(extra)}


def _one_each(definition: Definition) -> list[dict[str, str]]:
    """Fields for each work of a note; a saved copy beside the address that it is of belongs to it."""
    saved = {}
    for url in definition.urls:
        copy = addresses.wayback(url)
        if copy:
            saved[addresses.same(copy[0])] = url
    works: list[dict[str, str]] = []
    for url in definition.urls:
        copy = addresses.wayback(url)
        if copy and any(addresses.same(other) == addresses.same(copy[0]) for other in definition.urls):
            continue
        fields = {"url": url, "note": definition.text}
        if addresses.same(url) in saved:
            fields["archiveurl"] = saved[addresses.same(url)]
        works.append(fields)
    return works


def _key(definition: Definition, fields: dict[str, str]) -> str:
    """A key that says what the source is: the note's own name, else author and year, else host and a digest."""
    if not definition.label.isdecimal() and re.fullmatch(r"[A-Za-z][\w.-]*", definition.label):
        return definition.label
    return key_of(fields)


def _content(fields: dict[str, str]) -> str:
    if set(fields) <= {"url", "doi", "note", "archiveurl"} and (fields.get("doi") or fields.get("url")):
        return fields.get("doi") or addresses.same(fields["url"])
    return repr(sorted(fields.items()))
