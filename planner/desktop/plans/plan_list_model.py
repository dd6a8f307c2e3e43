"""The plans as a list model: grouped by what they need, each row's state worked out when it is seen."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.coaching.plan_order import PlanGroup, grouped
from planner.coaching.progress import STATE_WORDS, PlanState
from planner.desktop.background.debounce import Debounce
from planner.desktop.ports import Clock
from planner.model.plan_summary import PlanSummary
from planner.model.terms import Commitment, Outcome
from planner.translation import N_, _, ngettext, pgettext
from planner.wording.clients_apart import client_labels, clients_of
from planner.wording.days import day_text, moment_lines, relative_day
from planner.wording.lists import comma_list
from planner.wording.search_match import SearchMatch
from planner.wording.text import labelled

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SOON_MS = 30
_OUTCOMES = {
    Outcome.ORDER: N_("Order"),
    Outcome.ADVANCE: N_("Advance"),
    Outcome.CONTINUATION: N_("Continuation"),
    Outcome.NO_SALE: N_("No sale"),
}


class PlansList(QAbstractListModel):
    """The model of the list of plans: headings, and under each its plans, in one column.

    `state` is asked once for each plan that comes into view; it may read the whole plan. A plan without a
    date and an outcome that was edited on `many_days` or more is put off.
    """

    def __init__(
        self,
        *,
        state: Callable[[PlanSummary], PlanState],
        now: Clock,
        many_days: Callable[[], int],
        match: Callable[[PlanSummary, str], SearchMatch | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._many_days = many_days
        self._state = state
        self.now = now
        self._rows: list[PlanGroup | PlanSummary] = []
        self._states: dict[str, PlanState] = {}
        self._match, self._sought = match, ""
        self._matches: dict[str, SearchMatch | None] = {}
        self._awaited: list[PlanSummary] = []
        self._clients: dict[str, str] = {}
        self._titles: Counter[tuple[str, str]] = Counter()
        self._soon = Debounce(_SOON_MS, self)
        self._soon.elapsed.connect(self._work_out_states)

    def show(self, summaries: Sequence[PlanSummary], sought: str = "") -> None:
        """Show these plans under their headings, as `grouped` orders them; states are worked out anew.

        `sought` are the words of the search that found them; each row then shows where they stand in it.
        """
        groups = grouped(summaries, self.now())
        self.beginResetModel()
        self._states.clear()
        self._matches.clear()
        self._sought = sought
        self._awaited.clear()
        self._clients = client_labels(clients_of(summaries))
        self._titles = Counter(map(_called, summaries))
        self._rows = []
        for group, plans in groups.items():
            self._rows += [group, *plans]
        self.endResetModel()

    def index_of(self, plan_id: str) -> QModelIndex:
        """Return the index of a plan's row; an invalid index if it is not shown."""
        for at, row in enumerate(self._rows):
            if not isinstance(row, PlanGroup) and row.id == plan_id:
                return self.index(at)
        return _NOWHERE

    def first_plan(self) -> QModelIndex:
        """Return the index of the topmost plan; an invalid index if there is none."""
        return self.index(1) if self._rows else _NOWHERE

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are, headings and plans together."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: a plan can be chosen, a heading cannot."""
        if isinstance(self._rows[index.row()], PlanGroup):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return for display and type-ahead a heading, or the name of a plan's client.

        As accessible text, for screen readers, it is all that the row says; None for any other role.
        """
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(row.value) if isinstance(row, PlanGroup) else self.client_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _(row.value) if isinstance(row, PlanGroup) else self._in_words(row)
        return None

    def plan_at(self, index: Index) -> PlanSummary | None:
        """Return the plan in a row; None for a heading and for no row at all."""
        row = self._rows[index.row()] if index.isValid() else None
        return None if isinstance(row, PlanGroup) else row

    def heading_at(self, index: Index) -> PlanGroup | None:
        """Return the heading in a row; None for a plan."""
        row = self._rows[index.row()]
        return row if isinstance(row, PlanGroup) else None

    def client_of(self, summary: PlanSummary) -> str:
        """Return what a plan's client is called; clients of one name among those listed are told apart."""
        return self._clients.get(summary.client_id, summary.client)

    def when(self, summary: PlanSummary) -> tuple[str, str]:
        """Return a plan's date in two lines, as `when` does; a copy says so until edited or given a date."""
        first, second = when(summary, self.now())
        untouched = summary.planned_day is None and summary.outcome is None and not summary.edited_days
        if untouched and not summary.from_plan and self._titles[_called(summary)] > 1:
            return first, pgettext("a copied plan", "copy")
        return first, second

    def put_off(self, summary: PlanSummary) -> bool:
        """Whether a plan without a date and an outcome was edited on `many_days` days or more."""
        no_call = summary.outcome is None and summary.planned_day is None
        return no_call and summary.edited_days >= self._many_days()

    def sought(self, summary: PlanSummary) -> tuple[str, str]:
        """Return two lines: the commitment asked for and of whom; once looked back on, how the call ended.

        For a plan that is put off, on how many days it was planned and what to do instead.
        """
        if self.put_off(summary):
            return _put_off_for(summary.edited_days), _("pick up the phone or let it go")
        if summary.outcome is not None:
            return _(_OUTCOMES[summary.outcome]), ""
        return _asked_for(summary.commitment), _of_whom(summary)

    def state_if_known(self, summary: PlanSummary) -> PlanState | None:
        """Return a plan's state; None if it is not worked out yet, which then follows soon."""
        state = self._states.get(summary.id)
        if state is None:
            self._awaited.append(summary)
            self._soon.trigger()
        return state

    def state_of(self, summary: PlanSummary) -> PlanState:
        """Return a plan's state, worked out when first asked for."""
        if summary.id not in self._states:
            self._states[summary.id] = self._state(summary)
        return self._states[summary.id]

    @property
    def searching(self) -> bool:
        """Whether the plans shown were found by a search."""
        return bool(self._sought)

    def match_of(self, summary: PlanSummary) -> SearchMatch | None:
        """Return where the search matched in a plan, worked out when first asked for.

        None if nothing is searched for, or no place is found.
        """
        if self._sought and summary.id not in self._matches:
            self._matches[summary.id] = self._match(summary, self._sought)
        return self._matches.get(summary.id)

    def match_if_known(self, summary: PlanSummary) -> SearchMatch | None:
        """Return where the search matched in a plan; None if it did not, or until that is worked out."""
        return self._matches.get(summary.id)

    def _work_out_states(self) -> None:
        awaited, self._awaited = self._awaited, []
        for summary in awaited:
            self.state_of(summary)
            self.match_of(summary)
        if awaited:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _in_words(self, summary: PlanSummary) -> str:
        first, second = self.when(summary)
        match = self.match_of(summary)
        parts = (
            self.client_of(summary),
            summary.title,
            first,
            second,
            *self.sought(summary),
            _(STATE_WORDS[self.state_of(summary)]),
            labelled(match.field, match.text) if match else "",
        )
        return comma_list(part for part in parts if part)


