"""The memory of links between runs: who failed how often, so that one bad night accuses nobody.

The life cycle is InternetArchiveBot's: a link is dead after three failures, each counted at least 72 hours after the one
before, and one answer wipes the slate clean (meta.wikimedia.org/wiki/InternetArchiveBot/How_the_bot_fixes_broken_links).
`reports/link-history.json` keeps it: one URL a line, sorted, every line alike, so that diffs are small and merges by line
come out right.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, assert_never

from checker.foundation.model import Health, History, LinkVerdict

STRIKES = 3
APART = dt.timedelta(hours=72)
# A link that stays alive has its date renewed no oftener, so that the file does not change at every run.
RENEWED = dt.timedelta(days=7)

_TIMES = ("first_failed", "last_failed", "last_alive")


def remember(history: History | None, verdict: LinkVerdict, now: dt.datetime) -> History:
    """The memory after one more verdict; `now` is when the answer (or the silence) was met, with its time zone.

    Remembering the same verdict twice changes nothing more (but for a clock that went back). What was not asked, and a bad certificate, neither count nor
    reset.
    """
    known = history or History(url=verdict.url)
    match verdict.health:
        case Health.OK | Health.MOVED | Health.BLOCKED:
            return _alive(known, verdict.health, now)
        case Health.DEAD | Health.UNSTABLE:
            return replace(failed(known, now), health=verdict.health)
        case Health.INSECURE:
            return replace(known, health=verdict.health)
        case Health.UNSAFE | Health.UNCHECKED:
            return known
        case _:
            assert_never(verdict.health)


def failed(history: History | None, now: dt.datetime, url: str = "") -> History:
    """The memory after one more failure at `now`; a failure sooner than 72 hours after the last is no new one.

    When `now` is before the last failure, a clock was wrong then or is wrong now: nothing of either counts, and the
    memory starts anew with the next failure.
    """
    known = history or History(url=url)
    if known.failures == 0 or known.last_failed is None:
        return replace(known, failures=1, first_failed=now, last_failed=now)
    if now < known.last_failed:
        return replace(known, failures=1, first_failed=None, last_failed=None)
    if now - known.last_failed < APART:
        return known
    return replace(known, failures=known.failures + 1, last_failed=now)


def _alive(known: History, health: Health, now: dt.datetime) -> History:
    seen = known.last_alive
    fresh = known.failures == 0 and seen is not None and dt.timedelta(0) <= now - seen < RENEWED
    return History(known.url, last_alive=seen if fresh else now, health=health)


def render(histories: Mapping[str, History] | Iterable[History]) -> str:
    """The text of link-history.json: a JSON object with one URL a line, sorted, `"schema": 1` at its end.

    What was never asked leaves no line. The schema stands last so that every URL's line ends in a comma.
    """
    known = histories.values() if isinstance(histories, Mapping) else histories
    by_url = {history.url: history for history in known if history.health is not Health.UNCHECKED or history.failures}
    lines = [f"{json.dumps(url, ensure_ascii=False)}: {_row(by_url[url])}," for url in sorted(by_url)]
    return "\n".join(["{", *lines, '"schema": 1', "}", ""])


def _row(history: History) -> str:
    row: dict[str, Any] = {"health": history.health.value}
    if history.failures:
        row["failures"] = history.failures
    for name in _TIMES:
        moment: dt.datetime | None = getattr(history, name)
        if moment is not None:
            row[name] = moment.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return json.dumps(row)


def parse(text: str) -> tuple[dict[str, History], str | None]:
    """The memory by URL, and the sentence that says what is wrong with the file, if anything is.

    A damaged file (conflict marks of a merge among it) gives no memory at all: forgetting accuses nobody. A line that
    cannot be read is left out and said. Where a merge left two lines for one URL, the younger one counts.
    """
    if not text.strip():
        return {}, None
    try:
        pairs = json.loads(text, object_pairs_hook=list)
    except (ValueError, RecursionError) as error:
        return {}, f"it is not JSON ({error}); it was set aside, and the memory of links starts anew"
    if not isinstance(pairs, list) or ("schema", 1) not in [tuple(pair) for pair in pairs if _is_pair(pair)]:
        return {}, "it is not a link history of schema 1; it was set aside, and the memory of links starts anew"
    histories: dict[str, History] = {}
    unread: list[str] = []
    for url, row in (pair for pair in pairs if pair[0] != "schema"):
        history = _history(url, row)
        if history is None:
            unread.append(url)
        elif url not in histories or _latest(history) > _latest(histories[url]):
            histories[url] = history
    problem = f"{len(unread)} lines cannot be read and were left out, the first one for {unread[0]}" if unread else None
    return histories, problem


def _is_pair(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str)


def _history(url: str, row: Any) -> History | None:
    if not isinstance(row, list) or not all(_is_pair(pair) for pair in row):
        return None
    fields = dict(row)
    failures = fields.get("failures", 0)
    if not isinstance(failures, int) or isinstance(failures, bool) or not 0 <= failures < 10_000:
        return None
    try:
        times = {name: _moment(fields[name]) for name in _TIMES if name in fields}
        return History(url, failures=failures, health=Health(fields.get("health", "")), **times)
    except (ValueError, TypeError, OverflowError):
        return None


def _moment(written: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(written)
    return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)


def _latest(history: History) -> dt.datetime:
    known = [moment for moment in (history.last_failed, history.last_alive) if moment is not None]
    return max(known, default=dt.datetime.min.replace(tzinfo=dt.UTC))
