"""The ten-minute plan: fifteen questions on one form, the time they take, and an end to them."""

import datetime as dt

from PySide6.QtCore import QObject, QTimer, Signal

from planner.coaching.fifteen import FIFTEEN, Answered, answered, open_paths
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.form_fields import IN_ONE_FORM, asked_in_ten_minutes
from planner.desktop.ports import Clock
from planner.desktop.ten_minutes.ten_minute_end import TenMinuteEnd
from planner.desktop.ten_minutes.ten_minute_strip import TenMinuteStrip
from planner.desktop.walk.form import LoadedPiece
from planner.desktop.walk.walk import WalkPage
from planner.model.fields import paths_overlap

_LOOKS_AT_THE_CLOCK_MS = 15_000


class TenMinutePlan(QObject):
    """Turns a walk into a ten-minute plan and back. Nothing of the plan changes.

    The minutes run from the first key typed in it to the last answer that was missing.
    """

    print_wanted = Signal()
    export_wanted = Signal()
    toggled = Signal(bool)

    def __init__(self, walk: WalkPage, document: PlanDocument, *, now: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._walk = walk
        self._document = document
        self._now = now
        self._since: dt.datetime | None = None
        self._until: dt.datetime | None = None
        self._end: TenMinuteEnd | None = None
        self.on = False
        self.strip = TenMinuteStrip(walk)
        walk.put_in_bar(self.strip)
        self.strip.hide()
        self.strip.left.connect(self.turn_off)
        self.strip.next_wanted.connect(self.go_to_next_open)
        self.strip.end_wanted.connect(self.go_to_end)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOKS_AT_THE_CLOCK_MS)
        self._clock.timeout.connect(self.refresh)
        document.changed.connect(self._begin)
        document.problem_noted.connect(self._begin)
        walk.part_built.connect(self._take)
        walk.step_changed.connect(self._follow_step)
        walk.beyond_one_form.connect(self._give_way)
        walk.panel.progress_shown.connect(self.refresh)

    @property
    def minutes(self) -> int | None:
        """How many whole minutes it has taken, from the first key to the last answer; None before."""
        if self._since is None:
            return None
        return max(0, int(((self._until or self._now()) - self._since).total_seconds() // 60))

    def turn(self, on: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        """Ask the fifteen questions alone, or all of them; emits `toggled` if that changes.

        The cursor stays in its field where that is asked for here and there; else it goes to the first.
        """
        if on == self.on:
            return
        field = self._walk.field_with_keys()
        self.on = on
        self._walk.ask_in_one_form(on)
        self._show_strip()
        self.refresh()
        self.toggled.emit(on)
        if field and (not on or asked_in_ten_minutes(field)):
            self._walk.go_to_field(field)
        else:
            self._walk.focus_form()

    def turn_off(self) -> None:
        """Ask all the questions again."""
        self.turn(False)

    def refresh(self) -> None:
        """Tell the minutes, and how many questions have an answer.

        Nothing while all the questions are asked.
        """
        if not self.on:
            return
        reached = answered(self._document.preparation)
        self._time(reached)
        self.strip.tell(self.minutes, reached)
        if self._end is not None:
            self._end.tell(self.minutes, reached)

    def go_to_next_open(self) -> None:
        """Go to the next field without an answer after the focused one, else to the first of all, if any."""
        still_open = open_paths(self._document.preparation)
        if not still_open:
            return
        here = _order_of(self._walk.field_with_keys())
        ahead = (path for path in still_open if _order_of(path) > here)
        self._walk.go_to_field(next(ahead, still_open[0]))

    def go_to_end(self) -> None:
        """Show the foot of the form, where the plan stops, with the focus on its button to print."""
        self._walk.go_to_field(FIFTEEN[-1].paths[-1])
        self._walk.form.complete()
        if self._end is not None:
            self._end.print.setFocus()

    def _take(self, built: LoadedPiece) -> None:
        for end in built.of_kind(TenMinuteEnd):
            self._end = end
            end.print_wanted.connect(self.print_wanted)
            end.export_wanted.connect(self.export_wanted)
            end.full_walk_wanted.connect(self.turn_off)
            self.refresh()

    def _begin(self, _path: str = "") -> None:
        """Start the clock with the first key, whether it can be read yet or not."""
        if self.on and self._since is None:
            self._since = self._now()
            self._clock.start()

    def _time(self, reached: Answered) -> None:
        """Stop the clock with the last answer; let it go on where one is taken back."""
        if not reached.all:
            self._until = None
        elif self._since is not None and self._until is None:
            self._until = self._now()

    def _give_way(self) -> None:
        self.turn(False)

    def _follow_step(self, _step: int) -> None:
        self._show_strip()

    def _show_strip(self) -> None:
        self.strip.setVisible(self.on and self._walk.step in IN_ONE_FORM)


def _order_of(path: str) -> int:
    """Return the place of a form path among the fields of the fifteen; -1 for none of them."""
    asked = [own for question in FIFTEEN for own in question.paths]
    return next((at for at, own in enumerate(asked) if path and paths_overlap(path, own)), -1)
