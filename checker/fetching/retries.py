"""When an address is asked again: tenacity's policies (`waiting`), asked by the scheduler, which waits for nobody.

429 and 503 honour Retry-After (RFC 9110 §10.2.3) up to a cap; resets and refused connections wait with jitter; a
time-out is asked again in a later pass, and only of a host that has answered something in this run. What a host
never answers costs one time-out: the next run is its second try.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.fetching.exchange import Answer, Exchange, Failure
from checker.foundation.model import Silence

LONGEST_WAIT = 60.0  # seconds; a server that asks for more is answered by not asking again in this run
_BUSY = (429, 503)
_BROKEN = (Silence.RESET, Silence.REFUSED)
_BREAKS_AFTER = {Silence.TIMEOUT: 1, Silence.REFUSED: 3, Silence.RESET: 5, Silence.UNREACHABLE: 3}


class Patience:
    """Decides whether and when the same address is asked again; `max_retries` further attempts at most."""

    def __init__(self, max_retries: int) -> None:
        self._max_retries = max_retries

    def wait(self, exchange: Exchange, attempt: int) -> float | None:
        """Seconds until the next attempt, or None when this one counts."""
        if not _is_passing(exchange):
            return None
        from checker.fetching import waiting  # noqa: PLC0415 - most runs need no second attempt

        seconds = waiting.seconds(exchange, attempt, self._max_retries)
        return seconds if seconds is not None and seconds <= LONGEST_WAIT else None

    def later(self, exchange: Exchange, attempt: int) -> bool:
        """True for a time-out that may be tried once more when everything else is done."""
        if attempt != 1 or not (isinstance(exchange, Failure) and exchange.why is Silence.TIMEOUT):
            return False
        return self._max_retries > 0


def _is_passing(exchange: Exchange) -> bool:
    """True for what may be gone in a moment."""
    if isinstance(exchange, Answer):
        return exchange.status in _BUSY
    return exchange.why in _BROKEN


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
