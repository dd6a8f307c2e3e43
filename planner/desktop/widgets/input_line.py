"""A line of text that is left showing its head."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from planner.desktop.widgets.text_drops import TextDrops

_STILL_HERE = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""Reasons for which one comes back to the very place: the cursor stays there."""


def is_left(event: QFocusEvent) -> bool:
    """Whether the focus went elsewhere in the window, and not to a menu or to another window."""
    return event.reason() not in _STILL_HERE


class InputLine(TextDrops):
    """The line of every input: once it is left for another, the beginning of its text is in sight.

    Qt leaves it scrolled to where the cursor was, which after Tab is the end of a text too long for it.
    """

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the cursor at the head of the text, unless the focus went to a menu or to another window."""
        super().focusOutEvent(event)
        if is_left(event):
            self.setCursorPosition(0)
