"""A form that asks the essential questions alone, as the ten-minute plan does."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QWidget
from shiboken6 import isValid

from planner.desktop.editing.detail import DetailSection
from planner.desktop.walk.essential_paths import asked_in_ten_minutes
from planner.desktop.widgets.laid_out import Part, parts_of


class EssentialsOnly:
    """Puts away what a form asks beyond the essentials, and brings it back.

    A question goes with its input, a heading with all that it heads.
    """

    def __init__(self, form: QWidget) -> None:
        self._form = form
        self._away: list[QWidget] = []
        self._heading: list[QWidget] = []
        """The last heading seen, while nothing under it stays."""
        self.on = False

    def turn_on(self, *, whole: bool) -> None:
        """Put away what is not essential; nothing if that is done already.

        Of a form that is not `whole`, `take` is told of each part to come, and `end` that it was the last.
        """
        if self.on:
            return
        self.on = True
        column = self._form.layout()
        assert column is not None
        for part in parts_of(column):
            self._trim(part)
        if whole:
            self.end()
        self.trim_details(self._form)

    def take(self, part: Part, details: Sequence[DetailSection]) -> None:
        """Put away what is not essential in the next part of the form, and its details, if this is on."""
        if self.on:
            self._trim(part)
            self._put_away(*details)

    def end(self) -> None:
        """Put away the heading that heads nothing: no part is to come."""
        heading, self._heading = self._heading, []
        self._put_away(*heading)

    def turn_off(self) -> None:
        """Bring everything back."""
        self.on = False
        away, self._away, self._heading = self._away, [], []
        for widget in away:
            if isValid(widget):  # its row may be gone
                widget.show()

    def trim_details(self, inside: QWidget) -> None:
        """Put away the details inside a widget (the form, or a row made later) if this is on."""
        if self.on:
            self._put_away(*inside.findChildren(DetailSection))

    def holds(self, widget: QWidget) -> bool:
        """Whether a widget, or what it lies in, is put away."""
        away = (hidden for hidden in self._away if isValid(hidden))
        return any(hidden is widget or hidden.isAncestorOf(widget) for hidden in away)

    def _trim(self, part: Part) -> None:
        inside = list(_widgets_in(part))
        if _is_heading(inside):
            self.end()
            self._heading = inside
        elif self._keeps_something(inside):
            self._heading = []

    def _keeps_something(self, inside: list[QWidget]) -> bool:
        """Put away the inputs that are not asked, and say whether anything stays."""
        inputs = [widget for widget in inside if widget.property("field")]
        spare = [widget for widget in inputs if not asked_in_ten_minutes(str(widget.property("field")))]
        if inputs and len(spare) == len(inputs):
            self._put_away(*inside)
            return False
        labels = [widget for widget in inside if isinstance(widget, QLabel) and widget.buddy() in spare]
        self._put_away(*spare, *labels)
        return bool(inside)

    def _put_away(self, *widgets: QWidget) -> None:
        for widget in widgets:
            if not is_put_away(widget):
                widget.hide()
                self._away.append(widget)


def is_put_away(widget: QWidget) -> bool:
    """Whether a widget was hidden, and is not just made and yet to be shown."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _widgets_in(part: Part) -> Iterator[QWidget]:
    """Yield a widget and those it holds, or those in a layout; details left out."""
    inner = part if isinstance(part, QLayout) else None
    if isinstance(part, QWidget) and not isinstance(part, DetailSection):
        yield part
        inner = None if part.property("field") else part.layout()
    for below in parts_of(inner) if inner is not None else ():
        yield from _widgets_in(below)


def _is_heading(inside: list[QWidget]) -> bool:
    return bool(inside) and all(
        isinstance(widget, QLabel)
        and widget.property("role") in {"section", "hint"}
        and widget.buddy() is None
        for widget in inside
    )
