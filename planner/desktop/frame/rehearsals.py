"""Enters and leaves the call: the open plan fills the window, and what was ticked is in its reflection."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from planner.desktop.editing.form_fields import step_index
from planner.desktop.frame.page_area import PageArea
from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.frame.sidebar import SidebarWidth
from planner.desktop.ports import Clock
from planner.desktop.rehearsal.call_clock import CallClock
from planner.desktop.rehearsal.page import RehearsalPage
from planner.desktop.rehearsal.reflection_editor import ReflectionEditor
from planner.desktop.rehearsal.script import script_of
from planner.model.call import Call, planned_day
from planner.translation import N_, _
from planner.wording.document_kinds import CALL_PLAN

_TICKED = N_("What you ticked is in the reflection.")
_AWAY_MS = 1_000
"""How often the clock of a call is told the time while one is back at the plan."""
_AFTER = step_index("after")


class Rehearsals(QObject):
    """Shows the open plan as a call that fills the window, one at a time.

    Its clock runs on while one is back at the plan, and is dropped when the plan is put away.
    """

    def __init__(
        self,
        *,
        desk: PlanController,
        area: PageArea,
        now: Clock,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._desk, self._area, self._messages = desk, area, area.messages
        self._now, self._window = now, window
        self._clock: CallClock | None = None
        self._text_size = 1.0
        self.page: RehearsalPage | None = None
        self._away = QTimer(self)
        self._away.setInterval(_AWAY_MS)
        self._away.timeout.connect(self.go_on)
        desk.let_go.connect(self._forget)

    def enter(self) -> None:
        """Fill the window with the open plan, if there is one."""
        if self._desk.plan is None or self.page is not None:
            return
        document = self._desk.plan.document
        document.finish_edit()
        script = script_of(document.preparation)
        if self._clock is None or len(self._clock.spent) != len(script.items):
            self._clock = CallClock(spent=(0.0,) * len(script.items))
        self._away.stop()
        self.go_on()
        starts = document.preparation.plan.call.starts
        zone = None if starts is None else starts.tzinfo
        self.page = RehearsalPage(
            script,
            ReflectionEditor(document, self._now().astimezone(zone).date()),
            self._clock,
            now=self._now,
            zone=zone,
            text_size=self._text_size,
            parent=self._area.stack,
        )
        self.page.left.connect(self.leave)
        self.page.told.connect(self._messages.tell)
        self.page.export_wanted.connect(self._export)
        document.retraced.connect(self.page.show_marks)
        self._area.show_page(self.page)
        self._messages.dismiss()
        self._window.menuBar().hide()
        self._area.want_sidebar(SidebarWidth.NOTHING)
        self.page.setFocus()

    def go_on(self) -> None:
        """Tell the clock the time while one is at the plan; it runs on, or notices a gap."""
        if self._clock is not None:
            self._clock = self._clock.beat(self._now())

    def leave(self) -> None:
        """Go back to the plan; to its last step if something was noted, unless the call is still to come.

        Then the message bar offers to review it now or to take it back. Nothing if no call is shown.
        """
        page, plan = self.page, self._desk.plan
        if page is None or plan is None:
            return
        page.note_item()
        self._clock, self._text_size = page.clock, page.text_size
        self._put_away()
        self._away.start()
        self._area.show_page(plan.walk)
        if not page.record.changed:
            plan.walk.focus_form()
        elif self._is_to_come(plan.document.preparation.plan.call):
            plan.walk.focus_form()
            self._offer_review(partial(plan.walk.go_to, _AFTER), page.record.take_back)
        else:
            plan.walk.go_to(_AFTER)

    def _export(self) -> None:
        self._desk.export(CALL_PLAN)

    def _is_to_come(self, call: Call) -> bool:
        """Whether the moment, or else the day, that the call is planned for has not come."""
        now, day = self._now(), planned_day(call)
        if call.starts is not None:
            return now < call.starts
        return day is not None and now.date() < day

    def _offer_review(self, review: Callable[[], None], take_back: Callable[[], None]) -> None:
        """Before its time the call was led early, or only rehearsed: then its ticks need not stay."""

        def forget() -> None:
            take_back()
            self._messages.dismiss()

        self._messages.tell(
            _(_TICKED), (_("Review it now"), review), (_("It was only a rehearsal: forget it"), forget)
        )

    def _put_away(self) -> None:
        if self.page is not None:
            self._window.menuBar().show()
            self._area.want_sidebar(SidebarWidth.NARROW)
            self._area.take_out(self.page)
            self.page.deleteLater()
            self.page = None

    def _forget(self) -> None:
        self._put_away()
        self._away.stop()
        self._clock = None
        if self._messages.text == _(_TICKED):
            self._messages.dismiss()  # what it offers to change is not open any more
