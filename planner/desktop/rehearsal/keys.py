"""The keys of the call: one key, one thing, whatever the hands hold besides."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.translation import N_

KEYS = (
    N_("Space start, pause"),
    N_("↓ next"),
    N_("↑ back"),
    N_("1–9 asked"),
    N_("N note"),
    N_("P we said the price"),
    N_("T they raised it"),
    N_("Ctrl + − text size"),
    N_("Esc leave"),
)
"""What the foot of the page says of them."""


class Wish(Enum):
    """What a key asks for."""

    START_OR_PAUSE = auto()
    NEXT = auto()
    BACK = auto()
    NOTE = auto()
    WE_RAISED_PRICE = auto()
    THEY_RAISED_PRICE = auto()
    LARGER = auto()
    SMALLER = auto()
    USUAL_SIZE = auto()
    LEAVE = auto()


_PLAIN = {
    Qt.Key.Key_Space: Wish.START_OR_PAUSE,
    Qt.Key.Key_Down: Wish.NEXT,
    Qt.Key.Key_PageDown: Wish.NEXT,
    Qt.Key.Key_Up: Wish.BACK,
    Qt.Key.Key_PageUp: Wish.BACK,
    Qt.Key.Key_N: Wish.NOTE,
    Qt.Key.Key_P: Wish.WE_RAISED_PRICE,
    Qt.Key.Key_T: Wish.THEY_RAISED_PRICE,
    Qt.Key.Key_Escape: Wish.LEAVE,
}
_WITH_CONTROL = {
    Qt.Key.Key_Plus: Wish.LARGER,
    Qt.Key.Key_Equal: Wish.LARGER,
    Qt.Key.Key_Minus: Wish.SMALLER,
    Qt.Key.Key_0: Wish.USUAL_SIZE,
}


def wish_of(event: QKeyEvent) -> Wish | None:
    """Return what the key asks for, None if nothing."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return (_WITH_CONTROL if control else _PLAIN).get(Qt.Key(event.key()))


def question_number(event: QKeyEvent) -> int | None:
    """Return the digit that was pressed; None if it was no digit, or Ctrl was held."""
    plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    text = event.text()
    return int(text) if plain and text.isascii() and text.isdecimal() else None
