"""Child processes with limits: what strangers wrote is parsed where it can only hurt itself.

A Sandbox runs module-level functions in a few children, each under a wall limit per task and a memory limit
(RLIMIT_AS, where the system has it). A child that hangs, dies or eats its memory costs that one task: its future
raises Killed, and a new child takes the place. A Crew does much of the same kind over all cores. Children are forked from a clean server process or spawned, never
forked from this process, whose threads may hold locks. Where children are forbidden (a daemonic worker of another
pool), tasks run in threads without limits and `limited` is False: callers must then cap sizes themselves, and say so.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.context
import os
import sys
import threading
import types
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor, TimeoutError as FutureTimeout
from types import TracebackType
from typing import Any, Self, TypeVar

A = TypeVar("A")
T = TypeVar("T")

MEMORY = 2_000_000_000  # bytes of address space of a child; libraries map about 400 MB before they parse anything
SECONDS = 20.0  # of one task
_SPREAD_SECONDS = 120.0  # of one task of a Crew: our own work on long texts, on a machine that is busy
_MOST_CORES = 8  # beyond that, handing out the tasks is what takes long
_UNDER_WAY = 3  # tasks a core
_TASKS_OF_ONE_CHILD = 500  # then it is replaced: what a parser leaks stays bounded
_GARBAGE = 50_000  # containers more than were let go, from which a child looks for cycles among them; 700 costs a tenth of its time
_MAIN_LOCK = threading.Lock()


class Killed(Exception):
    """A task did not end well: too long, too much memory, a crash, an error of the parser; `str()` says which."""


class Sandbox:
    """Runs functions in limited children; `preload` are modules that children should have imported already."""

    def __init__(
        self,
        *,
        workers: int = 2,
        seconds: float = SECONDS,
        memory: int = MEMORY,
        preload: Sequence[str] = (),
    ) -> None:
        self.limited = not multiprocessing.current_process().daemon
        self._seconds = seconds
        self._threads: Executor | None = None
        self._pool: Any = None
        if self.limited:
            from pebble import ProcessPool  # noqa: PLC0415 - who only needs `settle` is spared it

            self._pool = ProcessPool(
                max_workers=workers,
                max_tasks=_TASKS_OF_ONE_CHILD,
                initializer=_limit,
                initargs=(memory,),
                context=_context(preload),
            )
        else:
            self._threads = ThreadPoolExecutor(workers, thread_name_prefix="parse")

    def submit(self, function: Callable[..., T], *arguments: Any) -> Future[T]:
        """Run a module-level function in a child; the future raises Killed when it does not end well."""
        outcome: Future[T] = Future()
        if self._threads is not None:
            inner: Future[T] = self._threads.submit(function, *arguments)
        else:
            inner = self._pool.schedule(function, args=list(arguments), timeout=self._seconds)
        inner.add_done_callback(lambda done: _hand_over(done, outcome, self._seconds))
        return outcome

    def close(self) -> None:
        """End the children; tasks that have not ended are given up."""
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)
        else:
            self._pool.stop()
            self._pool.join()


class Crew:
    """Does much of the same kind over all cores: a context manager whose children start with the first task.

    Where children are forbidden, or on one core, this process does it all itself, without limits.
    """

    def __init__(self) -> None:
        self._sandbox: Sandbox | None = None

    def __enter__(self) -> Self:
        """The Crew itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the children."""
        self.close()

    def spread(self, function: Callable[[A], T], tasks: Sequence[A]) -> Iterator[T | str]:
        """Call a module-level function with every task: results in order, a sentence for what did not end well.

        At most a few tasks a core are under way, so that neither tasks nor results heap up.
        """
        cores = min(_cores(), _MOST_CORES)
        if cores < 2 or multiprocessing.current_process().daemon:
            yield from map(function, tasks)
            return
        self._sandbox = self._sandbox or Sandbox(workers=cores, seconds=_SPREAD_SECONDS)
        under_way: deque[Future[T | str]] = deque()
        try:
            for task in tasks:
                under_way.append(self._sandbox.submit(function, task))
                if len(under_way) >= cores * _UNDER_WAY:
                    yield _result(under_way.popleft())
            while under_way:
                yield _result(under_way.popleft())
        finally:
            if under_way:  # whoever asked has gone away
                self.close()

    def close(self) -> None:
        """End the children; tasks that have not ended are given up."""
        if self._sandbox is not None:
            self._sandbox.close()
            self._sandbox = None


def _result(done: Future[T | str]) -> T | str:
    """What a task gave, or why it gave nothing."""
    try:
        return done.result()
    except Killed as killed:
        return str(killed)


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _hand_over(done: Future[T], outcome: Future[T], seconds: float) -> None:
    """The result of a task, or Killed with what happened to it."""
    error = CancelledError() if done.cancelled() else done.exception()
    if error is None:
        outcome.set_result(done.result())
    elif isinstance(error, Exception):
        outcome.set_exception(Killed(_what_happened(error, seconds)))
    else:
        outcome.set_exception(error)


def _what_happened(error: Exception, seconds: float) -> str:
    """The end of a task in words."""
    from pebble import ProcessExpired  # noqa: PLC0415 - loaded by the Sandbox

    match error:
        case FutureTimeout() | TimeoutError():
            return f"it took more than {seconds:g} seconds"
        case CancelledError():
            return "it was given up"
        case ProcessExpired():
            return f"the parser died (exit code {error.exitcode})"
        case MemoryError():
            return "it needed too much memory"
        case _:
            return f"the parser failed ({type(error).__name__})"


def give_back() -> None:
    """Hand memory that is free back to the system, where the C library can (glibc): bodies of pages left holes of 15 MB."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(ImportError, OSError, AttributeError):
        import ctypes  # noqa: PLC0415 - for this alone

        ctypes.CDLL(None).malloc_trim(0)


