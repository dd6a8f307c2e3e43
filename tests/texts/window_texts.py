"""Every text that a window shows, or reads aloud, at a moment."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_OF_EVERY_WIDGET = ("windowTitle", "toolTip", "accessibleName", "accessibleDescription", "whatsThis")
_OF_KINDS = (
    (QLabel, "text"),
    (QAbstractButton, "text"),
    (QLineEdit, "text"),
    (QLineEdit, "placeholderText"),
    (QTextEdit, "placeholderText"),
    (QTextEdit, "plainText"),
    (QPlainTextEdit, "placeholderText"),
    (QPlainTextEdit, "plainText"),
    (QGroupBox, "title"),
)
_OF_ROWS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


def shown_by(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield each text of what can be seen in the window, and the module of the widget it stands in."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and not isinstance(widget, QMenu):
            yield from ((_place(widget), text) for text in _texts(widget) if text.strip())


def in_menu(menu: QMenu) -> Iterator[str]:
    """Yield the texts of a menu's entries, and of the menus in it."""
    for entry in menu.actions():
        yield from _of_action(entry)


def _of_action(entry: QAction) -> Iterator[str]:
    yield from (entry.text(), entry.toolTip(), entry.statusTip())
    inside = entry.menu()
    if isinstance(inside, QMenu):
        yield from in_menu(inside)


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (str(widget.property(name) or "") for name in _OF_EVERY_WIDGET)
    for kind, name in _OF_KINDS:
        if isinstance(widget, kind):
            yield str(widget.property(name) or "")
    if isinstance(widget, QComboBox):
        yield from _rows(widget.model())
    if isinstance(widget, QAbstractItemView):
        yield from _rows(widget.model())


def _rows(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(model.data(index, role) or "") for role in _OF_ROWS)
    for column in range(columns):
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        yield heading if isinstance(heading, str) else ""


def _place(widget: QWidget | None) -> str:
    """Return the module of the innermost widget of ours that this one is or is in: `plans.plans_foot`."""
    while widget is not None and not type(widget).__module__.startswith("planner."):
        widget = widget.parentWidget()
    return "" if widget is None else type(widget).__module__.removeprefix("planner.desktop.")
