"""The notes of a wikitext as MediaWiki numbers them: by first use, each group for itself; one note, several works."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from string import ascii_lowercase

from checker.article import reference_list
from checker.article.lines import Lines
from checker.foundation.model import Definition, Problem, Related

Fields = tuple[tuple[str, str], ...]

_LETTERED = frozenset({"lower-alpha", "upper-alpha"})
_ATTRIBUTE = re.compile(r"(name|group)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'/>]+))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lead:
    """A short note (`{{sfn|Smith|2004|p=5}}`): the id of its full citation, its words, its pages."""

    anchor: str
    text: str
    pages: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What the contents of a note say, read as prose: its words, addresses, works in templates, short notes."""

    text: str
    urls: tuple[str, ...] = ()
    works: tuple[Fields, ...] = ()
    leads: tuple[Lead, ...] = ()


@dataclass(slots=True)
class _Note:
    label: str
    scope: str
    start: int
    spans: list[tuple[int, int]] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)


def attributes(tag: str) -> tuple[str, str]:
    """(name, group) of a `<ref …>` tag."""
    found = {each[1].lower(): (each[2] or each[3] or each[4] or "").strip() for each in _ATTRIBUTE.finditer(tag)}
    return found.get("name", ""), found.get("group", "")


class Notes:
    """Notes in the order of their first use; contents may come before, with, or after it."""

    def __init__(self) -> None:
        self._notes: dict[tuple[str, str], _Note] = {}
        self._contents: dict[tuple[str, str], list[tuple[int, int]]] = {}
        self._counts: Counter[str] = Counter()

    def use(self, name: str, group: str, at: int, contents: tuple[int, int] | None, lead: Iterable[Lead] = ()) -> str:
        """The label of a note that is used at `at`, with its contents if they stand here."""
        key = (group, name or f"\x00{at}")
        note = self._notes.get(key)
        if note is None:
            self._counts[group] += 1
            note = self._notes[key] = _Note(_label(group, self._counts[group]), group, at)
            note.leads += lead
        if contents and contents[1] > contents[0]:
            self.define(key[1], group, contents)
        return note.label

    def define(self, name: str, group: str, contents: tuple[int, int]) -> None:
        """Contents of a named note, wherever they stand (`<references>`, `{{reflist|refs=}}`)."""
        self._contents.setdefault((group, name), []).append(contents)

    def definitions(
        self, read: Callable[[int, int], Said], full: Mapping[str, tuple[Fields, str]], lines: Lines
    ) -> Iterator[Definition]:
        """A Definition for each work of each note; short notes stand for the full citation (fields, words) of their id."""
        for key, note in self._notes.items():
            spans = self._contents.get(key, [])
            start, end = spans[0] if spans else (note.start, note.start)
            said = (
                read(start, end) if spans else Said(" ".join(lead.text for lead in note.leads), leads=tuple(note.leads))
            )
            if not (spans or note.leads):
                continue
            place, end_line = lines.place(start), lines.place(end).line
            for fields, urls in _works(said, full):
                made = reference_list.definition(note.label, said.text, place, end_line, scope=note.scope)
                every = urls or made.urls
                yield replace(made, urls=every, fields=fields or tuple(reference_list.fields(made.text, every)))

    def problems(self, source: str, lines: Lines) -> Iterator[Problem]:
        """Names that are given to two different contents (MediaWiki shows an error, and one of the two)."""
        for (_, name), spans in self._contents.items():
            first = spans[0]
            words = " ".join(source[slice(*first)].split())
            for other in spans[1:]:
                if " ".join(source[slice(*other)].split()) != words:
                    yield Problem(
                        "definition-duplicate",
                        f"The name “{name}” is given to two different notes; a reader sees only one of them.",
                        lines.place(other[0]),
                        (Related(lines.place(first[0]), "The first note of this name."),),
                        "Give one of them another name.",
                    )


def _works(said: Said, full: Mapping[str, tuple[Fields, str]]) -> Iterator[tuple[Fields, tuple[str, ...]]]:
    """(fields, addresses) of each work that a note names; nothing but addresses for a note in words."""
    led = [(lead, *full[lead.anchor]) for lead in said.leads if lead.anchor in full]
    for lead, fields, words in led:
        kept = fields or (("note", words),)
        if lead.pages:
            kept = (*(each for each in kept if each[0] != "pages"), ("pages", lead.pages))
        yield kept, _addresses(kept)
    for work in said.works:
        yield (
            work,
            (_addresses(work) if led or len(said.works) > 1 else tuple(dict.fromkeys([*_addresses(work), *said.urls]))),
        )
    if not led and not said.works:
        yield (), said.urls


def _addresses(fields: Fields) -> tuple[str, ...]:
    return tuple(value for name, value in fields if name in ("url", "archiveurl"))


def _label(group: str, number: int) -> str:
    if group in _LETTERED:
        return ascii_lowercase[(number - 1) % 26] * ((number - 1) // 26 + 1)
    return f"{group} {number}" if group else str(number)
