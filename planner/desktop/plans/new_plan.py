"""The one question before a new plan: whose call it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.model.names import name_key
from planner.translation import _


class NewPlanDialog(QDialog):
    """The dialog before a new plan: asks for the client, offering known names, and whether it is ten-minute.

    Accepted, it emits `chosen` and makes no plan itself; without a name it cannot be accepted.
    """

    chosen = Signal(str, bool)
    """The client's name, as typed, and whether the plan is to take ten minutes."""

    def __init__(self, client_names: Sequence[str], parent: QWidget, *, ten_minutes: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New plan"))
        self._known = {name_key(name) for name in client_names}
        question = PlainLabel(_("Who is the call with?"), self)
        question.setProperty("role", "question")
        self.client = QLineEdit(self)
        self.client.setValidator(FitCharacters(self))
        self.client.setPlaceholderText(_("The company's name, e.g. Tarn Valley Water"))
        self.client.setAccessibleName(_("Client"))
        self.client.setMinimumWidth(360)
        self.client.setCompleter(_completer(client_names, self.client))
        question.setBuddy(self.client)
        self._hint = PlainLabel(parent=self)
        self._hint.setProperty("role", "hint")
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
        layout.addWidget(self.essentials)
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

    def _tell(self) -> None:
        self.chosen.emit(self.client_name, self.essentials.isChecked())

    def _describe(self, text: str) -> None:
        name = text.strip()
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(name))
        self._hint.setText(self._about(name) if name else "")

    def _about(self, name: str) -> str:
        known = name_key(name) in self._known
        return _("A client you already have.") if known else _("A new client.")


def _completer(names: Sequence[str], parent: QWidget) -> QCompleter:
    completer = QCompleter(list(names), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
