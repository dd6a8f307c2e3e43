"""Keys and mouse, as events of the window: popups, grabs and shortcuts get them as from a person."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
_PLAIN = Qt.KeyboardModifier.NoModifier
_MOVE, _PRESS = QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress
_RELEASE, _TWICE = QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick


def who_has_the_keys(window: QWidget) -> tuple[QWidget, QWidget]:
    """Return the widget that gets the keys, in a popup or else in the active window, and what to hold.

    The wrapper of a widget found through its parent's is good for as long as that one lives.
    """
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup, popup
    return QApplication.focusWidget() or QApplication.activeModalWidget() or window, window


def lying_under(widget: QWidget, at: QPoint) -> QWidget:
    """Return what gets a press at a point of the widget: another one where that is scrolled or covered."""
    top = widget.window()
    return top.childAt(widget.mapTo(top, at)) or top


def press_keys(window: QWidget, keys: QKeySequence) -> None:
    """Press the keys of a sequence, one after the other."""
    for pressed in (keys[at] for at in range(keys.count())):  # type: ignore[index]  # its stubs lack []
        target, _held = who_has_the_keys(window)
        QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())


def type_text(window: QWidget, text: str, tell: Callable[[QWidget], None]) -> None:
    """Type a text; what is on no key comes as from a compose key.

    `tell` is told before each letter which widget gets it: a menu's own letter closes the menu.
    """
    for letter in text:
        target, _held = who_has_the_keys(window)
        tell(target)
        if letter == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
        elif letter == "\t":
            QTest.keyClick(target, Qt.Key.Key_Tab)
        elif letter.isascii():
            QTest.keyClicks(target, letter)
        else:
            composed = QInputMethodEvent("", [])
            composed.setCommitString(letter)
            QCoreApplication.sendEvent(target, composed)


def press_letter(window: QWidget, text: str, place: int) -> None:
    """Press and let go of the key at a place, which types the text on the layout that is set."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        target, _held = who_has_the_keys(window)
        event = QKeyEvent(kind, ord(text.upper()), _PLAIN, place, 0, 0, text)
        QCoreApplication.sendEvent(target, event)


def click(widget: QWidget, at: QPoint, button: Qt.MouseButton = _LEFT, *, twice: bool = False) -> None:
    """Move there, press and let go; perhaps twice."""
    _send(widget, _MOVE, at, _NONE, _NONE)
    _send(widget, _PRESS, at, button, button)
    _send(widget, _RELEASE, at, button, _NONE)
    if twice:
        _send(widget, _TWICE, at, button, button)
        _send(widget, _RELEASE, at, button, _NONE)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press at one point, move to the other, let go."""
    _send(widget, _PRESS, start, _LEFT, _LEFT)
    for share in (0.3, 0.7, 1.0):
        between = start + (end - start) * share
        _send(widget, _MOVE, between, _NONE, _LEFT)
    _send(widget, _RELEASE, end, _LEFT, _NONE)


def ask_for_menu(widget: QWidget, at: QPoint) -> None:
    """Ask for the context menu at a point."""
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QCoreApplication.sendEvent(widget, asked)


def turn_wheel(widget: QWidget, at: QPoint, notches: int) -> None:
    """Turn the wheel over a point, by as many notches as a hand turns; up is positive.

    To the widget and then to each one around it, until one takes it: Qt does so only for what comes from the
    platform.
    """
    over: QWidget | None = widget
    for _ in range(abs(notches)):
        while over is not None and isValid(over):
            spot = QPointF(widget.mapTo(over, at))
            turned = QWheelEvent(
                spot,
                QPointF(widget.mapToGlobal(at)),
                QPoint(),
                QPoint(0, 120 if notches > 0 else -120),
                _NONE,
                _PLAIN,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QCoreApplication.sendEvent(over, turned)
            if turned.isAccepted() or over.isWindow():
                break
            over = over.parentWidget()


def _send(
    widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton
) -> None:
    """Send a mouse event to the window the widget is in, as the platform does."""
    if not isValid(widget) or not widget.isVisible():
        return
    top = widget.window()
    handle = top.windowHandle()
    place = QPointF(widget.mapTo(top, at))
    event = QMouseEvent(kind, place, place, QPointF(widget.mapToGlobal(at)), button, held, _PLAIN)
    QCoreApplication.sendEvent(handle, event)
