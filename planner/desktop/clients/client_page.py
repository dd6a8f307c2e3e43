"""The page of one client: what happened and what is open, and its facts as a form."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from planner.coaching.week.dream_list import place_on
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.check.client_plans import ClientPlans
from planner.desktop.clients.client_overview import ClientOverview
from planner.desktop.clients.client_view import CONTACT, PLAN, PROMISE, TOUCH, ClientView, client_view
from planner.desktop.clients.facts_view import FactsView, LoadForm
from planner.desktop.editing.document import PlanDocument, SaveState
from planner.desktop.editing.save_words import save_in_words
from planner.desktop.fields.client_name import ClientNameField
from planner.desktop.ports import Plans
from planner.desktop.services import Services
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.labels import keep_width
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.desktop.widgets.tab_order import TabsAsLaidOut
from planner.model.client import Client
from planner.model.field_texts import unread_texts
from planner.model.plan import Plan
from planner.translation import _
from planner.wording.clients_apart import NamedClient, named_clients

_OVERVIEW, _FACTS = 0, 1
_WIDEST = 1040


class ClientViewRequest(msgspec.Struct, frozen=True):
    """What a view of a client is made from: the client, its plans as read, the open one, and the moment."""

    library: Plans
    client: Client
    plans: ClientPlans
    open_plan: Plan
    now: dt.datetime


class ClientPage(TabsAsLaidOut):
    """Shows the client of a document: an overview, and its facts as a form, in the same document.

    The document may hold a plan too, which lies open behind the page. `load_form` makes the form of facts.
    """

    plan_wanted = Signal(str)
    """The person wants to go to a plan; its id."""
    touch_wanted = Signal(str)
    """The person wants to see to a touch; its id."""
    call_wanted = Signal()
    reach_out_wanted = Signal()
    same_client_found = Signal(str)
    """The name typed is that of another client, and the person says it is the same; that one's id."""
    failed = Signal(str)
    """The plans could not be read; why."""

    def __init__(
        self, document: PlanDocument, services: Services, *, load_form: LoadForm, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._library, self._now = services.plans, services.now
        self._client_id = document.preparation.client.id
        self._plans = self._plans_to_read()
        self._view = LatestWins(
            _viewed, jobs=services.jobs, done=self._show_view, failed=self._tell_failed, parent=self
        )
        self.shown: ClientView | None = None
        """What the overview shows; None until it is worked out."""
        self._title = PlainLabel(parent=self)
        self._title.setProperty("role", "title")
        keep_width(self._title)
        self._standing = PlainLabel(parent=self)
        self._standing.setProperty("role", "hint")
        keep_width(self._standing)
        self.saved = PlainLabel(parent=self)
        self.saved.setProperty("role", "quiet")
        self.to_plan = self._button(_("‹ The plan"), "quiet")
        self.reach_out = self._button(_("&Reach out"))
        self.plan_call = self._button(_("&Plan a call"), "primary")
        self.overview_choice = self._choice(_("&Overview"))
        self.facts_choice = self._choice(_("F&acts"))
        self._views = QStackedWidget(self)
        self._shown_view = _OVERVIEW
        self.overview = ClientOverview(services.theme, self._views)
        self.facts = FactsView(load_form, self._take_name, self._views)
        self._views.addWidget(self.overview)
        self._views.addWidget(self.facts)
        self._lay_out()
        self._connect()
        self._show_heading()
        self._show_save_state()

    @property
    def client_id(self) -> str:
        """The id of the client shown."""
        return self._client_id

    @property
    def shows_facts(self) -> bool:
        """Whether the facts are shown, and not the overview."""
        return self._shown_view == _FACTS

    @property
    def pending(self) -> bool:
        """Whether the overview is still to be worked out anew."""
        return self._view.pending

    def refresh(self) -> None:
        """Read the client's plans anew, and show what they tell."""
        self._plans = self._plans_to_read()
        self._ask()

    def show_overview(self) -> None:
        """Show what happened and what is open, with the keys on the first list."""
        self._turn(_OVERVIEW)
        self.overview.take_focus()

    def show_facts(self) -> None:
        """Show the facts as a form, with the cursor in the first field."""
        self._turn(_FACTS)
        self.facts.focus_first()

    def go_to_field(self, path: str) -> None:
        """Show the field of the client at the form path, ready for typing."""
        self._turn(_FACTS)
        self.facts.go_to_field(path)

    def step_back(self) -> bool:
        """Go back from the facts to the overview; False if that is shown."""
        if not self.shows_facts:
            return False
        self.show_overview()
        return True

    def take_focus(self) -> None:
        """Put the focus where a person goes on by keyboard."""
        was = self.facts.focusWidget()
        if self.shows_facts and was is not None and was.isVisible():
            was.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.shows_facts:
            self.facts.focus_first()
        elif any(each.entries for each in (self.overview.happened, self.overview.people)):
            self.overview.take_focus()
        else:
            self.plan_call.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_changed(self, path: str) -> None:
        """Go to the field at the form path in the form of the facts, unless one is in it already."""
        if not self.facts.is_in(path):
            self.facts.go_to_field(path)

    @property
    def chosen_contact(self) -> str:
        """The id of the contact chosen in the list that has the keys; "" for none."""
        people = self.overview.people
        kind, _colon, at = people.chosen.partition(":")
        if self.shows_facts or not people.hasFocus() or kind != CONTACT:
            return ""
        return self._document.preparation.client.contacts[int(at)].id

    def go_to_touch(self, touch_id: str) -> None:
        """Show a touch in the form of the facts, ready for typing; nothing if there is none of that id."""
        touches = self._document.preparation.client.touches
        at = next((at for at, touch in enumerate(touches) if touch.id == touch_id), None)
        if at is not None:
            self.go_to_field(f"client.touches[{at}]")

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Move the focus one stop on, or back, once what lies between is built."""
        while self.shows_facts and self.facts.isVisible() and self.facts.has_stop_to_build(forwards=forwards):
            pass
        return super().focusNextPrevChild(forwards)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the client as it is now."""
        super().showEvent(event)
        self._show_heading()
        self.refresh()

    def _plans_to_read(self) -> ClientPlans:
        return ClientPlans(partial(self._library.plans_of, self._client_id))

    def _ask(self) -> None:
        preparation = self._document.preparation
        self._view.ask_once(
            ClientViewRequest(self._library, preparation.client, self._plans, preparation.plan, self._now())
        )

    def _show_view(self, request: ClientViewRequest, view: ClientView) -> None:
        first = self.shown is None
        self.shown = view
        self.overview.show_view(view)
        self._show_heading()
        if request.plans.problem:
            self.failed.emit(request.plans.problem)
        if first and self.isVisible() and not self.shows_facts and self.plan_call.hasFocus():
            self.overview.take_focus()

    def _tell_failed(self, _request: ClientViewRequest, error: Exception) -> None:
        self.failed.emit(str(error))

    def _follow(self, path: str) -> None:
        client = self._document.preparation.client
        if client.id != self._client_id:  # the plan behind the page was moved, or moved back
            self._client_id = client.id
            self._plans = self._plans_to_read()
        if not path.startswith("client.") and path:
            return
        self._show_heading()
        if self.isVisible() and not self.shows_facts:
            self._ask()

    def _open_entry(self, key: str) -> None:
        kind, _colon, about = key.partition(":")
        if kind == PLAN:
            self.plan_wanted.emit(about)
        elif kind == TOUCH:
            self.touch_wanted.emit(about)
        elif kind == CONTACT:
            self.go_to_field(f"client.contacts[{about}]")
        elif kind == PROMISE:
            self.go_to_field(f"client.promises[{about}]")

    def _do_entry(self, key: str) -> None:
        """Keep a promise today; nothing else is done by one key here."""
        kind, _colon, at = key.partition(":")
        if kind == PROMISE:
            path = f"client.promises[{at}].kept_on"
            self._document.edit_as_one_step(path, self._document.today, words=_("Promise kept"))

    def _turn(self, view: int) -> None:
        if view == _FACTS:
            self.facts.begin()
        self._shown_view = view  # first: Qt looks for the focus while it hides the view before
        self._views.setCurrentIndex(view)
        (self.facts_choice if view == _FACTS else self.overview_choice).setChecked(True)
        if view == _OVERVIEW:
            self._ask()

    def _choose_view(self, view: int) -> None:
        if view == _FACTS:
            self.show_facts()
        else:
            self.show_overview()

    def _take_name(self, field: ClientNameField) -> None:
        """Have the field for the name know the other clients; a new name here is a new name everywhere."""
        field.ask_with(lambda: 0, self._other_clients)
        field.another_client.connect(self._tell_same)

    def _other_clients(self) -> Sequence[NamedClient]:
        others = (known for known in self._library.client_summaries() if known.id != self._client_id)
        return named_clients(others)

    def _tell_same(self, _name: str, client_id: str) -> None:
        self.same_client_found.emit(client_id)

    def _show_heading(self) -> None:
        preparation = self._document.preparation
        client, shown = preparation.client, self.shown
        self._title.setText(client.name.strip() or _("(no name yet)"))
        self.setAccessibleName(self._title.text())
        standing = "" if shown is None else shown.standing
        if client.archived:
            standing = _("Archived: nothing of it comes up in Today or on the Dream list.")
        self._standing.setText(standing)
        self._standing.setVisible(bool(standing))
        self.to_plan.setVisible(bool(preparation.plan.id))

    def _show_save_state(self) -> None:
        unread = len(unread_texts(msgspec.structs.replace(self._document.preparation, plan=Plan())))
        self.saved.setText(save_in_words(self._document, unread))
        amiss = bool(unread) or self._document.save_state is SaveState.FAILED
        set_role(self.saved, "problem" if amiss else "quiet")

    def _go_to_plan(self) -> None:
        self.plan_wanted.emit(self._document.preparation.plan.id)

    def _connect(self) -> None:
        self._document.changed.connect(self._follow)
        self._document.save_state_changed.connect(self._show_save_state)
        self.overview.opened.connect(self._open_entry)
        self.overview.done.connect(self._do_entry)
        self.to_plan.clicked.connect(self._go_to_plan)
        self.reach_out.clicked.connect(self.reach_out_wanted)
        self.plan_call.clicked.connect(self.call_wanted)

    def _button(self, text: str, role: str = "") -> EnterButton:
        button = EnterButton(text, self)
        if role:
            button.setProperty("role", role)
        return button

    def _choice(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "choice")
        button.setCheckable(True)
        return button

    def _lay_out(self) -> None:
        head = QWidget(self)
        head.setMaximumWidth(_WIDEST)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._standing)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addLayout(names, 1)
        first.addWidget(self.reach_out, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.plan_call, 0, Qt.AlignmentFlag.AlignTop)
        group = QButtonGroup(self)
        second = QHBoxLayout()
        second.setSpacing(8)
        for at, choice in enumerate((self.overview_choice, self.facts_choice)):
            group.addButton(choice, at)
            second.addWidget(choice)
        self.overview_choice.setChecked(True)
        group.idClicked.connect(self._choose_view)
        second.addStretch(1)
        second.addWidget(self.saved)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(24, 16, 24, 0)
        inside.setSpacing(8)
        inside.addWidget(self.to_plan, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(first)
        inside.addLayout(second)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(head, 100)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(across)
        column.addWidget(self._views, 1)


def _viewed(request: ClientViewRequest) -> ClientView:
    client, open_plan = request.client, request.open_plan
    others = [plan for plan in request.plans() if plan.id != open_plan.id]
    plans = [*others, open_plan] if open_plan.id else others
    place = place_on(request.library.client_summaries(), client.id)
    return client_view(client, plans, request.now, place)
