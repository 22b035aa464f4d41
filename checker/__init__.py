"""checker: do an article's footnotes lead to sources that live, and do those sources bear the claims out?

`check()` is the whole program as a function: nothing is printed, no signal handler is set, no current directory is used.
Importing this package imports none of its rooms; they load when `check` is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.version import __version__

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from checker.fetching import Store, Transport
    from checker.foundation.model import Report
    from checker.foundation.settings import Settings
    from checker.pipeline import Progress

__all__ = ["Report", "Settings", "__version__", "check"]


def check(
    article: str | Path,
    bibliography: str | Path | Sequence[Path] | None = None,
    *,
    settings: Settings | None = None,
    transport: Transport | None = None,
    store: Store | None = None,
    now: Callable[[], dt.datetime] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check one article against its bibliography and report everything that was found.

    `str` is text, `Path` a file; without a bibliography the article's own list is used. `transport` and `store`
    replace the network and the cache, `now` the clock. Raises UsageError for files that cannot be read.
    """
    from checker.door import check_one  # noqa: PLC0415 - so that importing checker stays light

    return check_one(
        article, bibliography, settings=settings, transport=transport, store=store, now=now, progress=progress
    )


def __getattr__(name: str) -> object:
    """`checker.Settings` and `checker.Report`, loaded when first asked for."""
    if name == "Settings":
        from checker.foundation.settings import Settings  # noqa: PLC0415 - see above

        return Settings
    if name == "Report":
        from checker.foundation.model import Report  # noqa: PLC0415 - see above

        return Report
    raise AttributeError(f"module 'checker' has no attribute {name!r}")
