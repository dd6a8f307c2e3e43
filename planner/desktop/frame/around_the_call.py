"""What is done around the call itself: lead it by the plan, and plan the next one from it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QPushButton

from planner.desktop.frame.page_area import PageArea
from planner.desktop.frame.plan_at_hand import PlanAtHand
from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.ports import Clock
from planner.desktop.widgets.action import action
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.frame.rehearsals import Rehearsals
    from planner.desktop.walk.form_page import FormPage


class AroundTheCall(QObject):
    """The commands `rehearsal` and `next_call`, for the open plan or else the one chosen."""

    def __init__(
        self,
        *,
        desk: PlanController,
        at_hand: PlanAtHand,
        actions: PlanActions,
        area: PageArea,
        now: Clock,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._desk, self._at_hand = desk, at_hand
        self._actions, self._area, self._now, self._window = actions, area, now, window
        self._rehearsals: Rehearsals | None = None
        on_plan = partial(action, self, only_while=at_hand.changed)
        self.rehearsal = on_plan(_("&Rehearse, or Lead the Call"), self.rehearse, "F5")
        self.next_call = on_plan(_("Plan the Ne&xt Call"), self.plan_next_call, "Ctrl+Shift+C")
        desk.opened.connect(self._listen)

    @property
    def rehearsals(self) -> "Rehearsals":
        """What shows the call in the window; made when first asked for."""
        if self._rehearsals is None:
            from planner.desktop.frame.rehearsals import Rehearsals  # noqa: PLC0415 - not at the start

            self._rehearsals = Rehearsals(
                desk=self._desk,
                area=self._area,
                now=self._now,
                window=self._window,
            )
        return self._rehearsals

    def rehearse(self) -> None:
        """Fill the window with the open plan, or else the chosen one, to read it aloud or lead the call."""
        if self._desk.plan is None:
            self._desk.open(self._at_hand.id)
        self.rehearsals.enter()

    def plan_next_call(self) -> None:
        """Save the plan, and make the one for the call after it; nothing if it cannot be saved."""
        plan_id = self._at_hand.id
        if plan_id and self._desk.commit():
            self._actions.plan_next(plan_id, self._now().date())

    def _listen(self) -> None:
        assert self._desk.plan is not None
        self._desk.plan.walk.page_loaded.connect(self._offer_in)

    def _offer_in(self, page: "FormPage") -> None:
        """Connect the buttons of a step that was just loaded; most have none."""
        for name, command in (("rehearseButton", self.rehearsal), ("planNextCallButton", self.next_call)):
            if (button := page.form.findChild(QPushButton, name)) is not None:
                button.clicked.connect(command.trigger)
