"""The clock, read here alone; everything else is handed a `now`."""

from __future__ import annotations

import datetime as dt


def utc_now() -> dt.datetime:
    """The time in UTC, to the second: reports and histories need no more, and diff better."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
