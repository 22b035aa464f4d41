"""`--save`: asks the Wayback Machine's Save Page Now for sources that it has no copy of yet.

The keys come from the environment (SPN_ACCESS_KEY, SPN_SECRET_KEY; archive.org/account/s3.php gives them) and are sent to
web.archive.org alone, over https: a configuration that a stranger may edit cannot lead them anywhere else. A server on
loopback is allowed for trying things out.
"""

from __future__ import annotations

import ipaddress
import os
import time
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

from checker.fetching import Answer, Line, Resolver
from checker.fetching.exchange import Exchange
from checker.foundation.errors import UsageError
from checker.foundation.settings import Settings
from checker.links import saving
from checker.links.saving import Saving

ACCESS, SECRET = "SPN_ACCESS_KEY", "SPN_SECRET_KEY"
_AT_ONCE = 4  # captures under way; an account may have some more (section "Limitations")
_PAUSE = 5.0  # seconds between two questions how far they are
_PATIENCE = 36  # such questions: three minutes, after which the archive goes on without us


class Saver:
    """Called with addresses, gives a sentence for each as it is saved, refused or left to the archive."""

    def __init__(
        self,
        settings: Settings,
        *,
        resolver: Resolver | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """UsageError without keys, or for an archive that the keys are not for."""
        access, secret = os.environ.get(ACCESS, ""), os.environ.get(SECRET, "")
        if not (access and secret):
            raise UsageError(
                f"--save needs the keys of an archive.org account in {ACCESS} and {SECRET}; "
                "https://archive.org/account/s3.php gives them."
            )
        if not _is_the_archive(settings.wayback):
            raise UsageError(
                f"--save would send your keys to {settings.wayback}; they are for https://web.archive.org/ alone. "
                "Correct `wayback` in checker.toml."
            )
        self._settings = settings
        self._resolver = resolver
        self._pause = pause
        self._headers = (("Accept", "application/json"), ("Authorization", f"LOW {access}:{secret}"))

    def __call__(self, urls: Sequence[str]) -> Iterator[str]:
        """A sentence for every address."""
        with Line(self._settings, resolver=self._resolver) as line:
            for first in range(0, len(urls), _AT_ONCE):
                yield from self._several(line, urls[first : first + _AT_ONCE])

    def _several(self, line: Line, urls: Sequence[str]) -> Iterator[str]:
        waiting: dict[str, str] = {}
        for url in urls:
            form = (("Content-Type", saving.FORM),)
            exchange = line.ask(saving.save_address(self._settings), (*self._headers, *form), saving.save_form(url))
            yield from self._told(url, exchange, waiting)
        for _ in range(_PATIENCE):
            if not waiting:
                return
            self._pause(_PAUSE)
            for url, job in list(waiting.items()):
                yield from self._told(url, line.ask(saving.status_address(job, self._settings), self._headers), waiting)
        yield from (f"{url} is still being saved by the Wayback Machine (job {job})." for url, job in waiting.items())

    def _told(self, url: str, exchange: Exchange, waiting: dict[str, str]) -> Iterator[str]:
        """The sentence for an address that is settled; one that is not waits under its job."""
        if isinstance(exchange, Answer):
            state = saving.read_saving(exchange.status, exchange.body, url, self._settings)
        else:
            state = Saving(refused=exchange.detail.rstrip("."))
        waiting.pop(url, None)
        if state.job:
            waiting[url] = state.job
        elif state.copy:
            yield f"{url} was saved: {state.copy}"
        else:
            yield f"{url} was not saved: {state.refused.rstrip('.')}."


def _is_the_archive(base: str) -> bool:
    parts = urlsplit(base)
    try:
        loopback = ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        loopback = False
    return loopback or (parts.scheme == "https" and parts.netloc == "web.archive.org")