def settle() -> None:
    """What any child does first: seldom look for garbage, and end when its parent is no more.

    A parent that is killed cannot end its children, and one that waits for tasks would wait for ever.
    """
    import gc  # noqa: PLC0415 - a child's business alone

    gc.freeze()  # what was loaded stays; what a task makes is mostly lists and texts that no cycle keeps
    gc.set_threshold(_GARBAGE)
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limit(memory: int) -> None:
    """What a child of a Sandbox does first: bound its memory, and leave Ctrl-C to the parent."""
    import signal  # noqa: PLC0415 - a child's business alone

    settle()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)


class _CleanSpawn(multiprocessing.context.SpawnProcess):
    """A spawned child that does not import the caller's script again."""

    @staticmethod
    def _Popen(process_obj: Any) -> Any:  # noqa: N802 - multiprocessing's name
        return _without_main(multiprocessing.context.SpawnProcess._Popen, process_obj)  # noqa: SLF001 - the hook that contexts override


class _SpawnContext(multiprocessing.context.SpawnContext):
    Process = _CleanSpawn


if sys.platform != "win32":

    class _CleanFork(multiprocessing.context.ForkServerProcess):
        """A child of the fork server that does not import the caller's script again."""

        @staticmethod
        def _Popen(process_obj: Any) -> Any:  # noqa: N802 - multiprocessing's name
            return _without_main(multiprocessing.context.ForkServerProcess._Popen, process_obj)  # noqa: SLF001 - the hook that contexts override

    class _ForkContext(multiprocessing.context.ForkServerContext):
        Process = _CleanFork


def _context(preload: Sequence[str]) -> Any:
    """The fork server where there is one (children start in milliseconds), spawning elsewhere."""
    if sys.platform == "win32" or "forkserver" not in multiprocessing.get_all_start_methods():
        return _SpawnContext()
    context = _ForkContext()
    context.set_forkserver_preload(["pebble", *preload])  # whose code every child of a Sandbox begins with
    return context


def _without_main(start: Callable[[Any], Any], process: Any) -> Any:
    """Start a child while `__main__` looks empty.

    multiprocessing would import the caller's script in every child, so that a script which calls `check()` without
    an `if __name__ == "__main__"` would run itself anew; our tasks never come from there.
    """
    with _MAIN_LOCK:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = types.ModuleType("__main__")
        try:
            return start(process)
        finally:
            sys.modules["__main__"] = main
