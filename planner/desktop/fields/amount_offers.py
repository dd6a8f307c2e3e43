"""Buttons under an amount: two where it can mean two things, one that offers a new figure."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.layouts import side_by_side
from planner.translation import _


class AmbiguityChoices(QWidget):
    """Offers the readings of what was typed; hidden while there is nothing to choose."""

    taken = Signal(object)
    """The amount that was meant, or the text with its currency."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = side_by_side(8, self)
        self._row.addStretch(1)
        self.buttons: list[EnterButton] = []
        self.hide()

    def offer(self, readings: Sequence[tuple[str, object]]) -> None:
        """Show a button for each reading, its words and what it means, in place of those offered before."""
        self.withdraw()
        for words, meant in readings:
            button = EnterButton(words, self)
            button.setProperty("role", "link")
            button.setAccessibleName(_("I mean {words}").format(words=words))
            button.clicked.connect(partial(self._take, meant))
            self._row.insertWidget(len(self.buttons), button)
            self.buttons.append(button)
        self.show()

    def withdraw(self) -> None:
        """Take the buttons away and hide."""
        self.hide()
        buttons, self.buttons = self.buttons, []
        for button in buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _take(self, meant: object) -> None:
        self.taken.emit(meant)


class NewFigure(QWidget):
    """Offers what an amount would now be, by one key or click; hidden while there is nothing to offer."""

    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = side_by_side(8, self)
        self.button = EnterButton("", self)
        self.button.setProperty("role", "link")
        self.button.clicked.connect(self.taken)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def offer(self, words: str) -> None:
        """Show the button with these words."""
        self.button.setText(words)
        self.show()
