"""Running text told from menus: what a page says, line by line."""

from __future__ import annotations

import re

_RUNNING = 80  # code points: a line that is longer is running text even without a full stop
_STOP = re.compile(r"[.!?…。！？]\W?$")
_CREDIT = re.compile(r"^(?:©|\(c\)|copyright\b)|all rights reserved", re.IGNORECASE)


def prose(text: str) -> list[str]:
    """The lines of running text; menus, which are short lines without a full stop, and credits are left out."""
    lines = (row.strip() for row in text.splitlines())
    return [row for row in lines if (len(row) >= _RUNNING or _STOP.search(row)) and not _CREDIT.search(row)]
