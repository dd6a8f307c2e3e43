"""A list of rows: small forms in a column, or the lines of a table."""

from typing import Any

from PySide6.QtCore import Property, QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.inputs import LoadRow
from planner.desktop.fields.around_rows import AroundRows
from planner.desktop.fields.listed_rows import ListedRows
from planner.desktop.fields.row_changes import Inserted
from planner.desktop.fields.row_column import RowColumn
from planner.desktop.fields.row_focus import has_focus, row_key
from planner.desktop.fields.row_frame import RowFrame
from planner.desktop.fields.row_making import RowMaking
from planner.desktop.fields.row_pasting import PasteNotice, RowPasting
from planner.desktop.fields.row_reading import RowInputs
from planner.desktop.fields.row_settings import RowSettings
from planner.desktop.widgets.double_press import DoublePress
from planner.desktop.widgets.layouts import stacked
from planner.model.fields import FieldType, may_change_contacts, paths_overlap
from planner.translation import _

_READ_BESIDE = "price"
"""The form path that amounts in rows read beside their own row: the other price, its currency."""


class RowsField(RowSettings):
    """A list of the plan: rows can be added, removed and moved, by mouse and keyboard.

    `rowForm` names the form of a row; without one each row is a line of a table, whose `columns`
    may be chosen. Ctrl+Enter adds a row below, Alt+Up and Alt+Down move one (in an input that
    Alt+Down unfolds, with Shift), Ctrl+Shift+Delete removes one. With `fixedRows` the rows come from
    elsewhere: they are answered, not added, moved or removed, and without any nothing is asked.

    A list with fewer rows than `startingRows` shows blank ones to that number, once its rows are built. They
    are no rows of the plan: the first thing said in one begins it, below the rows there are, and undone it is
    to come again.
    """

    changed = Signal()
    row_built = Signal(QWidget)
    """A row of a list that is shown row by row is there; carries its frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed = ListedRows(self.places_in)
        self._making = RowMaking(self, self._listed, self._listen_to)
        self._column = RowColumn(self, self._listed, self._making, self.made_to_come)
        self._double_press = DoublePress(self)
        self._around = AroundRows(self)
        self.add_button = self._around.add_button
        self.add_button.clicked.connect(self._add_at_end)
        layout = stacked(8, self)
        layout.setContentsMargins(0, 4, 0, 0)  # apart from the question above
        layout.addLayout(self._column.layout)
        layout.addWidget(self._around.empty)
        self.paste_notice = PasteNotice(self)
        self._pasting = RowPasting(
            self.paste_notice,
            frames=self._column.all_frames,
            place_of=self._listed.place_of,
            inputs=self._reading_inputs,
            new_row=self.new_row,
        )
        layout.addWidget(self.paste_notice)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def configure(self, _field_type: FieldType) -> None:
        """Name the button that adds a row and the text of an empty list, as the form has them."""
        self._around.configure()

    def attach(
        self, document: PlanDocument, path: str, load_row: LoadRow | None, *, row_by_row: bool = False
    ) -> None:
        """Show the list at the path and bind its rows; `load_row` is needed if `rowForm` names a form.

        With `row_by_row` no row is built yet: `build_next` does that.
        """
        self._listed.attach(document, path)
        self._making.attach(load_row)
        self._pasting.attach(document, path, _("pasting rows"))
        self._column.attach()
        moved = self._listed.read()
        if row_by_row and self._listed.rows:
            self._column.is_whole = False
            self._show_around_rows()
        else:
            self._show(moved=moved)

    @property
    def is_whole(self) -> bool:
        """Whether each row of the list has been built."""
        return self._column.is_whole

    def build_next(self) -> None:
        """Take the next step towards the first row that has not been built; emits `row_built` at its last."""
        if self.is_whole:
            return
        if (frame := self._column.build_next()) is not None:
            self.row_built.emit(frame)

    def build_rows(self, count: int) -> None:
        """Build rows until there are `count`, or all."""
        while len(self.frames) < count and not self.is_whole:
            self.build_next()

    def refresh(self, path: str) -> None:
        """Show what changed at the path: rows put in, taken out or moved, or a field in a row."""
        if paths_overlap(path, self._listed.path):
            moved = self._listed.read()
            self._making.drop_half_made()
            self._show(moved=moved)
        elif may_change_contacts(path):
            self._making.drop_half_made()
            for frame in self._column.all_frames():
                frame.binder.offer_contacts()
        elif paths_overlap(path, _READ_BESIDE):
            self._making.drop_half_made()
            for frame in self.frames:
                frame.binder.look_beside(path)

    def problems(self) -> dict[str, str]:
        """Return the problem of each input in the rows whose text could not be read, by form path."""
        frames = self._column.all_frames()
        return {path: problem for frame in frames for path, problem in frame.binder.problems().items()}

    @property
    def frames(self) -> list[RowFrame]:
        """The frames of the plan's rows, in their order."""
        return self._column.frames

    @property
    def starting_frames(self) -> list[RowFrame]:
        """The frames of the blank rows below the plan's rows, which the plan does not hold."""
        return self._column.to_come

    def add_row(self, at: int) -> None:
        """Put a new row before row `at`, and the focus into it.

        At the end, where a blank row stands that is yet to be begun, only the focus goes into that.
        """
        if at == len(self.frames) and self.starting_frames:
            self._focus(at)
            self._double_press.keep_from(self.window().focusWidget())
            return
        self._listed.insert(at, self.new_row(), self.undo_words(_("adding {row}")))
        self._focus(at)
        self._double_press.keep_from(self.window().focusWidget())

    def remove_row(self, at: int) -> None:
        """Take row `at` out; the focus goes to its neighbour."""
        self._listed.remove(at, self.undo_words(_("removing {row}")))
        self._focus(at)

    def move_row(self, at: int, to: int) -> None:
        """Move row `at` to `to`, nothing if there is no such place; the focus stays in the row."""
        if 0 <= to < len(self._listed.rows):
            self.build_rows(to + 1)
            self._listed.move(at, to, self.undo_words(_("moving {row}")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add, move and remove by the keys pressed in a row."""
        if event.type() not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return False
        if self.is_fixed or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        wish = row_key(event, watched)
        at = next((at for at, frame in enumerate(self.frames) if frame.isAncestorOf(watched)), -1)
        if wish is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if at >= 0:  # a row that the plan does not hold yet cannot be moved or removed, and adds none
            self._do(wish, at)
        return True

    def _do(self, wish: str, at: int) -> None:
        if wish == "add":
            self.add_row(at + 1)
        elif wish == "remove":
            self.remove_row(at)
        else:
            self.move_row(at, at + (1 if wish == "down" else -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus on to the first row, or to the button that adds it."""
        super().focusInEvent(event)
        self._focus(0)

    def places_in(self, rows: tuple[Any, ...]) -> list[int]:
        """Return the places of those rows of the list that are shown here: all, unless a subclass chooses."""
        return list(range(len(rows)))

    def new_row(self) -> object:
        """Return the row that is added; None for a blank one."""
        return None

    def show_rows_to_come(self, count: int) -> None:
        """Show blank rows up to so many in all, as `startingRows` does."""
        self.starting_count = count
        self._column.lay_out_rows_to_come()
        self._arrange()

    def made_to_come(self, frame: RowFrame) -> None:
        """Prepare the frame of a blank row; nothing, unless a subclass has something to begin rows with."""

    def _show(self, *, moved: bool) -> None:
        """Show the list as it is now: only what differs is touched. `moved`: its rows' places changed."""
        typed_in = next((frame for frame in self.frames if has_focus(frame)), None)
        beginning = next((frame for frame in self.starting_frames if has_focus(frame)), None)
        was_here = has_focus(self)
        changes = self._column.follow()
        if changes or moved or not self.frames:
            self._arrange()
        self._column.show_fields()
        put_in = any(isinstance(change, Inserted) for change in changes) and beginning not in self.frames
        gone = typed_in is not None and typed_in not in self._column.all_frames()
        if (was_here and put_in) or gone:
            self._focus(changes[0].at)
        self.changed.emit()

    def _listen_to(self, frame: RowFrame) -> None:
        frame.menu_button.setHidden(self.is_fixed)
        frame.move_wanted.connect(self._move)
        frame.remove_wanted.connect(self._remove)
        for widget in frame.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.installEventFilter(self)
        if not self.is_fixed:
            self._pasting.watch(frame)

    def take_pasted(self, box: QWidget, data: QMimeData) -> bool:
        """Make rows of what is pasted into a box of a row, and return True; False if it stays one text."""
        return not self.is_fixed and self._pasting.take_into(box, data)

    def _reading_inputs(self) -> RowInputs:
        """Return the inputs of a row that is not shown, to read pasted cells with."""
        return RowInputs(self._making.content(), self._listed.document.clock)

    def _arrange(self) -> None:
        self._column.arrange()
        self._show_around_rows()

    def _show_around_rows(self) -> None:
        has_rows, has_blank = bool(self._listed.rows), bool(self.starting_frames)
        self._around.follow(has_rows=has_rows, has_blank=has_blank)
        self._column.show_header(shown=has_rows or has_blank)

    def _focus(self, at: int) -> None:
        """Put the focus into row `at`, or the last one, or on the button that adds the first."""
        self.build_rows(at + 1)
        if frames := self._column.all_frames():
            frames[min(at, len(frames) - 1)].binder.inputs[0].setFocus()
        else:
            self.add_button.setFocus()

    @Slot()
    def _add_at_end(self) -> None:
        self.add_row(len(self._listed.rows))

    @Slot(QWidget, int)
    def _move(self, frame: RowFrame, places: int) -> None:
        at = self.frames.index(frame)
        self.move_row(at, at + places)

    @Slot(QWidget)
    def _remove(self, frame: RowFrame) -> None:
        self.remove_row(self.frames.index(frame))

    def _value(self) -> tuple[Any, ...]:
        return self._listed.rows

    value: Any = Property(object, _value, notify=changed, user=True)
