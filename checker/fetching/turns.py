"""Many hops on one thread at a time, where they take turns: each runs until it has to wait for a socket or a look-up.

A hop is a coroutine that waits with `readable`, `writable`, `settled` and `turn` alone. Its deadline is kept here, in one
place: whatever it waits for, at its end DeadlinePassed is raised where it stands. What is ready goes before what is late,
so that a moment without the processor is nobody's time-out. asyncio could do this, at twice the cost of a hop.

Whoever waits for the hops drives them: two threads that are both busy hand the interpreter to and fro at every call into
the system, which costs as much as the hops. While nobody drives, a thread of their own does.
"""

from __future__ import annotations

import contextlib
import heapq
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Coroutine, Generator
from concurrent.futures import Future
from dataclasses import dataclass
from types import TracebackType, coroutine
from typing import Any, Generic, TypeAlias, TypeVar

from checker.fetching.failures import DeadlinePassed

T = TypeVar("T")

_LENT = 0.05  # seconds without being driven after which the thread stands in


@dataclass(frozen=True, slots=True)
class _Socket:
    """Wait until a socket can be read or written, or (TimeoutError) until a time."""

    fileno: int
    event: int
    until: float | None = None


_Wish: TypeAlias = _Socket | Future[Any] | None  # None: only let the others have a turn


@coroutine
def readable(sock: socket.socket) -> Generator[_Wish, None, None]:
    """Wait until there is something to receive."""
    yield _Socket(sock.fileno(), selectors.EVENT_READ)


@coroutine
def writable(sock: socket.socket, until: float | None = None) -> Generator[_Wish, None, None]:
    """Wait until something can be sent, or a connection is made or failed; TimeoutError at `until` (monotonic)."""
    yield _Socket(sock.fileno(), selectors.EVENT_WRITE, until)


@coroutine
def settled(future: Future[Any]) -> Generator[_Wish, None, None]:
    """Wait until a future of another thread is done."""
    if not future.done():
        yield future


@coroutine
def turn() -> Generator[_Wish, None, None]:
    """Let the others have their turn."""
    yield None


@dataclass(slots=True, eq=False)
class _Task(Generic[T]):
    """A hop under way. `waits` numbers what it waits for, so that what comes too late wakes nobody."""

    steps: Coroutine[_Wish, None, T] | None
    future: Future[T] | None
    end: float
    waits: int = 0
    late: bool = False


@dataclass(slots=True)
class _Watched:
    """A socket that the selector knows, and who waits for it."""

    event: int
    task: _Task[Any] | None = None


