"""Files -> Bibliography: each by its reader, keys made unique, the account added up."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from checker.bibliography import bibtex, csl, decoding, duplicates, field_checks, ris
from checker.bibliography.contents import BibFile, Contents
from checker.foundation.model import Bibliography, Place, Problem, Reference


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: whether a file is of it, by name and text, and how it is read (`macros` of the files before it)."""

    name: str
    accepts: Callable[[str, str], bool]
    read: Callable[[str, str, Mapping[str, str]], Contents]


# The first that accepts a file reads it; .bib takes everything, since its comments may be any text.
READERS = (
    Reader("csl-json", csl.accepts, csl.read),
    Reader("ris", ris.accepts, ris.read),
    Reader("bib", lambda _path, _text: True, bibtex.read),
)


def read(files: Sequence[BibFile], *, today: dt.date | None = None) -> Bibliography:
    """Everything that the files hold, in their order; `blocks` is the sum of what was read, failed and set aside.

    A key that comes again is kept apart as `key~2`, so that keys are unique from here on; no text raises.
    Without `today` no date is called a date in the future.
    """
    parts: list[Contents] = []
    encodings: list[tuple[str, str]] = []
    problems: list[Problem] = []
    macros: dict[str, str] = {}
    for file in files:
        decoded = decoding.decode(file.data)
        encodings.append((file.path, decoded.encoding))
        if decoded.guessed:
            problems.append(_guess(file.path, decoded.encoding))
        reader = next(each for each in READERS if each.accepts(file.path, decoded.text))
        contents = _based(reader.read(decoded.text, file.path, macros), file.base)
        macros.update(contents.macros)
        parts.append(contents)
        if not contents.references and not contents.failed:
            problems.append(_none(file.path))
    references = _with_unique_keys([reference for part in parts for reference in part.references])
    lines = [lines for part in parts for lines in part.lines]
    for reference, its_lines in zip(references, lines, strict=True):
        problems += field_checks.check(reference, its_lines, today)
    problems += duplicates.check(references)
    return Bibliography(
        paths=tuple(file.path for file in files),
        references=tuple(references),
        failed=tuple(failed for part in parts for failed in part.failed),
        comments=sum(part.comments for part in parts),
        strings=sum(part.strings for part in parts),
        blocks=sum(part.blocks for part in parts),
        problems=(*problems, *(problem for part in parts for problem in part.problems)),
        encodings=tuple(encodings),
    )


def _based(contents: Contents, base: str) -> Contents:
    """Relative local copies as paths from here: reference managers write them relative to the .bib."""
    if not base or not any(reference.files for reference in contents.references):
        return contents
    references = tuple(
        dataclasses.replace(each, files=tuple(str(PurePath(base, path)) for path in each.files)) if each.files else each
        for each in contents.references
    )
    return dataclasses.replace(contents, references=references)


def _with_unique_keys(references: Sequence[Reference]) -> list[Reference]:
    taken = {reference.key for reference in references}
    seen: dict[str, int] = {}
    unique: list[Reference] = []
    for reference in references:
        count = seen[reference.key] = seen.get(reference.key, 0) + 1
        if count == 1:
            unique.append(reference)
            continue
        while f"{reference.key}~{count}" in taken:
            count += 1
        seen[reference.key] = count
        key = f"{reference.key}~{count}"
        taken.add(key)
        unique.append(dataclasses.replace(reference, key=key))
    return unique


def _guess(path: str, encoding: str) -> Problem:
    message = f"{path} is not UTF-8 and does not say what it is; it was read as {encoding}."
    return Problem("entry-encoding", message, Place(path), tip="Look at its accents, then save it as UTF-8.")


def _none(path: str) -> Problem:
    return Problem("entry-none", f"{path} holds no entry.", Place(path), tip="Is it the right file, and is it whole?")
