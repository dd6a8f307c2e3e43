"""Where the window was, if that place still exists."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_USUAL = QSize(1280, 800)
_FRAME = QSize(8, 40)
"""What a window manager puts around a window, about: it is not known before the window is shown."""
_GRIP = 64
"""So many pixels of a window must be on a screen to take hold of it."""


def restore_place(window: QWidget, saved: QByteArray) -> None:
    """Put the window where it was saved; in its usual size amid the main screen if that place is gone.

    The same if none was saved.
    """
    if saved.isEmpty() or not window.restoreGeometry(saved) or not _within_reach(window):
        room = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(_USUAL.boundedTo(room.size() - _FRAME))
        window.move(room.center() - QRect(QPoint(), window.size() + _FRAME).center())


def _within_reach(window: QWidget) -> bool:
    """Whether enough of the window lies on some screen."""
    frame = window.frameGeometry()
    for screen in QGuiApplication.screens():
        shown = screen.availableGeometry().intersected(frame)
        if shown.width() >= _GRIP and shown.height() >= _GRIP:
            return True
    return False
