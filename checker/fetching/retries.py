"""When an address is asked again: tenacity's policies, asked by the scheduler, which waits for nobody.

429 and 503 honour Retry-After (RFC 9110 §10.2.3) up to a cap; resets and refused connections wait with jitter; a
time-out is asked again in a later pass, and only of a host that has answered something in this run. What a host
never answers costs one time-out: the next run is its second try.
"""

from __future__ import annotations

import datetime as dt
import email.utils
from dataclasses import dataclass

import tenacity
from tenacity.wait import wait_base

from checker.fetching.exchange import Answer, Exchange, Failure
from checker.foundation.model import Silence

LONGEST_WAIT = 60.0  # seconds; a server that asks for more is answered by not asking again in this run
_BUSY = (429, 503)
_BROKEN = (Silence.RESET, Silence.REFUSED)
_BREAKS_AFTER = {Silence.TIMEOUT: 1, Silence.REFUSED: 3, Silence.RESET: 5, Silence.UNREACHABLE: 3}


class _RetryAfter(wait_base):
    """Waits as long as the server asks for, or as `otherwise` says."""

    def __init__(self, otherwise: wait_base) -> None:
        self._otherwise = otherwise

    def __call__(self, retry_state: tenacity.RetryCallState) -> float:
        """Seconds to wait."""
        asked = _retry_after(retry_state.outcome.result()) if retry_state.outcome else None
        return float(self._otherwise(retry_state)) if asked is None else asked


class Patience:
    """Decides whether and when the same address is asked again; `max_retries` further attempts at most."""

    def __init__(self, max_retries: int) -> None:
        self._stop = tenacity.stop_after_attempt(max_retries + 1)
        self._wait = _RetryAfter(tenacity.wait_exponential(multiplier=0.5, max=10.0) + tenacity.wait_random(0.0, 0.5))

    def wait(self, exchange: Exchange, attempt: int) -> float | None:
        """Seconds until the next attempt, or None when this one counts."""
        if not _is_passing(exchange):
            return None
        state = tenacity.RetryCallState(tenacity.Retrying(), None, (), {})
        state.attempt_number = attempt
        state.set_result(exchange)
        if self._stop(state):
            return None
        seconds = self._wait(state)
        return seconds if seconds <= LONGEST_WAIT else None

    def later(self, exchange: Exchange, attempt: int) -> bool:
        """True for a time-out that may be tried once more when everything else is done."""
        if attempt != 1 or not (isinstance(exchange, Failure) and exchange.why is Silence.TIMEOUT):
            return False
        state = tenacity.RetryCallState(tenacity.Retrying(), None, (), {})
        state.attempt_number = attempt
        return not self._stop(state)


def _is_passing(exchange: Exchange) -> bool:
    """True for what may be gone in a moment."""
    if isinstance(exchange, Answer):
        return exchange.status in _BUSY
    return exchange.why in _BROKEN


def _retry_after(exchange: Exchange) -> float | None:
    """The seconds that an answer asks to wait: a number, or a date counted from the answer's own Date header."""
    if not isinstance(exchange, Answer):
        return None
    said = (exchange.header("retry-after") or "").strip()
    if said.isascii() and said.isdigit():
        return float(said[:9])
    until, since = _http_date(said), _http_date(exchange.header("date") or "")
    return max(0.0, (until - since).total_seconds()) if until and since else None


def _http_date(text: str) -> dt.datetime | None:
    try:
        date = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=dt.UTC)


@dataclass(slots=True)
class _Record:
    answered: bool = False
    failed: dict[Silence, int] | None = None


class Breakers:
    """What each host has done in this run; a host that only ever fails the same way is not asked again."""

    def __init__(self) -> None:
        self._records: dict[tuple[str, int], _Record] = {}

    def note(self, host: str, port: int, exchange: Exchange) -> None:
        """Remember an exchange with a host."""
        record = self._records.setdefault((host, port), _Record())
        if isinstance(exchange, Answer):
            record.answered = True
        else:
            record.failed = record.failed or {}
            record.failed[exchange.why] = record.failed.get(exchange.why, 0) + 1

    def has_answered(self, host: str, port: int) -> bool:
        """True when the host has given any HTTP answer in this run."""
        record = self._records.get((host, port))
        return record is not None and record.answered

    def open(self, host: str, port: int) -> Failure | None:
        """The Failure to give instead of asking, when the breaker of this host is open."""
        record = self._records.get((host, port))
        if record is None or record.answered or not record.failed:
            return None
        for why, most in _BREAKS_AFTER.items():
            if record.failed.get(why, 0) >= most:
                return Failure(why, f"{host} was not asked again: it has answered nothing in this run ({why.value}).")
        return None
