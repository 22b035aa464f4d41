"""Where settings come from: checker.toml or [tool.checker] in pyproject.toml, under what the command line says."""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.foundation.errors import SettingsError
from checker.foundation.settings import Settings, from_table, validated

_FILE = "checker.toml"


@dataclass(frozen=True, slots=True)
class Configuration:
    """Settings and the file that they come from; paths in the file are relative to its folder."""

    settings: Settings
    file: Path | None = None

    @property
    def folder(self) -> Path:
        """The folder that the file's paths are relative to; the current one without a file."""
        return self.file.parent if self.file else Path()


def load(given: Path | None = None) -> Configuration:
    """The configuration that is named, or the nearest one from the current folder upwards, or the defaults."""
    if given is not None:
        return _read(given, _parse(given))
    here = Path.cwd()
    for folder in (here, *here.parents):
        shown = Path(_FILE) if folder == here else folder / _FILE
        if (folder / _FILE).is_file():
            return _read(shown, _parse(shown))
        project = Path("pyproject.toml") if folder == here else folder / "pyproject.toml"
        if project.is_file():
            table = _parse(project).get("tool", {}).get("checker")
            if table is not None:
                return _read(project, table)
        if (folder / ".git").exists():
            break
    return Configuration(Settings())


def override(settings: Settings, options: dict[str, Any]) -> Settings:
    """The settings with every option that was given on the command line (None and empty tuples were not)."""
    given = {name: value for name, value in options.items() if value is not None and value != ()}
    return validated(dataclasses.replace(settings, **given), where="command line")


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(f"{path} does not exist; `checker init` writes one.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SettingsError(f"{path} is not TOML ({problem}); correct the line named.") from None
    except OSError as problem:
        raise SettingsError(f"{path} cannot be read: {problem.strerror}; check its permissions.") from None


def _read(path: Path, table: dict[str, Any]) -> Configuration:
    return Configuration(from_table(table, where=str(path)), path)
