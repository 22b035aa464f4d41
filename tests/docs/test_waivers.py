"""The example of docs/waivers.md is one that the program reads."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from checker.findings import rules
from checker.review import read

PAGE = (Path(__file__).parents[2] / "docs/waivers.md").read_text(encoding="utf-8")


def test_the_example_of_every_kind_of_waiver_is_read_whole():
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    decisions = read(tomllib.loads(example), path="decisions.toml", text=example, rules=rules())
    assert decisions.problems == ()
    assert [bool(each.claim) or each.url or each.finding for each in decisions.given] == [
        True,
        "https://www.example.org/report",
        "5b0c2f6d1e9a",
    ]


def test_every_rule_about_waivers_is_told():
    assert {name for name in rules() if name.startswith("waiver-")} == set(
        re.findall(r"^\| `(waiver-\w+)`", PAGE, re.MULTILINE)
    )
