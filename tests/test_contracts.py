"""What every row of a table promises, tested on the tables themselves, so that a new row is tested unasked."""

from __future__ import annotations

import ast
from pathlib import Path

from checker.findings import rules

HOUSE = Path(__file__).parent.parent / "checker"


def test_every_problem_that_a_room_can_give_has_a_rule():
    unknown = []
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            # The article room has a Draft of its own, which is no finding.
            names = ("Problem", "Draft") if path.parent.name == "findings" else ("Problem",)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                named = [node.args[0]] if node.args else [word.value for word in node.keywords if word.arg == "rule"]
                unknown += [
                    f"{path.name}:{node.lineno}: {rule.value}"
                    for rule in named
                    if isinstance(rule, ast.Constant) and rule.value not in rules()
                ]
    assert not unknown


def test_every_rule_says_what_to_do():
    for rule in rules().values():
        assert rule.means.endswith(".")
        assert rule.why.endswith(".")
        assert rule.do.endswith(".")
