"""How long is waited before an address is asked again, and when that ends: tenacity's policies, loaded when first needed."""

from __future__ import annotations

import datetime as dt
import email.utils

import tenacity
from tenacity.wait import wait_base

from checker.fetching.exchange import Answer, Exchange


class _RetryAfter(wait_base):
    """Waits as long as the server asks for, or as `otherwise` says."""

    def __init__(self, otherwise: wait_base) -> None:
        self._otherwise = otherwise

    def __call__(self, retry_state: tenacity.RetryCallState) -> float:
        """Seconds to wait."""
        asked = _retry_after(retry_state.outcome.result()) if retry_state.outcome else None
        return float(self._otherwise(retry_state)) if asked is None else asked


_WAIT = _RetryAfter(tenacity.wait_exponential(multiplier=0.5, max=10.0) + tenacity.wait_random(0.0, 0.5))


def seconds(exchange: Exchange, attempt: int, max_retries: int) -> float | None:
    """Seconds until the next attempt after this one, or None when it was the last."""
    state = tenacity.RetryCallState(tenacity.Retrying(), None, (), {})
    state.attempt_number = attempt
    state.set_result(exchange)
    return None if tenacity.stop_after_attempt(max_retries + 1)(state) else _WAIT(state)


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
