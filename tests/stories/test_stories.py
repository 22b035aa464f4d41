"""Whole runs as data: each folder is what an editor could have written, with the verdicts that an editor would sign.

A story is `story.toml` (the command's arguments, its exit code, and the file that it reads from a pipe, if any), the files
that it names, and `expected.txt`: a line for every verdict and finding. `pytest tests/stories --rewrite` writes the expectations anew, for a person to read the diff.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checker.reporting.phrasebook import tell

STORIES = sorted(path.parent for path in Path(__file__).parent.glob("*/story.toml"))


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_story(story, tmp_path, request):
    told = tomllib.loads((story / "story.toml").read_text(encoding="utf-8"))
    room = tmp_path / story.name
    shutil.copytree(story, room)
    command = [sys.executable, "-m", "checker", *told["arguments"], "--output-format", "json", "-q"]
    piped = (room / told["stdin"]).read_text(encoding="utf-8") if "stdin" in told else ""
    done = subprocess.run(command, cwd=room, input=piped, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == told["exit"], done.stderr
    assert "Traceback" not in done.stderr
    report = json.loads(done.stdout)
    assert [each for each in sentences(report) if each and tell(each, "vi") == each] == []
    seen = condensed(report)
    expected = story / "expected.txt"
    if request.config.getoption("--rewrite"):
        expected.write_text(seen, encoding="utf-8")
    assert seen == expected.read_text(encoding="utf-8")


def sentences(report: dict) -> list[str]:
    """What a report says in sentences, all of which Vietnamese readers are told in Vietnamese."""
    verdicts = [each for citation in report["citations"] for claim in citation["claims"] for each in claim["verdicts"]]
    links = [url for reference in report["references"] for url in reference["urls"]]
    return [
        *report["run"]["notices"],
        *(each["reason"] for each in (*verdicts, *links)),
        *(each[name] for each in report["findings"] for name in ("message", "tip")),
    ]


def condensed(report: dict) -> str:
    """report.json as lines that a person can read and sign."""
    account = report["coverage"]
    lines = [
        f"network {report['run']['network']}",
        f"markers {account['markers']} = {account['mapped']} mapped + {account['dangling']} dangling + {account['pleas']} pleas",
        f"entries {account['entries']}, and {account['entries_failed']} that could not be read",
    ]
    for citation in report["citations"]:
        page = f" ({citation['locator']})" if citation["locator"] else ""
        where = f"{citation['article']}:{citation['line']}:{citation['column']}"
        lines.append(f"\n{citation['marker']}{page} at {where} -> {' '.join(citation['keys']) or 'nowhere'}")
        for claim in citation["claims"]:
            lines.append(f"  {claim['coverage']}: {claim['text']}")
            for verdict in claim["verdicts"]:
                lines.append(f"    {verdict['key']}: {verdict['support']} ({verdict['evidence'] or 'nothing read'})")
                lines += [
                    f"      {fact['status']} {fact['kind']}: {fact['claim']}"
                    + (f" | {fact['source']}" if fact["source"] else "")
                    for fact in verdict["facts"]
                ]
    lines.append("")
    for reference in report["references"]:
        for url in reference["urls"]:
            lines.append(f"{reference['key']}: {url['health']} {url['url']}")
    lines.append("")
    lines += [
        f"{finding['path']}:{finding['line']}: {finding['severity']} {finding['rule']}: {finding['message']}"
        for finding in report["findings"]
    ]
    return "\n".join(lines) + "\n"
