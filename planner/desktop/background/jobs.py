"""Jobs for worker threads: values in, a value or an exception out, told in the GUI thread."""

import gc
import weakref
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QDeadlineTimer, QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

EXPORTS = "exports"
"""The queue of files written for others."""
LIBRARY = "saves"
"""The queue of all that changes the library, in the order it was asked for: what is typed, too.

What reads a client to store it with something new, such as a plan, would else undo what is saved meanwhile.
"""
IDLE = "idle"
"""The queue of what is made ready before anybody asks for it."""
_GIVEN_UP = ("", IDLE)
"""Of these nothing is begun any more when the window closes."""
_WITHIN_PATIENCE = (*_GIVEN_UP, EXPORTS)
"""Nobody waits longer than a moment for these when the window closes."""

T = TypeVar("T")


class Job(Generic[T]):
    """A piece of background work, and the callbacks for its value (`done`) or its exception (`failed`)."""

    def __init__(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        _require_values(work)
        self._work: Callable[[], T] | None = work
        self._done = weakly_held(done)
        self._failed = weakly_held(failed)
        self._result: T | None = None
        self._error: Exception | None = None
        self._cancelled = False

    def cancel(self) -> None:
        """Call neither callback. Work that has not begun is left out; work that runs is not stopped."""
        self._cancelled = True

    def carry_out(self) -> None:
        """Do the work in the calling thread and keep what came of it for `deliver`; nothing if cancelled."""
        work, self._work = self._work, None
        if self._cancelled or work is None:
            return
        try:
            self._result = work()
        except Exception as error:  # noqa: BLE001 - whatever went wrong is the caller's to tell
            self._error = error

    def deliver(self) -> None:
        """Call `done` or `failed`, unless cancelled or the QObject that the callback belongs to is gone."""
        done, failed = self._done(), self._failed()
        self._done = self._failed = _nobody
        if self._cancelled:
            return
        if self._error is not None:
            if failed is not None:
                failed(self._error)
        elif done is not None:
            done(self._result)


class Jobs(QObject):
    """Runs jobs on worker threads and hands their results back on the thread it was made in.

    Jobs of one `queue` run one after another in the order they were handed over, jobs without one side
    by side. What writes has a queue and is carried out even if the window closes; a job without one is
    only looked at, and given up when the window closes. EXPORTS and IDLE: see `stop`.
    """

    def __init__(self, pool: QThreadPool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courier = _ResultRelay()
        self._lanes = {"": _SerialQueue(pool or QThreadPool(), self._courier)}
        self._courier.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        # The threads run Python: they must be idle before the interpreter, or this object, goes.
        self._collection = _Collection()
        weakref.finalize(self, _drain, self._lanes, self._collection)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        queue: str = "",
    ) -> Job[T]:
        """Start the work; `done` gets its value or `failed` its exception, once, on this object's thread.

        `work` must hold values only: the last reference to a QObject would go in another thread. `done`
        and `failed` are bound methods of QObjects, or partials over such, and are not kept alive: when
        their object is gone, the result is dropped. TypeError otherwise.
        """
        job = Job(work, done, failed)
        self._collection.begin()
        self._lane(queue).take(job)
        return job

    def wait(self, timeout_ms: int = -1) -> bool:
        """Block until no job is running; False if one still is after `timeout_ms` (-1: no limit).

        The limit holds for each queue. No `done` or `failed` is called.
        """
        ended = [lane.pool.waitForDone(timeout_ms) for lane in self._lanes.values()]
        return all(ended)

    def stop(self, patience_ms: int) -> bool:
        """Block until all queues are done; for EXPORTS, IDLE and jobs without a queue `patience_ms` at most.

        Return whether all jobs have ended. IDLE jobs and those without a queue are left out if they have not
        begun. Calls no `done` or `failed`. Exports wait no longer than the rest: a page may take any time,
        and the file there stays whole without it.
        """
        for queue in _GIVEN_UP:
            self._lane(queue).drop()
        for queue, lane in self._lanes.items():
            if queue not in _WITHIN_PATIENCE:
                lane.pool.waitForDone()
        until = QDeadlineTimer(patience_ms)
        pools = [self._lanes[queue].pool for queue in _WITHIN_PATIENCE if queue in self._lanes]
        ended = [pool.waitForDone(until.remainingTime()) for pool in pools]
        return all(ended)

    def _lane(self, queue: str) -> "_SerialQueue":
        if queue not in self._lanes:
            pool = QThreadPool()
            pool.setMaxThreadCount(1)
            self._lanes[queue] = _SerialQueue(pool, self._courier)
        return self._lanes[queue]

    @Slot(object)
    def _deliver(self, job: Job[Any]) -> None:
        self._collection.end()
        job.deliver()


class _ResultRelay(QObject):
    """Brings finished jobs to the thread of their receiver."""

    arrived = Signal(object)


class _SerialQueue(QRunnable):
    """A pool and the jobs that wait for it.

    One runnable is started once for each job: one per job would have to die while its thread is
    still on the way out of it.
    """

    def __init__(self, pool: QThreadPool, courier: _ResultRelay) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.pool = pool
        self._courier = courier
        self._waiting: deque[Job[Any]] = deque()  # one end each: adding and taking need no lock
        self._dropping = False

    def take(self, job: Job[Any]) -> None:
        """Have the job done as soon as a thread is free."""
        self._waiting.append(job)
        self.pool.start(self)

    def drop(self) -> None:
        """Leave out from now on what has not begun."""
        self._dropping = True

    def run(self) -> None:
        """Do the job that has waited longest."""
        # The result travels through a signal of the relay, which lives in the GUI thread: there, and only
        # there, may a receiver that is gone by now be noticed and the result be let go of.
        job = self._waiting.popleft()
        if self._dropping:
            job.cancel()
        job.carry_out()
        self._courier.arrived.emit(job)


class _Collection:
    """Keeps Python's collection of cycles out of the threads of the pools.

    It would run in whichever thread allocates, and there delete widgets and timers that belong to
    the GUI thread. So it is off while a job is open, and as it was after the last one.
    """

    _open_everywhere: ClassVar[int] = 0
    _was_on: ClassVar[bool] = False

    def __init__(self) -> None:
        self._open = 0

    def begin(self) -> None:
        """Note that a job begins."""
        self._count(1)

    def end(self) -> None:
        """Note that a job has ended."""
        self._count(-1)

    def end_all(self) -> None:
        """Note that nothing is waited for any more."""
        self._count(-self._open)

    def _count(self, jobs: int) -> None:
        if not jobs:
            return
        if not _Collection._open_everywhere:
            _Collection._was_on = gc.isenabled()
        self._open += jobs
        _Collection._open_everywhere += jobs
        if _Collection._open_everywhere:
            gc.disable()
        elif _Collection._was_on:
            # What gathered meanwhile goes here and now. Else the next allocation would set the collector
            # off, and that may well be in the thread of the job, which is still on its way out.
            gc.collect(0)
            gc.enable()


def _drain(lanes: dict[str, _SerialQueue], collection: _Collection) -> None:
    for lane in lanes.values():
        if isValid(lane.pool):  # Qt may have gone first
            lane.pool.waitForDone()
    collection.end_all()


def _nobody() -> None:
    return None


def weakly_held(callback: Callable[..., None]) -> Callable[[], Callable[..., None] | None]:
    """Return a function that returns the callback, or None once the QObject it belongs to is gone.

    TypeError unless the callback is a bound method of a QObject or a partial over one. Holding it alive would
    close a cycle through the job; with the collector off while jobs are open, nothing would break that.
    """
    method, arguments, keywords = callback, (), {}
    if isinstance(callback, partial):
        method, arguments, keywords = callback.func, callback.args, callback.keywords
    if not (isinstance(method, MethodType) and isinstance(method.__self__, QObject)):
        raise TypeError(f"{callback!r} is no bound method of a QObject")
    weak = weakref.WeakMethod(method)

    def alive() -> Callable[..., None] | None:
        bound = weak()
        if bound is None or not isValid(bound.__self__):
            return None
        return partial(bound, *arguments, **keywords)

    return alive


def _require_values(work: Callable[[], object]) -> None:
    """Refuse work that would take a QObject into another thread; TypeError."""
    parts = _parts_of(work)
    if any(isinstance(each, QObject) for each in parts):
        raise TypeError(f"{work!r} holds a QObject: it must hold values only")


def _parts_of(work: object) -> Iterator[object]:
    """Yield what a callable holds: its arguments, the object it belongs to, what it closes over."""
    if isinstance(work, partial):
        for part in (work.func, *work.args, *work.keywords.values()):
            yield from _parts_of(part)
    elif isinstance(work, (MethodType, BuiltinMethodType)):
        yield work.__self__
    elif isinstance(work, FunctionType):
        for cell in work.__closure__ or ():
            yield from _parts_of(cell.cell_contents)
    else:
        yield work
