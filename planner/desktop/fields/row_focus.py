"""Where the keys go in a list of rows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from planner.desktop.fields.typed import TypedLine

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
    """Return what a key asks for its row: "add", "remove", "up" or "down"; None if nothing.

    Alt+Down in an input that unfolds by it is the input's own; with Shift it is the row's.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    wish = _WISHES.get((Qt.Key(event.key()), modifiers))
    if wish == "down" and not modifiers & _SHIFT and _unfolds(pressed_in):
        return None
    return wish


def has_focus(widget: QWidget) -> bool:
    """Whether something inside the widget, not the widget itself, has the focus of its window."""
    focused = widget.window().focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


def _unfolds(pressed_in: QWidget) -> bool:
    folded = isinstance(pressed_in, TypedLine) and pressed_in.unfolds
    return folded or isinstance(pressed_in, QComboBox) or isinstance(pressed_in.parentWidget(), QComboBox)
