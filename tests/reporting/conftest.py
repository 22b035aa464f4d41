"""What reporter tests share: the sample reports, and a way to render one."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

_SPEC = importlib.util.spec_from_file_location("reporting_sample", Path(__file__).with_name("sample.py"))
_SAMPLE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_SAMPLE)


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    """tests/reporting/sample.py."""
    return _SAMPLE


@pytest.fixture(scope="session")
def tell():
    """`tell("plain", report, verbose=True)`: the whole text of a report in one format."""
    from checker.reporting import REPORTERS, Options

    def told(reporter, report, /, **options):
        return "".join(REPORTERS[reporter](report, Options(**options)))

    return told
