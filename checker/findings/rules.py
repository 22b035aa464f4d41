"""The rules as a table, read from rules.toml: severity, meaning, reason and way out of each, by its stable id."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from checker.foundation.model import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `means` and `why` are for a reader who never saw it, `do` ends every finding of it."""

    id: str
    severity: Severity
    means: str
    why: str
    do: str


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id, in the order of the file."""
    table = tomllib.loads(resources.files(__package__).joinpath("rules.toml").read_text(encoding="utf-8"))
    return {
        name: Rule(name, Severity(row["severity"]), row["means"], row["why"], row["do"]) for name, row in table.items()
    }


def as_text(rule: Rule, why: str, do: str) -> str:
    """What `checker explain RULE` prints; `why` and `do` head its last two lines."""
    return f"{rule.id} ({rule.severity})\n\n{rule.means}\n\n{why}: {rule.why}\n{do}: {rule.do}\n"


def as_markdown() -> str:
    """docs/rules.md, whole."""
    head = (
        "# Rules\n\nGenerated from checker/findings/rules.toml; do not edit. Severities are the defaults: "
        "`[severity]` in checker.toml changes each (`error`, `warning`, `info`, `off`).\n"
    )
    sections = [
        f"\n## {rule.id}\n\n*{rule.severity}*. {rule.means}\n\n**Why it matters.** {rule.why}\n\n**What to do.** {rule.do}\n"
        for rule in rules().values()
    ]
    return head + "".join(sections)
