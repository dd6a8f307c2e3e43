"""A contact of the client, by name."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QWidget

from planner.desktop.fields.field import CalmCombo, value_property
from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.widgets.input_line import InputLine, is_left
from planner.desktop.widgets.suggestions import suggestions, take_suggestion
from planner.model.fields import FieldType
from planner.model.names import name_key


class ContactField(CalmCombo):
    """A name: one of this client's contacts, or any other that is typed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = InputLine(self)
        self.setLineEdit(self._line)
        self._line.setValidator(FitCharacters(self))
        self._offered: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(suggestions(self.model(), self))
        self.editTextChanged.connect(self.changed)

    def configure(self, _field_type: FieldType) -> None:
        """Take any name; show the form's example, which Qt shows only in boxes one cannot type into."""
        self._line.setPlaceholderText(self.placeholderText())

    def offer_contacts(self, names: Sequence[str]) -> None:
        """Offer the names; the one shown stays as it is."""
        if self._offered == list(names):
            return
        self._offered = list(names)
        text, cursor = self._line.text(), self._line.cursorPosition()
        blocked = QSignalBlocker(self)
        self.clear()
        self.addItems(names)
        self.setCurrentIndex(self.findText(text, Qt.MatchFlag.MatchExactly))
        self.setEditText(text)
        self._line.setCursorPosition(cursor)
        blocked.unblock()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Take the suggestion chosen, or the only one, before Tab goes on."""
        if forwards:
            take_suggestion(self.completer(), self._line)
        return super().focusNextPrevChild(forwards)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Complete the name once the field is left for another."""
        super().focusOutEvent(event)
        if is_left(event):
            self._complete()

    def _complete(self) -> None:
        """Take `Mara` for the one contact of whose name that is a part."""
        words = set(name_key(self._line.text()).split())
        meant = [name for name in self._offered if words and words <= set(name_key(name).split())]
        if len(meant) == 1:
            self._show(meant[0])

    def _name(self) -> str:
        return self.currentText()

    def _show(self, name: str) -> None:
        if name != self.currentText():
            self.setEditText(name)

    value = value_property(_name, _show, changed)
