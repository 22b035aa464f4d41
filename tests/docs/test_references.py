"""The generated references and the README say what the program does."""

from __future__ import annotations

from pathlib import Path

from checker.findings import as_markdown, rules
from checker.foundation.model import Severity
from checker.foundation.settings import as_markdown as settings_as_markdown

DOCS = Path(__file__).parents[2] / "docs"


def test_rules_reference_is_up_to_date():
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == as_markdown(), (
        "run: checker explain --markdown > docs/rules.md"
    )


def test_settings_reference_is_up_to_date():
    assert (DOCS / "settings.md").read_text(encoding="utf-8") == settings_as_markdown(), (
        "run: checker explain --settings > docs/settings.md"
    )


def test_severities_are_those_that_were_promised():
    promised = {
        Severity.ERROR: "marker-undefined entry-unparsed link-dead link-unsafe source-retracted",
        Severity.WARNING: "claim-contradicted quote-missing source-mismatch source-changed link-insecure entry-duplicate "
        "entry-field marker-ambiguous waiver-expired waiver-unused waiver-stale",
        Severity.INFO: "claim-missing claim-partial claim-uncited link-moved link-blocked link-unstable source-unread "
        "entry-uncited marker-gap marker-none entry-none",
    }
    for severity, names in promised.items():
        for name in names.split():
            assert rules()[name].severity is severity
