"""What can be done with a line of Today, and by which key, on any layout."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.coaching.week.today_line import TodayKind
from planner.desktop.rehearsal.keys import typed_sign
from planner.translation import N_, _


class TodayWish(Enum):
    """What is asked for of a line."""

    OPEN = auto()
    DONE = auto()
    OTHER_DAY = auto()
    TOUCH = auto()
    PRINT = auto()
    LEAD = auto()
    MOVED = auto()
    CANCELLED = auto()
    NOBODY_CAME = auto()
    DROP = auto()


KEYS = {
    TodayWish.OPEN: N_("Enter"),
    TodayWish.DONE: N_("Space"),
    TodayWish.OTHER_DAY: "D",
    TodayWish.TOUCH: "T",
    TodayWish.PRINT: "P",
    TodayWish.LEAD: "L",
    TodayWish.MOVED: "M",
    TodayWish.CANCELLED: "C",
    TodayWish.NOBODY_CAME: "N",
    TodayWish.DROP: "X",
}
"""The key of each wish, as it is shown by `key_name`."""

_NOT_HELD = {
    TodayWish.MOVED: N_("&Moved"),
    TodayWish.CANCELLED: N_("&Cancelled"),
    TodayWish.NOBODY_CAME: N_("&Nobody came"),
}
_PROMISE = {
    TodayWish.DONE: N_("&Kept"),
    TodayWish.OTHER_DAY: N_("Another &day…"),
    TodayWish.OPEN: N_("&Open"),
}
OFFERS: dict[TodayKind, dict[TodayWish, str]] = {
    TodayKind.INQUIRY: {TodayWish.OPEN: N_("&Plan the call"), TodayWish.TOUCH: N_("Note a &touch…")},
    TodayKind.CALL: {
        TodayWish.OPEN: N_("&Prepare"),
        TodayWish.PRINT: N_("Pr&int"),
        TodayWish.LEAD: N_("&Lead"),
        TodayWish.OTHER_DAY: N_("Another &day…"),
        TodayWish.CANCELLED: N_("&Cancelled"),
        TodayWish.MOVED: N_("&Moved"),
        TodayWish.NOBODY_CAME: N_("&Nobody came"),
    },
    TodayKind.REFLECT: {
        TodayWish.OPEN: N_("&Review"),
        **_NOT_HELD,
        TodayWish.OTHER_DAY: N_("Moved to a &day…"),
    },
    TodayKind.PROMISE_OURS: _PROMISE,
    TodayKind.PROMISE_THEIRS: _PROMISE,
    TodayKind.TOUCH: {
        TodayWish.DONE: N_("Don&e"),
        TodayWish.OTHER_DAY: N_("Another &day…"),
        TodayWish.OPEN: N_("&Open"),
    },
    TodayKind.QUIET: {
        TodayWish.TOUCH: N_("Plan a &touch"),
        TodayWish.OTHER_DAY: N_("Touch on a &day…"),
        TodayWish.OPEN: N_("&Open"),
    },
    TodayKind.DIFFERENTLY: {TodayWish.OPEN: N_("Take it &up"), TodayWish.DROP: N_("&Drop it…")},
}
"""What each kind of line offers, the most likely first, and what it is called; translated where shown."""

SAME_AS_DONE = {
    TodayKind.INQUIRY: TodayWish.TOUCH,
    TodayKind.CALL: TodayWish.OPEN,
    TodayKind.REFLECT: TodayWish.OPEN,
    TodayKind.QUIET: TodayWish.TOUCH,
    TodayKind.DIFFERENTLY: TodayWish.OPEN,
}
"""What Space stands for on a line that is done by something else."""

_BY_LETTER = {text.lower(): wish for wish, text in KEYS.items() if len(text) == 1}
_PLAIN = {
    Qt.Key.Key_Space: TodayWish.DONE,
    Qt.Key.Key_Return: TodayWish.OPEN,
    Qt.Key.Key_Enter: TodayWish.OPEN,
}


def key_name(wish: TodayWish) -> str:
    """Return what the key of a wish is called; a letter is called so in every language."""
    key = KEYS[wish]
    return key if len(key) == 1 else _(key)


def today_wish(event: QKeyEvent, kind: TodayKind) -> TodayWish | None:
    """Return what a key asks for of a line of that kind; None if nothing that is offered there."""
    if event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    ):
        return None
    wish = _PLAIN.get(Qt.Key(event.key())) or _BY_LETTER.get(typed_sign(event))
    if wish is TodayWish.DONE:
        wish = SAME_AS_DONE.get(kind, wish)
    return wish if wish in OFFERS[kind] else None
