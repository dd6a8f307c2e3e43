"""What belongs beside each other in a form, and below each other where it is narrow."""

from typing import Any

from PySide6.QtCore import Property, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from planner.desktop.widgets.laid_out import least_width, parts_of

_ROOM, _ROOM_IN_LINES = 560, 30
"""From this width on, in pixels and in heights of a line, there is room for two columns of inputs, unless a
form says otherwise."""


class ResponsiveRow(QWidget):
    """Puts the parts of its box layout side by side, or below each other if it is narrower than `room`.

    `room` is in pixels; with letters higher than usual more than that is needed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = _ROOM

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the parts the way there is room for."""
        super().resizeEvent(event)
        in_lines = self._room * _ROOM_IN_LINES // _ROOM
        beside = event.size().width() >= max(self._room, in_lines * self.fontMetrics().height())
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        layout = self._box()
        if layout.direction() is not wanted:
            layout.setDirection(wanted)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part and Qt's height: beside each other they are never squeezed."""
        widest = max((least_width(part) for part in parts_of(self._box())), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def _read_room(self) -> int:
        return self._room

    def _write_room(self, room: int) -> None:
        self._room = room

    room: Any = Property(int, _read_room, _write_room)

    def _box(self) -> QBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        return layout
