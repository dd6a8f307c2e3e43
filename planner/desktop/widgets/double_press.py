"""The second press of a double press, and a key still held, do nothing where the first one led."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

_PRESSING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
"""What presses a button or opens what is chosen, and would be typed into the text it leads to."""
_TEXTS = (QLineEdit, QPlainTextEdit)
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
_WITH_A_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def _now_ms() -> float:
    return 1000 * time.monotonic()


class DoublePress(QObject):
    """Swallows Return, Enter and Space in a widget to which such a press has just led.

    It does so while the key is held, and within the double-click interval after its release; in a text, if no
    release or time stamp is known, within that interval after the focus was led there. Any other press but
    that of a modifier key alone ends it, one with Ctrl or Alt too; so does leaving the widget.
    """

    def __init__(self, parent: QObject, now_ms: Callable[[], float] = _now_ms) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._widget: QWidget | None = None
        self._led_at = 0.0
        self._released_at = 0

    def keep_from(self, widget: QWidget | None) -> None:
        """Watch the widget, which was just given the focus, in place of the one before; None watches none."""
        self._let_go()
        if widget is not None:
            self._widget, self._led_at, self._released_at = widget, self._now_ms(), 0
            widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        """Swallow what was meant for where the focus was before."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self._let_go()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._swallows(event)
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._note_release(event)
        return False

    def _note_release(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSING and not event.isAutoRepeat():
            self._released_at = event.timestamp()

    def _swallows(self, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIERS:
            return False
        meant_elsewhere = (
            event.key() in _PRESSING
            and not event.modifiers() & _WITH_A_COMMAND
            and (event.isAutoRepeat() or self._follows_at_once(event.timestamp()))
        )
        if not meant_elsewhere:
            self._let_go()
        return meant_elsewhere

    def _follows_at_once(self, pressed_at: int) -> bool:
        interval = QApplication.doubleClickInterval()
        if pressed_at and self._released_at:
            return pressed_at - self._released_at < interval
        return isinstance(self._widget, _TEXTS) and self._now_ms() - self._led_at < interval

    def _let_go(self) -> None:
        if self._widget is not None and isValid(self._widget):
            self._widget.removeEventFilter(self)
        self._widget = None
