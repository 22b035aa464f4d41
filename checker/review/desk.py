"""What an editor does at the review page: accept a finding, take that back, hold a pasted text against it, keep the text.

Pure but for the Drawer that is handed in; the server calls it, one request after the other.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from checker.foundation.model import Finding, Waiver
from checker.review.cases import Case, Piece, pieces
from checker.review.decisions import Decision, Decisions, read
from checker.review.waiving import fits


class Drawer(Protocol):
    """The two files that an editor's decisions end in, read afresh before every change: others may write them, too."""

    def decisions(self) -> str:
        """The text of decisions.toml, empty when there is none."""

    def keep_decisions(self, text: str) -> None:
        """Write decisions.toml whole."""

    def keep_note(self, key: str, text: str, by: str) -> None:
        """Add a note on an entry to evidence.toml."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a pasted text: the verdict on it, with its passage."""

    text: str
    support: str
    reason: str
    theirs: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Tools:
    """What other rooms lend: `draft` writes a waiver as TOML, `rematch` judges a sentence against a text as `checker match` does."""

    draft: Callable[..., str]
    rematch: Callable[[str, str], Mapping[str, Any]]
    rules: Collection[str]
    day: Callable[[], dt.date]


class ReviewDesk:
    """The cases of a report and what is being decided about them; `by` is remembered from one decision to the next."""

    def __init__(self, cases: tuple[Case, ...], drawer: Drawer, tools: Tools) -> None:
        self._cases = {case.finding.id: case for case in cases}
        self._drawer = drawer
        self._tools = tools
        self.by = ""
        self.answers: dict[str, Answer] = {}
        self.told: dict[str, str] = {}  # a sentence for the editor, by finding

    @property
    def names(self) -> Collection[str]:
        """The ids of all findings."""
        return self._cases.keys()

    @property
    def cases(self) -> tuple[Case, ...]:
        """All cases, each finding with the waiver that it has now."""
        decisions = self._decisions().given
        return tuple(replace(case, finding=self._as_decided(case.finding, decisions)) for case in self._cases.values())

    def accept(self, name: str, *, reason: str, by: str, expires: str = "") -> None:
        """Write a waiver for a finding; a decision without a reason and a name is none."""
        case = self._cases[name]
        self.told.pop(name, None)
        try:
            until = dt.date.fromisoformat(expires) if expires else None
        except ValueError:
            self.told[name] = "review.day"
            return
        reason, self.by = " ".join(reason.split()), " ".join(by.split())
        if not (reason and self.by):
            self.told[name] = "review.unsigned"
            return
        waiver = self._tools.draft(case.finding, self._tools.day(), reason=reason, by=self.by, expires=until)
        before = self._drawer.decisions()
        gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
        self._drawer.keep_decisions(before + gap + waiver)

    def withdraw(self, name: str) -> None:
        """Take the waivers of a finding out of the file again; whatever else stands there stays as it is."""
        text = self._drawer.decisions()
        lines = text.splitlines(keepends=True)
        finding = self._cases[name].finding
        given = self._read(text).given
        for decision in reversed(given):
            if fits(decision, finding):
                start = decision.place.line - 1
                del lines[start : _end_of_table(lines, start)]
        left = "".join(lines)
        if self._waivers(left) == [decision.waiver for decision in given if not fits(decision, finding)]:
            self._drawer.keep_decisions(left)
            self.told.pop(name, None)
        else:
            self.told[name] = "review.by_hand"

    def rematch(self, name: str, text: str) -> None:
        """Hold the sentence of a finding against a text that the editor has pasted."""
        about = self._cases[name].finding.about
        if not text.strip():
            self.answers.pop(name, None)
            return
        told = self._tools.rematch(about.claim, text)
        passage = told["passage"] or {"text": ""}
        marks = [
            (fact["source_start"], fact["source"], fact["status"])
            for fact in told["facts"]
            if fact["source"] and fact["source_start"] is not None
        ]
        self.answers[name] = Answer(text, told["support"], told["reason"], pieces(passage["text"], marks))

    def keep(self, name: str, by: str) -> None:
        """Keep the pasted text as an editor's note, so that the next check has it as evidence."""
        self.by = " ".join(by.split())
        if not self.by:
            self.told[name] = "review.unsigned"
            return
        key = self._cases[name].finding.about.key
        self._drawer.keep_note(key, self.answers[name].text.strip(), self.by)
        self.told[name] = "review.kept"

    def _decisions(self) -> Decisions:
        return self._read(self._drawer.decisions())

    def _read(self, text: str) -> Decisions:
        return read(tomllib.loads(text), path="decisions.toml", text=text, rules=self._tools.rules)

    def _waivers(self, text: str) -> list[Waiver] | None:
        """The waivers of a text, or None when it is no TOML any more."""
        try:
            return [decision.waiver for decision in self._read(text).given]
        except tomllib.TOMLDecodeError:
            return None

    def _as_decided(self, finding: Finding, decisions: tuple[Decision, ...]) -> Finding:
        today = self._tools.day()
        valid = (each for each in decisions if each.expires is None or each.expires >= today)
        return replace(finding, waived=next((each.waiver for each in valid if fits(each, finding)), None))


def _end_of_table(lines: list[str], start: int) -> int:
    """Where the table that begins at a line ends: at its last line of `name = value`, with the blank lines after it."""
    end = start + 1
    while end < len(lines) and lines[end].strip() and not lines[end].lstrip().startswith(("[", "#")):
        end += 1
    while end < len(lines) and not lines[end].strip():
        end += 1
    return end
