"""Dragging in place of a person: onto a widget, as Qt hands drags on."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_BUTTON, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(data: QMimeData, onto: QWidget) -> bool:
    """Drag the data onto the middle of the widget and let go; return whether anybody there took it."""
    middle = onto.rect().center()
    entering = QDragEnterEvent(QPoint(middle), Qt.DropAction.CopyAction, data, _BUTTON, _NONE)
    entering.setAccepted(False)
    QApplication.sendEvent(onto, entering)
    if not entering.isAccepted():
        return False
    dropping = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, _BUTTON, _NONE)
    QApplication.sendEvent(onto, dropping)
    return dropping.isAccepted()
