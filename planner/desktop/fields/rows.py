"""A list of rows: small forms in a column, or the lines of a table."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Property, QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from planner.desktop.editing.binder import Binder
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.inputs import LoadRow
from planner.desktop.fields.field import text_property
from planner.desktop.fields.row_changes import Inserted, Moved, Removed, RowChange, row_changes
from planner.desktop.fields.row_focus import has_focus, row_key
from planner.desktop.fields.row_frame import RowFrame, menu_button_width
from planner.desktop.fields.row_line import Column, columns_of, header_line, row_line
from planner.desktop.fields.row_pasting import PasteNotice, RowPasting
from planner.desktop.fields.row_reading import RowInputs
from planner.desktop.widgets.double_press import DoublePress
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.layouts import hide_in_place, stacked
from planner.desktop.widgets.plain_text import PlainLabel
from planner.model.fields import FieldType, may_change_contacts, paths_overlap
from planner.translation import _

_READ_BESIDE = "price"
"""The form path that amounts in rows read beside their own row: the other price, its currency."""


def _text(name: str) -> Any:
    """Return a text property of the form, kept by its name."""

    def read(field: "RowsField") -> str:
        return field.texts[name]

    def write(field: "RowsField", text: str) -> None:
        field.texts[name] = text

    return text_property(read, write)


class RowsField(QWidget):
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
        self.texts = {
            "rowForm": "",
            "columns": "",
            "addText": "",
            "rowText": "",
            "emptyText": "",
            "currencyField": "",
        }
        self._fixed = False
        self._starting = 0
        self._document: PlanDocument | None = None
        self._path = ""
        self._load_row: LoadRow | None = None
        self._columns: tuple[Column, ...] = ()
        self._header: QWidget | None = None
        self._places: list[int] = []
        self._rows: tuple[Any, ...] = ()
        self._shown: tuple[Any, ...] = ()
        self._is_whole = True
        self._making: Iterator[QWidget] | None = None
        self._half_made: QWidget | None = None
        self._frames: list[RowFrame] = []
        self._to_come: list[RowFrame] = []
        self._double_press = DoublePress(self)
        self._column = stacked(8)
        self._empty = PlainLabel(parent=self)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "hint")
        self.add_button = EnterButton(parent=self)
        self.add_button.setProperty("role", "link")
        self.add_button.clicked.connect(self._add_at_end)
        layout = stacked(8, self)
        layout.setContentsMargins(0, 4, 0, 0)  # apart from the question above
        layout.addLayout(self._column)
        layout.addWidget(self._empty)
        self.paste_notice = PasteNotice(self)
        self._pasting = RowPasting(
            self.paste_notice,
            frames=self._all_frames,
            place_of=self._place_in_list,
            inputs=self._reading_inputs,
            new_row=self.new_row,
        )
        layout.addWidget(self.paste_notice)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def configure(self, _field_type: FieldType) -> None:
        """Name the button that adds a row and the text of an empty list, as the form has them."""
        self.add_button.setText(_("+ {add}").format(add=self.texts["addText"] or _("Add a line")))
        self.add_button.setAccessibleName(self.texts["addText"])
        self.add_button.setToolTip(_("Ctrl+Enter in a line adds one below it"))
        self.add_button.setHidden(self._fixed)
        self._empty.setText(self.texts["emptyText"])

    def attach(
        self, document: PlanDocument, path: str, load_row: LoadRow | None, *, row_by_row: bool = False
    ) -> None:
        """Show the list at the path and bind its rows; `load_row` is needed if `rowForm` names a form.

        With `row_by_row` no row is built yet: `build_next` does that.
        """
        self._document, self._path, self._load_row = document, path, load_row
        self._pasting.attach(document, path, _("pasting rows"))
        if not self.texts["rowForm"]:
            self._columns = columns_of(path, self.texts["columns"])
            if len(self._columns) > 1:
                self._header = header_line(self._columns, 0 if self._fixed else menu_button_width())
                self._column.addWidget(self._header)
        moved = self._read(document.read(path))
        self._is_whole = not (row_by_row and self._rows)
        if self._is_whole:
            self._show(self._rows, moved=moved)
        else:
            self._show_around_rows()

    @property
    def is_whole(self) -> bool:
        """Whether each row of the list has been built."""
        return self._is_whole

    def build_next(self) -> None:
        """Take the next step towards the first row that has not been built; emits `row_built` at its last."""
        if self._is_whole:
            return
        at = len(self._frames)
        if self._making is None:
            self._making = self._made_in_steps(at, self._rows[at])
        if (made := next(self._making, None)) is not None:
            self._half_made = made
            return
        frame = self._half_made
        assert isinstance(frame, RowFrame)
        self._making = self._half_made = None
        self._shown = self._rows[: at + 1]
        self._frames.append(frame)
        self._place(frame, at)
        self._number(at)
        self._is_whole = len(self._frames) == len(self._rows)
        if self._is_whole:
            self._lay_out_rows_to_come()
        self.row_built.emit(frame)

    def build_rows(self, count: int) -> None:
        """Build rows until there are `count`, or all."""
        while len(self._frames) < count and not self._is_whole:
            self.build_next()

    def refresh(self, path: str) -> None:
        """Show what changed at the path: rows put in, taken out or moved, or a field in a row."""
        assert self._document is not None
        if paths_overlap(path, self._path):
            self._follow(self._document.read(self._path))
        elif may_change_contacts(path):
            self._drop_half_made()
            for frame in (*self._frames, *self._to_come):
                frame.binder.offer_contacts()
        elif paths_overlap(path, _READ_BESIDE):
            self._drop_half_made()
            for frame in self._frames:
                frame.binder.look_beside(path)

    def problems(self) -> dict[str, str]:
        """Return the problem of each input in the rows whose text could not be read, by form path."""
        frames = (*self._frames, *self._to_come)
        return {path: problem for frame in frames for path, problem in frame.binder.problems().items()}

    @property
    def frames(self) -> list[RowFrame]:
        """The frames of the plan's rows, in their order."""
        return self._frames

    @property
    def starting_frames(self) -> list[RowFrame]:
        """The frames of the blank rows below the plan's rows, which the plan does not hold."""
        return self._to_come

    def add_row(self, at: int) -> None:
        """Put a new row before row `at`, and the focus into it.

        At the end, where a blank row stands that is yet to be begun, only the focus goes into that.
        """
        assert self._document is not None
        if at == len(self._frames) and self._to_come:
            self._focus(at)
            self._double_press.keep_from(self.window().focusWidget())
            return
        words = self._undo_words(_("adding {row}"))
        self._document.insert_row(self._path, self._place_in_list(at), self.new_row(), words=words)
        self._focus(at)
        self._double_press.keep_from(self.window().focusWidget())

    def remove_row(self, at: int) -> None:
        """Take row `at` out; the focus goes to its neighbour."""
        assert self._document is not None
        words = self._undo_words(_("removing {row}"))
        self._document.remove_row(self._path, self._places[at], words=words)
        self._focus(at)

    def move_row(self, at: int, to: int) -> None:
        """Move row `at` to `to`, nothing if there is no such place; the focus stays in the row."""
        assert self._document is not None
        if 0 <= to < len(self._rows):
            self.build_rows(to + 1)
            words = self._undo_words(_("moving {row}"))
            self._document.move_row(self._path, self._places[at], self._places[to], words=words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add, move and remove by the keys pressed in a row."""
        if event.type() not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return False
        if self._fixed or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        wish = row_key(event, watched)
        at = next((at for at, frame in enumerate(self._frames) if frame.isAncestorOf(watched)), -1)
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
        self._starting = count
        self._lay_out_rows_to_come()
        self._arrange()

    def made_to_come(self, frame: RowFrame) -> None:
        """Prepare the frame of a blank row; nothing, unless a subclass has something to begin rows with."""

    def _read(self, listed: tuple[Any, ...]) -> bool:
        """Take those rows of the list that belong here; return whether their places in it are others now."""
        places = self.places_in(listed)
        moved, self._places = places != self._places, places
        self._rows = tuple(listed[place] for place in places)
        return moved

    def _follow(self, listed: tuple[Any, ...]) -> None:
        """Show the rows of the list; while it is still being built, as many as there were."""
        moved = self._read(listed)
        self._drop_half_made()
        built = len(self._frames)
        self._is_whole = self._is_whole or built >= len(self._rows)
        self._show(self._rows if self._is_whole else self._rows[:built], moved=moved)

    def _drop_half_made(self) -> None:
        """Make the next row anew: the plan it was made for is no more."""
        if self._half_made is not None:
            self._half_made.deleteLater()
            self._making = self._half_made = None

    def _show(self, rows: tuple[Any, ...], *, moved: bool) -> None:
        """Change the rows shown into these: only what differs is touched. `moved`: their places changed."""
        changes = list(row_changes(self._shown, rows))
        focused, was_here = self._focused_frame(), has_focus(self)
        beginning = next((frame for frame in self._to_come if has_focus(frame)), None)
        self._shown = rows
        for change in changes:
            self._apply(change)
        if self._is_whole and (changes or len(rows) + len(self._to_come) < self._starting):
            self._lay_out_rows_to_come()
        if changes or moved or not rows:
            self._arrange()
        for frame, row in zip(self._frames, rows, strict=True):
            frame.show_row(row)
        put_in = any(isinstance(change, Inserted) for change in changes)
        stays = (*self._frames, *self._to_come)
        put_in = put_in and beginning not in self._frames
        if (was_here and put_in) or (focused is not None and focused not in stays):
            self._focus(changes[0].at)
        self.changed.emit()

    def _apply(self, change: RowChange) -> None:
        if isinstance(change, Moved):
            frame = self._frames.pop(change.at)
            self._frames.insert(change.to, frame)
            self._place(frame, change.to)
        elif isinstance(change, Removed):
            for frame in self._frames[change.at : change.at + change.count]:
                if self._is_whole and has_focus(frame) and len(self._frames) <= self._starting:
                    self._to_come.insert(0, frame)  # somebody types there, and took back what began the row
                    frame.forget_row()  # else the same row, done again, would be taken for the one shown
                else:
                    self._let_go(frame)
            del self._frames[change.at : change.at + change.count]
        elif isinstance(change, Inserted):
            for at in range(change.at, change.at + change.count):
                self._frames.insert(at, self._begun(at) or self._made(at, self._shown[at]))
                self._place(self._frames[at], at)

    def _let_go(self, frame: RowFrame) -> None:
        frame.binder.let_go()  # hiding takes the focus from an input, which may settle then
        self._column.removeWidget(frame)
        frame.hide()
        # Disabled: a list of suggestions that closes late would give it the focus again.
        frame.content.setEnabled(False)
        frame.deleteLater()

    def _begun(self, at: int) -> RowFrame | None:
        """Return the blank frame with the keys, in which the row at `at` was begun; None if there is none."""
        typed_in = next((frame for frame in self._to_come if has_focus(frame)), None)
        if typed_in is None or at < len(self._frames):
            return None
        self._to_come.remove(typed_in)
        typed_in.menu_button.setHidden(self._fixed)
        return typed_in

    def _lay_out_rows_to_come(self) -> None:
        """Show as many blank rows as the list is short of; each stands for the row after the last."""
        wanted = max(0, self._starting - len(self._frames))
        while len(self._to_come) > wanted:
            self._let_go(self._to_come.pop())
        while len(self._to_come) < wanted:
            frame = self._made(len(self._frames), None)
            self.made_to_come(frame)
            self._to_come.append(frame)
        for place, frame in enumerate(self._to_come, len(self._frames)):
            frame.binder.rebase(self._row_path(len(self._frames)))
            frame.binder.refresh("")
            self._place(frame, place)
            frame.number(place, self._starting, self.accessibleName())
            hide_in_place(frame.menu_button)

    def _place(self, frame: RowFrame, at: int) -> None:
        self._column.removeWidget(frame)
        self._column.insertWidget(at + (self._header is not None), frame)
        frame.show()  # now and not with the next event: the focus may go there at once

    def _made(self, at: int, row: object) -> RowFrame:
        """Return the frame of a row; `row` is None for one to come."""
        *_, frame = self._made_in_steps(at, row)
        assert isinstance(frame, RowFrame)
        return frame

    def _made_in_steps(self, at: int, row: object) -> Iterator[QWidget]:
        """Make a row in steps; yield what is made after each: its content, the same bound, its frame."""
        assert self._document is not None
        content = self._row_content()
        yield content
        binder = Binder(content, self._document, self._row_path(at), load_row=self._load_row)
        yield content
        frame = RowFrame(content, binder, row, as_line=bool(self._columns), parent=self)
        self._listen_to(frame)
        yield frame

    def _row_content(self) -> QWidget:
        if self._columns:
            return row_line(self._columns, self.texts["currencyField"])
        assert self._load_row is not None, "rows with a form need what loads it"
        return self._load_row(self.texts["rowForm"])

    def _listen_to(self, frame: RowFrame) -> None:
        frame.menu_button.setHidden(self._fixed)
        frame.move_wanted.connect(self._move)
        frame.remove_wanted.connect(self._remove)
        for widget in frame.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.installEventFilter(self)
        if not self._fixed:
            self._pasting.watch(frame)

    def take_pasted(self, box: QWidget, data: QMimeData) -> bool:
        """Make rows of what is pasted into a box of a row, and return True; False if it stays one text."""
        return not self._fixed and self._pasting.take_into(box, data)

    def _all_frames(self) -> list[RowFrame]:
        return [*self._frames, *self._to_come]

    def _reading_inputs(self) -> RowInputs:
        """Return the inputs of a row that is not shown, to read pasted cells with."""
        assert self._document is not None
        return RowInputs(self._row_content(), self._document.clock)

    def _arrange(self) -> None:
        """Give the rows their numbers and bind them to their places."""
        for at, frame in enumerate(self._frames):
            frame.binder.rebase(self._row_path(at))
            self._number(at)
        self._show_around_rows()

    def _number(self, at: int) -> None:
        self._frames[at].number(at, len(self._rows), self.accessibleName())

    def _show_around_rows(self) -> None:
        """Show what a list with rows has around them, or what one without says."""
        shown = bool(self._rows or self._to_come)
        self._empty.setVisible(not shown and bool(self._empty.text()))
        if self._fixed:
            self._ask_only_with_rows()
        if self._header is not None:
            self._header.setVisible(shown)

    def _ask_only_with_rows(self) -> None:
        """Show the list and its question where there are rows to answer, else neither."""
        above = self.parentWidget()
        labels = [label for label in above.findChildren(QLabel) if label.buddy() is self] if above else []
        for widget in (self, *labels):
            widget.setVisible(bool(self._rows))

    def _row_path(self, at: int) -> str:
        return f"{self._path}[{self._place_in_list(at)}]"

    def _place_in_list(self, at: int) -> int:
        """Return the place in the plan's list of the row shown at `at`; behind them all, of a new one."""
        assert self._document is not None
        return self._places[at] if at < len(self._places) else len(self._document.read(self._path))

    def _undo_words(self, pattern: str) -> str:
        """Return what an undo step is called by the row's name, `adding a problem`; "" if it has none."""
        row = self.texts["rowText"]
        return pattern.format(row=row) if row else ""

    def _focused_frame(self) -> RowFrame | None:
        return next((frame for frame in self._frames if has_focus(frame)), None)

    def _focus(self, at: int) -> None:
        """Put the focus into row `at`, or the last one, or on the button that adds the first."""
        self.build_rows(at + 1)
        if frames := (*self._frames, *self._to_come):
            frames[min(at, len(frames) - 1)].binder.inputs[0].setFocus()
        else:
            self.add_button.setFocus()

    @Slot()
    def _add_at_end(self) -> None:
        self.add_row(len(self._rows))

    @Slot(QWidget, int)
    def _move(self, frame: RowFrame, places: int) -> None:
        at = self._frames.index(frame)
        self.move_row(at, at + places)

    @Slot(QWidget)
    def _remove(self, frame: RowFrame) -> None:
        self.remove_row(self._frames.index(frame))

    def _is_fixed(self) -> bool:
        return self._fixed

    def _set_fixed(self, fixed: object) -> None:
        self._fixed = bool(fixed)

    def _starting_rows(self) -> int:
        return self._starting

    def _set_starting_rows(self, count: int) -> None:
        self._starting = count

    def _value(self) -> tuple[Any, ...]:
        return self._rows

    value: Any = Property(object, _value, notify=changed, user=True)
    fixedRows: Any = Property(bool, _is_fixed, _set_fixed)
    startingRows: Any = Property(int, _starting_rows, _set_starting_rows)
    rowForm = _text("rowForm")
    columns = _text("columns")
    addText = _text("addText")
    rowText = _text("rowText")
    emptyText = _text("emptyText")
    currencyField = _text("currencyField")
