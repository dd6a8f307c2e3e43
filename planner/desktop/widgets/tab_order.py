"""Tab goes the way the eye goes: by the layouts, whatever was put in, taken out or moved since.

So does the focus when what had it vanishes.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QSplitter, QStackedWidget, QWidget


class TabsAsLaidOut(QWidget):
    """A widget from which Tab goes on as the window is laid out.

    Qt keeps one chain for a window, in which rows added later come last; the layouts know better.
    Its chain is not asked where the layouts end either: asking makes PySide believe that the widget returned
    belongs to the one asked, and a window so given away is cleared while shown.
    """

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Move the focus one stop on, or back, round the window's end; False if nothing has it or none stops.

        Qt also asks for it when what has the focus was just hidden or disabled: then see `move_on_from`.
        """
        focused = self.window().focusWidget()
        if focused is not None and not _can_have_focus(focused):
            return self.move_on_from(_gone_with(focused))
        stops = list(tab_stops(self.window()))
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

    def move_on_from(self, gone: QWidget) -> bool:
        """Give the focus that vanished with a widget to the next stop in the same form, or the one before it.

        False, and nothing is done, if there is neither, or the widget is a page of a stack: whoever shows
        another page sees to the focus there.
        """
        if isinstance(gone.parentWidget(), QStackedWidget):
            return False
        stop = _stop_beside(gone, _room_of(gone))
        if stop is not None:
            # Not as Tab, which would select the whole text: the next key would replace it.
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        return stop is not None


def tab_stops(widget: QWidget, gone: QWidget | None = None) -> Iterator[QWidget]:
    """Yield the visible and enabled widgets that Tab stops at under a widget, in the order of the layouts.

    `gone` is yielded where it is laid out, seen or not.
    """
    for child in _laid_out(widget):
        if child is gone:
            yield child
        elif child.isVisible():
            if _takes_tab(child):
                yield child
            yield from tab_stops(child, gone)


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


def _can_have_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _gone_with(focused: QWidget) -> QWidget:
    """Return the outermost widget that was hidden or disabled around what had the focus."""
    gone, above = focused, focused.parentWidget()
    while above is not None and not above.isWindow() and not _can_have_focus(above):
        gone, above = above, above.parentWidget()
    return gone


def _room_of(gone: QWidget) -> QWidget:
    """Return what a person takes for one place: what scrolls as a whole, else the page, else the window."""
    above = gone.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QAbstractScrollArea) or isinstance(above.parentWidget(), QStackedWidget):
            return above
        above = above.parentWidget()
    return gone.window()


def _stop_beside(gone: QWidget, room: QWidget) -> QWidget | None:
    """Return the first stop of the room after the widget that is gone, else the last one before it."""
    stops = list(tab_stops(room, gone))
    if gone in stops:
        at = stops.index(gone)
    else:  # taken out of its layout before it was hidden: its height is all there is to go by
        top = _top_of(gone, room)
        at = sum(_top_of(stop, room) < top for stop in stops)
    others = [*(stop for stop in stops[at:] if stop is not gone), *reversed(stops[:at])]
    return others[0] if others else None


def _top_of(widget: QWidget, room: QWidget) -> int:
    return widget.mapTo(room, QPoint()).y()
