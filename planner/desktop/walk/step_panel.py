"""The left side of the walk: whose plan it is, the six steps, and whether it is saved."""

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.desktop.background.debounce import Debounce
from planner.desktop.editing.document import PlanDocument, SaveState
from planner.desktop.editing.form_fields import STEPS, place_of, step_index
from planner.desktop.editing.save_words import save_in_words
from planner.desktop.editing.step_progress import step_progress, ten_minute_progress, unread_in_order
from planner.desktop.walk.step_list import StepList
from planner.desktop.widgets.labels import keep_width
from planner.desktop.widgets.layouts import side_by_side
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.desktop.widgets.wrapping_button import WrappingButton
from planner.model.plan import Preparation
from planner.model.terms import CallKind
from planner.translation import N_, _
from planner.wording.days import day_text, moment_text

_SETTLED_MS = 120
_SAVED_FOR_MS = 400
"""So long a save is not told: while somebody types that would be twice a second, each time a new layout."""
_MARGIN, _INDENT = 12, 8
_LONG_OCCASION = "Wed 30 Nov, 10:00 · Presentation"
_KINDS = {
    CallKind.PROSPECTING: N_("Prospecting"),
    CallKind.DISCOVERY: N_("Discovery"),
    CallKind.PRESENTATION: N_("Presentation"),
    CallKind.NEGOTIATION: N_("Negotiation"),
    CallKind.REVIEW: N_("Review"),
    CallKind.OTHER: N_("Other"),
}
_ALWAYS = {step_index("review")}
"""The review looks at the whole plan, so any change may change its state."""


class StepPanel(QWidget):
    """The left side of the walk: client, occasion, the steps with their progress, and the save state."""

    left = Signal()
    step_chosen = Signal(int)
    step_entered = Signal()
    """Enter was pressed on the chosen step: the person wants to be in the form."""
    progress_shown = Signal()
    """The steps' states are up to date with the plan."""
    unread_wanted = Signal()
    """The person wants to be at an answer that could not be read."""

    def __init__(
        self,
        document: PlanDocument,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document = document
        self._stale: set[int] = set()
        self._in_one_form = False
        self._settling = Debounce(_SETTLED_MS, self)
        self._settling.elapsed.connect(self.refresh)
        self._saved_for = Debounce(_SAVED_FOR_MS, self)
        self._saved_for.elapsed.connect(self._show_save_state)
        self._build()
        document.changed.connect(self._note)
        document.save_state_changed.connect(self._follow_save_state)
        document.problem_noted.connect(self._settling.trigger)
        self._show_save_state()
        self._note("")
        self.refresh()

    def choose(self, step: int) -> None:
        """Select a step in the list, which emits `step_chosen` if it is another one."""
        self.steps.setCurrentRow(step)

    def ask_in_one_form(self, wanted: bool) -> None:  # noqa: FBT001 - as setVisible
        """List the steps before the call as one (True), the ten-minute plan, or each by itself (False)."""
        self._in_one_form = wanted
        self.steps.list_in_one(wanted)
        self._note("")
        self.refresh()

    def refresh(self) -> None:
        """Show the heading, the states of the steps that changed, and whether all is saved.

        Emits `progress_shown`.
        """
        preparation = self._document.preparation
        self.client.setText(preparation.client.name.strip() or _("New client"))
        self.occasion.setText(_occasion(preparation, self._document.today))
        for number in self._stale:
            self.steps.show_progress(number, step_progress(STEPS[number], preparation))
        if self._in_one_form:
            self.steps.show_progress(0, ten_minute_progress(preparation))
        self._stale.clear()
        if not self._saved_for.pending:
            self._show_save_state()
        self.progress_shown.emit()

    def sizeHint(self) -> QSize:
        """Return the room for the steps, and for a date and a kind of call on one line.

        What is said about saving has no part in it: the whole form would move aside when that changes.
        """
        hint = super().sizeHint()
        occasion = self.fontMetrics().horizontalAdvance(_LONG_OCCASION) + 2 * (_MARGIN + _INDENT)
        return QSize(max(hint.width(), occasion), hint.height())

    def name_way_back(self, place: str) -> None:
        """Say to which place the button at the top leads back; "" is the list of all plans."""
        self.all_plans.setText(_("‹ {page}").format(page=place or _("All plans")))

    def _build(self) -> None:
        self.all_plans = QPushButton(_("‹ All plans"), self)
        self.all_plans.setProperty("role", "quiet")
        self.all_plans.clicked.connect(self.left)
        self.client = _label(self, "section")
        self.occasion = _label(self, "quiet")
        self.steps = StepList(self)
        self.steps.currentRowChanged.connect(self.step_chosen)
        self.steps.activated.connect(self._enter)
        self.saved = _label(self, "quiet")
        self.unread = WrappingButton(_("Go to it"), self)
        self.unread.clicked.connect(self.unread_wanted)
        self.unread.hide()
        for remark in (self.saved, self.unread):  # what comes and goes must not move the form sideways
            policy = remark.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            remark.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        column.setSpacing(4)
        for widget in (self.all_plans, self.client, self.occasion):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(self.steps)
        column.addStretch(1)
        column.addWidget(self.saved)
        beneath = side_by_side(0)
        beneath.setContentsMargins(_INDENT - 2, 0, _INDENT, 0)
        beneath.addWidget(self.unread)
        column.addLayout(beneath)

    def _enter(self) -> None:
        self.step_entered.emit()

    def _note(self, path: str) -> None:
        self._stale.update(_steps_touched(path))
        self._settling.trigger()

    def _follow_save_state(self) -> None:
        if self._document.save_state is SaveState.SAVED:
            self._saved_for.trigger()
        else:
            self._saved_for.cancel()
            self._show_save_state()

    def _show_save_state(self) -> None:
        # The text being typed may yet become one that can be read.
        paths = unread_in_order(self._document.preparation)
        unread = sum(path not in self._document.being_typed for path in paths)
        self.unread.setVisible(bool(unread))
        self.unread.show_text(_("Go to it") if unread == 1 else _("Go to the next of them"))
        text = save_in_words(self._document, unread)
        if text == self.saved.text():
            return
        self.saved.setText(text)
        amiss = unread or self._document.save_state is SaveState.FAILED
        set_role(self.saved, "problem" if amiss else "quiet")


def _steps_touched(path: str) -> Iterable[int]:
    place = place_of(path) if path else None
    return range(len(STEPS)) if place is None else _ALWAYS | {place[0]}


def _occasion(preparation: Preparation, today: dt.date) -> str:
    """Return when the call is and of which kind: `Tue 1 Dec, 10:00 · Discovery`."""
    call = preparation.plan.call
    when = _("No date yet") if call.day is None else day_text(call.day, today)
    if call.starts is not None:
        when = moment_text(call.starts, today)
    return when if call.kind is None else f"{when} · {_(_KINDS[call.kind])}"


def _label(parent: QWidget, role: str) -> QLabel:
    label = PlainLabel(parent=parent)
    keep_width(label)
    label.setContentsMargins(_INDENT, 0, _INDENT, 0)
    label.setProperty("role", role)
    return label
