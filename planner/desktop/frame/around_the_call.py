"""What is done around the call itself: lead it by the plan, and plan the next one from it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget

from planner.desktop.frame.plan_desk import PlanController
from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.plans.plans_page import PlansPage
from planner.desktop.ports import Clock
from planner.desktop.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from planner.desktop.frame.rehearsals import Rehearsals
    from planner.desktop.walk.form_page import FormPage


class AroundTheCall(QObject):
    """Acts on the open plan, or on the one chosen in the list."""

    def __init__(
        self,
        *,
        desk: PlanController,
        plans_page: PlansPage,
        actions: PlanActions,
        stack: QStackedWidget,
        messages: MessageBar,
        now: Clock,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._desk, self._plans_page, self._actions = desk, plans_page, actions
        self._stack, self._messages, self._now, self._window = stack, messages, now, window
        self._rehearsals: Rehearsals | None = None
        desk.opened.connect(self._listen)
        plans_page.rehearsal_wanted.connect(self.rehearse)
        plans_page.next_call_wanted.connect(self.plan_next_call)

    @property
    def rehearsals(self) -> "Rehearsals":
        """What shows the call; made when it is first wanted."""
        if self._rehearsals is None:
            from planner.desktop.frame.rehearsals import Rehearsals  # noqa: PLC0415 - not at the start

            self._rehearsals = Rehearsals(
                desk=self._desk,
                stack=self._stack,
                messages=self._messages,
                now=self._now,
                window=self._window,
            )
        return self._rehearsals

    def rehearse(self) -> None:
        """Fill the window with the plan, for reading it aloud or for the call itself."""
        if self._desk.plan is None:
            self._plans_page.open_chosen()
        self.rehearsals.enter()

    def plan_next_call(self) -> None:
        """Save the plan and make the next one from it."""
        plan_id = self._plan_id()
        if plan_id and self._desk.close():
            self._actions.plan_next(plan_id, self._now().date())

    def _plan_id(self) -> str:
        if self._desk.plan is not None:
            return self._desk.plan.document.preparation.plan.id
        return self._plans_page.chosen.id if self._plans_page.chosen is not None else ""

    def _listen(self) -> None:
        assert self._desk.plan is not None
        self._desk.plan.walk.page_loaded.connect(self._offer_in)

    def _offer_in(self, page: "FormPage") -> None:
        """Connect the buttons of a step that was just loaded; most have none."""
        for name, act in (("rehearseButton", self.rehearse), ("planNextCallButton", self.plan_next_call)):
            if (button := page.form.findChild(QPushButton, name)) is not None:
                button.clicked.connect(act)
