"""The form of one step: its inputs, bound to a plan, built piece by piece."""

import re
from collections import deque
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from planner.desktop import fields
from planner.desktop.background.debounce import Debounce
from planner.desktop.editing.binder import Binder, bind
from planner.desktop.editing.detail import DetailSection
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.inputs import LoadRow
from planner.desktop.editing.plan_follower import PlanFollower
from planner.desktop.walk.carried_marks import CarriedMarks
from planner.desktop.walk.form_pieces import FormPiece
from planner.desktop.widgets.laid_out import Part
from planner.desktop.widgets.layouts import laid_out_once
from planner.desktop.widgets.tab_order import tab_stops

W = TypeVar("W", bound=QWidget)

_COUNT_AFTER_MS = 200
"""Filled details are counted in a pause of the typing."""
_AT_ONCE = 10
"""So many widgets are there when the form is first seen; the rest comes while keys are handled."""


class LoadedPiece(msgspec.Struct, frozen=True):
    """A piece of a form that was just loaded into the form, or into what one of its sections opens.

    `part` is what lies in the column of `into`; `widgets` are all that were made.
    """

    into: QWidget
    part: Part
    widgets: list[QWidget]

    def of_kind(self, kind: type[W]) -> list[W]:
        """Return its widgets of that kind."""
        return [widget for widget in self.widgets if isinstance(widget, kind)]


