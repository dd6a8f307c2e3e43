"""Every plan, grouped by what it needs, found as one types."""

import msgspec
from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from planner.coaching.progress import PlanState, state_of
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.plans.list_commands import PlanListCommands
from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.plans.plan_delegate import PlanRow
from planner.desktop.plans.plan_list_model import PlansList
from planner.desktop.plans.plans_foot import PlansFoot
from planner.desktop.ports import Plans
from planner.desktop.services import Services
from planner.desktop.widgets.double_press import DoublePress
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.search_line import SearchLine
from planner.desktop.widgets.theme import Theme
from planner.model.errors import PlannerError
from planner.model.plan_summary import PlanSummary
from planner.translation import _
from planner.wording.search_match import SearchMatch, search_match

WIDEST = 960


class SearchRequest(msgspec.Struct, frozen=True):
    """The words to find, and the plans to find them in."""

    plans: Plans
    words: str


class PlansPage(QWidget):
    """The page that lists the plans, searches them, and offers the commands on the one chosen.

    What is done with plans is the actions' business. Whoever shows another page in its place calls
    `tell_offered`.
    """

    opened = Signal(str)
    """A plan was chosen; its id."""
    offer_changed = Signal(bool)
    """Whether a plan is chosen while the list is shown; told whenever it may be another one."""

    def __init__(
        self,
        services: Services,
        *,
        actions: PlanActions,
        thresholds: CheckThresholds,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._plans = services.plans
        self._actions = actions
        self._search = LatestWins(
            _found, jobs=services.jobs, done=self._show_found, failed=self._show_failure, parent=self
        )
        self._open_first_found = False
        self._stale = True
        """Whether the plans are to be listed anew before anybody sees the page."""
        self.setAccessibleName(_("Plans"))

        self._thresholds = thresholds
        thresholds.changed.connect(self.refresh)
        self._model = PlansList(
            state=self._state_of,
            now=services.now,
            many_days=self._many_days,
            match=self._match_in,
            parent=self,
        )
        self.search = SearchLine(self)
        self.foot = PlansFoot(self)
        self.list = _list_view(self._model, services.theme, self)
        self._nothing = PlainLabel(parent=self)
        self._nothing.setProperty("role", "subtitle")
        self._nothing.setWordWrap(True)
        self._offer_sample = EnterButton(_("Look at the sample"), self)
        self._offer_first = EnterButton(_("Plan your first call"), self)
        self._offer_first.setProperty("role", "primary")
        self._new = EnterButton(_("New plan"), self)
        self._new.setProperty("role", "primary")
        self._ten_minutes = EnterButton(_("Ten-minute plan"), self)
        self._lay_out()
        self._double_press = DoublePress(self)
        self.commands = PlanListCommands(self, actions)

        self._new.clicked.connect(self.commands.new.trigger)
        self._ten_minutes.clicked.connect(self.commands.new_in_ten_minutes.trigger)
        self._offer_first.clicked.connect(self.commands.new_in_ten_minutes.trigger)
        self._offer_sample.clicked.connect(actions.take_sample)
        self.search.textChanged.connect(self.refresh)
        self.search.returnPressed.connect(self._open_first)
        self.search.left_downwards.connect(self.list.setFocus)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self.tell_offered)
        self.list.customContextMenuRequested.connect(self._show_menu)
        actions.library_changed.connect(self.refresh)
        actions.restored.connect(self.choose)

    @property
    def chosen(self) -> PlanSummary | None:
        """The plan chosen in the list; None if none is."""
        return self._model.plan_at(self.list.currentIndex())

    @property
    def offered(self) -> PlanSummary | None:
        """The plan chosen in the list; None if none is, or while another page is shown."""
        return None if self.isHidden() else self.chosen

    @property
    def note(self) -> str:
        """What stands in the list's place; empty while it shows plans."""
        return "" if self._nothing.isHidden() else self._nothing.text()

    def choose(self, plan_id: str) -> None:
        """Choose a plan in the list and bring it into view; nothing if it is not listed."""
        self._list_if_stale()
        index = self._model.index_of(plan_id)
        if index.isValid():
            self.list.setCurrentIndex(index)

    def tell_offered(self) -> None:
        """Emit `offer_changed`: whether a plan is chosen while this page is shown."""
        self.offer_changed.emit(self.offered is not None)

    def arrange_menu(self, *commands: QAction) -> None:
        """Offer these commands, in this order, in the menu of the plan chosen in the list."""
        self.list.addActions(commands)

    def take_focus(self) -> None:
        """Put the focus where the arrow keys choose a plan, or on the offer of a first one.

        Where a search lists none, it goes to the line that searches.
        """
        places: tuple[QWidget, ...] = (self.list, self._offer_first, self.search)
        place = next(widget for widget in places if not widget.isHidden())
        place.setFocus()
        self._double_press.keep_from(place)

    def refresh(self) -> None:
        """List the library's plans as they are now; while something is searched for, those that hold it.

        A page that is not shown does so when it is.
        """
        self._stale = True
        if not self.isHidden():
            self._list_if_stale()

    def showEvent(self, event: QShowEvent) -> None:
        """List the plans, if they may be others since."""
        self._list_if_stale()
        super().showEvent(event)

    def _list_if_stale(self) -> None:
        if not self._stale:
            return
        self._stale = False
        words = self.search.text().strip()
        if words:
            self._search.ask(SearchRequest(self._plans, words))
        else:
            self._search.cancel()
            self._open_first_found = False
            self._show(list(self._plans.summaries()))

    def delete_chosen(self) -> None:
        """Move the chosen plan to the trash; nothing if none is."""
        chosen = self.chosen
        if chosen is not None:
            self._actions.delete(chosen.id, chosen.title or chosen.client)

    def open_chosen(self) -> None:
        """Emit `opened` for the chosen plan; nothing if none is."""
        if self.chosen is not None:
            self.opened.emit(self.chosen.id)

    def _show_found(self, request: SearchRequest, plan_ids: frozenset[str]) -> None:
        self._show([plan for plan in self._plans.summaries() if plan.id in plan_ids], request.words)
        if self._open_first_found:
            self._open_first()

    def _show_failure(self, _request: SearchRequest, error: Exception) -> None:
        self._open_first_found = False
        self._show([])
        self._nothing.setText(str(error))

    def _show(self, summaries: list[PlanSummary], sought: str = "") -> None:
        chosen, at = self.chosen, self.list.currentIndex().row()
        self._model.show(summaries, sought)
        self._say_what_is_missing(summaries)
        index = self._model.index_of(chosen.id) if chosen else QModelIndex()
        if not index.isValid():
            index = self._nearest(at)
        self.list.setCurrentIndex(index)
        self.tell_offered()  # the list says nothing when its last plan goes

    def _nearest(self, at: int) -> QModelIndex:
        """Return the plan at a row, or the one before it, or the first."""
        for row in (at, at - 1):
            index = self._model.index(row)
            if self._model.plan_at(index) is not None:
                return index
        return self._model.first_plan()

    def _say_what_is_missing(self, shown: list[PlanSummary]) -> None:
        searching = bool(self.search.text().strip())
        empty = not shown and not searching
        self.list.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._nothing.setText(_no_plans_yet() if empty else _nothing_holds(self.search.text().strip()))
        for button in (self._offer_first, self._offer_sample):
            button.setVisible(empty)
        self.search.setVisible(not empty)
        self._new.setVisible(not empty)
        self._ten_minutes.setVisible(not empty)

    def _many_days(self) -> int:
        return self._thresholds.now.edited_days

    def _state_of(self, summary: PlanSummary) -> PlanState:
        try:
            return state_of(self._plans.preparation(summary.id), self._model.now())
        except PlannerError:
            return PlanState.DRAFT  # a damaged document: why is told when the plan is opened

    def _match_in(self, summary: PlanSummary, sought: str) -> SearchMatch | None:
        try:
            return search_match(self._plans.preparation(summary.id), sought)
        except PlannerError:
            return None

    def _open_first(self) -> None:
        self._open_first_found = self._search.pending
        if not self._open_first_found and self.list.isVisible():
            self._open(self._model.first_plan())

    def _open(self, index: QModelIndex) -> None:
        plan = self._model.plan_at(index)
        if plan is not None:
            self.opened.emit(plan.id)

    def _show_menu(self, at: QPoint) -> None:
        if self.chosen is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.list.actions())
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _lay_out(self) -> None:
        title = PlainLabel(_("Plans"), self)
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.setSpacing(8)
        head.addWidget(self._ten_minutes)
        head.addWidget(self._new)
        offers = QHBoxLayout()
        offers.setSpacing(8)
        offers.addWidget(self._offer_first)
        offers.addWidget(self._offer_sample)
        offers.addStretch()
        column = QWidget(self)
        column.setMaximumWidth(WIDEST)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(24, 24, 24, 0)
        inside.setSpacing(16)
        inside.addLayout(head)
        inside.addWidget(self.search)
        inside.addWidget(self._nothing)
        inside.addLayout(offers)
        inside.addWidget(self.list, 1)
        inside.addStretch()
        inside.addWidget(self.foot)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addStretch(1)
        outside.addWidget(column, 100)
        outside.addStretch(1)


def _list_view(model: PlansList, theme: Theme, parent: QWidget) -> QListView:
    view = QListView(parent)
    view.setAccessibleName(_("Plans"))
    view.setModel(model)
    view.setItemDelegate(PlanRow(model, theme, view))
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    theme.changed.connect(view.repaint)
    return view


def _no_plans_yet() -> str:
    return _(
        "No plans yet. A plan takes ten to fifteen minutes and ends as one page to take into the meeting."
    )


def _nothing_holds(words: str) -> str:
    return _("No plan contains “{words}”. Esc shows every plan again.").format(words=words)


def _found(request: SearchRequest) -> frozenset[str]:
    return frozenset(request.plans.matching(request.words))
