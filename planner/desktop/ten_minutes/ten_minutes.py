"""The ten-minute plan: the walk with its essential questions alone, and an end to it."""

import datetime as dt

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.form_fields import place_of, step_index
from planner.desktop.editing.step_progress import unanswered_questions
from planner.desktop.ports import Clock
from planner.desktop.ten_minutes.ten_minute_end import TenMinuteEnd
from planner.desktop.ten_minutes.ten_minute_strip import TenMinuteStrip
from planner.desktop.walk.essential_paths import Answered, answered
from planner.desktop.walk.form_page import FormPage
from planner.desktop.walk.walk import WalkPage

_LOOKS_AT_THE_CLOCK_MS = 15_000
_REVIEW, _AFTER = step_index("review"), step_index("after")


class TenMinutePlan(QObject):
    """Turns a walk into a ten-minute plan and back. Nothing of the plan changes."""

    print_wanted = Signal()
    export_wanted = Signal()
    toggled = Signal(bool)

    def __init__(self, walk: WalkPage, document: PlanDocument, *, now: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._walk = walk
        self._document = document
        self._now = now
        self._since: dt.datetime | None = None
        self._end: TenMinuteEnd | None = None
        self._usual_end: QWidget | None = None
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
        walk.page_begun.connect(self._trim)
        walk.page_loaded.connect(self._take)
        walk.step_changed.connect(self._follow_step)
        walk.panel.progress_shown.connect(self.refresh)
        for page in walk.begun_pages:
            self._trim(page)
        for page in walk.loaded_pages:
            self._take(page)

    @property
    def minutes(self) -> int:
        """How many whole minutes have gone by since it was first turned on; 0 before."""
        if self._since is None:
            return 0
        return max(0, int((self._now() - self._since).total_seconds() // 60))

    def turn(self, on: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        """Ask the essential questions alone, or all of them; emits `toggled` if that changes."""
        if on == self.on:
            return
        self.on = on
        if on:
            self._since = self._since or self._now()
            self._clock.start()
        else:
            self._clock.stop()
        for page in self._walk.begun_pages:
            page.ask_essentials_only(on)
        self._walk.leave_out(frozenset({_AFTER}) if on else frozenset())
        self.strip.setVisible(on)
        self._show_end()
        self.refresh()
        self.toggled.emit(on)

    def turn_off(self) -> None:
        """Ask all the questions again, with the cursor in the first field of the form shown."""
        self.turn(False)
        self._walk.focus_form()

    def refresh(self) -> None:
        """Tell the minutes, and how many questions have an answer."""
        if not self.on:
            return
        reached = answered(self._document.preparation)
        self.strip.tell(self.minutes, reached)
        self._offer_end(reached)
        if self._end is not None:
            self._end.tell(self.minutes, reached)

    def go_to_next_open(self) -> None:
        """Go to the next question without an answer after the focused one, else to the first of all."""
        here = place_of(self._walk.field_with_keys()) or (self._walk.step, -1)
        questions = unanswered_questions(self._document.preparation)
        ahead = (question for question in questions if (place_of(question.path) or here) > here)
        if questions:
            self._walk.go_to_field(next(ahead, questions[0]).path)

    def go_to_end(self) -> None:
        """Show the review, where the plan stops, with the focus on its button to print."""
        self._walk.go_to(_REVIEW)
        if self._end is not None:
            self._end.print.setFocus()

    def _trim(self, page: FormPage) -> None:
        page.ask_essentials_only(self.on)

    def _take(self, page: FormPage) -> None:
        end = page.form.findChild(TenMinuteEnd)
        if end is not None:
            self._end = end
            end.print_wanted.connect(self.print_wanted)
            end.export_wanted.connect(self.export_wanted)
            end.full_walk_wanted.connect(self.turn_off)
            self._usual_end = page.form.findChild(QWidget, "thePage")
            self._show_end()
            self.refresh()

    def _show_end(self) -> None:
        """Show one end of the plan: this one, or the page's usual section."""
        if self._end is not None:
            self._end.setVisible(self.on)
        if self._usual_end is not None:
            self._usual_end.setVisible(not self.on)

    def _follow_step(self, step: int) -> None:
        if step == _AFTER:
            self.turn(False)
        self._offer_end(answered(self._document.preparation))

    def _offer_end(self, reached: Answered) -> None:
        self.strip.offer_end(self.on and reached.all and self._walk.step != _REVIEW)
