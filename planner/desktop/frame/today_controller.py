"""Today in the window: its page, and the ways that lead from its lines to plans, calls and clients."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.frame.page_area import PageArea
from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.ports import SampleSource
from planner.desktop.services import Services
from planner.desktop.today.today_page import TodayPage
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.frame.navigation import Navigation, SidebarPlace
    from planner.desktop.today.today_reading import TodayState


class TodayController(QObject):
    """Makes the page of Today, carries out what it wants of the rest of the window, and says its count."""

    client_wanted = Signal(str)
    """A client is to be looked at; its id."""

    def __init__(
        self,
        services: Services,
        *,
        sample: SampleSource,
        thresholds: CheckThresholds,
        actions: PlanActions,
        desk: PlanController,
        area: PageArea,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._area = desk, area
        self._navigation: Navigation | None = None
        self._place: SidebarPlace | None = None
        self.page = page = TodayPage(services, sample=sample, thresholds=thresholds, parent=area.stack)
        actions.library_changed.connect(page.refresh)
        desk.put_away.connect(page.refresh)
        desk.stored.connect(page.refresh)  # how much waits is seen beside a plan and a client, too
        page.open_wanted.connect(desk.open)
        page.review_wanted.connect(self._review)
        page.print_wanted.connect(self._print)
        page.client_wanted.connect(self.client_wanted)
        page.told.connect(self._say_count)
        page.failed.connect(area.messages.warn)
        page.acts.library_changed.connect(actions.library_changed)
        page.acts.told.connect(self._tell)
        page.acts.undone.connect(area.messages.tell)
        page.acts.failed.connect(area.messages.warn_not_stored)
        page.acts.plan_made.connect(desk.open_for_ten_minutes)

    def be_place(self, navigation: "Navigation", place: "SidebarPlace") -> None:
        """Say from now on at this place of the sidebar how much waits."""
        self._navigation, self._place = navigation, place

    def offer_naming(self, to_dream_list: QAction) -> None:
        """Offer in an empty library to name Dream Clients, by the command that leads to their list."""
        self.page.view.name_wanted.connect(to_dream_list.trigger)
        self.page.view.offer_naming()

    def _review(self, plan_id: str) -> None:
        from planner.desktop.editing.form_fields import step_index  # noqa: PLC0415 - the start shows no plan

        self._desk.open(plan_id)
        self._desk.go_to_step(step_index("after"))

    def _print(self, plan_id: str) -> None:
        self._desk.open(plan_id)
        self._desk.print_page()

    def _tell(self, text: str) -> None:
        self._area.messages.tell(text, (_("Undo"), self.page.undo_stack.undo))

    def _say_count(self, state: "TodayState") -> None:
        if self._navigation is not None and self._place is not None:
            self._navigation.tell_count(self._place, len(state.lines) or None)
