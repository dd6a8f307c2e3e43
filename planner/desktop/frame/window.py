"""The main window: the list of plans, or one open plan with its page beside it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout

from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.frame.around_the_call import AroundTheCall
from planner.desktop.frame.insights_door import InsightsController
from planner.desktop.frame.menus import Commands, Menus
from planner.desktop.frame.plan_desk import PlanController
from planner.desktop.frame.safekeeping_pages import SafekeepingPages
from planner.desktop.frame.window_place import restore_place
from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.plans.plans_page import PlansPage
from planner.desktop.ports import CheckSettings
from planner.desktop.services import Services
from planner.desktop.widgets.message_bar import MessageBar
from planner.desktop.widgets.tab_order import TabsAsLaidOut
from planner.model.plan import Preparation

if TYPE_CHECKING:
    from planner.desktop.frame.open_plan import OpenPlan
    from planner.desktop.insights.insights_ports import Reports
    from planner.desktop.safekeeping.safekeeping_ports import Safekeeping

NAME = "Front Foot"

PATIENCE_MS = 2_000
"""So long closing waits for a page, or whatever else is only looked at, in the making."""


class MainWindow(QMainWindow):
    """Shows the list of plans or the one that lies open; the menus act on whichever it is."""

    def __init__(
        self,
        services: Services,
        *,
        sample: Callable[[], Preparation],
        keeping: Callable[[], "Safekeeping"],
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
        self._lay_out(partial(PlansPage, services, actions=self._plan_actions, thresholds=self.thresholds))
        self.thresholds.failed.connect(self.messages.warn)
        self.desk = PlanController(services, thresholds=self.thresholds, messages=self.messages, window=self)
        self.safekeeping = SafekeepingPages(
            services,
            keeping=keeping,
            actions=self._plan_actions,
            messages=self.messages,
            stack=self._pages_stack,
            plans_page=self.plans_page,
            close_plan=self.desk.close,
            parent=self,
        )
        self.insights = InsightsController(
            services,
            actions=self._plan_actions,
            reports=reports,
            messages=self.messages,
            stack=self._pages_stack,
            close_plan=self.desk.close,
            parent=self,
        )
        self.around_the_call = AroundTheCall(
            desk=self.desk,
            plans_page=self.plans_page,
            actions=self._plan_actions,
            stack=self._pages_stack,
            messages=self.messages,
            now=services.now,
            window=self,
        )
        self._menus = Menus(self, self._commands(), self._undo)
        self._menus.show_choices(
            preview=self._settings.preview_shown, open_exported=self._settings.open_exported
        )
        self._connect()
        self._turn_to_list()
        restore_place(self, self._settings.geometry)

    @property
    def open(self) -> "OpenPlan | None":
        """The plan that lies open, if one does."""
        return self.desk.plan

    @property
    def _beside_plans(self) -> bool:
        """Whether one of the pages beside the plans is on the screen."""
        return self.safekeeping.shown or self.insights.shown

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        """Close only when this too says so."""
        self._may_close = may_close

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is saved, or when the person gives the changes up."""
        if not (self._may_close() and self.desk.may_be_left()):
            event.ignore()
            return
        self.leave()
        event.accept()

    def leave(self) -> None:
        """Remember the window's place, and stop the work in the background; it may run on for a while."""
        self._settings.geometry = self.saveGeometry()
        self._settings.save()
        self._jobs.stop(PATIENCE_MS)

    def _turn_to_plan(self) -> None:
        from planner.desktop.frame.open_plan import STEP_TITLES  # noqa: PLC0415 - the start shows no plan

        assert self.open is not None
        undo_stack = self.open.document.undo_stack
        self._undo.addStack(undo_stack)
        self._undo.setActiveStack(undo_stack)
        self._pages_stack.addWidget(self.open.walk)
        self._pages_stack.setCurrentWidget(self.open.walk)
        self.open.walk.focus_form()
        self._menus.offer_steps(STEP_TITLES, self.desk.go_to_step)
        self._menus.apply_to(walk=True, chosen=False)
        self._menus.show_ten_minutes(self.open.ten_minutes.on)
        self._show_title()

    def _turn_back(self, plan_id: str) -> None:
        self._turn_to_list()
        self.plans_page.refresh()
        self.plans_page.choose(plan_id)

    def _turn_to_list(self) -> None:
        self._pages_stack.setCurrentWidget(self.plans_page)
        self._undo.setActiveStack(self._plan_actions.undo_stack)
        self._show_title()
        self._show_choice()
        self.plans_page.take_focus()

    def _turn_to_side(self) -> None:
        self._menus.apply_to(walk=False, chosen=False)

    def _show_title(self) -> None:
        title = self.desk.title
        self.setWindowTitle(f"{title}[*] — {NAME}" if title else NAME)
        self.setWindowModified(not self.desk.saved)

    def _ask_whose_call(self, *, ten_minutes: bool = False) -> None:
        from planner.desktop.plans.new_plan import NewPlanDialog  # noqa: PLC0415 - not at the start

        dialog = NewPlanDialog(self._plan_actions.client_names(), self, ten_minutes=ten_minutes)
        dialog.chosen.connect(self._plan_actions.new_plan)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_for_plan(self) -> None:
        self._ask_whose_call()

    def _ask_for_ten_minute_plan(self) -> None:
        self._ask_whose_call(ten_minutes=True)

    def _tell_deleted(self, called: str) -> None:
        self.messages.tell(f"Deleted “{called}”.", ("Undo", self._plan_actions.undo_stack.undo))

    def _dismiss_message(self, _plan_id: str) -> None:
        self.messages.dismiss()

    def _show_choice(self) -> None:
        if self.open is None and not self._beside_plans:
            self._menus.apply_to(walk=False, chosen=self.plans_page.chosen is not None)

    def _show_plans(self) -> None:
        """Save the open plan, or leave the page beside the plans, and go back to the list."""
        if self.desk.close() and self._beside_plans:
            self._turn_to_list()

    def _find(self) -> None:
        if self.desk.close():
            self._show_plans()
            self.plans_page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.plans_page.search.selectAll()

    def _remember_open_exported(self, wanted: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        self._settings.open_exported = wanted

    def _fill_screen(self, full: bool) -> None:  # noqa: FBT001 - as above
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    def _ask_for_thresholds(self) -> None:
        from planner.desktop.check.check_dialog import CheckDialog  # noqa: PLC0415 - hardly ever wanted

        dialog = CheckDialog(self.thresholds.now, self)
        dialog.chosen.connect(self.thresholds.change)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _tell_about(self) -> None:
        from planner.desktop.widgets.dialogs import tell_about  # noqa: PLC0415 - hardly ever wanted

        tell_about(self)

    def _commands(self) -> Commands:
        return Commands(
            new_plan=self._ask_for_plan,
            new_ten_minute_plan=self._ask_for_ten_minute_plan,
            duplicate=self.plans_page.duplicate_chosen,
            next_call=self.around_the_call.plan_next_call,
            rehearse=self.around_the_call.rehearse,
            delete=self.plans_page.delete_chosen,
            open_plan=self.plans_page.open_chosen,
            save=self.desk.save_now,
            export=self.desk.export,
            open_exported=self._remember_open_exported,
            print_page=self.desk.print_page,
            find=self._find,
            check_settings=self._ask_for_thresholds,
            show_preview=self.desk.show_preview,
            ten_minutes=self.desk.turn_to_ten_minutes,
            full_screen=self._fill_screen,
            all_plans=self._show_plans,
            earlier_versions=self.safekeeping.show_history,
            insights=self.insights.show,
            backups=self.safekeeping.show_backups,
            trash=self.safekeeping.show_trash,
            next_step=self.desk.next_step,
            previous_step=self.desk.previous_step,
            about=self._tell_about,
        )

    def _connect(self) -> None:
        self.desk.opened.connect(self._turn_to_plan)
        self.desk.put_away.connect(self._turn_back)
        self.desk.told.connect(self._show_title)
        self.desk.turned.connect(self._menus.show_ten_minutes)
        self.plans_page.opened.connect(self.desk.open)
        self.plans_page.client_wanted.connect(self._ask_for_plan)
        self.plans_page.ten_minutes_wanted.connect(self._ask_for_ten_minute_plan)
        self.plans_page.choice_changed.connect(self._show_choice)
        self.plans_page.foot.insights_wanted.connect(self.insights.show)
        self.insights.entered.connect(self._turn_to_side)
        self.insights.left.connect(self._show_plans)
        self.safekeeping.entered.connect(self._turn_to_side)
        self.safekeeping.left.connect(self._show_plans)
        self.safekeeping.plan_made.connect(self.desk.open)
        self._plan_actions.made.connect(self.desk.open)
        self._plan_actions.made_for_ten_minutes.connect(self.desk.open_for_ten_minutes)
        self._plan_actions.deleted.connect(self._tell_deleted)
        self._plan_actions.restored.connect(self._dismiss_message)
        self._plan_actions.failed.connect(self.messages.warn_not_stored)

    def _lay_out(self, make_list: Callable[..., PlansPage]) -> None:
        whole = TabsAsLaidOut(self)
        self.messages = MessageBar(whole)
        self._pages_stack = QStackedWidget(whole)
        self.plans_page = make_list(parent=self._pages_stack)
        self._pages_stack.addWidget(self.plans_page)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages_stack, 1)
        column.addWidget(self.messages)
        self.setCentralWidget(whole)


def _always() -> bool:
    return True
