"""What fills the window: one page at a time, and the message bar under it."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.desktop.widgets.message_bar import MessageBar
from planner.desktop.widgets.tab_order import TabsAsLaidOut


@runtime_checkable
class TakesFocus(Protocol):
    """A page that can put the focus where a person goes on by keyboard."""

    def take_focus(self) -> None:
        """Put the focus where on the page a person goes on by keyboard."""


class PageArea(TabsAsLaidOut):
    """What fills the window: one page at a time, and under it the message bar.

    A page is the list of plans, a walk, a call, or one that is reached from the plans.
    """

    turned = Signal()
    """Another page is shown."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.messages = MessageBar(self)
        self.stack = QStackedWidget(self)
        """The parent of every page."""
        self.stack.currentChanged.connect(self.turned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.messages)

    @property
    def page(self) -> QWidget | None:
        """The page shown; None before the first."""
        return self.stack.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show a page; one that is not in the area yet is put in."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def move_on_from(self, gone: QWidget) -> bool:
        """Move the focus from `gone`, a widget that vanished; False if it has nowhere to go.

        From a message it goes back to the page: to where it was there, or where a person goes on.
        """
        if gone is not self.messages and not self.messages.isAncestorOf(gone):
            return super().move_on_from(gone)
        page: object = self.page
        was: QWidget | None = page.focusWidget() if isinstance(page, QWidget) else None
        if was is not None and was.isVisible() and was.isEnabled():
            was.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if isinstance(page, TakesFocus):
            page.take_focus()
            return True
        return super().move_on_from(gone)

    def take_out(self, page: QWidget) -> None:
        """Take a page out of the area; it is not deleted."""
        self.stack.removeWidget(page)
