"""The clients in the window: their list, and the page of the one that lies open, with or without a plan."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.frame.client_commands import ClientCommands
from planner.desktop.frame.page_area import PageArea
from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.frame.way_back import WayBack
from planner.desktop.services import Services
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.clients.client_actions import ClientActions
    from planner.desktop.clients.client_page import ClientPage
    from planner.desktop.clients.clients_page import ClientsPage
    from planner.desktop.editing.document import PlanDocument
    from planner.desktop.walk.form import StepForm
    from planner.model.plan import Preparation

_ARCHIVED = ("client.archived",)


class ClientController(QObject):
    """Shows the list of clients and the page of one, and gives the commands for the client at hand.

    That is the one whose page is shown, else the one chosen while the list of clients is shown. The page of
    the client of an open plan lies on the plan, which stays open.
    """

    stored = Signal()
    """A client was made or changed that does not lie open."""
    at_hand_changed = Signal(bool)
    """Whether a client is at hand; told whenever that may have changed."""
    page_made = Signal(object)
    """The ClientPage of what lies open was made."""
    page_dropped = Signal(object)
    """A ClientPage is shown no more, and deleted soon."""
    call_wanted = Signal(str)
    """A plan for a call with a client is wanted; its id. All that was typed is saved."""
    touch_wanted = Signal(str, str)
    """A touch is to be made or planned: the client's id, and the touch's, "" for the one due or a new one."""
    merge_wanted = Signal(str, str)
    """A client is to be made one with another: its id, and the other's, "" if that is to be asked."""
    erase_wanted = Signal(str, str)
    """A client is to be erased, or one of its contacts: the client's id, and the contact's or ""."""

    def __init__(
        self,
        services: Services,
        *,
        desk: PlanController,
        area: PageArea,
        way_back: WayBack,
        thresholds: CheckThresholds,
        chosen_plans_client: Callable[[], str],
        parent: QWidget,
    ) -> None:
        """`chosen_plans_client` gives the id of the client of the plan chosen in the list; "" for none."""
        super().__init__(parent)
        self._services, self._desk, self._area = services, desk, area
        self._way_back, self._thresholds, self._window = way_back, thresholds, parent
        self._chosen_plans_client = chosen_plans_client
        self._actions: ClientActions | None = None
        self.list: ClientsPage | None = None
        """The list of clients; None before it is first gone to."""
        self.page: ClientPage | None = None
        """The page of the client that lies open; None before it is shown."""
        self.commands = ClientCommands(self)
        desk.document_changed.connect(self._drop_page)
        desk.client_opened.connect(self.show_page)
        area.turned.connect(self._follow_page)

    @property
    def shows_page(self) -> bool:
        """Whether the page of a client is on the screen."""
        return self.page is not None and self._area.page is self.page

    @property
    def id_at_hand(self) -> str:
        """The id of the client at hand; "" if none is."""
        if self.shows_page:
            return self._desk.client_id
        offered = None if self.list is None else self.list.offered
        return "" if offered is None else offered.id

    @property
    def actions(self) -> "ClientActions":
        """What is done with whole clients; made when first asked for."""
        if self._actions is None:
            from planner.desktop.clients.client_actions import ClientActions  # noqa: PLC0415 - not at the start

            self._actions = ClientActions(self._services, parent=self)
            self._actions.made.connect(self.show_client)
            self._actions.made.connect(self.stored)
            self._actions.changed.connect(self.stored)
            self._actions.failed.connect(self._area.messages.warn_not_stored)
        return self._actions

    def make_list(self) -> "ClientsPage":
        """Return the list of clients, a child of the area's stack."""
        from planner.desktop.clients.clients_page import ClientsPage  # noqa: PLC0415 - not at the start

        quiet = self._thresholds.now.outreach_days
        self.list = ClientsPage(
            self._services,
            quiet_days=quiet,
            undo_stack=self.actions.undo_stack,
            parent=self._area.stack,
        )
        self.list.opened.connect(self.show_client)
        self.list.new_wanted.connect(self.commands.new.trigger)
        self.list.offer_changed.connect(self._tell_at_hand)
        self.list.failed.connect(self._area.messages.warn)
        self.list.arrange_menu(*self.commands.of_one)
        return self.list

    def show_client(self, client_id: str) -> None:
        """Show the page of a client; what lies open of another is saved and put away first."""
        if self._desk.client_id == client_id:
            if not self.shows_page:
                self._way_back.remember_place()
            self.show_page()
        elif self._way_back.leave():
            self._desk.open_client(client_id)
            if self.list is not None:
                self.list.choose(client_id)

    def show_page(self) -> None:
        """Show the page of the client that lies open, above its plan if one lies open too."""
        if self._desk.document is None:
            return
        if self.page is None:
            self.page = self._made()
            self.page_made.emit(self.page)
        self._desk.lay_beside(covered=True)
        self._area.show_page(self.page)
        self.page.take_focus()
        self._tell_at_hand()

    def is_page(self, widget: QWidget | None) -> bool:
        """Whether a widget is the page of a client, that of what lies open or one just left."""
        from planner.desktop.clients.client_page import ClientPage  # noqa: PLC0415 - not at the start

        return isinstance(widget, ClientPage)

    def show_facts(self) -> None:
        """Show the facts of the client at hand as a form."""
        if self._go_to_page() and self.page is not None:
            self.page.show_facts()

    def reach_out(self) -> None:
        """Ask for the touch of the client at hand that is due, else for a new one."""
        if (client_id := self.id_at_hand) != "":
            self.touch_wanted.emit(client_id, "")

    def plan_call(self) -> None:
        """Ask what the next plan for the client at hand is to be; what is typed of it is saved first."""
        client_id = self.id_at_hand
        if client_id and self._desk.commit():
            self.call_wanted.emit(client_id)

    def archive(self) -> None:
        """Archive the client at hand, or bring it back if it is archived; undo takes that back."""
        offered = None if self.list is None else self.list.offered
        document = self._desk.document
        if self.shows_page and document is not None:
            archived = document.preparation.client.archived
            words = _("bringing back") if archived else _("archiving")
            document.edit_whole(_archived(document.preparation, not archived), _ARCHIVED, words=words)
        elif offered is not None:
            self.actions.archive(offered.id, offered.label, archived=not offered.archived)

    def ask_for_new(self) -> None:
        """Ask for the name of a new client, and open it."""
        from planner.desktop.clients.client_dialogs import NewClientDialog  # noqa: PLC0415 - not at the start

        dialog = NewClientDialog(self.actions.clients(), self._window)
        dialog.named.connect(self.actions.new_client)
        dialog.known.connect(self.show_client)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_to_merge(self) -> None:
        """Ask with which other the client at hand is to be made one."""
        self.merge_wanted.emit(self.id_at_hand, "")

    def ask_to_erase(self) -> None:
        """Ask whether the client at hand, or a person there, is to be erased."""
        chosen = self.page.chosen_contact if self.shows_page and self.page is not None else ""
        self.erase_wanted.emit(self.id_at_hand, chosen)

    def refresh(self) -> None:
        """Have the list show the clients as they are now, if it is there."""
        if self.list is not None and not self.list.isHidden():
            self.list.refresh()

    def show_of_plan(self) -> None:
        """Show the page of the client of the open plan, or else of the plan chosen in the list.

        Nothing while a call is led: it is the call's plan that lies open.
        """
        plan = self._desk.plan
        if self._desk.shows_plan and plan is not None and self._area.page is not plan.walk:
            return
        client_id = self._desk.client_id or self._chosen_plans_client() or self.id_at_hand
        if client_id:
            self.show_client(client_id)

    def show_plan(self, plan_id: str) -> None:
        """Go to a plan from the page: to the open one as it was left, or open another in its place."""
        open_plan = self._desk.plan
        if open_plan is not None and open_plan.document.preparation.plan.id == plan_id:
            self._desk.lay_beside(covered=False)
            self._area.show_page(open_plan.walk)
            open_plan.walk.take_focus()
        else:
            self._desk.open(plan_id)

    def _made(self) -> "ClientPage":
        from planner.desktop.clients.client_page import ClientPage  # noqa: PLC0415 - not at the start

        document = self._desk.document
        assert document is not None
        load = partial(_load_facts, document)
        page = ClientPage(document, self._services, load_form=load, parent=self._area.stack)
        page.plan_wanted.connect(self.show_plan)
        page.call_wanted.connect(self.commands.plan_call.trigger)
        page.reach_out_wanted.connect(self.commands.reach_out.trigger)
        page.touch_wanted.connect(self._see_to_touch)
        page.same_client_found.connect(self._ask_to_merge_with)
        page.failed.connect(self._area.messages.warn)
        return page

    def _see_to_touch(self, touch_id: str) -> None:
        """Ask for a touch that is planned; one that is done is shown among the facts."""
        if self._desk.document is None or self.page is None:
            return
        client = self._desk.document.preparation.client
        touch = next((touch for touch in client.touches if touch.id == touch_id), None)
        if touch is not None and not touch.is_done:
            self.touch_wanted.emit(client.id, touch_id)
        else:
            self.page.go_to_touch(touch_id)

    def _ask_to_merge_with(self, other_id: str) -> None:
        self.merge_wanted.emit(self.id_at_hand, other_id)

    def _go_to_page(self) -> bool:
        """Show the page of the client at hand; False if it cannot be opened."""
        client_id = self.id_at_hand
        if client_id and not self.shows_page:
            self.show_client(client_id)
        return self.shows_page

    def _drop_page(self) -> None:
        """Let the page go: another document lies open now, or none."""
        from planner.desktop.background.latest_wins import cancel_all  # noqa: PLC0415 - not at the start

        page, self.page = self.page, None
        if page is not None:
            cancel_all(page)
            self.page_dropped.emit(page)
            page.deleteLater()

    def _follow_page(self) -> None:
        if not self.shows_page and self._desk.plan is not None:
            self._desk.lay_beside(covered=False)
        self._tell_at_hand()

    def _tell_at_hand(self) -> None:
        self.at_hand_changed.emit(bool(self.id_at_hand))


def _load_facts(document: "PlanDocument", parent: QWidget) -> "StepForm":
    """Return the form of the client's facts, begun in its parent."""
    from planner.desktop.frame.promoted_widgets import PROMOTED  # noqa: PLC0415 - with the first form
    from planner.desktop.walk.form_loader import FormLoader  # noqa: PLC0415 - as above

    return FormLoader(PROMOTED).load_form("client", document, parent)


def _archived(preparation: "Preparation", archived: bool) -> "Preparation":  # noqa: FBT001 - the value itself
    """Return the preparation with its client archived, or brought back."""
    return replace(preparation, client=replace(preparation.client, archived=archived or None))
