"""What lies in a layout, in its order, without asking the layout for its items.

`itemAt()` makes Python hold a layout item that Qt deletes unseen together with its widget. The wrapper
stays registered at the freed address, and whatever is made there next comes back as that item. Widgets
and layouts are QObjects: PySide hears of their end.
"""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QStackedLayout, QWidget

Part = QWidget | QLayout


def parts_of(layout: QLayout) -> list[Part]:
    """Return the widgets and layouts that lie directly in a layout, in its order; a grid's row by row.

    Of a stack only the page on top.
    """
    if isinstance(layout, QStackedLayout):
        page = layout.currentWidget()
        return [] if page is None else [page]
    parts = ((layout.indexOf(part), part) for part in _candidates(layout))
    placed = [(_place(layout, index), part) for index, part in parts if index >= 0]
    return [part for _, part in sorted(placed, key=lambda each: each[0])]


def widgets_of(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets in a layout and in the layouts inside it, in order."""
    for part in parts_of(layout):
        if isinstance(part, QLayout):
            yield from widgets_of(part)
        else:
            yield part


def least_width(part: Part) -> int:
    """Return the width in pixels below which a layout never squeezes the part; 0 if it is hidden."""
    if isinstance(part, QLayout):
        return part.minimumSize().width()
    if part.isHidden():
        return 0
    shrinks = part.sizePolicy().horizontalPolicy().value & QSizePolicy.PolicyFlag.ShrinkFlag.value
    least = part.minimumSizeHint().width()
    return max(part.minimumWidth(), least if shrinks else max(least, part.sizeHint().width()))


def _candidates(layout: QLayout) -> Iterator[Part]:
    yield from layout.findChildren(QLayout, options=Qt.FindChildOption.FindDirectChildrenOnly)
    host = layout.parentWidget()
    if host is not None:
        yield from host.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _place(layout: QLayout, index: int) -> tuple[int, ...]:
    if not isinstance(layout, QGridLayout):
        return (index,)
    place: Any = layout.getItemPosition(index)  # PySide's stubs say that it returns an object
    return (place[0], place[1])
