"""The keys of the call: one key, one thing, whatever the hands hold besides and whatever layout is set."""

import unicodedata
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.desktop.rehearsal.key_places import key_place
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
    UNDO = auto()
    REDO = auto()
    EXPORT = auto()


_BY_LETTER = {
    "n": Wish.NOTE,
    "p": Wish.WE_RAISED_PRICE,
    "t": Wish.THEY_RAISED_PRICE,
}
_PLAIN = {
    Qt.Key.Key_Space: Wish.START_OR_PAUSE,
    Qt.Key.Key_Down: Wish.NEXT,
    Qt.Key.Key_PageDown: Wish.NEXT,
    Qt.Key.Key_Up: Wish.BACK,
    Qt.Key.Key_PageUp: Wish.BACK,
    Qt.Key.Key_Escape: Wish.LEAVE,
}
_WITH_CONTROL = {
    Qt.Key.Key_Plus: Wish.LARGER,
    Qt.Key.Key_Equal: Wish.LARGER,
    Qt.Key.Key_Minus: Wish.SMALLER,
    Qt.Key.Key_0: Wish.USUAL_SIZE,
    Qt.Key.Key_Z: Wish.UNDO,
    Qt.Key.Key_Y: Wish.REDO,
    Qt.Key.Key_E: Wish.EXPORT,
}
_BY_PLACE_WITH_CONTROL = {"0": Wish.USUAL_SIZE, "z": Wish.UNDO, "y": Wish.REDO, "e": Wish.EXPORT}
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def wish_of(event: QKeyEvent) -> Wish | None:
    """Return what the key asks for, None if nothing."""
    modifiers, key = event.modifiers(), Qt.Key(event.key())
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        wish = _WITH_CONTROL.get(key)
        if wish is None and not Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
            wish = _BY_PLACE_WITH_CONTROL.get(key_place(event))
        again = wish is Wish.UNDO and modifiers & Qt.KeyboardModifier.ShiftModifier
        return Wish.REDO if again else wish
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return Wish.LEAVE if key == Qt.Key.Key_Left else None
    return _PLAIN.get(Qt.Key(event.key())) or _BY_LETTER.get(_sign(event))


def question_number(event: QKeyEvent) -> int | None:
    """Return the digit that the key types, or else stands for by its place, as 1 where French types &.

    None if it is no digit, or Ctrl, Alt or Meta is held.
    """
    sign = _sign(event)
    return int(sign) if sign.isdecimal() else None


def _sign(event: QKeyEvent) -> str:
    """Return the small Latin letter or the digit a key stands for; "" if for none, or with Ctrl or Alt.

    What the layout types counts where that is a Latin letter or a digit of any script. Else the place of the
    key does: N where the layout types Cyrillic, 1 where French types & without Shift.
    """
    text = event.text()
    if event.modifiers() & _COMMANDS:
        return ""
    if text.isascii() and text.isalpha():
        return text.lower()
    if len(text) == 1 and (digit := unicodedata.decimal(text, None)) is not None:
        return str(digit)
    place = key_place(event)
    # With Shift the digits' row types signs that no layout means as digits: ! is not 1.
    shifted_digit = place.isdecimal() and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return "" if shifted_digit else place
