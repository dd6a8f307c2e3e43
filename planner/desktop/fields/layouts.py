"""Rows and columns of widgets without margins of their own."""

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