class StepForm(QWidget):
    """The form of one step of the walk: a widget from a .ui file whose inputs are bound to a plan.

    All of it at once would hold up the keys for as long as a dozen frames. So it is built part by part from
    the top, and a list row by row; what is asked for is built at once with the parts above it.
    """

    part_built = Signal(object)
    """A part is built, bound and about to be seen; carries its LoadedPiece."""
    completed = Signal()
    """All of the form is built."""
    field_wanted = Signal(str)
    """The person wants to go to the field at the form path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binder: Binder | None = None
        self._to_come: deque[FormPiece] = deque()
        self._filling: deque[fields.RowsField] = deque()
        self._is_complete = False
        self._counting = Debounce(_COUNT_AFTER_MS, self)
        self._counting.elapsed.connect(self._recount)

    def begin(
        self,
        document: PlanDocument,
        load_row: LoadRow,
        pieces: Sequence[FormPiece],
        load_piece: Callable[[FormPiece, "StepForm"], LoadedPiece],
    ) -> None:
        """Take the plan that the inputs show and write to; nothing of the pieces is built yet.

        `load_row` builds a row's form, `load_piece` puts a piece into this form.
        """
        self._document = document
        self._load_piece = load_piece
        self._to_come.extend(pieces)
        self._binder = bind(self, document, load_row=load_row)
        self._marks = CarriedMarks(self, document)
        document.changed.connect(self._count_soon)

    @property
    def is_complete(self) -> bool:
        """Whether all of the form is built, and `completed` was emitted."""
        return self._is_complete

    def build_first(self) -> None:
        """Build what is seen first: up to an input that takes the focus, and a little more."""
        built = 0
        while self._to_come and (built < _AT_ONCE or self._first_input() is None):
            if self._list_to_fill() is not None and self._first_input() is not None:
                return  # what comes below a list would be pushed down by its rows
            built += self._to_come[0].widgets
            self._build_piece()
        if self._list_to_fill() is None and not self._to_come:
            self.build_next()

    def build_next(self) -> bool:
        """Build the next row or part, from the top; return whether to call again.

        Once nothing was left to build, it emits `completed` and returns False.
        """
        if (rows := self._list_to_fill()) is not None:
            rows.build_next()
        elif self._to_come:
            self._build_piece()
        elif not self._is_complete:
            self._is_complete = True
            self.completed.emit()
        return not self._is_complete

    def complete(self) -> None:
        """Build all that is still to come."""
        while self.build_next():
            pass

    @property
    def problems(self) -> dict[str, str]:
        """The problem of each input whose text could not be read, by form path."""
        return {} if self._binder is None else self._binder.problems()

    def input_for(self, path: str) -> QWidget | None:
        """Return the input for the form path, the first one inside if that is a part; None if there is none.

        For a row that is not there it is the input of its list.
        """
        listed, row, rest = _row_in(path)
        while any(piece.asks_for(path) or piece.asks_for(listed) for piece in self._to_come):
            self._build_piece()
        inputs_shown = self.findChildren(QWidget)
        widget = _input_of(inputs_shown, path) or _input_of(inputs_shown, listed)
        if row is None or not isinstance(widget, fields.RowsField):
            return widget
        widget.build_rows(row + 1)
        if row >= len(widget.frames):
            return widget
        inputs = widget.frames[row].binder.inputs
        return _input_of(inputs, rest or ".") or (inputs[0] if inputs else widget)

    def field_with_keys(self) -> str:
        """Return the form path of what has the focus in the form, or had it last; "" if none, or no input.

        For an input in a row it is its list's.
        """
        path = ""
        above: QWidget | None = self.focusWidget()
        while above is not None and above is not self:
            path = str(above.property("field") or path)
            above = above.parentWidget()
        return path

    def has_stop_after_focus(self, *, forwards: bool) -> bool:
        """Whether the next stop of Tab, or of Shift+Tab, is surely built already.

        Not so while a list is built by halves, at the end of what is built, and back into the form from
        outside.
        """
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return forwards  # into the form from above, or else from below
        whole_above = self._list_to_fill() is None
        if not whole_above or not forwards:
            return whole_above
        *_before, last = tab_stops(self)
        return last is not focused and not last.isAncestorOf(focused)

    def focus_first(self) -> None:
        """Put the cursor into the first input that is visible and enabled, without selecting its text."""
        first = self._first_input()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)  # Tab would select all: a key would replace it

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

    def _first_input(self) -> QWidget | None:
        inputs = (widget for widget in self.findChildren(QWidget) if widget.property("field"))
        return next((each for each in inputs if each.isVisibleTo(self) and each.isEnabled()), None)

    def _build_piece(self) -> None:
        piece = self._load_piece(self._to_come.popleft(), self)
        with laid_out_once(self):
            self._bind_piece(piece)
            self.part_built.emit(piece)
            _show_children(piece.into)

    def _bind_piece(self, piece: LoadedPiece) -> None:
        assert self._binder is not None
        inputs = [widget for widget in piece.widgets if widget.property("field")]
        labels = piece.of_kind(QLabel)
        self._binder.bind_inputs(inputs, labels, row_by_row=True)
        for rows in piece.of_kind(fields.RowsField):
            rows.row_built.connect(self._count_in)
            if not rows.is_whole:
                self._filling.append(rows)
        for shown in piece.of_kind(PlanFollower):
            shown.follow(self._document)
            shown.field_wanted.connect(self.field_wanted)
        for button in piece.of_kind(QPushButton):
            button.pressed.connect(self.complete)  # what it does is connected then, before it is clicked
        grids = [piece.part, *piece.part.findChildren(QGridLayout)]
        self._marks.add_questions(labels, [grid for grid in grids if isinstance(grid, QGridLayout)])
        if isinstance(section := piece.into.parentWidget(), DetailSection):
            section.add_inputs(inputs)
        for section in piece.of_kind(DetailSection):
            section.add_inputs(())

    def _count_in(self, row: QWidget) -> None:
        for section in row.findChildren(DetailSection):
            section.recount()
            section.open_if_filled()

    def _list_to_fill(self) -> fields.RowsField | None:
        """Return the first list on the form whose rows are not all built."""
        while self._filling and self._filling[0].is_whole:
            self._filling.popleft()
        return self._filling[0] if self._filling else None

    def _count_soon(self, _path: str) -> None:
        if self.isVisible():
            self._counting.trigger()

    def _recount(self) -> None:
        for section in self.findChildren(DetailSection):  # those of the rows come and go
            section.recount()


def _show_children(widget: QWidget) -> None:
    """Show what was made in a widget on the screen at once, not with the next event: it may get the focus."""
    if widget.isVisible():
        for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child.isHidden() and not _is_put_away(child):
                child.show()


def _is_put_away(widget: QWidget) -> bool:
    """Whether a widget was hidden, and is not just made and yet to be shown."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


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
