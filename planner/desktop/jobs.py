"""Long work off the GUI thread: values in, a value or an exception out."""

import weakref
from collections.abc import Callable
from types import MethodType
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


class Job(Generic[T]):
    """Work that was handed over; `cancel()` drops its result."""

    def __init__(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        self._work: Callable[[], T] | None = work
        self._done = _held(done)
        self._failed = _held(failed)
        self._result: T | None = None
        self._error: Exception | None = None
        self._cancelled = False

    def cancel(self) -> None:
        """Tell nobody how the work ends; work that has not begun is left out."""
        self._cancelled = True

    def carry_out(self) -> None:
        """Do the work, in whatever thread this is called from."""
        work, self._work = self._work, None
        if self._cancelled or work is None:
            return
        try:
            self._result = work()
        except Exception as error:  # noqa: BLE001 - whatever went wrong is the caller's to tell
            self._error = error

    def deliver(self) -> None:
        """Call `done` or `failed`, unless cancelled or their receiver is gone."""
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
    """Runs jobs on a thread pool and hands their results back on the thread it was made in.

    Jobs of one `queue` run one after another in the order they were handed over; the others side
    by side.
    """

    def __init__(self, pool: QThreadPool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {"": pool or QThreadPool()}
        self._open: dict[Job[Any], QRunnable] = {}
        self._courier = _Courier()
        self._courier.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        # The threads run Python: they must be idle before the interpreter, or this object, goes.
        weakref.finalize(self, _drain, self._pools, self._courier)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        queue: str = "",
    ) -> Job[T]:
        """Start the work; `done` gets its value or `failed` its exception, once, on this thread.

        `work` must hold values only, never widgets. A bound method of a QObject is not kept alive:
        when its object is gone, the result is dropped.
        """
        job = Job(work, done, failed)
        self._open[job] = _Errand(job, self._courier)
        self._pool(queue).start(self._open[job])
        return job

    def wait(self, timeout_ms: int = -1) -> bool:
        """Block until no job is running; False when the time was up first. Delivers nothing."""
        ended = [pool.waitForDone(timeout_ms) for pool in self._pools.values()]
        return all(ended)

    def _pool(self, queue: str) -> QThreadPool:
        if queue not in self._pools:
            self._pools[queue] = QThreadPool()
            self._pools[queue].setMaxThreadCount(1)
        return self._pools[queue]

    @Slot(object)
    def _deliver(self, job: Job[Any]) -> None:
        self._open.pop(job, None)
        job.deliver()


class _Courier(QObject):
    """Brings finished jobs to the thread of their receiver."""

    arrived = Signal(object)


class _Errand(QRunnable):
    """One job on its way through a pool. Python owns it: Qt must not delete it under our feet."""

    def __init__(self, job: Job[Any], courier: _Courier) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._job = job
        self._courier = courier

    def run(self) -> None:
        self._job.carry_out()
        self._courier.arrived.emit(self._job)


def _drain(pools: dict[str, QThreadPool], _courier: _Courier) -> None:
    for pool in pools.values():
        pool.waitForDone()


def _nobody() -> None:
    return None


def _held(callback: Callable[..., None]) -> Callable[[], Callable[..., None] | None]:
    """Return what gives the callback back, or None once the QObject it belongs to is gone."""
    receiver = getattr(callback, "__self__", None)
    if not (isinstance(callback, MethodType) and isinstance(receiver, QObject)):
        return lambda: callback
    weak = weakref.WeakMethod(callback)

    def alive() -> Callable[..., None] | None:
        method = weak()
        return method if method is not None and isValid(method.__self__) else None

    return alive
