"""Where content is read: in limited child processes, or in threads where children are forbidden, and then it is said."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from checker.fetching import content
from checker.foundation.model import Document

if TYPE_CHECKING:
    from checker.foundation.sandbox import Sandbox

_UNLIMITED_CAP = 2_000_000  # bytes that are read where nothing but their number bounds the cost
_SECONDS = 20.0  # for one source; a PDF of 20 MB takes a few

CHILDREN_FORBIDDEN = (
    "This process may not have child processes, so sources were read in threads: only their size was limited "
    f"(to {_UNLIMITED_CAP // 1_000_000} MB), not their memory or time."
)


class Reader:
    """Bodies to Documents, in children that are only started when there is something to read."""

    def __init__(self, workers: int = 2, seconds: float = _SECONDS) -> None:
        self._workers = workers
        self._seconds = seconds
        self._sandbox: Sandbox | None = None
        self.notices: tuple[str, ...] = ()

    def submit(self, body: bytes, content_type: str) -> Future[Document | str]:
        """Read one body; a child that is killed costs that one source."""
        sandbox = self._opened()
        outcome: Future[Document | str] = Future()
        if not sandbox.limited and len(body) > _UNLIMITED_CAP:
            outcome.set_result(f"more than {_UNLIMITED_CAP // 1_000_000} MB, where only size limits a reader")
            return outcome
        inner = sandbox.submit(content.read, body, content_type)
        inner.add_done_callback(lambda done: _hand_over(done, outcome))
        return outcome

    def close(self) -> None:
        """End the children, and keep nothing that was needed for them."""
        if self._sandbox is not None:
            from checker.foundation.sandbox import give_back  # noqa: PLC0415 - loaded with the first child

            self._sandbox.close()
            self._sandbox = None
            give_back()

    def _opened(self) -> Sandbox:
        if self._sandbox is None:
            from checker.foundation.sandbox import Sandbox  # noqa: PLC0415 - who only looks at links needs no children

            self._sandbox = Sandbox(
                workers=self._workers, seconds=self._seconds, preload=("checker.fetching.content.readers",)
            )
            if not self._sandbox.limited:
                self.notices = (CHILDREN_FORBIDDEN,)
        return self._sandbox


def _hand_over(done: Future[Document | str], outcome: Future[Document | str]) -> None:
    from checker.foundation.sandbox import Killed  # noqa: PLC0415 - loaded with the first child

    error = done.exception()
    if error is None:
        outcome.set_result(done.result())
    elif isinstance(error, Killed):
        outcome.set_result(f"reading was stopped: {error}")
    else:
        outcome.set_exception(error)
