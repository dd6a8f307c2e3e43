"""A line put right under an input, wherever the form has that."""

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QVBoxLayout, QWidget

_GAP = 4


def put_below(widget: QWidget, line: QWidget) -> None:
    """Put a line under a widget of a form: in its column, or in a column of both in the widget's place."""
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
        row, first, rows, columns = layout.getItemPosition(at)  # type: ignore[misc]
        alignment = layout.itemAt(at).alignment()
        layout.removeWidget(widget)
        layout.addLayout(column, row, first, rows, columns, alignment)
    elif isinstance(layout, QBoxLayout):
        stretch, alignment = layout.stretch(at), layout.itemAt(at).alignment()
        layout.removeWidget(widget)
        layout.insertLayout(at, column, stretch)
        layout.setAlignment(column, alignment)
    column.addWidget(widget)
    column.addWidget(line)


def _layout_of(widget: QWidget, layout: QLayout | None) -> QLayout | None:
    """Return the layout that holds the widget itself: this one, or one inside it."""
    if layout is None or layout.indexOf(widget) >= 0:
        return layout
    inner = (layout.itemAt(at).layout() for at in range(layout.count()))
    found = (_layout_of(widget, one) for one in inner if one is not None)
    return next((one for one in found if one is not None), None)
