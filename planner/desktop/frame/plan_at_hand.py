"""The plan that a command is about, wherever one is in the window."""

from PySide6.QtCore import QObject, Signal

from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.plans.plans_page import PlansPage


class PlanAtHand(QObject):
    """The plan that lies open, else the one chosen while the list of plans is shown."""

    changed = Signal(bool)
    """Whether there is one; told whenever that may have changed."""

    def __init__(self, desk: PlanController, plans_page: PlansPage, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._plans_page = desk, plans_page
        desk.open_changed.connect(self._tell)
        plans_page.offer_changed.connect(self._tell)

    @property
    def id(self) -> str:
        """The plan's id; "" if there is none."""
        if self._desk.plan is not None:
            return self._desk.plan.document.preparation.plan.id
        offered = self._plans_page.offered
        return "" if offered is None else offered.id

    @property
    def called(self) -> str:
        """The plan's client and title as far as they are filled, "Client – Title"; "" if there is none."""
        if self._desk.plan is not None:
            preparation = self._desk.plan.document.preparation
            names = (preparation.client.name, preparation.plan.call.title)
        elif (offered := self._plans_page.offered) is not None:
            names = (offered.client, offered.title)
        else:
            return ""
        return " – ".join(name for name in names if name)

    def _tell(self, _there: bool) -> None:  # noqa: FBT001 - a slot of two signals
        self.changed.emit(bool(self.id))
