"""A line at the foot of the window that says what happened and offers what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

Offer = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class MessageBar(QFrame):
    """Shows one message at a time, hidden while there is none; Esc on it dismisses it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._offers: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 8, 16, 8)
        self._layout.setSpacing(16)
        self._layout.addWidget(self._text, 1)
        self._dismissal = QPushButton("Dismiss", self)
        self._dismissal.setProperty("role", "quiet")
        self._dismissal.clicked.connect(self.dismiss)
        self._layout.addWidget(self._dismissal)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown; empty while there is none."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, text: str, *offers: Offer) -> None:
        """Say that something was done."""
        self._show("notice", text, offers)

    def warn(self, text: str, *offers: Offer) -> None:
        """Say that something could not be done."""
        self._show("warning", text, offers)

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()

    def offer(self, label: str) -> QPushButton:
        """Return the button that says so."""
        return next(button for button in self._offers if button.text() == label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss on Esc while a button of the bar has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _show(self, role: str, text: str, offers: tuple[Offer, ...]) -> None:
        for button in self._offers:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._offers = [self._button(label, act) for label, act in offers]
        for at, button in enumerate(self._offers):
            self._layout.insertWidget(1 + at, button)
        self._text.setText(text)
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - 3 ms, not at the start

        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def _button(self, label: str, act: Callable[[], object]) -> QPushButton:
        def go() -> None:
            self.dismiss()
            act()

        button = QPushButton(label, self)
        button.setProperty("role", "link")
        button.clicked.connect(go)
        return button
