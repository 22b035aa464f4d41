"""`crossref` and `xdata`: fields that an entry takes from another one.

biblatex manual, 2.4.1 and appendix B: a child takes what it lacks, the parent's `title` as its `booktitle`. Only an
entry with a title of its own is a child in that sense; `xdata` containers hand on everything.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from checker.bibliography.entry import Draft
from checker.foundation.model import Place, Problem

# What belongs to the parent alone: its identity and whatever says where it can be had.
_NOT_INHERITED = frozenset(
    "crossref xdata ids marker markers file abstract annotation annote key label keywords options relatedtype "  # noqa: SIM905 - a table of words
    "related entryset doi url urldate archiveurl archivedate note".split()
)
_RENAMED = {"title": "booktitle", "subtitle": "booksubtitle", "author": "bookauthor"}


def resolve(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Problem]]:
    """The drafts with inherited fields filled in; a parent that is not there, or a circle, is a Problem."""
    by_key: dict[str, Draft] = {}
    for draft in drafts:
        by_key.setdefault(draft.key.lower(), draft)
    problems: list[Problem] = []
    return [_with_parents(draft, by_key, problems) for draft in drafts], problems


def _with_parents(draft: Draft, by_key: dict[str, Draft], problems: list[Problem]) -> Draft:
    if not draft.raw.get("crossref") and not draft.raw.get("xdata"):
        return draft
    fields = dict(draft.raw)
    for name in ("xdata", "crossref"):
        for wanted in filter(None, (part.strip() for part in fields.get(name, "").split(","))):
            parent = by_key.get(wanted.lower())
            if parent is None or parent is draft:
                message = f"{draft.key}: {name} names {wanted}, which is no other entry."
                place = Place(draft.place.path, draft.lines.get(name, draft.place.line), 1)
                problems.append(Problem("entry-field", message, place, tip="Correct the key or take the field out."))
                continue
            _take(fields, parent, whole=name == "xdata", by_key=by_key)
    return dataclasses.replace(draft, raw=fields)


def _take(fields: dict[str, str], parent: Draft, *, whole: bool, by_key: dict[str, Draft]) -> None:
    """Fields of `parent`, and of the containers that it names itself (one step more, so that no circle can form)."""
    given = dict(parent.raw)
    for wanted in filter(None, (part.strip() for part in given.get("xdata", "").split(","))):
        container = by_key.get(wanted.lower())
        if container is not None:
            given = {**container.raw, **given}
    for name, value in given.items():
        if whole and name not in ("crossref", "xdata", "ids"):
            fields.setdefault(name, value)
        elif not whole and name not in _NOT_INHERITED:
            fields.setdefault(_RENAMED.get(name, name), value)
