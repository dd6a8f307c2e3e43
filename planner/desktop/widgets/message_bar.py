"""A line at the foot of the window that says what happened and offers what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.translation import _

Offer = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class MessageBar(QFrame):
    """Shows one message at a time, hidden while there is none; Esc on it dismisses it.

    A standing message is there whenever no other is, and cannot be dismissed. Where something could
    not be stored, the message offers what `offer_ways_out` was given besides.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = PlainLabel(parent=self)
        self._text.setWordWrap(True)
        self._offers: list[QPushButton] = []
        self._standing: tuple[str, tuple[Offer, ...]] | None = None
        self._ways_out: Callable[[], tuple[Offer, ...]] = _none
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 8, 16, 8)
        self._layout.setSpacing(16)
        self._layout.addWidget(self._text, 1)
        self._dismissal = QPushButton(_("Dismiss"), self)
        self._dismissal.setProperty("role", "quiet")
        self._dismissal.clicked.connect(self.dismiss)
        self._layout.addWidget(self._dismissal)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown; empty while there is none."""
        return "" if self.isHidden() else self._text.text()

    @property
    def tells(self) -> bool:
        """Whether the message shown is one of `tell`: something was done."""
        return not self.isHidden() and self.property("role") == "notice"

    def tell(self, text: str, *offers: Offer) -> None:
        """Show a message that something was done, with a button for each offer."""
        self._show("notice", text, offers)

    def warn(self, text: str, *offers: Offer) -> None:
        """Show a message that something could not be done, with a button for each offer."""
        self._show("warning", text, offers)

    def warn_not_stored(self, text: str, *offers: Offer) -> None:
        """Show a message that something could not be stored; adds the offers of `offer_ways_out`."""
        self.warn(text, *offers, *self._ways_out())

    def offer_ways_out(self, ways_out: Callable[[], tuple[Offer, ...]]) -> None:
        """Set what `warn_not_stored` asks for further offers each time."""
        self._ways_out = ways_out

    def stand(self, text: str, *offers: Offer) -> None:
        """Show this message whenever no other is shown, until `withdraw`."""
        self._standing = (text, offers)
        if self.isHidden():
            self.dismiss()

    def withdraw(self) -> None:
        """Take the standing message away for good, and any other that is shown."""
        self._standing = None
        self.hide()

    def dismiss(self) -> None:
        """Take the message away; the standing one, if there is one, shows again."""
        if self._standing is None:
            self.hide()
            return
        text, offers = self._standing
        self._show("warning", text, offers)
        self._dismissal.hide()

    @property
    def offers(self) -> tuple[QPushButton, ...]:
        """The buttons for what the message offers, from the left; the one that dismisses is none of them."""
        return tuple(self._offers)

    def offer(self, label: str) -> QPushButton:
        """Return the button with this label; StopIteration if there is none."""
        return next(button for button in self._offers if button.text() == label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss on Esc while a button of the bar has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _show(self, role: str, text: str, offers: tuple[Offer, ...]) -> None:
        for button in self._offers:
            button.hide()  # hands the focus on, which would be lost with the button
            self._layout.removeWidget(button)
            button.deleteLater()
        self._offers = [self._button(label, act) for label, act in offers]
        for at, button in enumerate(self._offers):
            self._layout.insertWidget(1 + at, button)
        self._dismissal.show()
        self._text.setText(text)
        set_role(self, role)
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


def _none() -> tuple[Offer, ...]:
    return ()
