"""Latest wins: of all that is asked for in the background only the newest request is answered."""

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

import msgspec
from PySide6.QtCore import QObject

from planner.desktop.background.debounce import Debounce
from planner.desktop.background.jobs import Jobs, weakly_held

Q = TypeVar("Q", bound=msgspec.Struct)
R = TypeVar("R")


class LatestWins(QObject, Generic[Q, R]):
    """Works on the newest request in the background: at most one runs, at most one waits for it.

    A request is a frozen struct of values and holds all that the work needs. Its answer is handed over
    together with it, and only while it is the newest: an older one's result or failure is dropped, and
    so is every one after `cancel()`. So the receiver never has to ask whether an answer still fits; it
    cancels as soon as what it asked about is no more.
    """

    def __init__(
        self,
        work: Callable[[Q], R],
        *,
        jobs: Jobs,
        done: Callable[[Q, R], None],
        failed: Callable[[Q, Exception], None],
        parent: QObject,
        queue: str = "",
    ) -> None:
        """`work` is safe on any thread; `done` and `failed` are bound methods of QObjects, not kept alive."""
        super().__init__(parent)
        self._work, self._jobs, self._queue = work, jobs, queue
        self._done, self._failed = weakly_held(done), weakly_held(failed)
        self._newest: _Asked[Q] | None = None
        self._unanswered: _Asked[Q] | None = None
        self._running: _Asked[Q] | None = None

    @property
    def pending(self) -> bool:
        """Whether the newest request is still to be answered."""
        return self._unanswered is not None

    def ask(self, request: Q) -> None:
        """Work on this request in place of earlier ones, at once or as soon as the running work has ended."""
        self._newest = self._unanswered = _Asked(request)
        self._begin()

    def ask_once(self, request: Q) -> None:
        """Ask, unless the newest request since the last `cancel` has the very same parts, answered or not."""
        if self._newest is None or not same_parts(request, self._newest.request):
            self.ask(request)

    def cancel(self) -> None:
        """Drop every request so far: none is answered, also if its work is running."""
        self._newest = self._unanswered = None

    def cancel_waiting(self) -> None:
        """Cancel the newest request if its work has not begun; one that is being worked on is still answered.

        For when another request follows soon, which need not wait for this one too.
        """
        if self._unanswered is not self._running:
            self.cancel()

    def _begin(self) -> None:
        if self._running is None and self._unanswered is not None:
            self._running = self._unanswered
            work = partial(self._work, self._running.request)
            self._jobs.run(work, done=self._take, failed=self._give_up, queue=self._queue)

    def _take(self, result: R) -> None:
        answered, done = self._end(), self._done()
        if answered is not None and done is not None:
            done(answered.request, result)

    def _give_up(self, error: Exception) -> None:
        answered, failed = self._end(), self._failed()
        if answered is not None and failed is not None:
            failed(answered.request, error)

    def _end(self) -> "_Asked[Q] | None":
        """Note that the work has ended and begin what waits; what was answered, None if it is superseded."""
        ended, self._running = self._running, None
        if ended is not None and ended is self._unanswered:
            self._unanswered = None
            return ended
        self._begin()
        return None


class _Asked(Generic[Q]):
    """One asking. The same request asked again after a cancel is another: its first result is dropped."""

    def __init__(self, request: Q) -> None:
        self.request = request


def same_parts(request: msgspec.Struct, other: msgspec.Struct | None) -> bool:
    """Whether both are of one type and hold the very same objects, field by field.

    Values are frozen, so identity is enough and costs nothing. Equality would say too much: 10:00 in
    Berlin equals 9:00 in London, and reads otherwise.
    """
    if type(request) is not type(other):
        return False
    return all(getattr(request, name) is getattr(other, name) for name in request.__struct_fields__)


def cancel_all(*owners: QObject) -> None:
    """Cancel every Debounce and LatestWins that belongs to these objects, at any depth.

    Qt deletes later. Until then a delay could elapse and a result arrive, for a plan that is closed.
    """
    for owner in owners:
        waiting: list[Debounce | LatestWins[Any, Any]] = [
            *owner.findChildren(Debounce),
            *owner.findChildren(LatestWins),
        ]
        for pending in waiting:
            pending.cancel()
