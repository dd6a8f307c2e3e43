"""A line put right under an input, wherever the form has that."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QVBoxLayout, QWidget

from planner.desktop.widgets.laid_out import parts_of

_GAP = 4
_TOP = Qt.AlignmentFlag.AlignTop


def put_below(widget: QWidget, line: QWidget) -> None:
    """Put a line under a widget of a form: in its column, or in a column of both in the widget's place.

    Nothing if the widget stands in no layout.
    """
    parent = widget.parentWidget()
    layout = _layout_of(widget, None if parent is None else parent.layout())
    if layout is None:
        return
    at = layout.indexOf(widget)
    if isinstance(layout, QVBoxLayout):
        layout.insertWidget(at + 1, line)
        return
    column = QVBoxLayout()
    column.setSpacing(_GAP)
    if isinstance(layout, QGridLayout):
        place: Any = layout.getItemPosition(at)  # PySide's stubs say that it returns an object
        layout.removeWidget(widget)
        row, first, rows, columns = place
        layout.addLayout(column, row, first, rows, columns, _TOP)
    elif isinstance(layout, QBoxLayout):
        stretch = layout.stretch(at)
        layout.removeWidget(widget)
        layout.insertLayout(at, column, stretch)
        layout.setAlignment(column, _TOP)
    column.addWidget(widget)
    column.addWidget(line)


def _layout_of(widget: QWidget, layout: QLayout | None) -> QLayout | None:
    """Return the layout that holds the widget itself: this one, or one inside it."""
    if layout is None or layout.indexOf(widget) >= 0:
        return layout
    for part in parts_of(layout):
        if isinstance(part, QLayout) and (found := _layout_of(widget, part)) is not None:
            return found
    return None
