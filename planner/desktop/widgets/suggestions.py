"""Suggestions under a line: names that hold what was typed."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from planner.desktop.widgets.popup_anchor import PopupAnchor


class Suggestions(QCompleter):
    """Suggests the entries that hold what was typed; Tab takes the one chosen, or the only one, and goes on.

    Return takes the one chosen, Esc closes the list and leaves the text as typed.
    """

    def __init__(self, source: QAbstractItemModel | Sequence[str], parent: QWidget) -> None:
        # Two constructors of Qt's: a model is followed, texts are kept.
        if isinstance(source, QAbstractItemModel):
            super().__init__(source, parent)
        else:
            super().__init__(list(source), parent)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self._anchor = PopupAnchor(parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a suggestion on Tab, before the line hands the focus on."""
        popup = self.popup()
        if popup is not None and watched is popup:
            kind = event.type()
            if (
                kind == QEvent.Type.KeyPress
                and isinstance(event, QKeyEvent)
                and event.key() == Qt.Key.Key_Tab
            ):
                self._take(popup.currentIndex())
            elif kind == QEvent.Type.Show:
                self._anchor.hold(popup)
        return super().eventFilter(watched, event)

    def _take(self, chosen: QModelIndex) -> None:
        if not chosen.isValid() and self.completionCount() == 1:
            chosen = self.completionModel().index(0, self.completionColumn())
        widget = self.widget()
        line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        if chosen.isValid() and isinstance(line, QLineEdit):
            line.setText(str(chosen.data(self.completionRole())))
