"""An open list stays at the box it belongs to, or closes."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_MOVED = {QEvent.Type.Move, QEvent.Type.Resize}


class PopupAnchor(QObject):
    """Moves an open popup with the box it belongs to, and closes it once the box is out of sight.

    Qt places a popup when it opens and leaves it there: a form that scrolls or is laid out anew, because the
    check has something to say, would carry the box away under it.
    """

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self._box = box
        self._popup: QWidget | None = None
        self._watched: list[QWidget] = []
        self._place = QPoint()

    def hold(self, popup: QWidget) -> None:
        """Follow the box with this popup, which is open, until it is hidden."""
        self._let_go()
        self._popup, self._place = popup, self._box.mapToGlobal(QPoint())
        popup.installEventFilter(self)
        above: QWidget | None = self._box
        while above is not None:
            above.installEventFilter(self)
            self._watched.append(above)
            above = None if above.isWindow() else above.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what carries the box, and let go of a popup that was hidden."""
        kind = event.type()
        if watched is self._popup:
            if kind == QEvent.Type.Hide:
                self._let_go()
        elif kind in _MOVED:
            self._follow()
        elif kind == QEvent.Type.Hide:
            self._close()
        return False

    def _follow(self) -> None:
        place = self._box.mapToGlobal(QPoint())
        moved, self._place = place - self._place, place
        if self._popup is None or moved.isNull():
            return
        if self._box.visibleRegion().isEmpty():
            self._close()
        else:
            self._popup.move(self._popup.pos() + moved)

    def _close(self) -> None:
        if self._popup is not None and isValid(self._popup):
            self._popup.hide()

    def _let_go(self) -> None:
        for widget in (self._popup, *self._watched):
            if widget is not None and isValid(widget):
                widget.removeEventFilter(self)
        self._popup = None
        self._watched.clear()
