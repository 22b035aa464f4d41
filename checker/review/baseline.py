"""A baseline: an earlier report.json, whose findings are known and fail nothing; only what is new does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.foundation.model import Waiver


def known_from(report: Any, *, path: str) -> tuple[frozenset[str], Waiver] | str:
    """The ids of a report's findings and the Waiver that they get, or what is wrong with the report.

    Waived ones count too: what is no longer waived was known all the same. An id holds the rule, the sentence and the
    entry, so that a finding that has become worse is a new one.
    """
    if not isinstance(report, Mapping) or report.get("schema") != 1 or not isinstance(report.get("findings"), list):
        return "is no report.json of schema 1"
    rows = report["findings"]
    known = frozenset(str(row["id"]) for row in rows if isinstance(row, Mapping) and "id" in row)
    run = report.get("run")
    day = str(run.get("finished") or "")[:10] if isinstance(run, Mapping) else ""
    return known, Waiver(f"known already: it stands in {path}", by="baseline", on=day)
