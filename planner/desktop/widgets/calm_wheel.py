"""The wheel in dialogs of Qt's own: it scrolls, and changes no box it happens to turn over."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox, QScrollBar, QTabBar, QWidget

_BOXES = (QAbstractSpinBox, QComboBox, QTabBar, QAbstractSlider)


class CalmWheel(QObject):
    """Leaves the wheel over each box that a widget holds by now to what scrolls; the widget's child.

    Boxes of our own do so by themselves (`CalmCombo`, `CalmSpin`).
    """

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        for box in root.findChildren(QWidget):
            if isinstance(box, _BOXES) and not isinstance(box, QScrollBar):
                box.installEventFilter(self)

    def eventFilter(self, _box: QObject, event: QEvent) -> bool:
        """Hand the wheel on to the widget around the box."""
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True
