"""The questions before a new plan: whose call it is, and whether it goes on from their last one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QVBoxLayout,
    QWidget,
)

from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.desktop.widgets.suggestions import SuggestingLine, suggestions
from planner.model.names import name_key
from planner.model.plan_summary import PlanSummary
from planner.translation import _
from planner.wording.days import day
from planner.wording.text import joined, one_line

LastCall = Callable[[str], PlanSummary | None]
"""Looks up the plan of the last call held with the client of a name; None if there was none."""


_INDENT = 24
"""Pixels by which what is said of a box stands under its text."""


def _never_called(_client_name: str) -> None:
    return None


class NewPlanDialog(QDialog):
    """The dialog before a new plan: asks for the client, offering known names, and whether it is ten-minute.

    A plan for a client with whom a call was held goes on from that one, unless one says otherwise. Accepted,
    it emits `chosen` and makes no plan itself; without a name it cannot be accepted.
    """

    chosen = Signal(str, bool, str)
    """The client's name as typed, whether the plan is to take ten minutes, the id of the plan to go on from.

    The last is "" for a blank plan.
    """

    def __init__(
        self,
        client_names: Sequence[str],
        parent: QWidget,
        *,
        ten_minutes: bool = False,
        last_call: LastCall = _never_called,
    ) -> None:
        super().__init__(parent)
        self._last_call = last_call
        self._last: PlanSummary | None = None
        self.setWindowTitle(_("New plan"))
        self._known = {name_key(name) for name in client_names}
        question = PlainLabel(_("Who is the call with?"), self)
        question.setProperty("role", "question")
        self.client = SuggestingLine(self)
        self.client.setValidator(FitCharacters(self))
        self.client.setPlaceholderText(_("The company's name, e.g. Tarn Valley Water"))
        self.client.setAccessibleName(_("Client"))
        self.client.setMinimumWidth(360)
        self.client.setCompleter(suggestions(client_names, self.client))
        question.setBuddy(self.client)
        self._hint = PlainLabel(parent=self)
        self._hint.setProperty("role", "hint")
        self.goes_on = QCheckBox(_("&Go on from the last call"), self)
        self.goes_on.setChecked(True)
        self._from = PlainLabel(parent=self)
        self._from.setProperty("role", "hint")
        self._from.setWordWrap(True)
        self._from.setContentsMargins(_INDENT, 0, 0, 8)
        self.essentials = QCheckBox(_("&Only the essential questions, in ten minutes"), self)
        self.essentials.setChecked(ten_minutes)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        start = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        start.setText(_("Start planning"))
        set_role(start, "primary")  # the box has styled it as an ordinary button
        self._buttons.accepted.connect(self.accept)
        self.accepted.connect(self._tell)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        for widget in (question, self.client, self._hint):
            layout.addWidget(widget)
        for part in (self.goes_on, self._from, self.essentials):
            layout.addWidget(part)
        layout.addSpacing(8)
        layout.addWidget(self._buttons)
        self.client.textChanged.connect(self._describe)
        self._describe(self.client.text())

    @property
    def client_name(self) -> str:
        """The name as typed, without spaces around it."""
        return self.client.text().strip()

    @property
    def hint(self) -> str:
        """What is said about the name typed."""
        return self._hint.text()

    @property
    def offer(self) -> str:
        """What is said of the last call, from which the plan may go on; "" if none was held."""
        return "" if self._last is None else self._from.text()

    def _tell(self) -> None:
        goes_on_from = self._last.id if self._last is not None and self.goes_on.isChecked() else ""
        self.chosen.emit(self.client_name, self.essentials.isChecked(), goes_on_from)

    def _describe(self, text: str) -> None:
        name = text.strip()
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(name))
        self._hint.setText(self._about(name) if name else "")
        self._last = self._last_call(name) if name else None
        self._from.setText("" if self._last is None else _about_last(self._last))
        for widget in (self.goes_on, self._from):
            widget.setVisible(self._last is not None)
        self._grow()

    def _grow(self) -> None:
        """Make room for what is said now; a dialog does not grow with a text that wraps."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = layout.totalHeightForWidth(self.width())
        if self.height() < height:
            self.resize(self.width(), height)

    def _about(self, name: str) -> str:
        known = name_key(name) in self._known
        return _("A client you already have.") if known else _("A new client.")


def _about_last(last: PlanSummary) -> str:
    """Return when the last call was and what it was about, and what a plan that goes on from it has."""
    on = last.held_on or last.planned_day
    about = joined((day(on), one_line(last.title)), ", ")
    brings = _("Questions, concerns, agenda, price and what they said come along.")
    if last.outcome is None:
        brings = _(
            "It is not reviewed yet: review it first, and what they said and promised comes along too."
        )
    return "\n".join(line for line in (about, brings) if line)
