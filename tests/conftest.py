"""What every test gets: the loopback guard, here and in every child process, and an environment of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import hypothesis
import pytest

GUARD = Path(__file__).parent / "guard"
sys.path.insert(0, str(GUARD))

import loopback

loopback.install()
os.environ["PYTHONPATH"] = os.pathsep.join([str(GUARD), *filter(None, [os.environ.get("PYTHONPATH")])])
for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
    os.environ.pop(name, None)


@pytest.fixture(autouse=True)
def a_home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the cache, the netrc or the settings of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / ".cache"))
    monkeypatch.setenv("TZ", "UTC")


# What a run of the tests says must not hang on luck: each property is tried on the same examples every time.
# `--hypothesis-profile=search` looks for new ones.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.register_profile("search", deadline=None)
hypothesis.settings.load_profile("steady")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A case of bytes is named by its place: gzip writes the hour into what it packs, and two processes must agree on names."""
    return argname if isinstance(val, bytes) else None


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write the expectations of stories anew")
