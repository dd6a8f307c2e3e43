"""The main window: the list of plans, or one open plan with its page beside it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QUndoGroup
from PySide6.QtWidgets import QMainWindow

from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.frame.around_the_call import AroundTheCall
from planner.desktop.frame.insights_controller import InsightsController
from planner.desktop.frame.menus import Menus
from planner.desktop.frame.page_area import PageArea
from planner.desktop.frame.plan_at_hand import PlanAtHand
from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.frame.safekeeping_pages import SafekeepingPages
from planner.desktop.frame.window_commands import WindowCommands
from planner.desktop.frame.window_place import restore_place
from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.plans.plans_page import PlansPage
from planner.desktop.ports import CheckSettings
from planner.desktop.services import Services
from planner.desktop.widgets.plain_text import title_text
from planner.model.plan import Preparation
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.frame.open_plan import OpenPlan
    from planner.desktop.insights.insights_ports import Reports
    from planner.desktop.safekeeping.safekeeping_ports import LibraryCare
    from planner.model.plan import Preparation

NAME = "Front Foot"

PATIENCE_MS = 2_000
"""So long closing waits for a page, or whatever else is only looked at, in the making."""


class MainWindow(QMainWindow):
    """Shows the list of plans or the one that lies open; the menus act on whichever it is."""

    def __init__(
        self,
        services: Services,
        *,
        sample: Callable[[], "Preparation"],
        keeping: Callable[[], "LibraryCare"],
        reports: "Reports",
        check_settings: CheckSettings,
    ) -> None:
        super().__init__()
        self._jobs, self._settings = services.jobs, services.settings
        self._may_close: Callable[[], bool] = _always
        self._undo = QUndoGroup(self)
        self._plan_actions = PlanActions(plans=services.plans, jobs=self._jobs, sample=sample, parent=self)
        self._undo.addStack(self._plan_actions.undo_stack)
        self.thresholds = CheckThresholds(check_settings, self._jobs, self)
        self.area = PageArea(self)
        self.messages = self.area.messages
        self.plans_page = PlansPage(
            services, actions=self._plan_actions, thresholds=self.thresholds, parent=self.area.stack
        )
        self.area.show_page(self.plans_page)
        self.setCentralWidget(self.area)
        self.thresholds.failed.connect(self.messages.warn)
        self.desk = PlanController(services, thresholds=self.thresholds, messages=self.messages, window=self)
        self.at_hand = PlanAtHand(self.desk, self.plans_page, self)
        self.safekeeping = SafekeepingPages(
            services,
            keeping=keeping,
            actions=self._plan_actions,
            area=self.area,
            plans_page=self.plans_page,
            at_hand=self.at_hand,
            close_plan=self.desk.close,
            parent=self,
        )
        self.insights = InsightsController(
            services,
            actions=self._plan_actions,
            reports=reports,
            area=self.area,
            close_plan=self.desk.close,
            parent=self,
        )
        self.around_the_call = AroundTheCall(
            desk=self.desk,
            at_hand=self.at_hand,
            plans_page=self.plans_page,
            actions=self._plan_actions,
            area=self.area,
            now=services.now,
            window=self,
        )
        self.commands = WindowCommands(self, self._undo)
        self._menus = Menus(self)
        self._connect()
        self._turn_to_list()
        restore_place(self, self._settings.geometry)

    @property
    def open(self) -> "OpenPlan | None":
        """The plan that lies open; None if none does."""
        return self.desk.plan

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        """Have `may_close` asked before the window closes: False keeps it open. Replaces an earlier one."""
        self._may_close = may_close

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is saved, or when the person gives the changes up."""
        if not (self._may_close() and self.desk.may_be_left()):
            event.ignore()
            return
        self.leave()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Show in the menu whether the window is in full screen, whoever made it so."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.commands.show_full_screen()

    def leave(self) -> None:
        """Remember the window's place, and stop the work in the background; it may run on for a while."""
        self._settings.geometry = self.saveGeometry()
        self._settings.save()
        self._jobs.stop(PATIENCE_MS)

    def _turn_to_plan(self) -> None:
        assert self.open is not None
        undo_stack = self.open.document.undo_stack
        self._undo.addStack(undo_stack)
        self._undo.setActiveStack(undo_stack)
        self.area.show_page(self.open.walk)
        self.open.walk.focus_form()
        self._show_title()

    def _turn_back(self, plan_id: str) -> None:
        self._turn_to_list()
        self.plans_page.refresh()
        self.plans_page.choose(plan_id)

    def _turn_to_list(self) -> None:
        self.area.show_page(self.plans_page)
        self.plans_page.tell_offered()
        self._undo.setActiveStack(self._plan_actions.undo_stack)
        self._show_title()
        self.plans_page.take_focus()

    def _show_title(self) -> None:
        title = self.desk.title
        self.setWindowTitle(f"{title_text(title)}[*] — {NAME}" if title else NAME)
        self.setWindowModified(not self.desk.saved)

    def _tell_deleted(self, called: str) -> None:
        self.messages.tell(
            _("Deleted “{plan}”.").format(plan=called), (_("Undo"), self._plan_actions.undo_stack.undo)
        )

    def _dismiss_message(self, _plan_id: str) -> None:
        self.messages.dismiss()

    def _show_plans(self) -> None:
        """Save the open plan, or leave the page beside the plans, and go back to the list."""
        if self.desk.close() and self.area.page is not self.plans_page:
            self._turn_to_list()

    def find_plan(self) -> None:
        """Save the open plan and go to the line that searches the list."""
        if self.desk.close():
            self._show_plans()
            self.plans_page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.plans_page.search.selectAll()

    def _connect(self) -> None:
        self.desk.opened.connect(self._turn_to_plan)
        self.desk.put_away.connect(self._turn_back)
        self.desk.told.connect(self._show_title)
        self.area.turned.connect(self.plans_page.tell_offered)
        self.plans_page.opened.connect(self.desk.open)
        self.plans_page.foot.insights.clicked.connect(self.insights.to_insights.trigger)
        self.insights.left.connect(self._show_plans)
        self.safekeeping.left.connect(self._show_plans)
        self.safekeeping.plan_made.connect(self.desk.open)
        self._plan_actions.made.connect(self.desk.open)
        self._plan_actions.made_for_ten_minutes.connect(self.desk.open_for_ten_minutes)
        self._plan_actions.deleted.connect(self._tell_deleted)
        self._plan_actions.restored.connect(self._dismiss_message)
        self._plan_actions.failed.connect(self.messages.warn_not_stored)


def _always() -> bool:
    return True
