"""The list of clients: found as one types, filtered, sorted."""

import datetime as dt

import msgspec
from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from planner.desktop.background.debounce import Debounce
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.clients.client_delegate import ClientDelegate
from planner.desktop.clients.client_filters import ClientFilters
from planner.desktop.clients.client_list_model import ClientsList
from planner.desktop.clients.client_rows import (
    ClientFilter,
    ClientListing,
    ClientRow,
    in_client_order,
    listing_of,
    rows_holding,
    wanted_rows,
)
from planner.desktop.ports import Plans
from planner.desktop.services import Services
from planner.desktop.widgets.double_press import DoublePress
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.search_line import SearchLine
from planner.desktop.widgets.theme import Theme
from planner.translation import _

_WIDEST = 1040
_PAUSE_MS = 120
"""All that is written is searched in a pause of the typing: the rows answer each key."""


class ListingRequest(msgspec.Struct, frozen=True):
    """The library to list the clients of, the present moment, and the listing before, of which most stays."""

    plans: Plans
    now: dt.datetime
    known: ClientListing | None


class ClientSearchRequest(msgspec.Struct, frozen=True):
    """The words to find, and the library to find clients in."""

    plans: Plans
    words: str


class ClientsPage(QWidget):
    """The page that lists the clients, searches, filters and sorts them.

    A key in the search shows at once the clients whose row holds the words, and soon after those of whom they
    are written elsewhere. `quiet_days` is how long is quiet, unless one says otherwise.
    """

    opened = Signal(str)
    """A client was chosen; its id."""
    new_wanted = Signal()
    offer_changed = Signal(bool)
    """Whether a client is chosen while the list is shown; told whenever it may be another one."""
    failed = Signal(str)
    """The clients could not be listed or searched; why."""

    def __init__(
        self, services: Services, *, quiet_days: int, undo_stack: QUndoStack, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.undo_stack = undo_stack
        """What was done with whole clients, and can be taken back."""
        self._plans, self._now = services.plans, services.now
        self._listing: ClientListing | None = None
        self._in_order: tuple[ClientRow, ...] = ()
        self._found: frozenset[str] = frozenset()
        self._to_choose = ""
        self._reading = LatestWins(
            _listed, jobs=services.jobs, done=self._take, failed=self._tell_failed, parent=self
        )
        self._search = LatestWins(
            _found_clients, jobs=services.jobs, done=self._take_found, failed=self._tell_failed, parent=self
        )
        self._pausing = Debounce(_PAUSE_MS, self)
        self._pausing.elapsed.connect(self._ask_for_words)
        self.setAccessibleName(_("Clients"))
        self._model = ClientsList(now=services.now, parent=self)
        self.search = SearchLine(self)
        self.search.setPlaceholderText(_("Search names, people, everything you wrote"))
        self.search.setAccessibleName(_("Search the clients"))
        self.filters = ClientFilters(quiet_days, self)
        self.list = _list_view(self._model, services.theme, self)
        self._nothing = PlainLabel(parent=self)
        self._nothing.setProperty("role", "subtitle")
        self._nothing.setWordWrap(True)
        self.new = EnterButton(_("New client"), self)
        self.new.setProperty("role", "primary")
        self._offer_first = EnterButton(_("Name your first client"), self)
        self._offer_first.setProperty("role", "primary")
        self._lay_out()
        self._say_what_is_missing()
        self._double_press = DoublePress(self)
        self._connect()

    @property
    def chosen(self) -> ClientRow | None:
        """The client chosen in the list; None if none is."""
        return self._model.client_at(self.list.currentIndex())

    @property
    def offered(self) -> ClientRow | None:
        """The client chosen in the list; None if none is, or while another page is shown."""
        return None if self.isHidden() else self.chosen

    @property
    def note(self) -> str:
        """What stands in the list's place; empty while it shows clients."""
        return "" if self._nothing.isHidden() else self._nothing.text()

    @property
    def pending(self) -> bool:
        """Whether the list is still to be read or searched."""
        return self._reading.pending or self._search.pending or self._pausing.pending

    def refresh(self) -> None:
        """List the clients as they are now."""
        self._reading.ask(ListingRequest(self._plans, self._now(), self._listing))
        self._ask_for_words()

    def choose(self, client_id: str) -> None:
        """Choose a client in the list and bring it into view, as soon as it is listed."""
        self._to_choose = client_id
        self._choose_wanted()

    def take_focus(self) -> None:
        """Put the focus where the arrow keys choose a client, or on the offer of a first one."""
        empty = self._listing is not None and not self._listing.rows
        place = self._offer_first if empty else self.list
        place.setFocus()
        self._double_press.keep_from(place)

    def tell_offered(self) -> None:
        """Emit `offer_changed`: whether a client is chosen while this page is shown."""
        self.offer_changed.emit(self.offered is not None)

    def arrange_menu(self, *commands: QAction) -> None:
        """Offer these commands, in this order, in the menu of the client chosen in the list."""
        self.list.addActions(commands)

    def _take(self, _request: ListingRequest, listing: ClientListing) -> None:
        if listing is not self._listing:
            self._listing = listing
            self._sort()

    def _take_found(self, request: ClientSearchRequest, found: frozenset[str]) -> None:
        if request.words == self._words:
            self._found = found
            if not found <= self._model.ids:  # most keys are answered by the rows alone
                self._show()

    def _tell_failed(self, _request: msgspec.Struct, error: Exception) -> None:
        self.failed.emit(str(error))

    @property
    def _words(self) -> str:
        return self.search.text().strip()

    def _seek(self) -> None:
        self._found = frozenset()
        self._search.cancel()
        self._pausing.trigger()
        self._show()

    def _ask_for_words(self) -> None:
        if self._words:
            self._search.ask(ClientSearchRequest(self._plans, self._words))
        else:
            self._search.cancel()

    def _sort(self) -> None:
        """Sort those that the filters want, once for all keys of a search, and show them."""
        rows = () if self._listing is None else wanted_rows(self._listing.rows, self.filters.wanted)
        self._in_order = tuple(in_client_order(rows, self.filters.sorted_by))
        self._show()

    def _show(self) -> None:
        if self._listing is None:
            return
        chosen, at = self.chosen, self.list.currentIndex().row()
        self._model.show(rows_holding(self._in_order, self._words, self._found))
        self._say_what_is_missing()
        index = self._model.index_of(chosen.id) if chosen else QModelIndex()
        if not index.isValid():
            index = self._model.index(max(0, min(at, self._model.rowCount() - 1)))
        self.list.setCurrentIndex(index)
        self._choose_wanted()
        self.tell_offered()

    def _choose_wanted(self) -> None:
        index = self._model.index_of(self._to_choose)
        if index.isValid():
            self._to_choose = ""
            self.list.setCurrentIndex(index)

    def _say_what_is_missing(self) -> None:
        known = self._listing is not None
        empty = self._listing is not None and not self._listing.rows
        shown = self._model.rowCount() > 0
        self.list.setVisible(shown or not known)
        self._nothing.setVisible(known and not shown)
        self._nothing.setText(self._why_nothing(empty=empty))
        self._offer_first.setVisible(empty)
        for widget in (self.search, self.filters, self.new):
            widget.setVisible(not empty)

    def _why_nothing(self, *, empty: bool) -> str:
        if empty:
            return _("No clients yet. Whom could you help most, whether or not they have asked?")
        if self._words:
            return _("No client of whom “{words}” is written. Esc shows every client again.").format(
                words=self._words
            )
        if self.filters.wanted == ClientFilter(archived=True):
            return _("No client is archived.")
        return _("No client is like that. Take a filter off to see more.")

    def _open(self, index: QModelIndex) -> None:
        row = self._model.client_at(index)
        if row is not None:
            self.opened.emit(row.id)

    def _open_first(self) -> None:
        if self.list.isVisible():
            self._open(self._model.index(0))

    def _show_menu(self, at: QPoint) -> None:
        if self.chosen is not None and self.list.actions():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.list.actions())
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_wanted)
        self._offer_first.clicked.connect(self.new_wanted)
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self._open_first)
        self.search.left_downwards.connect(self.list.setFocus)
        self.filters.changed.connect(self._sort)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self.tell_offered)
        self.list.customContextMenuRequested.connect(self._show_menu)

    def _lay_out(self) -> None:
        title = PlainLabel(_("Clients"), self)
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.new)
        offers = QHBoxLayout()
        offers.addWidget(self._offer_first)
        offers.addStretch()
        column = QWidget(self)
        column.setMaximumWidth(_WIDEST)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(24, 24, 24, 0)
        inside.setSpacing(16)
        inside.addLayout(head)
        inside.addWidget(self.search)
        inside.addWidget(self.filters)
        inside.addWidget(self._nothing)
        inside.addLayout(offers)
        inside.addWidget(self.list, 1)
        inside.addStretch()
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addStretch(1)
        outside.addWidget(column, 100)
        outside.addStretch(1)


def _list_view(model: ClientsList, theme: Theme, parent: QWidget) -> QListView:
    view = QListView(parent)
    view.setAccessibleName(_("Clients"))
    view.setModel(model)
    view.setItemDelegate(ClientDelegate(model, theme, view))
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    theme.changed.connect(view.viewport().update)
    return view


def _listed(request: ListingRequest) -> ClientListing:
    return listing_of(request.plans, request.now, request.known)


def _found_clients(request: ClientSearchRequest) -> frozenset[str]:
    """Return the clients of whom every word is written, in themselves or in a plan together with them."""
    library = request.plans
    plan_ids = set(library.matching(request.words))
    of_plans = (plan.client_id for plan in library.summaries() if plan.id in plan_ids)
    return frozenset((*library.matching_clients(request.words), *of_plans))
