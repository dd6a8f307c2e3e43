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
    item = layout.itemAt(at)
    assert item is not None
    alignment = item.alignment()
    if isinstance(layout, QGridLayout):
        place: tuple[int, int, int, int] = tuple(layout.getItemPosition(at))  # type: ignore[arg-type, assignment]
        layout.removeWidget(widget)
        layout.addLayout(column, *place, alignment)
    elif isinstance(layout, QBoxLayout):
        stretch = layout.stretch(at)
        layout.removeWidget(widget)
        layout.insertLayout(at, column, stretch)
        layout.setAlignment(column, alignment)
    column.addWidget(widget)
    column.addWidget(line)


def _layout_of(widget: QWidget, layout: QLayout | None) -> QLayout | None:
    """Return the layout that holds the widget itself: this one, or one inside it."""
    if layout is None or layout.indexOf(widget) >= 0:
        return layout
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner = None if item is None else item.layout()
        if inner is not None and (found := _layout_of(widget, inner)) is not None:
            return found
    return None
