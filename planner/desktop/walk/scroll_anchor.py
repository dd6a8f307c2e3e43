"""Scroll anchoring: what one types in stays where it is on the screen while other things grow above it."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from planner.desktop.background.debounce import Debounce

SETTLED_MS = 100
"""So long after a change the layouts are done."""


class ScrollAnchor(QObject):
    """Keeps the focused input of a form where it is on the screen, from `hold` until the layouts are done.

    It scrolls as far as what is above the input grows or shrinks.
    """

    def __init__(self, area: QScrollArea, form: QWidget) -> None:
        super().__init__(area)
        self._area, self._form = area, form
        self._held: tuple[QWidget, int] | None = None
        self._settled = Debounce(SETTLED_MS, self)
        self._settled.elapsed.connect(self._let_go)
        # The range changes when layouts are done and before anything is painted, so nothing is seen to jump.
        area.verticalScrollBar().rangeChanged.connect(self._bring_back)

    def hold(self) -> None:
        """Note where the focused input is, before a change, to scroll it back until the layouts are done."""
        focused = self._form.focusWidget()
        if focused is None or not focused.hasFocus():
            return
        if self._held is None or self._held[0] is not focused:
            self._held = (focused, self._height_of(focused))
        self._settled.trigger()

    def _let_go(self) -> None:
        self._bring_back()
        self._held = None

    def _bring_back(self) -> None:
        if self._held is None or not isValid(self._held[0]) or not self._held[0].hasFocus():
            return
        pushed = self._height_of(self._held[0]) - self._held[1]
        if pushed:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + pushed)

    def _height_of(self, widget: QWidget) -> int:
        return widget.mapTo(self._area.viewport(), QPoint(0, 0)).y()