class Turns:
    """The hops under way. Their own thread is a daemon, so that it never holds up the end of the program.

    What follows `_running` in `__init__` belongs to whoever holds it.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._asleep = False
        self._called = False
        self._driven = 0.0  # when somebody last drove
        self._wanted = threading.Event()  # somebody wants to drive
        self._handed_in: deque[tuple[_Task[Any], int]] = deque()
        self._running = threading.Lock()
        self._looked = 0.0
        self._unheard = False  # the thread has handed something over since somebody drove
        self._ready: deque[tuple[_Task[Any], int, Exception | None]] = deque()
        self._alarms: list[tuple[float, int, _Task[Any], int | None]] = []
        self._count = 0
        self._tasks: set[_Task[Any]] = set()
        self._over: deque[tuple[Future[Any], Exception]] = deque()
        self._watched: dict[int, _Watched] = {}
        self._selector = selectors.DefaultSelector()
        self._bell, self._ear = socket.socketpair()
        self._bell.setblocking(False)
        self._ear.setblocking(False)
        self._selector.register(self._ear, selectors.EVENT_READ)

    def submit(self, steps: Coroutine[Any, None, T], seconds: float) -> Future[T]:
        """Run a coroutine with so many seconds until its deadline; any thread may call this."""
        future: Future[T] = Future()
        with self._lock:
            if self._closing.is_set():
                steps.close()
                future.cancel()
                return future
            self._hand_in(_Task(steps, future, time.monotonic() + seconds), 0)
            if self._thread is None:
                self._thread = threading.Thread(target=self._stand_in, name=self._name, daemon=True)
                self._thread.start()
        return future

    def drive(self, seconds: float | None) -> None:
        """Let the hops go on, at most so many seconds, until something has happened or `wake` was called."""
        if not self._running.acquire(blocking=False):
            self._wanted.set()
            try:
                self.wake()
                self._running.acquire()
            finally:
                self._wanted.clear()
        try:
            if not self._closing.is_set():
                self._round(0.0 if self._unheard else seconds)
        finally:
            self._unheard = False
            self._driven = time.monotonic()
            self._running.release()

    def wake(self) -> None:
        """End a `drive` that waits, or else the next one; any thread may call this."""
        self._called = True
        if self._asleep:
            self._ring()

    def release(self, sock: socket.socket) -> None:
        """Forget a socket that is about to be closed."""
        if self._watched.pop(sock.fileno(), None) is not None:
            self._selector.unregister(sock)

    def close(self) -> None:
        """Break off what is under way, its futures cancelled, and end the thread."""
        with self._lock:
            if self._closing.is_set():
                return
            self._closing.set()
        self.wake()
        with self._running:
            self._end()
        if self._thread is not None:
            self._thread.join(timeout=2.0)

    def _hand_in(self, task: _Task[Any], number: int) -> None:
        self._handed_in.append((task, number))
        if self._asleep:
            self._ring()

    def _ring(self) -> None:
        self._asleep = False
        with contextlib.suppress(OSError):  # full: it has been rung often enough
            self._bell.send(b"!")

    def _stand_in(self) -> None:
        """What the thread does: drive while nobody else does."""
        while not self._closing.is_set():
            lent = self._driven + _LENT - time.monotonic()
            if lent > 0:
                self._closing.wait(lent)
            elif not self._wanted.is_set() and self._running.acquire(blocking=False):
                try:
                    while not (self._wanted.is_set() or self._closing.is_set()):
                        self._round(None)
                finally:
                    self._running.release()
            else:
                self._closing.wait(_LENT)

    def _round(self, seconds: float | None) -> None:
        self._look(seconds)
        for _ in range(len(self._ready)):
            self._step(*self._ready.popleft())
        self._call_time()
        self._deliver()

    def _deliver(self) -> None:
        """Hand over what is over, all at once."""
        while self._over:
            self._unheard = True
            future, error = self._over.popleft()
            if isinstance(error, StopIteration):
                future.set_result(error.value)
            else:
                future.set_exception(error)

    def _look(self, seconds: float | None) -> None:
        """Collect who can go on, sleeping while nobody can."""
        self._looked = time.monotonic()
        self._asleep = True
        if self._ready or self._handed_in or self._called or self._closing.is_set():
            seconds = 0.0
        elif self._alarms:
            until = max(0.0, self._alarms[0][0] - self._looked)
            seconds = until if seconds is None else min(seconds, until)
        happened = self._selector.select(seconds)
        self._asleep = self._called = False
        for key, _ in happened:
            watched = self._watched.get(key.fd)
            if watched is None:
                with contextlib.suppress(BlockingIOError):
                    self._ear.recv(4096)
            elif watched.task is None:  # nobody waits for it: it would be heard of again and again
                del self._watched[key.fd]
                self._selector.unregister(key.fd)
            else:
                task, watched.task = watched.task, None
                self._ready.append((task, task.waits, None))
        while self._handed_in:
            task, number = self._handed_in.popleft()
            if not number:
                self._tasks.add(task)
                self._set_alarm(task.end, task, None)
            self._ready.append((task, number, None))

    def _step(self, task: _Task[Any], number: int, error: Exception | None) -> None:
        """Let a task run to its next wish, unless it has gone on already."""
        if task.steps is None or number != task.waits:
            return
        with _Ending(self, task):
            task.waits += 1
            self._grant(task, task.steps.send(None) if error is None else task.steps.throw(error))

    def _grant(self, task: _Task[Any], wish: _Wish) -> None:
        number = task.waits
        if task.late:
            self._ready.append((task, number, DeadlinePassed()))
        elif wish is None:
            self._ready.append((task, number, None))
        elif isinstance(wish, Future):
            wish.add_done_callback(lambda _: self._hand_in(task, number))
        else:
            self._watch(task, wish)
            if wish.until is not None:
                self._set_alarm(wish.until, task, number)

    def _watch(self, task: _Task[Any], wish: _Socket) -> None:
        watched = self._watched.get(wish.fileno)
        if watched is None:
            self._selector.register(wish.fileno, wish.event)
            watched = self._watched[wish.fileno] = _Watched(wish.event)
        elif watched.event != wish.event:
            self._selector.modify(wish.fileno, wish.event)
            watched.event = wish.event
        watched.task = task

    def _set_alarm(self, at: float, task: _Task[Any], number: int | None) -> None:
        self._count += 1
        heapq.heappush(self._alarms, (at, self._count, task, number))

    def _call_time(self) -> None:
        """Raise what is late in whoever still waits: what was late already when it was last looked who can go on."""
        while self._alarms and self._alarms[0][0] <= self._looked:
            _, _, task, number = heapq.heappop(self._alarms)
            task.late = task.late or number is None
            if number is None or number == task.waits:
                self._step(task, task.waits, DeadlinePassed() if number is None else TimeoutError())

    def over(self, task: _Task[Any], error: Exception) -> None:
        """A task has come to its end, with what it returns in a StopIteration."""
        future = self._forget(task)
        if future is not None:
            self._over.append((future, error))

    def _forget(self, task: _Task[Any]) -> Future[Any] | None:
        """Take a task off the list; its alarm may lie about for a while, and must hold nothing."""
        future, task.future, task.steps = task.future, None, None
        self._tasks.discard(task)
        return future

    def _end(self) -> None:
        """Close everything."""
        self._deliver()
        handed_in = [task for task, number in self._handed_in if not number]
        for task in [*self._tasks, *handed_in]:
            steps, future = task.steps, self._forget(task)
            if steps is not None:
                steps.close()
            if future is not None:
                future.cancel()
        self._watched.clear()
        self._selector.close()
        self._bell.close()
        self._ear.close()


class _Ending:
    """A block in which a task may come to its end: what it returns or raises goes to its future, not to the thread."""

    def __init__(self, turns: Turns, task: _Task[Any]) -> None:
        self._turns = turns
        self._task = task

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> bool:
        """Hand the outcome over."""
        if not isinstance(error, Exception):  # none, or Ctrl-C, which is not the hop's
            return False
        self._turns.over(self._task, error)
        return True
