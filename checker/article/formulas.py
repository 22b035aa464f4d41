"""Formulas inside sentences: `$48$` and `$h = 3.5$` are words of theirs, with figures to be checked; all others are left out.

No marker is looked for in what is written here.
"""

from __future__ import annotations

import re

from checker.article.prose import Prose

_SPOKEN = re.compile(r"(?:[^\W_]|[\s.,=<>+/%'-]|\{,\}|\\[,;% ]|~){1,60}")
_SIGN = re.compile(r"\{,\}|\\[,;% ]|~")
_PRINTED = {"{,}": ",", "\\%": "%"}


def write(pen: Prose, start: int, end: int) -> None:
    """Write the formula between its signs at `start`..`end`, if nothing but letters, figures and relations stand in it."""
    if not _SPOKEN.fullmatch(pen.source, start, end):
        return
    at = start
    for found in _SIGN.finditer(pen.source, start, end):
        pen.take(at, found.start(), protected=True)
        pen.put(_PRINTED.get(found[0], " "), found.start())
        at = found.end()
    pen.take(at, end, protected=True)
