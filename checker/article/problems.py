"""What is wrong with an article's own notes, whatever its format: defined twice, never used, a source asked for.

A marker without a definition is no problem here: an entry of the .bib may answer it, which the bibliography knows.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.article import reference_list
from checker.article.draft import Draft
from checker.foundation.model import Marker, MarkerKind, Problem


def of_draft(draft: Draft, markers: Iterable[Marker]) -> tuple[Problem, ...]:
    """The reader's own problems, then those of definitions and pleas, in the order of the text."""
    every = list(markers)
    found = [
        *draft.problems,
        *reference_list.unused(draft.definitions, (*draft.nested, *((each.scope, each.label) for each in every))),
        *(_wanted(each) for each in every if each.kind is MarkerKind.PLEA),
    ]
    return tuple(sorted(found, key=lambda each: each.place))


def _wanted(marker: Marker) -> Problem:
    claim = f": “{marker.claims[-1].text[:120]}”" if marker.claims else ""
    return Problem(
        "source-wanted",
        f"The text itself asks for a source here ({marker.text.strip()}){claim}",
        marker.place,
        (),
        "Find a source and cite it, or take the sentence out.",
    )
