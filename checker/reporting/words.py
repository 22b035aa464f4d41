"""The words of reports in the languages of their readers, from `words.tsv` (key, en, vi; one row a text)."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

from checker.foundation.model import EvidenceKind, FactStatus

LANGUAGES = ("en", "vi")


@dataclass(frozen=True, slots=True)
class Words:
    """All texts of one language; a language that has no column is told in English."""

    language: str

    def say(self, key: str, /, **values: object) -> str:
        """The text of `key` with its {placeholders} filled; `one|many` is chosen by the value `n`.

        Raises KeyError for a key that the table does not have: a mistake of ours, never of a user's.
        """
        text = table()[self.language if self.language in LANGUAGES else "en"][key]
        if "|" in text and "n" in values:
            one, many = text.split("|")
            text = one if values["n"] == 1 else many
        return text.format(**values) if values else text

    def name(self, member: StrEnum) -> str:
        """What an enum's member is called: `Support.FOUND` under `support.found`."""
        return _name(self.language, member)

    def lack(self, evidence: EvidenceKind | None) -> str:
        """How to say that a fact was not found: absent from a note is not absent from the work."""
        second_hand = evidence in (EvidenceKind.NOTE, EvidenceKind.ABSTRACT)
        return self.say(f"lack.{evidence}") if second_hand else self.name(FactStatus.ABSENT)

    def name_or(self, family: str, word: str) -> str:
        """The text under `family.word`, or the word itself where the table knows none (open vocabularies)."""
        key = f"{family}.{word}"
        return self.say(key) if key in table()["en"] else word


@functools.lru_cache(maxsize=512, typed=True)  # more than there are members; those of two enums may be equal
def _name(language: str, member: StrEnum) -> str:
    return Words(language).say(f"{type(member).__name__.lower()}.{member.value}")


@functools.cache
def table() -> dict[str, dict[str, str]]:
    """Texts by language, then by key."""
    text = resources.files("checker.reporting").joinpath("words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {language: {row[0]: row[column] for row in rows} for column, language in enumerate(LANGUAGES, start=1)}
