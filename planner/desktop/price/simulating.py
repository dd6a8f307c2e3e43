"""The simulation of a price, in the background once the typing pauses; the newest plan wins."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QTimer

from planner.desktop.background.jobs import Job, Jobs
from planner.model.case import Case
from planner.model.price import Price
from planner.model.pricing.simulation import Simulated, simulate

PAUSE_MS = 400


class Simulating(QObject):
    """Simulates what was asked for last, and tells what came of it."""

    def __init__(self, jobs: Jobs, tell: Callable[[Price, Simulated | None], None], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._tell = jobs, tell
        self._asked: tuple[Price, Case] | None = None
        self._job: Job[Simulated | None] | None = None
        self._stop = Event()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._start)

    def ask(self, price: Price, case: Case) -> None:
        """Simulate this price, unless it is what was asked for already."""
        if self._asked is not None and self._asked[0] is price and self._asked[1] is case:
            return
        self._asked = (price, case)
        self._give_up()
        self._pause.start()

    def _start(self) -> None:
        assert self._asked is not None
        (price, case), stop = self._asked, Event()
        self._stop = stop
        self._job = self._jobs.run(
            lambda: simulate(price, case, stopped=stop.is_set), done=self._take, failed=self._fail
        )

    def _give_up(self) -> None:
        self._stop.set()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(self, simulated: Simulated | None) -> None:
        assert self._asked is not None
        self._job = None
        self._tell(self._asked[0], simulated)

    def _fail(self, error: Exception) -> None:
        raise error
