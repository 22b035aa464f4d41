"""What was decided before a run: decisions.toml beside the configuration, and the report that `--baseline` names."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path

from checker import review
from checker.cli.configuration import Configuration
from checker.fetching import files
from checker.findings import rules
from checker.foundation.errors import SettingsError
from checker.foundation.settings import Settings
from checker.review import Decisions

_TELLS = "It holds [[waiver]] tables; docs/waivers.md shows one of each kind."
_BASELINE = "Write one with  checker check --output-format json:baseline.json"


def recall(configuration: Configuration) -> Decisions:
    """The decisions of a run; without the files there are none. SettingsError for a file that cannot be read."""
    settings = configuration.settings
    return _known(settings, _given(configuration.folder / settings.decisions, named=settings.decisions))


def _given(path: Path, *, named: str) -> Decisions:
    if not path.is_file() and named == Settings().decisions:
        return Decisions()
    try:
        text = files.read(path, SettingsError, _TELLS).decode("utf-8")
        return review.read(tomllib.loads(text), path=str(path), text=text, rules=rules())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise SettingsError(f"{path} is not TOML ({problem}). {_TELLS}") from None


def _known(settings: Settings, decisions: Decisions) -> Decisions:
    """The decisions with what an earlier report knew."""
    if settings.baseline is None:
        return decisions
    path = Path(settings.baseline)
    try:
        report = json.loads(files.read(path, SettingsError, _BASELINE))
    except ValueError as problem:
        raise SettingsError(f"{path} is not JSON ({problem}). {_BASELINE}") from None
    known = review.known_from(report, path=path.name)
    if isinstance(known, str):
        raise SettingsError(f"{path} {known}. {_BASELINE}")
    return replace(decisions, known=known[0], baseline=known[1])
