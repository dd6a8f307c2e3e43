"""Tab goes the way the eye goes: by the layouts, whatever was put in, taken out or moved since."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QSplitter, QWidget


class TabsAsLaidOut(QWidget):
    """A widget from which Tab goes on as the window is laid out.

    Qt keeps one chain for a window, in which rows added later come last; the layouts know better.
    Its chain is not asked where the layouts end either: asking makes PySide believe that the widget returned
    belongs to the one asked, and a window so given away is cleared while shown.
    """

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Move the focus one stop on, or back, round the window's end; False if nothing has the focus."""
        stops = list(tab_stops(self.window()))
        focused = self.window().focusWidget()
        if focused is None or not stops:
            return False
        at = next(
            (at for at, stop in enumerate(stops) if stop is focused or stop.isAncestorOf(focused)), None
        )
        if at is None:
            at = -1 if forwards else 0
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forwards else -1)) % len(stops)].setFocus(reason)
        return True


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield the visible and enabled widgets that Tab stops at under a widget, in the order of the layouts."""
    for child in _laid_out(widget):
        if not child.isVisible():
            continue
        if _takes_tab(child):
            yield child
        yield from tab_stops(child)


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    return bool(takes) and widget.isEnabled()


def _laid_out(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QSplitter):
        parts = (widget.widget(at) for at in range(widget.count()))
        yield from (part for part in parts if part is not None)
    elif isinstance(widget, QAbstractScrollArea):
        viewport = widget.viewport()
        yield from (child for child in viewport.children() if isinstance(child, QWidget))
    elif (layout := widget.layout()) is not None:
        from planner.desktop.widgets.laid_out import widgets_of  # noqa: PLC0415 - not before Tab is pressed

        yield from widgets_of(layout)
