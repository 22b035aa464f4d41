"""The account of an article's numbers and of a bibliography's entries: uncited, skipped, out of order, used for two."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.bibliography.keys import from_files
from checker.foundation.model import (
    Article,
    Bibliography,
    Citation,
    Dangling,
    Mapping,
    Marker,
    MarkerKind,
    Place,
    Problem,
    Reference,
    Related,
)


def problems(
    article: Article, bibliography: Bibliography, citations: Sequence[Citation], dangling: Sequence[Dangling]
) -> tuple[Problem, ...]:
    """`entry-uncited`, `marker-gap`, `marker-order` and `marker-ambiguous` (of entries), each with its place."""
    numbers = [marker for marker in article.markers if _is_number(marker)]
    return (
        *uncited(article, bibliography, citations, dangling),
        *gaps(numbers),
        *order(numbers),
        *shared(bibliography, dangling),
    )


def uncited(
    article: Article, bibliography: Bibliography, citations: Iterable[Citation], dangling: Iterable[Dangling]
) -> list[Problem]:
    """Entries that no marker leads to; candidates of an ambiguous marker count as cited."""
    cited = {key for citation in citations for key in citation.keys}
    cited |= {key for marker in dangling for key in marker.candidates}
    return [
        Problem("entry-uncited", f"{_called(reference)} is not cited in {article.path}.", reference.place)
        for reference in from_files(bibliography)
        if reference.key not in cited
    ]


def together(mappings: Sequence[Mapping]) -> tuple[Problem, ...]:
    """The problems of several articles with one bibliography: an entry is uncited only if none of them cites it.

    What two mappings say alike (a marker that two entries claim) is told once.
    """
    if len(mappings) == 1:
        return mappings[0].problems
    told: dict[tuple[str, Place, str], Problem] = {}
    agreed: Counter[Place] = Counter()
    for problem in (problem for mapping in mappings for problem in mapping.problems):
        if problem.rule == "entry-uncited":
            agreed[problem.place] += 1
            if agreed[problem.place] < len(mappings):
                continue
            named = problem.message.partition(" is not cited in ")[0]
            told[problem.rule, problem.place, ""] = replace(
                problem, message=f"{named} is cited in none of the articles."
            )
        else:
            told.setdefault((problem.rule, problem.place, problem.message), problem)
    return tuple(told.values())


def gaps(numbers: Sequence[Marker]) -> list[Problem]:
    """Numbers skipped between the lowest and the highest used; an excerpt may begin at any number."""
    used = {int(marker.label) for marker in numbers}
    ordered = sorted(used)
    found = []
    for low, high in itertools.pairwise(ordered):
        if high - low > 1:
            skipped = f"[{low + 1}] is" if high - low == 2 else f"[{low + 1}]–[{high - 1}] are"
            after = next(marker for marker in numbers if int(marker.label) == high)
            found.append(
                Problem("marker-gap", f"{skipped} skipped: no marker between [{low}] and [{high}].", after.place)
            )
    return found


def order(numbers: Sequence[Marker]) -> list[Problem]:
    """The first place at which a number is used for the first time after a higher one."""
    first_uses = list({marker.label: marker for marker in reversed(numbers)}.values())
    first_uses.sort(key=lambda marker: marker.start)
    late = [(now, then) for then, now in itertools.pairwise(first_uses) if int(now.label) < int(then.label)]
    if not late:
        return []
    now, then = late[0]
    others = f" (and {len(late) - 1} more like it)" if len(late) > 1 else ""
    message = f"[{now.label}] is first used after [{then.label}]{others}: the numbers are not in order."
    return [Problem("marker-order", message, now.place, (Related(then.place, f"[{then.label}] is first used here."),))]


def shared(bibliography: Bibliography, dangling: Iterable[Dangling]) -> list[Problem]:
    """A marker that two entries claim; where the article uses it, its Dangling says so already."""
    told = {each.marker.label for each in dangling if each.rule == "marker-ambiguous"}
    claimed: dict[str, Reference] = {}
    found = []
    for reference in from_files(bibliography):
        for label in reference.markers:
            first = claimed.setdefault(label, reference)
            if first is not reference and label not in told:
                message = f"The marker {label} stands for two entries: {first.key} and {reference.key}."
                related = (Related(first.place, f"{first.key} has the marker, too."),)
                found.append(
                    Problem("marker-ambiguous", message, reference.place, related, "Give one of them another marker.")
                )
    return found


def _is_number(marker: Marker) -> bool:
    return marker.kind is MarkerKind.NUMBER and marker.label.isdecimal() and len(marker.label) < 7 and not marker.scope


def _called(reference: Reference) -> str:
    return f"{reference.key} ({reference.title})" if reference.title else reference.key
