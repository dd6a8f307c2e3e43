"""The form of one step: its inputs, bound to a plan."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from planner.desktop import fields
from planner.desktop.background.debounce import Debounce
from planner.desktop.editing.binder import Binder, bind
from planner.desktop.editing.detail import DetailSection
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.inputs import LoadRow
from planner.desktop.editing.plan_follower import PlanFollower
from planner.desktop.walk.carried_marks import CarriedMarks

_COUNT_AFTER_MS = 200
"""Filled details are counted in a pause of the typing."""


class StepForm(QWidget):
    """The form of one step of the walk: a widget from a .ui file whose inputs are bound to a plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binder: Binder | None = None
        self._counting = Debounce(_COUNT_AFTER_MS, self)
        self._counting.elapsed.connect(self._recount)

    def bind(self, document: PlanDocument, load_row: LoadRow) -> None:
        """Show the plan in the inputs, and write what is typed into it; `load_row` builds a row's form."""
        self._binder = bind(self, document, load_row=load_row)
        for shown in self.findChildren(PlanFollower):
            shown.follow(document)
        self._marks = CarriedMarks(self, document)
        document.changed.connect(self._count_soon)
        self._recount()
        for section in self.findChildren(DetailSection):
            section.open_if_filled()

    @property
    def problems(self) -> dict[str, str]:
        """The problem of each input whose text could not be read, by form path."""
        return {} if self._binder is None else self._binder.problems()

    def input_for(self, path: str) -> QWidget | None:
        """Return the input for the form path, the first one inside if that is a part; None if there is none.

        For a row that is not there it is the input of its list.
        """
        listed, row, rest = _row_in(path)
        inputs_shown = self.findChildren(QWidget)
        widget = _input_of(inputs_shown, path) or _input_of(inputs_shown, listed)
        if row is None or not isinstance(widget, fields.RowsField) or row >= len(widget.frames):
            return widget
        inputs = widget.frames[row].binder.inputs
        return _input_of(inputs, rest or ".") or (inputs[0] if inputs else widget)

    def field_with_keys(self) -> str:
        """Return the form path of the input that has the focus, "" if none; for one in a row its list's."""
        path = ""
        above: QWidget | None = self.focusWidget()
        while above is not None and above is not self:
            path = str(above.property("field") or path)
            above = above.parentWidget()
        return path

    def focus_first(self) -> None:
        """Put the cursor into the first input that is visible and enabled, without selecting its text."""
        for widget in self.findChildren(QWidget):
            if widget.property("field") and widget.isVisibleTo(self) and widget.isEnabled():
                widget.setFocus(
                    Qt.FocusReason.OtherFocusReason
                )  # Tab would select all: the next key would replace it
                return

    def reveal(self, widget: QWidget) -> None:
        """Open the details that hide the widget."""
        above = widget.parentWidget()
        while above is not None and above is not self:
            if isinstance(above, DetailSection):
                above.set_open(True)
            above = above.parentWidget()

    def showEvent(self, event: QShowEvent) -> None:
        """Count the filled details before they are seen."""
        self._recount()
        super().showEvent(event)

    def _count_soon(self, _path: str) -> None:
        if self.isVisible():
            self._counting.trigger()

    def _recount(self) -> None:
        for section in self.findChildren(DetailSection):  # those of the rows come and go
            section.recount()


def _row_in(path: str) -> tuple[str, int | None, str]:
    """Split `case.problems[1].cost` into the list, the row and the rest; no row where there is none."""
    match = re.fullmatch(r"([^\[]+)\[(\d+)\]\.?(.*)", path)
    return (match[1], int(match[2]), match[3]) if match else (path, None, "")


def _input_of(widgets: Sequence[QWidget], path: str) -> QWidget | None:
    for widget in widgets:
        for name in ("field", "dayField"):
            field = widget.property(name)
            if isinstance(field, str) and (field == path or field.startswith((f"{path}.", f"{path}["))):
                return widget
    return None
