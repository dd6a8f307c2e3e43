"""The main window: the sidebar with its places, and one of them, or one open plan with its page beside it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QWidget

from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.frame.around_the_call import AroundTheCall
from planner.desktop.frame.client_controller import ClientController
from planner.desktop.frame.insights_controller import InsightsController
from planner.desktop.frame.menus import Menus
from planner.desktop.frame.merge_and_erase import MergeAndErase
from planner.desktop.frame.navigation import Navigation
from planner.desktop.frame.page_area import PageArea, Undoes
from planner.desktop.frame.place_signs import PlaceSign
from planner.desktop.frame.plan_at_hand import PlanAtHand
from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.frame.preferences_controller import PreferencesController
from planner.desktop.frame.reaching_controller import ReachingController
from planner.desktop.frame.safekeeping_pages import SafekeepingPages
from planner.desktop.frame.sidebar import SidebarWidth
from planner.desktop.frame.today_controller import TodayController
from planner.desktop.frame.way_back import WayBack
from planner.desktop.frame.window_commands import WindowCommands
from planner.desktop.frame.window_place import restore_place
from planner.desktop.page.day_printing import DayPrinting
from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.plans.plans_page import PlansPage
from planner.desktop.ports import CheckSettings, SampleSource
from planner.desktop.services import Services
from planner.desktop.widgets.plain_text import title_text
from planner.translation import _
from planner.wording.document_kinds import CALL_PLAN

if TYPE_CHECKING:
    from planner.desktop.frame.open_plan import OpenPlan
    from planner.desktop.insights.insights_ports import Reports
    from planner.desktop.safekeeping.safekeeping_ports import LibraryCare
    from planner.model.plan import Preparation

NAME = "Front Foot"

PATIENCE_MS = 2_000
"""So long closing waits for a page, or whatever else is only looked at, in the making."""


class MainWindow(QMainWindow):
    """Shows one of its places or the plan that lies open; the menus act on whichever it is."""

    def __init__(
        self,
        services: Services,
        *,
        sample: Callable[[], "Preparation"],
        sample_week: SampleSource,
        keeping: Callable[[], "LibraryCare"],
        reports: "Reports",
        check_settings: CheckSettings,
    ) -> None:
        super().__init__()
        self._jobs, self._settings = services.jobs, services.settings
        self._may_close: Callable[[], bool] = _always
        self._undone = ""
        self._undo = QUndoGroup(self)
        self._plan_actions = PlanActions(
            plans=services.plans,
            jobs=self._jobs,
            sample=sample,
            now=services.now,
            currency=lambda: services.settings.currency,
            parent=self,
        )
        self._undo.addStack(self._plan_actions.undo_stack)
        self.thresholds = CheckThresholds(check_settings, self._jobs, self)
        self.area = PageArea(self)
        self.messages = self.area.messages
        self.plans_page = PlansPage(
            services, actions=self._plan_actions, thresholds=self.thresholds, parent=self.area.stack
        )
        self.setCentralWidget(self.area)
        self.thresholds.failed.connect(self.messages.warn)
        self.desk = PlanController(services, thresholds=self.thresholds, messages=self.messages, window=self)
        self.today = TodayController(
            services,
            sample=sample_week,
            thresholds=self.thresholds,
            actions=self._plan_actions,
            desk=self.desk,
            area=self.area,
            parent=self,
        )
        for page in (self.plans_page, self.today.page):  # the last one is shown, the other is in the stack
            self.area.show_page(page)
        self.at_hand = PlanAtHand(self.desk, self.plans_page, self.today.page, self)
        self.way_back = WayBack(
            area=self.area,
            desk=self.desk,
            home=self.today.page,
            show=self.area.go_to,
            parent=self,
        )
        self.navigation = Navigation(self.area, leave=self.way_back.leave, parent=self)
        self.clients = ClientController(
            services,
            desk=self.desk,
            area=self.area,
            way_back=self.way_back,
            thresholds=self.thresholds,
            chosen_plans_client=self._client_of_chosen_plan,
            parent=self,
        )
        self.safekeeping = SafekeepingPages(
            services,
            keeping=keeping,
            actions=self._plan_actions,
            area=self.area,
            plans_page=self.plans_page,
            at_hand=self.at_hand,
            close_plan=self.way_back.leave,
            parent=self,
        )
        self.insights = InsightsController(
            services,
            actions=self._plan_actions,
            reports=reports,
            area=self.area,
            close_plan=self.way_back.leave,
            parent=self,
        )
        self._merging = MergeAndErase(
            services,
            keeping=lambda: self.safekeeping.care,
            commit=self.desk.commit,
            close=self.desk.close,
            messages=self.messages,
            window=self,
        )
        self.around_the_call = AroundTheCall(
            desk=self.desk,
            at_hand=self.at_hand,
            actions=self._plan_actions,
            area=self.area,
            now=services.now,
            window=self,
        )
        self.day_printing = DayPrinting(
            services, save=self.desk.save_now, messages=self.messages, parent=self
        )
        self.reaching = ReachingController(
            services,
            plan_actions=self._plan_actions,
            thresholds=self.thresholds,
            desk=self.desk,
            at_hand=self.at_hand,
            area=self.area,
            shown_client=lambda: self.clients.id_at_hand,
            parent=self,
        )
        self.preferences = PreferencesController(
            self._settings,
            thresholds=self.thresholds,
            desk=self.desk,
            safekeeping=self.safekeeping,
            window=self,
        )
        self.commands = WindowCommands(self, self._undo)
        self._opened_from: QWidget = self.plans_page
        self._from_client = False
        self._add_places()
        self._menus = Menus(self)
        self._connect()
        self._follow_page()
        self.today.page.take_focus()
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go one step back on Esc where nothing that has the keys has a use for it."""
        if event.key() == Qt.Key.Key_Escape and self.way_back.leads:
            self.way_back.go_back()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Remember the window's place, and stop the work in the background; it may run on for a while."""
        self._settings.geometry = self.saveGeometry()
        self._settings.save()
        self._jobs.stop(PATIENCE_MS)

    def _add_places(self) -> None:
        """Make the places of the sidebar, in its order; each has its keys, from Ctrl+1 on."""
        places = self.navigation
        today = places.add_made(_("T&oday"), _("Today"), PlaceSign.TODAY, self.today.page, "Ctrl+1")
        self.today.be_place(places, today)
        places.add_made(_("P&lans"), _("Plans"), PlaceSign.PLANS, self.plans_page, "Ctrl+2")
        self.clients_place = places.add_page(
            _("&Clients"), _("Clients"), PlaceSign.CLIENTS, self.clients.make_list, "Ctrl+3"
        )
        self.today.offer_naming(self.reaching.add_place(places).command)
        places.add(_("Insights"), PlaceSign.INSIGHTS, self.insights.to_insights, lambda: self.insights.page)

    def _turn_to_plan(self) -> None:
        assert self.open is not None
        self._note_origin()
        self._name_way_back(self.open)
        self.area.show_page(self.open.walk)
        self.open.walk.focus_form()
        self._show_title()

    def _note_origin(self) -> None:
        """Remember the place a plan or client was opened from, to which it leads back when it is put away.

        From one plan or page of a client to the next the place stays.
        """
        page = self.area.page
        if self.way_back.reopening:
            return
        if self.desk.plan is not None:
            stays = self._from_client and self._is_walk(page)
            self._from_client = self.clients.is_page(page) or stays
        if (place := self.navigation.place_of(page)) is not None:
            self._opened_from = place.page or self.plans_page
        elif not self.clients.is_page(page) and not self._is_walk(page):
            self._opened_from = self.plans_page

    def _is_walk(self, page: QWidget | None) -> bool:
        from planner.desktop.walk.walk import WalkPage  # noqa: PLC0415 - the start shows no plan

        return isinstance(page, WalkPage)

    def _name_way_back(self, plan: "OpenPlan") -> None:
        place = self.navigation.place_of(self._opened_from)
        back = "" if place is None or self._opened_from is self.plans_page else place.title
        if self._from_client:
            back = _("the client")  # not by name: that may be as long as the panel is wide
        self.desk.commands.name_way_back(back)
        plan.walk.panel.name_way_back(back)

    def _go_back(self) -> None:
        """Go back from the open plan: to the client's page it was opened from, else put it away."""
        if self._from_client:
            self.clients.show_page()
        else:
            self.desk.close()

    def _guide_undo(self) -> None:
        """Follow undo and redo in the document that lies open now."""
        document, plan = self.desk.document, self.open
        self._follow_page()
        if document is None:
            return
        from planner.desktop.frame.undo_guide import UndoGuide  # noqa: PLC0415 - the start shows no plan

        walk = None if plan is None else plan.walk
        UndoGuide(
            document,
            walk,
            self.messages,
            walk_is_shown=lambda: walk is not None and self.area.page is walk,
            client_page=lambda: self.clients.page if self.clients.shows_page else None,
            show_walk=self._show_walk,
            parent=document,
        )

    def _show_walk(self) -> None:
        """Show the open plan, on which a page of its client lies."""
        if self.open is not None:
            self.clients.show_plan(self.open.document.preparation.plan.id)

    def _client_of_chosen_plan(self) -> str:
        offered = self.plans_page.offered
        return "" if offered is None else offered.client_id

    def _turn_back(self, plan_id: str) -> None:
        self.area.go_to(self._opened_from)  # which reads anew what it shows
        if plan_id:
            self.plans_page.choose(plan_id)

    def _follow_page(self) -> None:
        """Offer what can be done on the page just shown, and undo what was done there."""
        self.plans_page.tell_offered()
        self.today.page.tell_offered()
        page: object = self.area.page
        document = self.desk.document
        if document is not None:
            stack = document.undo_stack
        elif isinstance(page, Undoes):
            stack = page.undo_stack
        else:
            stack = self._plan_actions.undo_stack
        self._undo.addStack(stack)
        self._undo.setActiveStack(stack)
        self._show_title()

    def _fit_sidebar(self, plan_is_open: bool) -> None:  # noqa: FBT001 - a slot
        self.area.want_sidebar(SidebarWidth.NARROW if plan_is_open else SidebarWidth.WHOLE)

    def _show_title(self) -> None:
        title = self.desk.title
        self.setWindowTitle(f"{title_text(title)}[*] — {NAME}" if title else NAME)
        self.setWindowModified(not self.desk.saved)

    def _count_page(self, page: QWidget) -> None:
        self.navigation.count_as(self.clients_place, page)

    def _tell_merged(self, client_id: str) -> None:
        self._refresh_lists()
        self.clients.show_client(client_id)

    def _refresh_lists(self) -> None:
        """Have the lists show what is in the library now; what was done there before cannot be undone."""
        self._plan_actions.undo_stack.clear()
        self.clients.actions.undo_stack.clear()
        self._plan_actions.library_changed.emit()

    def _tell_deleted(self, called: str) -> None:
        self.messages.tell(
            _("Deleted “{plan}”.").format(plan=called), (_("Undo"), self._plan_actions.undo_stack.undo)
        )

    def _tell_restored(self, _plan_id: str) -> None:
        """Say what was undone; a plan that was brought back otherwise is seen to be there."""
        undone, self._undone = self._undone, ""
        self.messages.dismiss()
        if undone:
            listed = self.area.page is self.plans_page
            offers = () if listed else ((_("All plans"), self._show_plans),)
            self.messages.tell(_("Undone: {what}.").format(what=undone), *offers)

    def _note_undone(self, what: str) -> None:
        self._undone = what

    def _show_plans(self) -> None:
        """Save the open plan, or leave the page beside the plans, and go back to the list."""
        if self.desk.close() and self.area.page is not self.plans_page:
            self.area.go_to(self.plans_page)

    def find_plan(self) -> None:
        """Go to the line that searches: the clients where these are listed, else the plans.

        To search the plans, the open plan is saved and closed; nothing happens if it cannot be saved.
        """
        if self.clients.list is not None and self.area.page is self.clients.list:
            self.clients.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.clients.list.search.selectAll()
        elif self.desk.close():
            self._show_plans()
            self.plans_page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.plans_page.search.selectAll()

    def export_here(self) -> None:
        """Export the insights, if they are shown; else open the plan chosen and export its call plan.

        Without either, say so.
        """
        if self.insights.shown:
            self.insights.export()
        elif self.at_hand.id:
            self.desk.open(self.at_hand.id)
            self.desk.export(CALL_PLAN)
        else:
            self.messages.tell(_("There is no page to export here. Open a plan, or choose one in the list."))

    def _connect(self) -> None:
        self.desk.opened.connect(self._turn_to_plan)
        self.desk.client_opened.connect(self._note_origin)
        self.desk.document_changed.connect(self._guide_undo)
        self.desk.back_wanted.connect(self._go_back)
        self.desk.put_away.connect(self._turn_back)
        self.today.client_wanted.connect(self.clients.show_client)
        self.reaching.client_wanted.connect(self.clients.show_client)
        self.clients.touch_wanted.connect(self.reaching.reach_out)
        self.clients.page_made.connect(self._count_page)
        self.clients.page_dropped.connect(self.navigation.count_no_more)
        self.clients.call_wanted.connect(self.plans_page.commands.ask_for_call_with)
        self.clients.merge_wanted.connect(self._merging.ask_to_merge)
        self.clients.erase_wanted.connect(self._merging.ask_to_erase)
        self.clients.stored.connect(self._plan_actions.library_changed)
        self._plan_actions.library_changed.connect(self.clients.refresh)
        self._merging.merged.connect(self._tell_merged)
        self._merging.erased.connect(self._refresh_lists)
        self.desk.told.connect(self._show_title)
        self.desk.open_changed.connect(self._fit_sidebar)
        self.area.turned.connect(self._follow_page)
        self.plans_page.opened.connect(self.desk.open)
        self.today.page.touch_wanted.connect(self.reaching.reach_out)
        self.today.page.acts.share_history(self.reaching.actions.undo_stack)
        self.today.page.view.print_wanted.connect(self.day_printing.print_day.trigger)
        self.today.page.lead_wanted.connect(self.around_the_call.rehearsal.trigger)
        self.today.page.view.call_wanted.connect(self.plans_page.commands.new_in_ten_minutes.trigger)
        self.plans_page.foot.insights.clicked.connect(self.insights.to_insights.trigger)
        self.insights.left.connect(self._show_plans)
        self.safekeeping.left.connect(self._show_plans)
        self.safekeeping.library_replaced.connect(self.today.page.undo_stack.clear)
        self.safekeeping.plan_made.connect(self.desk.open)
        self._plan_actions.made.connect(self.desk.open)
        self._plan_actions.made_for_ten_minutes.connect(self.desk.open_for_ten_minutes)
        self._plan_actions.deleted.connect(self._tell_deleted)
        self._plan_actions.restored.connect(self._tell_restored)
        self._plan_actions.undone.connect(self._note_undone)
        self._plan_actions.failed.connect(self.messages.warn_not_stored)


def _always() -> bool:
    return True
