"""`decisions.toml`: what editors have accepted, why, who and when; each waiver names the one thing that it is about."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from checker.foundation.model import Place, Problem, Waiver

_HEADER = re.compile(r"(?m)^[^\S\n]*\[\[\s*waiver\s*\]\]")
_MANDATORY = ("rule", "reason", "by", "on")
_NAMING = ("claim", "url", "host", "key", "finding")  # at least one of them says what is accepted
_FIELDS = (*_MANDATORY, "expires", "passage", *_NAMING)
_TELLS = "A [[waiver]] has rule, reason, by, on, and claim with passage, url, host, key or finding; docs/waivers.md shows one of each."


@dataclass(frozen=True, slots=True)
class Decision:
    """One `[[waiver]]`: a rule, what it is accepted for, and the Waiver that its findings get.

    Every field that is not empty must agree with the finding; `passage` is None where the waiver has no such line.
    """

    rule: str
    waiver: Waiver
    place: Place
    claim: str = ""
    passage: str | None = None
    key: str = ""
    url: str = ""
    host: str = ""
    finding: str = ""
    expires: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of a run; `known` are ids of findings that an earlier report has, with the Waiver that says so."""

    given: tuple[Decision, ...] = ()
    known: frozenset[str] = frozenset()
    baseline: Waiver | None = None
    problems: tuple[Problem, ...] = ()


def read(table: Mapping[str, Any], *, path: str, text: str = "", rules: Collection[str]) -> Decisions:
    """The decisions of a parsed decisions.toml; a waiver that says too little is a Problem and waives nothing.

    `rules` are the ids that there are. With the file's `text`, places have lines.
    """
    lines = [text.count("\n", 0, found.start()) + 1 for found in _HEADER.finditer(text)]
    problems = [_odd(f"{path} has {name}, which is not [[waiver]].", Place(path)) for name in table if name != "waiver"]
    rows = table.get("waiver", [])
    if not isinstance(rows, list):
        return Decisions(problems=(_odd(f"In {path}, waiver is not written as [[waiver]].", Place(path)),))
    given: list[Decision] = []
    for number, row in enumerate(rows):
        place = Place(path, lines[number], 1) if number < len(lines) else Place(path)
        said = _decision(row, place, rules) if isinstance(row, Mapping) else "is no table"
        if isinstance(said, str):
            problems.append(_odd(f"Waiver {number + 1} of {path} {said}; it waives nothing.", place))
        else:
            given.append(said)
    return Decisions(tuple(given), problems=tuple(problems))


def _decision(row: Mapping[str, Any], place: Place, rules: Collection[str]) -> Decision | str:
    """The decision of a row, or what is wrong with it."""
    for name in row:
        if name not in _FIELDS:
            return f"has {name}{_near(name, _FIELDS)}"
    words = {name: " ".join(str(row.get(name, "")).split()) for name in _FIELDS}
    lacking = [name for name in _MANDATORY if not words[name]]
    if lacking:
        return f"has no {' and no '.join(lacking)}"
    if words["rule"] not in rules:
        return f"names the rule {words['rule']}, which there is not{_near(words['rule'], rules)}"
    if not any(words[name] for name in _NAMING):
        return f"does not say what it is about: one of {', '.join(_NAMING)}"
    if words["claim"] and "passage" not in row:
        return 'has a claim and no passage (the report shows it; passage = "" where the source has none)'
    expires = _day(row.get("expires"))
    if isinstance(expires, str) or isinstance(_day(row["on"]), str):
        return "has a day that is not written as 2026-11-29"
    waiver = Waiver(words["reason"], words["by"], words["on"], words["expires"] or None)
    naming = {name: words[name] for name in _NAMING}
    return Decision(
        words["rule"], waiver, place, passage=words["passage"] if "passage" in row else None, expires=expires, **naming
    )


def _near(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant, as a question."""
    near = difflib.get_close_matches(name, known, n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def _day(value: Any) -> dt.date | str | None:
    """A day as TOML or a text has it; the text itself when it is none."""
    if value is None or isinstance(value, dt.datetime):
        return value.date() if value else None
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        return str(value)


def _odd(message: str, place: Place) -> Problem:
    return Problem("waiver-unread", message, place, tip=_TELLS)
