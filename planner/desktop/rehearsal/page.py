"""The quiet view of a plan that fills the window: read aloud from it, and lead the call by it."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.desktop.ports import Clock
from planner.desktop.rehearsal.call_clock import CallClock
from planner.desktop.rehearsal.keys import Wish, question_number, wish_of
from planner.desktop.rehearsal.reflection_editor import ReflectionEditor
from planner.desktop.rehearsal.script import Script
from planner.desktop.rehearsal.view import RehearsalView
from planner.model.terms import RaisedBy
from planner.translation import _

_SECOND_MS = 500
_SMALLEST, _LARGEST, _STEP = 0.7, 1.8, 1.12
_LEAST_HELD = 30
"""An item counts as held from so many seconds on when the clock stops in the midst of it."""


class RehearsalPage(RehearsalView):
    """Runs the clock of a call and records what is ticked and noted. Everything can be done by keys."""

    left = Signal()
    export_wanted = Signal()
    told = Signal(str)
    """Something for the person to read."""

    def __init__(
        self,
        script: Script,
        record: ReflectionEditor,
        clock: CallClock,
        *,
        now: Clock,
        zone: dt.tzinfo | None,
        text_size: float,
        parent: QWidget,
    ) -> None:
        super().__init__(script, parent)
        self.record, self.clock = record, clock
        self.text_size = text_size
        self._noted = (-1, 0)
        self._now, self._places_zone = now, zone
        if clock.running:
            record.lead(self._day(now()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.note_line.typed.connect(self._note)
        self.note_line.closed.connect(self._end_note)
        for view in self.items:
            view.question_clicked.connect(self.tick_question)
        self.whole_agenda.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.go_on)
        self._timer.start()
        self.gap_line.answered.connect(self.answer_gap)
        self.scale(text_size)
        self._show()

    def start_or_pause(self) -> None:
        """Start the clock, or pause it and note the item led now as `note_item` does."""
        ran = self.clock.running
        now = self._told_time()
        if ran:  # a gap has paused it already, and the key was not meant to start it
            self.note_item()
            self.clock = self.clock.paused(now)
        else:
            self.clock = self.clock.started(now)
            self.record.lead(self._day(now))
        self.show_time()

    def turn(self, places: int) -> None:
        """Go `places` items on, or back if negative, as far as there are any.

        An item left forwards is held if the clock ran on it.
        """
        now, at = self._told_time(), self.clock.item
        if places > 0 and (minutes := self.clock.minutes_on(at, now)) is not None:
            self.record.hold(self.script.items[at].topic, minutes)
        item = min(max(at + places, 0), len(self.script.items) - 1)
        self.clock = self.clock.turned_to(item, now)
        self._show()
        self._show_item()

    def tick_question(self, question: str) -> None:
        """Tick a question, or take the tick back."""
        self.record.toggle(question)
        self._show()

    def raise_price(self, by: RaisedBy) -> None:
        """Note who raised the price, and at which minute."""
        self.record.raise_price(by, self.clock.minute(self._told_time()))
        self._show()

    def resize_text(self, size: float) -> None:
        """Show the text `size` times as large as at first, from 0.7 to 1.8."""
        self.text_size = min(max(size, _SMALLEST), _LARGEST)
        self.scale(self.text_size)

    def undo(self) -> None:
        """Take the last mark of this call back; what was typed before the call is left to the plan."""
        if not self.record.undo():
            self.told.emit(
                _("Nothing noted in this call to undo. What you typed before is undone in the plan.")
            )

    def note_item(self) -> None:
        """Note that the item led now was held, if the clock ran on it for 30 seconds or more.

        For an item without a topic only the day of the call is noted.
        """
        now, at = self._told_time(), self.clock.item
        if self.clock.spent_on(at, now) < _LEAST_HELD:
            return
        if self.script.items[at].topic.strip():
            self.record.hold(self.script.items[at].topic, self.clock.minutes_on(at, now))
        else:
            self.record.note_day()

    def go_on(self) -> None:
        """Show the time; each whole minute of the item led now is noted, so that none is ever lost."""
        now = self._told_time()
        item, minutes = self.clock.item, int(self.clock.spent_on(self.clock.item, now) // 60)
        if self.clock.running and minutes and (item, minutes) != self._noted:
            self._noted = (item, minutes)
            self.record.go_on(self.script.items[item].topic, minutes)
        self.show_time()

    def show_time(self) -> None:
        """Show what the clock says now."""
        now = self._told_time()
        seconds = tuple(self.clock.spent_on(at, now) for at in range(len(self.script.items)))
        self.show_clock(self.clock, seconds, self.record.told)

    def answer_gap(self, part_of_call: bool) -> None:  # noqa: FBT001 - an answer
        """Count the time the computer slept to the call and run on, or leave it out and stay paused.

        Nothing is asked any more.
        """
        now = self._now()
        self.clock = self.clock.with_gap_counted(now) if part_of_call else self.clock.without_gap()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the item led now in view when the agenda grows or shrinks."""
        if event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._show_item)  # once the scroll bar knows of it
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means here; the foot of the page says which."""
        if (number := question_number(event)) is not None:
            self._tick(number)
        elif (wish := wish_of(event)) is not None:
            self._do(wish)
        else:
            super().keyPressEvent(event)

    def _do(self, wish: Wish) -> None:
        acts: dict[Wish, Callable[[], object]] = {
            Wish.START_OR_PAUSE: self.start_or_pause,
            Wish.NEXT: lambda: self.turn(1),
            Wish.BACK: lambda: self.turn(-1),
            Wish.NOTE: self.note_line.open,
            Wish.WE_RAISED_PRICE: lambda: self.raise_price(RaisedBy.US),
            Wish.THEY_RAISED_PRICE: lambda: self.raise_price(RaisedBy.THEM),
            Wish.LARGER: lambda: self.resize_text(self.text_size * _STEP),
            Wish.SMALLER: lambda: self.resize_text(self.text_size / _STEP),
            Wish.USUAL_SIZE: lambda: self.resize_text(1.0),
            Wish.LEAVE: self.left.emit,
            Wish.UNDO: self.undo,
            Wish.REDO: self.record.redo,
            Wish.EXPORT: self.export_wanted.emit,
        }
        acts[wish]()

    def _tick(self, number: int) -> None:
        """Tick the question with that number in the item led now."""
        questions = self.script.items[self.clock.item].questions
        if 0 < number <= len(questions):
            self.tick_question(questions[number - 1])

    def _note(self, text: str) -> None:
        self.record.note(text, self.clock.minute(self._told_time()))

    def _told_time(self) -> dt.datetime:
        """Return what time it is, once the clock knows: a gap since it was told last stops it there."""
        now = self._now()
        self.clock = self.clock.beat(now)
        return now

    def _day(self, now: dt.datetime) -> dt.date:
        """Return which day it is where the call is."""
        return now.astimezone(self._places_zone).date()

    def show_marks(self) -> None:
        """Show what is noted now, and the time."""
        self._show()

    def _show(self) -> None:
        self.show_record(self.record.told)
        self.show_time()

    def _show_item(self) -> None:
        self.bring_into_view(self.clock.item)

    def _end_note(self) -> None:
        self.record.end_note()
        self._show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
