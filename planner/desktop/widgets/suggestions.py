"""Suggestions under a line: names that hold what was typed."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QWidget

from planner.desktop.widgets.input_line import InputLine


def suggesting_completer(source: QAbstractItemModel | Sequence[str], parent: QWidget) -> QCompleter:
    """Return a completer that suggests the entries that hold what was typed; a model is followed.

    The Return key takes the one chosen, Esc closes the list and leaves the text as typed; see
    `take_suggestion`.
    """
    # Two constructors of Qt's. No class of ours: it would be asked about each event of line and list.
    if isinstance(source, QAbstractItemModel):
        completer = QCompleter(source, parent)
    else:
        completer = QCompleter(list(source), parent)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


def take_suggestion(completer: QCompleter | None, line: QLineEdit) -> None:
    """Write the only suggestion into the line; nothing if there are several, or the list is not open.

    One chosen among several stands in the line already.
    """
    # The list itself is not asked for: PySide would keep it with the completer, and Qt deletes it unseen.
    if completer is None or QApplication.activePopupWidget() is None or completer.completionCount() != 1:
        return
    completer.setCurrentRow(0)
    line.setText(completer.currentCompletion())


class SuggestingLine(InputLine):
    """A line with suggestions; Tab takes the one chosen, or the only one, and goes on."""

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """On Tab, not on Shift+Tab, take a suggestion before the focus is handed on."""
        if forwards:
            take_suggestion(self.completer(), self)
        return super().focusNextPrevChild(forwards)
