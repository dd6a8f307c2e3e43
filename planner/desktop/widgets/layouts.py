"""Rows and columns of widgets without margins of their own, and when they are laid out."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def side_by_side(gap: int, parent: QWidget | None = None) -> QHBoxLayout:
    """Return a layout that puts widgets beside each other, `gap` pixels apart."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    return layout


def stacked(gap: int, parent: QWidget | None = None) -> QVBoxLayout:
    """Return a layout that puts widgets below each other, `gap` pixels apart."""
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    return layout


def hide_in_place(widget: QWidget) -> None:
    """Hide a widget and keep its room, so that nothing moves once it is shown."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    widget.hide()


@contextmanager
def laid_out_once(*widgets: QWidget) -> Iterator[None]:
    """In the `with`, lay out nothing in these widgets; at its end lay each out once.

    Else each part that is shown or hidden would lay out everything anew.
    """
    layouts = [layout for widget in widgets if (layout := widget.layout()) is not None]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
