"""The plan that a command is about, wherever one is in the window."""

from PySide6.QtCore import QObject, Signal

from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.plans.plans_page import PlansPage
from planner.desktop.today.today_page import TodayPage


class PlanAtHand(QObject):
    """The plan that lies open, else the one chosen in the list of plans or on Today, whichever is shown."""

    changed = Signal(bool)
    """Whether there is one; told whenever that may have changed."""

    def __init__(
        self, desk: PlanController, plans_page: PlansPage, today: TodayPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._plans_page, self._today = desk, plans_page, today
        desk.open_changed.connect(self._tell)
        plans_page.offer_changed.connect(self._tell)
        today.offer_changed.connect(self._tell)

    @property
    def id(self) -> str:
        """The plan's id; "" if there is none."""
        if self._desk.plan is not None:
            return self._desk.plan.document.preparation.plan.id
        if (offered := self._plans_page.offered) is not None:
            return offered.id
        line = self._today.plan_offered
        return "" if line is None else line.plan_id

    @property
    def called(self) -> str:
        """The plan's client and title as far as they are filled, "Client – Title"; "" if there is none."""
        if self._desk.plan is not None:
            preparation = self._desk.plan.document.preparation
            names = (preparation.client.name, preparation.plan.call.title)
        elif (offered := self._plans_page.offered) is not None:
            names = (offered.client, offered.title)
        elif (line := self._today.plan_offered) is not None:
            names = (line.client, line.text)
        else:
            return ""
        return " – ".join(name for name in names if name)

    def _tell(self, _there: bool) -> None:  # noqa: FBT001 - a slot of three signals
        self.changed.emit(bool(self.id))
