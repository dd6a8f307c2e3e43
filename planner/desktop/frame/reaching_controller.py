"""The Dream list and reaching out, put into the window: the place, its counts, and what is said of both."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.frame.navigation import Navigation, SidebarPlace
from planner.desktop.frame.page_area import PageArea
from planner.desktop.frame.place_signs import PlaceSign
from planner.desktop.frame.plan_at_hand import PlanAtHand
from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.services import Services
from planner.desktop.touches.client_steps import ClientSteps
from planner.desktop.touches.rhythm_count import RhythmCount, rhythm_text
from planner.desktop.widgets.action import action
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.dream_list.dream_list_page import DreamListPage
    from planner.desktop.editing.document import PlanDocument
    from planner.desktop.touches.client_step import Change, ClientStep
    from planner.desktop.touches.reaching_out import ReachingOut
    from planner.desktop.walk.form_loader import FormLoader
    from planner.model.client import Client

_CHANGED = ("client.touches", "client.archived")


class ReachingController(QObject):
    """Holds the acts on clients outside a plan, the dialogs to reach out, the rhythm, and the Dream list."""

    client_wanted = Signal(str)
    """The page of a client is wanted; the client's id."""

    def __init__(
        self,
        services: Services,
        *,
        plan_actions: PlanActions,
        thresholds: CheckThresholds,
        desk: PlanController,
        at_hand: PlanAtHand,
        area: PageArea,
        shown_client: Callable[[], str],
        parent: QWidget,
    ) -> None:
        """`shown_client` gives the id of the client whose page is shown or who is chosen; "" for none."""
        super().__init__(parent)
        self._shown_client = shown_client
        self._services, self._plan_actions, self._thresholds = services, plan_actions, thresholds
        self._desk, self._at_hand, self._area = desk, at_hand, area
        self._forms: FormLoader | None = None
        self.page: DreamListPage | None = None
        self._navigation: Navigation | None = None
        self._place: SidebarPlace | None = None
        self.actions = ClientSteps(plans=services.plans, jobs=services.jobs, now=services.now, parent=self)
        self._window = parent
        self._reaching_out: ReachingOut | None = None
        self.note_inquiry = action(self, _("T&hey Came to Us…"), self._ask_who_came, "Ctrl+Shift+I")
        self.rhythm = RhythmCount(services, self)
        self._connect()

    @property
    def reaching_out(self) -> "ReachingOut":
        """The dialogs to reach out, made when one is first wanted."""
        from planner.desktop.touches.reaching_out import ReachingOut  # noqa: PLC0415 - not at the start

        if self._reaching_out is None:
            self._reaching_out = ReachingOut(
                self._services,
                actions=self.actions,
                forms=self.forms,
                lying_open=_ClientAtHand(self._desk, self._client_at_hand),
                window=self._window,
            )
            self._reaching_out.told.connect(self._tell)
            self._reaching_out.failed.connect(self._area.messages.warn_not_stored)
            self._reaching_out.plan_made.connect(self._desk.open_for_ten_minutes)
        return self._reaching_out

    def add_place(self, navigation: Navigation) -> SidebarPlace:
        """Add the Dream list to the places of the window, and return its place."""
        self._navigation = navigation
        self._place = place = navigation.add_page(
            _("Drea&m List"), _("Dream list"), PlaceSign.DREAM_LIST, self._made, "Ctrl+4"
        )
        self.rhythm.count()
        return place

    def reach_out(self, client_id: str, touch_id: str) -> None:
        """Open the dialog for a touch of a client."""
        self.reaching_out.reach_out(client_id, touch_id)

    def forms(self) -> "FormLoader":
        """Return what loads the forms of the dialogs."""
        from planner.desktop.frame.promoted_widgets import PROMOTED  # noqa: PLC0415 - not at the start
        from planner.desktop.walk.form_loader import FormLoader  # noqa: PLC0415 - as above

        if self._forms is None:
            self._forms = FormLoader(PROMOTED)
        return self._forms

    def _made(self) -> "DreamListPage":
        from planner.desktop.dream_list.dream_list_page import DreamListPage  # noqa: PLC0415 - not at the start

        page = DreamListPage(
            self._services,
            actions=self.actions,
            reaching_out=self.reaching_out,
            rhythm=self.rhythm,
            thresholds=self._thresholds,
            forms=self.forms(),
            parent=self._area.stack,
        )
        page.client_wanted.connect(self.client_wanted)
        page.plan_wanted.connect(self._plan)
        self._plan_actions.library_changed.connect(page.refresh)
        self.page = page
        return page

    def _ask_who_came(self) -> None:
        self.reaching_out.ask_who_came()

    def _plan(self, name: str, client_id: str) -> None:
        self._plan_actions.new_plan(name, client_id=client_id)

    def _client_at_hand(self) -> str:
        """Return the id of the client chosen on the page shown, or of the plan at hand; "" for none."""
        if (shown := self._shown_client()) != "":
            return shown
        if self.page is not None and self._area.page is self.page:
            return self.page.chosen
        plan_id = self._at_hand.id
        if not plan_id:
            return ""
        summaries = self._services.plans.summaries()
        return next((summary.client_id for summary in summaries if summary.id == plan_id), "")

    def _connect(self) -> None:
        self.actions.undone.connect(self._tell_undone)
        self.actions.failed.connect(self._area.messages.warn_not_stored)
        self.actions.refused.connect(self._offer_again)
        self.actions.library_changed.connect(self._plan_actions.library_changed)
        self._plan_actions.library_changed.connect(self.rhythm.count)
        self.rhythm.counted.connect(self._show_counts)
        self._thresholds.changed.connect(self._show_counts)

    def _tell(self, text: str, offers: object) -> None:
        assert isinstance(offers, tuple)
        self._area.messages.tell(text, *offers)

    def _offer_again(self, step: "ClientStep", why: str) -> None:
        """Say why a step could not be stored, and offer to try again what nobody can type anew."""
        again = () if any(step.typed) else ((_("Try again"), partial(self.actions.begin, step)),)
        self._area.messages.warn_not_stored(why, *again)

    def _tell_undone(self, what: str) -> None:
        self._area.messages.tell(_("Undone: {what}.").format(what=what))

    def _show_counts(self) -> None:
        counts = self.rhythm.rhythm
        if self._navigation is not None and self._place is not None:
            self._navigation.tell_count(self._place, counts.on_list or None)
        wanted = self._thresholds.now.touches_a_week
        self._area.sidebar.tell_rhythm(rhythm_text(counts.this_week, wanted) if counts.on_list else "")


class _ClientAtHand:
    """The client that lies open, with a plan or without one."""

    def __init__(self, desk: PlanController, chosen: Callable[[], str]) -> None:
        self._desk = desk
        self.chosen = chosen
        """Returns the id of the client at hand; "" for none."""

    def read(self, client_id: str) -> "Client | None":
        """Return the client as it is where it lies open; None if it does not."""
        document = self._document(client_id)
        return None if document is None else document.preparation.client

    def change(self, client_id: str, change: "Change", words: str) -> bool:
        """Change the client where it lies open; False if it does not."""
        document = self._document(client_id)
        if document is None:
            return False
        preparation = document.preparation
        document.edit_whole(replace(preparation, client=change(preparation.client)), _CHANGED, words=words)
        return True

    def put_away(self) -> bool:
        """Save and close what lies open; False if it cannot be saved."""
        return self._desk.close()

    def _document(self, client_id: str) -> "PlanDocument | None":
        return self._desk.document if self._desk.client_id == client_id else None
