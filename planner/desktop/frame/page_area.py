"""What fills the window: the sidebar, beside it one page at a time, and the message bar under that."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.desktop.frame.sidebar import Sidebar, SidebarWidth
from planner.desktop.widgets.message_bar import MessageBar
from planner.desktop.widgets.tab_order import TabsAsLaidOut

_ROOM_FOR_WORDS = 120
"""In so many letters' width and more, the sidebar shows its places by name."""


@runtime_checkable
class TakesFocus(Protocol):
    """A page that can put the focus where a person goes on by keyboard."""

    def take_focus(self) -> None:
        """Put the focus where on the page a person goes on by keyboard."""


@runtime_checkable
class Refreshes(Protocol):
    """A page that can read anew what it shows."""

    def refresh(self) -> None:
        """Read anew what the page shows."""


@runtime_checkable
class Undoes(Protocol):
    """A page whose acts are undone by a history of its own."""

    @property
    def undo_stack(self) -> QUndoStack:
        """The acts that can be undone while the page is shown."""


@runtime_checkable
class WantsWidth(Protocol):
    """A page that shows more of itself from a certain width on."""

    @property
    def wanted_width(self) -> int:
        """That width, in pixels; 0 for any."""


class PageArea(TabsAsLaidOut):
    """What fills the window: one page at a time, under it the message bar, and beside them the sidebar.

    A page is one of the sidebar's places, a walk, a call, or one that is reached from these. The sidebar
    shows as much of itself as the page leaves room for, beside an open plan its signs at most, beside a call
    nothing.
    """

    turned = Signal()
    """Another page is shown."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.sidebar = Sidebar(self)
        self._most_sidebar = SidebarWidth.WHOLE
        self.messages = MessageBar(self)
        self.stack = QStackedWidget(self)
        """The parent of every page."""
        self.stack.currentChanged.connect(self._fit_sidebar)
        self.stack.currentChanged.connect(self.turned)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.messages)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)

    @property
    def page(self) -> QWidget | None:
        """The page shown; None before the first."""
        return self.stack.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show a page; one that is not in the area yet is put in."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def want_sidebar(self, most: SidebarWidth) -> None:
        """Show no more of the sidebar than this, and less where the page needs the room."""
        self._most_sidebar = most
        self._fit_sidebar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the sidebar as there is room for."""
        self._fit_sidebar()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return the room for page and message: the sidebar folds where there is no more."""
        least = super().minimumSizeHint()
        return least - QSize(0 if self.sidebar.isHidden() else self.sidebar.width(), 0)

    def _fit_sidebar(self) -> None:
        few_letters = self.width() < _ROOM_FOR_WORDS * self.fontMetrics().averageCharWidth()
        page = self.page
        taken = 0 if page is None else page.minimumSizeHint().width()
        wanted = page.wanted_width if isinstance(page, WantsWidth) else 0
        for width in SidebarWidth:
            too_much = width.value < self._most_sidebar.value or (few_letters and width is SidebarWidth.WHOLE)
            left = self.width() - self.sidebar.width_for(width)
            crowds = left < wanted <= self.width()  # the sidebar takes nothing else away
            if not too_much and not crowds and left >= taken:
                break
        self.sidebar.take_width(width)

    def go_to(self, page: QWidget) -> None:
        """Show a page anew, and put the focus where one goes on there."""
        self.show_page(page)
        if isinstance(page, Refreshes):
            page.refresh()
        if isinstance(page, TakesFocus):
            page.take_focus()

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
