"""The check that follows the typing: in the background, in a pause, the latest plan wins."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal

from planner.desktop.background.debounce import Debounce
from planner.desktop.background.jobs import Jobs
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.check.finding_views import CheckResult
from planner.desktop.editing.document import PlanDocument
from planner.model.plan import Preparation

PAUSE_MS = 250
"""How long typing must pause before the plan is looked at again."""

Look = Callable[[Preparation], CheckResult]
"""Looks at a plan against what is known beside it; safe on any thread."""


class CheckRequest(msgspec.Struct, frozen=True):
    """A plan to check, and the function that checks it."""

    look: Look
    preparation: Preparation


class LiveCheck(QObject):
    """Checks a document in the background after each change of it, once `look_with` has said how.

    `seen` is emitted even if keys were typed meanwhile: the next check follows in their pause.
    """

    seen = Signal(object)
    """What the check sees: a CheckResult."""

    def __init__(
        self,
        document: PlanDocument,
        *,
        jobs: Jobs,
        failed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._failed = failed
        self._look: Look | None = None
        self._worker = LatestWins(_looked_at, jobs=jobs, done=self._tell, failed=self._give_up, parent=self)
        self._pause = Debounce(PAUSE_MS, self)
        self._pause.elapsed.connect(self._ask)
        document.changed.connect(self._wait)

    def look_with(self, look: Look) -> None:
        """Check with `look` from now on, and once right away."""
        self._look = look
        self._ask()

    def _wait(self, path: str) -> None:
        if path == "answers":
            self._ask()  # nobody types: what was answered shows at once
        else:
            self._worker.cancel_waiting()
            self._pause.trigger()

    def _ask(self) -> None:
        if self._look is not None:
            self._worker.ask_once(CheckRequest(self._look, self._document.preparation))

    def _tell(self, _request: CheckRequest, result: CheckResult) -> None:
        self.seen.emit(result)

    def _give_up(self, _request: CheckRequest, error: Exception) -> None:
        self._failed(error)


def _looked_at(request: CheckRequest) -> CheckResult:
    return request.look(request.preparation)