def when(summary: PlanSummary, now: dt.datetime) -> tuple[str, str]:
    """Return a plan's date in two lines: the moment, and how far off it is.

    A call held on another day than it was planned for has the day it was held. Without a date the second
    line tells on how many days the plan was edited, if on more than one.
    """
    if (held := summary.held_elsewhen) is not None:
        return day_text(held, now.date()), relative_day(held, now.date())
    starts = summary.starts
    if starts is not None:
        today = now.astimezone(starts.tzinfo).date()
        return moment_lines(starts, today)
    if summary.day is not None:
        return day_text(summary.day, now.date()), relative_day(summary.day, now.date())
    days = summary.edited_days
    return _("no date"), _edited_on(days) if days > 1 else ""


def _called(summary: PlanSummary) -> tuple[str, str]:
    return summary.client_id, summary.title.strip()


def _edited_on(days: int) -> str:
    return ngettext("edited on {count} day", "edited on {count} days", days).format(count=days)


def _put_off_for(days: int) -> str:
    pattern = ngettext("Planned on {count} day, no call yet:", "Planned on {count} days, no call yet:", days)
    return pattern.format(count=days)


def _asked_for(commitment: Commitment | None) -> str:
    if commitment is None:
        return ""
    return _("Commitment: {commitment}").format(commitment=_(commitment.value))


def _of_whom(summary: PlanSummary) -> str:
    people = summary.attendee_count
    if people <= 1:
        return summary.first_attendee
    return ngettext("{count} person", "{count} people", people).format(count=people)
