"""Daemon threads for hops: unlike those of ThreadPoolExecutor, they never hold up the end of the program.

A hop ends at its deadline at the latest; whoever presses Ctrl-C twice does not have to wait for it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from types import TracebackType
from typing import Generic, TypeVar

A = TypeVar("A")
R = TypeVar("R")


class Workers(Generic[A, R]):
    """Calls `function` on at most `most` threads, which are started as they are needed."""

    def __init__(self, function: Callable[[A], R], most: int, name: str) -> None:
        self._function = function
        self._most = most
        self._name = name
        self._tasks: SimpleQueue[tuple[A, Future[R]] | None] = SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._lock = threading.Lock()
        self._started = 0
        self._closed = False

    def submit(self, argument: A) -> Future[R]:
        """Call the function with `argument` on a thread; the future carries what it returns or raises."""
        future: Future[R] = Future()
        with self._lock:
            if self._closed:
                future.cancel()
                return future
            self._tasks.put((argument, future))
            if not self._idle.acquire(blocking=False) and self._started < self._most:
                self._started += 1
                threading.Thread(target=self._work, name=f"{self._name}-{self._started}", daemon=True).start()
        return future

    def close(self) -> None:
        """Let the threads end once their task is over; tasks that have not begun are never called."""
        with self._lock:
            self._closed = True
            while not self._tasks.empty():
                task = self._tasks.get()
                if task is not None:
                    task[1].cancel()
            for _ in range(self._started):
                self._tasks.put(None)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            argument, future = task
            with _Carried(future):
                future.set_result(self._function(argument))
            del task, argument, future
            self._idle.release()


class _Carried(Generic[R]):
    """A block whose exception belongs to whoever waits for the future, not to the thread."""

    def __init__(self, future: Future[R]) -> None:
        self._future = future

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> bool:
        """Hand the exception on."""
        if error is not None:
            self._future.set_exception(error)
        return True
