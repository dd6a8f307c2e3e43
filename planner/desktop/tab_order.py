"""Tab goes the way the eye goes: by the layouts, whatever was put in, taken out or moved since."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QGridLayout, QLayout, QSplitter, QWidget


class TabsAsLaidOut(QWidget):
    """A widget through which Tab goes as it is laid out.

    Qt keeps one chain for a window, in which rows added later come last; the layouts know better.
    """

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Move the focus one stop on, or out of the widget at its end."""
        return _focus_beside(self, forwards=forwards)


def _focus_beside(root: QWidget, *, forwards: bool) -> bool:
    stops = list(tab_stops(root))
    focused = root.window().focusWidget()
    if focused is None or not stops:
        return False
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    at = next((at for at, one in enumerate(stops) if one is focused or one.isAncestorOf(focused)), None)
    to = (0 if forwards else len(stops) - 1) if at is None else at + (1 if forwards else -1)
    if not 0 <= to < len(stops):
        outside = _next_outside(root, focused, forwards=forwards)
        (outside or stops[to % len(stops)]).setFocus(reason)
    else:
        stops[to].setFocus(reason)
    return True


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at under a widget, as it is laid out."""
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
        yield from (one for one in parts if one is not None)
    elif isinstance(widget, QAbstractScrollArea):
        viewport = widget.viewport()
        yield from (one for one in viewport.children() if isinstance(one, QWidget))
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda at: layout.getItemPosition(at)[:2])  # type: ignore[assignment, index]
    for at in places:
        item = layout.itemAt(at)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _in_layout(inner)
        elif (widget := item.widget()) is not None:
            yield widget


def _next_outside(root: QWidget, focused: QWidget, *, forwards: bool) -> QWidget | None:
    one = focused.nextInFocusChain() if forwards else focused.previousInFocusChain()
    while one is not None and one is not focused:
        if not root.isAncestorOf(one) and one.isVisible() and _takes_tab(one):
            return one
        one = one.nextInFocusChain() if forwards else one.previousInFocusChain()
    return None
