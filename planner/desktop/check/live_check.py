"""The check that follows the typing: in the background, in a pause, the latest plan wins."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from planner.desktop.background.jobs import Jobs
from planner.desktop.check.finding_views import CheckResult
from planner.desktop.editing.document import PlanDocument
from planner.model.plan import Preparation

PAUSE_MS = 250
"""How long typing must pause before the plan is looked at again."""

Look = Callable[[Preparation], CheckResult]
"""Looks at a plan against what is known beside it; safe on any thread."""


class LiveCheck(QObject):
    """Looks at a document whenever it has changed, once it knows how to.

    At most one look is taken at a time; what changed meanwhile is looked at next.
    """

    seen = Signal(object)
    """What the check sees: a Seen."""

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
        self._jobs = jobs
        self._failed = failed
        self._look: Look | None = None
        self._looking = False
        self._looked_at: tuple[Preparation, Look] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._start)
        document.changed.connect(self._wait)

    def look_with(self, look: Look) -> None:
        """Look this way from now on, and at once."""
        self._look = look
        self._start()

    def _wait(self, path: str) -> None:
        if path == "answers":
            self._start()  # nobody types: what was answered shows at once
        else:
            self._pause.start()

    def _start(self) -> None:
        if self._look is None or self._looking:
            return
        asked = (self._document.preparation, self._look)
        if self._looked_at is not None and all(
            one is other for one, other in zip(asked, self._looked_at, strict=True)
        ):
            return
        self._looking, self._looked_at = True, asked
        self._jobs.run(partial(self._look, asked[0]), done=self._tell, failed=self._give_up)

    def _tell(self, seen: CheckResult) -> None:
        self._looking = False
        self.seen.emit(seen)
        self._go_on()

    def _give_up(self, error: Exception) -> None:
        self._looking = False
        self._failed(error)

    def _go_on(self) -> None:
        if not self._pause.isActive():
            self._start()
