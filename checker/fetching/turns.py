"""One thread on which many hops take turns: each runs until it has to wait for a socket, for a look-up or for nothing more.

A hop is a coroutine that waits with `readable`, `writable`, `settled` and `turn` alone. Its deadline is kept here, in one
place: whatever it waits for, at its end DeadlinePassed is raised where it stands. What is ready goes before what is late,
so that a moment without the processor is nobody's time-out. asyncio could do this, at twice the cost of a hop.
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
    """The thread; started by the first hop, a daemon, so that it never holds up the end of the program."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._asleep = False
        self._handed_in: deque[tuple[_Task[Any], int]] = deque()
        self._ready: deque[tuple[_Task[Any], int, Exception | None]] = deque()
        self._alarms: list[tuple[float, int, _Task[Any], int | None]] = []
        self._count = 0
        self._tasks: set[_Task[Any]] = set()
        self._over: list[tuple[Future[Any], BaseException]] = []
        self._watched: dict[int, _Watched] = {}
        self._selector = selectors.DefaultSelector()
        self._bell, self._ear = socket.socketpair()
        self._bell.setblocking(False)
        self._ear.setblocking(False)

    def submit(self, steps: Coroutine[Any, None, T], seconds: float) -> Future[T]:
        """Run a coroutine with so many seconds until its deadline; any thread may call this."""
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                steps.close()
                future.cancel()
                return future
            self._hand_in(_Task(steps, future, time.monotonic() + seconds), 0)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
        return future

    def release(self, sock: socket.socket) -> None:
        """Forget a socket that is about to be closed."""
        if self._watched.pop(sock.fileno(), None) is not None:
            self._selector.unregister(sock)

    def close(self) -> None:
        """Break off what is under way, its futures cancelled, and end the thread."""
        with self._lock:
            begun, self._closed = not self._closed, True
        if not begun:
            return
        if self._thread is None:
            self._end()
        else:
            self._ring()
            self._thread.join(timeout=2.0)

    def _hand_in(self, task: _Task[Any], number: int) -> None:
        self._handed_in.append((task, number))
        if self._asleep:
            self._ring()

    def _ring(self) -> None:
        self._asleep = False
        with contextlib.suppress(OSError):  # full: it has been rung often enough
            self._bell.send(b"!")

    def _run(self) -> None:
        self._selector.register(self._ear, selectors.EVENT_READ)
        with contextlib.ExitStack() as at_the_end:
            at_the_end.callback(self._end)
            while not self._closed:
                self._look()
                for _ in range(len(self._ready)):
                    self._step(*self._ready.popleft())
                self._call_time()
                self._deliver()

    def _deliver(self) -> None:
        """Hand over what is over, all at once: whoever waits for it wants the interpreter, and would take it every time."""
        for future, error in self._over:
            if isinstance(error, StopIteration):
                future.set_result(error.value)
            else:
                future.set_exception(error)
        self._over.clear()

    def _look(self) -> None:
        """Collect who can go on, sleeping while nobody can."""
        self._asleep = True
        busy = self._ready or self._handed_in or self._closed
        wait = 0.0 if busy else max(0.0, self._alarms[0][0] - time.monotonic()) if self._alarms else None
        happened = self._selector.select(wait)
        self._asleep = False
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
        """Raise what is late in whoever still waits."""
        now = time.monotonic()
        while self._alarms and self._alarms[0][0] <= now:
            _, _, task, number = heapq.heappop(self._alarms)
            task.late = task.late or number is None
            if number is None or number == task.waits:
                self._step(task, task.waits, DeadlinePassed() if number is None else TimeoutError())

    def over(self, task: _Task[Any], error: BaseException) -> None:
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
        """Close everything; called on the thread itself, if there is one."""
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
        if error is None:
            return False
        self._turns.over(self._task, error)
        return True
