"""What one types in stays where it is on the screen while charts appear and go above it."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.desktop.walk.form_page import FormPage

SETTLED_MS = 100
"""So long after a change the layouts are done."""


class SteadyFocus(QObject):
    """Scrolls by as much as the focused input was pushed, until the layouts are done."""

    def __init__(self, page: FormPage) -> None:
        super().__init__(page)
        self._page = page
        self._held: tuple[QWidget, int] | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._let_go)
        page.verticalScrollBar().rangeChanged.connect(self._bring_back)

    def hold(self) -> None:
        """Remember where the focus is, before anything changes."""
        focused = self._page.form.focusWidget()
        if focused is None or not focused.hasFocus():
            return
        if self._held is None or self._held[0] is not focused:
            self._held = (focused, self._height_of(focused))
        self._settled.start()

    def _let_go(self) -> None:
        self._bring_back()
        self._held = None

    def _bring_back(self) -> None:
        if self._held is None or not isValid(self._held[0]) or not self._held[0].hasFocus():
            return
        pushed = self._height_of(self._held[0]) - self._held[1]
        if pushed:
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.value() + pushed)

    def _height_of(self, widget: QWidget) -> int:
        return widget.mapTo(self._page.viewport(), QPoint(0, 0)).y()
