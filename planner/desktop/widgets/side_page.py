"""A page one goes to from the plans and comes back from: a way back, a title, a hint, a list, buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.desktop.widgets.plain_text import PlainLabel
from planner.translation import _

WIDEST = 960


class SidePage(QWidget):
    """A page one goes to from the plans: a way back, a title, a hint, a list, buttons. Esc emits `left`."""

    left = Signal()

    def __init__(self, *, back: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.back = QPushButton(_("‹ {page}").format(page=back), self)
        self.back.setProperty("role", "quiet")
        self.back.clicked.connect(self.left)
        self.title = PlainLabel(parent=self)
        self.title.setProperty("role", "title")
        self.hint = PlainLabel(parent=self)
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        self.nothing = PlainLabel(parent=self)
        self.nothing.setProperty("role", "subtitle")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.title, 1)
        self._offers = QHBoxLayout()
        self._offers.setSpacing(8)
        column = QWidget(self)
        column.setMaximumWidth(WIDEST)
        self.inside = QVBoxLayout(column)
        self.inside.setContentsMargins(24, 16, 24, 16)
        self.inside.setSpacing(16)
        self.inside.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.inside.addLayout(self._head)
        self.inside.addWidget(self.hint)
        self.inside.addWidget(self.nothing)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addStretch(1)
        outside.addWidget(column, 100)
        outside.addStretch(1)

    def add_list(self, widget: QWidget) -> None:
        """Put the list under the hint, and under it the row for the buttons of `offer`."""
        self.inside.addWidget(widget, 1)
        self.inside.addLayout(self._offers)
        self.inside.addStretch()

    def head_button(self, text: str, act: Callable[[], object], *, role: str = "") -> QPushButton:
        """Add a button beside the title that calls `act`, and return it."""
        button = self._button(text, act, role)
        self._head.addWidget(button)
        return button

    def offer(self, text: str, act: Callable[[], object], *, role: str = "") -> QPushButton:
        """Add a button under the list that calls `act`, and return it."""
        button = self._button(text, act, role)
        self._offers.addWidget(button)
        return button

    def end_offers(self) -> None:
        """Keep the buttons under the list together on the left."""
        self._offers.addStretch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, text: str, act: Callable[[], object], role: str) -> QPushButton:
        button = QPushButton(text, self)
        if role:
            button.setProperty("role", role)
        button.clicked.connect(lambda _checked: act())
        return button
