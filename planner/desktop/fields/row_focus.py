"""Where the keys go in a list of rows."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_WISHES = {
    (Qt.Key.Key_Return, _CTRL): "add",
    (Qt.Key.Key_Enter, _CTRL): "add",
    (Qt.Key.Key_Delete, _CTRL | _SHIFT): "remove",
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
    (Qt.Key.Key_Up, _ALT | _SHIFT): "up",
    (Qt.Key.Key_Down, _ALT | _SHIFT): "down",
}


def row_key(event: QKeyEvent, pressed_in: QWidget) -> str | None:
    """Return what a key wishes for its row: add, remove, up, down; None if nothing.

    Alt+Down in an input that it unfolds is the input's own; with Shift it is the row's.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    wish = _WISHES.get((Qt.Key(event.key()), modifiers))
    if wish == "down" and not modifiers & _SHIFT and _unfolds(pressed_in):
        return None
    return wish


def focusable(root: QWidget) -> list[QWidget]:
    """Return what Tab stops at under `root`, in order."""
    stops, one = [], root.nextInFocusChain()
    inside = set(root.findChildren(QWidget))
    for _ in range(len(inside) + 1):
        if one not in inside:
            break
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None:
            stops.append(one)
        one = one.nextInFocusChain()
    return stops


def order_tabs(before: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab go through the parts one after another, starting after `before`."""
    stops = [before]
    for part in parts:
        stops.extend(focusable(part) or [part])
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def _unfolds(pressed_in: QWidget) -> bool:
    parent = pressed_in.parentWidget()
    return bool(pressed_in.property("unfolds")) or isinstance(pressed_in, QComboBox) or isinstance(parent, QComboBox)
