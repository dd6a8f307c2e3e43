"""Two buttons under an amount that can mean two things: one key or click takes one of them."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.layouts import side_by_side
from planner.translation import _


class AmbiguityChoices(QWidget):
    """Offers the readings of what was typed; hidden while there is nothing to choose."""

    taken = Signal(object)
    """The amount that was meant."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = side_by_side(8, self)
        self._row.addStretch(1)
        self.buttons: list[EnterButton] = []
        self.hide()

    def offer(self, readings: Sequence[tuple[str, Decimal]]) -> None:
        """Show a button for each reading, its words and its amount, in place of those offered before."""
        self.withdraw()
        for words, amount in readings:
            button = EnterButton(words, self)
            button.setProperty("role", "link")
            button.setAccessibleName(_("I mean {words}").format(words=words))
            button.clicked.connect(partial(self._take, amount))
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

    def _take(self, amount: Decimal) -> None:
        self.taken.emit(amount)
