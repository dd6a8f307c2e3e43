"""The touches of this week and of the weeks before, counted in the background."""

import datetime as dt

import msgspec
from PySide6.QtCore import QObject, Signal

from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.ports import Plans
from planner.desktop.services import Services
from planner.translation import _, ngettext

_WEEKS = 6


class Rhythm(msgspec.Struct, frozen=True):
    """How many touches of ours were done this week, and in each of the weeks before, the earliest first.

    `on_list` is how many stand on the Dream list.
    """

    this_week: int = 0
    before: tuple[int, ...] = ()
    on_list: int = 0


class RhythmRequest(msgspec.Struct, frozen=True):
    """The library whose touches to count, and the day whose week is this one."""

    plans: Plans
    day: dt.date


class RhythmCount(QObject):
    """Counts when asked to, off the GUI thread; until then it knows of no touch.

    Where it cannot count, the last count stays.
    """

    counted = Signal()
    """There is a new count."""

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._plans, self._now = services.plans, services.now
        self.rhythm = Rhythm()
        self._counting = LatestWins(
            _counted, jobs=services.jobs, done=self._show, failed=self._leave, parent=self
        )

    def count(self) -> None:
        """Count the touches there are now, in the background; `counted` follows, also where it cannot."""
        self._counting.ask(RhythmRequest(self._plans, self._now().date()))

    def _show(self, _request: RhythmRequest, rhythm: Rhythm) -> None:
        self.rhythm = rhythm
        self.counted.emit()

    def _leave(self, _request: RhythmRequest, _error: Exception) -> None:
        """Leave the last count: that the library cannot be read is told by what needs it."""
        self.counted.emit()


def rhythm_text(done: int, wanted: int) -> str:
    """Return `3 of 5 touches this week`; `7 touches this week` once there are more than are wanted."""
    if done > wanted:
        return ngettext("{count} touch this week", "{count} touches this week", done).format(count=done)
    pattern = ngettext("{done} of {count} touch this week", "{done} of {count} touches this week", wanted)
    return pattern.format(done=done, count=wanted)


def weeks_text(before: tuple[int, ...]) -> str:
    """Return the counts of the weeks before, from the first in which there was a touch; "" without any."""
    first = next((at for at, count in enumerate(before) if count), len(before))
    counts = " · ".join(f"{count:,}" for count in before[first:])
    return _("The weeks before: {counts}").format(counts=counts) if counts else ""


def _counted(request: RhythmRequest) -> Rhythm:
    from planner.coaching.week.dream_list import ranked  # noqa: PLC0415 - not at the start
    from planner.coaching.week.rhythm import touches_in_week, weeks_before  # noqa: PLC0415 - as above

    clients = request.plans.client_summaries()
    weeks = weeks_before(clients, request.day, _WEEKS)
    before = tuple(week.touches for week in weeks)
    return Rhythm(touches_in_week(clients, request.day), before, len(ranked(clients)))
