"""What can be seen of the window, and clicked: found anew for each act, in the order of the widget tree."""

import random

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

KINDS: tuple[tuple[str, type[QWidget], int], ...] = (
    ("check box", QCheckBox, 3),
    ("tool button", QToolButton, 5),
    ("button", QAbstractButton, 6),
    ("combo box", QComboBox, 5),
    ("line", QLineEdit, 6),
    ("text", QPlainTextEdit, 4),
    ("reading", QTextEdit, 1),
    ("list", QAbstractItemView, 5),
    ("number", QAbstractSpinBox, 1),
    ("scroll bar", QScrollBar, 1),
    ("label", QLabel, 1),
)


def scope(window: QWidget) -> QWidget:
    """Return what gets the clicks: an open popup, else a dialog, else the window."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or window


def seen_in(root: QWidget) -> list[QWidget]:
    """Return the visible, enabled widgets under `root`, itself included."""
    return [one for one in (root, *root.findChildren(QWidget)) if one.isVisible() and one.isEnabled()]


def one_to_click(root: QWidget, chance: random.Random) -> QWidget:
    """Return a widget to click: first what kind of, then which."""
    by_kind: dict[str, list[QWidget]] = {}
    for one in seen_in(root):
        kind = next((name for name, of, _ in KINDS if isinstance(one, of)), "")
        if kind:
            by_kind.setdefault(kind, []).append(one)
    kinds = [(name, weight) for name, _, weight in KINDS if name in by_kind]
    if not kinds:
        return root
    name = chance.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])[0]
    return chance.choice(by_kind[name])


def bring_into_sight(widget: QWidget) -> None:
    """Scroll to the widget where it is scrolled away, as Tab would."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 40)
        above = above.parentWidget()


def point_in(widget: QWidget, chance: random.Random) -> QPoint:
    """Return a point of the widget, most often its middle."""
    if chance.random() < 0.6 or widget.width() < 2 or widget.height() < 2:
        return widget.rect().center()
    return QPoint(chance.randrange(widget.width()), chance.randrange(widget.height()))


def described(widget: QWidget) -> str:
    """Return a widget's class and what tells it apart."""
    named = widget.property("field") or widget.objectName() or widget.accessibleName()
    if isinstance(widget, QAbstractButton | QLabel):
        named = named or widget.text()
    return f"{type(widget).__name__} {str(named)[:60]!r}"
