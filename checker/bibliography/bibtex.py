"""Reader of .bib files: blocks -> References and FailedEntries, with everything that was odd said as a Problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from checker.bibliography import inheritance, values
from checker.bibliography.blocks import RawBlock, RawComment, RawEntry, RawFailure, RawString
from checker.bibliography.contents import Contents
from checker.bibliography.entry import Draft, reference
from checker.bibliography.recovery import split_with_recovery
from checker.foundation.model import FailedEntry, Place, Problem, Related

# Missing commas that are forgiven in one field; beyond it, each costs another pass over the rest.
_MOST_COMMAS = 50
# Fields whose characters nobody compares or prints.
_UNREAD = {"abstract", "keywords"}
_COMMENT_LINES = re.compile(r"(?:[^\S\n]*%[^\n]*\n)+\s*")


def read(text: str, path: str, shared: Mapping[str, str]) -> Contents:
    """Everything in a .bib text; `shared` are the @string macros of the files before it, by lower-case name."""
    raw, problems = split_with_recovery(text, path)
    own, string_problems = macros(raw, path, shared)
    drafts: list[Draft] = []
    for block in raw:
        if isinstance(block, RawEntry):
            draft, found = _draft(block, path, own)
            drafts.append(draft)
            problems += found
    whole, found = inheritance.resolve(drafts)
    references = []
    commands: dict[str, list[tuple[str, Place]]] = {}
    for draft in whole:
        made, leftovers = reference(draft)
        references.append(made)
        for name in [name for name in leftovers if name not in _UNREAD]:
            at = Place(path, draft.lines.get(name, draft.place.line), 1)
            for command in leftovers[name]:
                commands.setdefault(command, []).append((f"{name} of {draft.key}", at))
    failures = [block for block in raw if isinstance(block, RawFailure)]
    return Contents(
        references=tuple(references),
        failed=tuple(FailedEntry(each.key, _place(path, each), each.reason, each.raw) for each in failures),
        comments=sum(isinstance(block, RawComment) for block in raw),
        strings=sum(isinstance(block, RawString) for block in raw),
        blocks=len(raw),
        problems=(
            *problems,
            *string_problems,
            *found,
            *_leftover(commands),
            *(_unparsed(path, each) for each in failures),
        ),
        lines=tuple(draft.lines for draft in whole),
        macros=own,
    )


def macros(raw: Iterable[RawBlock], path: str, shared: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """The texts of all @string blocks by lower-case name (BibTeX's are case-insensitive), in file order."""
    known = dict(shared)
    problems: list[Problem] = []
    for block in raw:
        if isinstance(block, RawString):
            value = values.resolve(block.value, known)
            known[block.name.lower()] = value.text
            place = Place(path, block.span.line, block.span.column)
            problems += [_unknown_macro(name, f"@string {block.name}", place) for name in value.unknown]
    return known, problems


def _draft(block: RawEntry, path: str, known: Mapping[str, str]) -> tuple[Draft, list[Problem]]:
    place = Place(path, block.span.line, block.span.column)
    fields: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for item in block.fields:
        for name, raw, line in _apart(item.name, item.value, item.line, problems, path):
            value = values.resolve(raw, known)
            at = Place(path, line, 1)
            problems += [_unknown_macro(macro, name, at) for macro in value.unknown]
            if name not in fields or not fields[name].strip():
                fields[name] = value.text
                lines[name] = line
            elif fields[name] != value.text:
                problems.append(_repeated(block.key, name, at, lines[name]))
    span = block.span
    key = " ".join(block.key.split())
    if not key:
        key = f"{block.type}-at-line-{span.line}"
        problems.append(
            Problem("entry-field", f"An entry has no key; it is called {key} here.", place, tip="Give it a key.")
        )
    return Draft(block.type, key, place, span.end_line, span.start, span.end, fields, lines), problems


def _apart(name: str, raw: str, line: int, problems: list[Problem], path: str) -> Iterable[tuple[str, str, int]]:
    """The field itself, and the fields that it swallowed because a comma is missing."""
    plain = (_COMMENT_LINES.sub("", name) if "%" in name else name).strip().lower()
    rest = raw
    for _ in range(_MOST_COMMAS):
        value = values.resolve(rest, {})
        following = values.next_field(value.rest)
        if not following:
            break
        own = rest[: len(rest) - len(value.rest)]
        yield plain, own, line
        line += own.count("\n")
        plain, rest = following[0].lower(), following[1]
        message = f"A comma is missing before the field {plain}."
        tip = "Put a comma behind the field above."
        problems.append(Problem("entry-recovered", message, Place(path, line, 1), tip=tip))
    yield plain, rest, line


def _place(path: str, block: RawFailure) -> Place:
    return Place(path, block.span.line, block.span.column)


def _unparsed(path: str, block: RawFailure) -> Problem:
    name = f"The entry {block.key}" if block.key else "An entry"
    message = f"{name} cannot be read: {block.reason.rstrip('. ')}."
    return Problem(
        "entry-unparsed",
        message,
        _place(path, block),
        tip="Close its braces and quotes and put a comma behind the key and each field; the other entries were read.",
    )


def _unknown_macro(name: str, where: str, place: Place) -> Problem:
    message = f"{where} uses {name}, which no @string defines; it is read as a plain word."
    return Problem("entry-field", message, place, tip=f"Write {{{name}}} or define it with @string.")


def _repeated(key: str, name: str, place: Place, first: int) -> Problem:
    message = f"{key} has the field {name} twice, with two values; the first one (line {first}) is used."
    return Problem("entry-field", message, place, tip="Keep one of the two.")


def _leftover(found: Mapping[str, Sequence[tuple[str, Place]]]) -> list[Problem]:
    """One Problem for each command that is not understood, at its first place, however many entries use it."""
    problems = []
    for command, uses in found.items():
        where, place = uses[0]
        more = f" and {len(uses) - 1} more" if len(uses) > 1 else ""
        message = f"LaTeX that is not understood: {command} in {where}{more}."
        related = tuple(Related(other, f"{name} has it, too.") for name, other in uses[1:4])
        problems.append(Problem("entry-field", message, place, related, "Write the characters themselves (UTF-8)."))
    return problems
