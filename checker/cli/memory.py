"""What the report folder remembers between runs: links in link-history.json, sources' words in evidence.jsonl."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import click

from checker import links
from checker.cli import writing
from checker.foundation.model import History, Report
from checker.pipeline import remembering
from checker.pipeline.remembering import Remembered

HISTORY = "link-history.json"
EVIDENCE = "evidence.jsonl"


@dataclass(frozen=True, slots=True)
class Memory:
    """Both memories, before or after a run."""

    links: dict[str, History] = field(default_factory=dict)
    evidence: dict[str, Remembered] = field(default_factory=dict)


def recall(folder: Path) -> Memory:
    """Read both; a damaged file is set aside, and said, and what can be read of it counts."""
    memory = Memory()
    text = _text(folder / HISTORY)
    if text is not None:
        known, complaint = links.parse(text)
        memory.links.update(known)
        _complain(folder / HISTORY, complaint, aside=not known)
    text = _text(folder / EVIDENCE)
    if text is not None:
        words, complaint = remembering.parse(text)
        memory.evidence.update(words)
        _complain(folder / EVIDENCE, complaint, aside=not words)
    return memory


def after(memory: Memory, report: Report) -> Memory:
    """What is remembered once a run has ended."""
    known = dict(memory.links)
    for judged in report.references:
        known |= {verdict.url: verdict.history for verdict in judged.links if verdict.history}
    return Memory(known, remembering.remembered(report, memory.evidence))


def keep(folder: Path, memory: Memory) -> None:
    """Write both files."""
    writing.write(folder / HISTORY, [links.render(memory.links)])
    writing.write(folder / EVIDENCE, remembering.render(memory.evidence))


def _text(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else None


def _complain(path: Path, complaint: str | None, *, aside: bool) -> None:
    if complaint:
        click.echo(f"warning: {path}: {complaint}.", err=True)
        if aside:
            path.replace(path.with_name(f"damaged-{path.name}"))
