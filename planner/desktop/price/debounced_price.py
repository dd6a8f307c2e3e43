"""What the price step says follows the typing: in a pause, in the background, the newest plan wins."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from planner.desktop.background.jobs import Job, Jobs
from planner.desktop.price.price_view_model import PriceViewModel, said_of
from planner.model.plan import Plan

PAUSE_MS = 120


class Following(QObject):
    """Works out what is said of the plan asked about last, and tells it."""

    def __init__(
        self, jobs: Jobs, locale: str, tell: Callable[[PriceViewModel], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._locale, self._tell = jobs, locale, tell
        self._plan: Plan | None = None
        self._job: Job[PriceViewModel] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._start)

    def ask(self, plan: Plan) -> None:
        """Tell about this plan once the typing pauses."""
        self._give_up()
        self._plan = plan
        self._pause.start()

    def tell_now(self, plan: Plan) -> None:
        """Tell about this plan at once: nobody is typing yet."""
        self._give_up()
        self._pause.stop()
        self._tell(said_of(plan, self._locale))

    def _start(self) -> None:
        assert self._plan is not None
        self._job = self._jobs.run(
            partial(said_of, self._plan, self._locale), done=self._take, failed=self._fail
        )

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(self, said: PriceViewModel) -> None:
        self._job = None
        self._tell(said)

    def _fail(self, error: Exception) -> None:
        self._job = None
        raise error
