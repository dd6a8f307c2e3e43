"""The rows of a list as they stand one below the other, and follow the plan."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.desktop.fields.listed_rows import ListedRows
from planner.desktop.fields.row_changes import Inserted, Moved, Removed, RowChange, row_changes
from planner.desktop.fields.row_focus import has_focus
from planner.desktop.fields.row_frame import RowFrame
from planner.desktop.fields.row_making import RowMaking
from planner.desktop.fields.row_settings import RowSettings
from planner.desktop.widgets.layouts import hide_in_place, stacked


class RowColumn:
    """The frames of a list: those of the plan's rows, then the blank ones of rows to come.

    While it is not whole, rows of the plan are still to be built, and there are none to come. `made_to_come`
    gets each blank frame when it is made.
    """

    def __init__(
        self,
        field: RowSettings,
        listed: ListedRows,
        making: RowMaking,
        made_to_come: Callable[[RowFrame], None],
    ) -> None:
        self.layout = stacked(8)
        self.frames: list[RowFrame] = []
        self.to_come: list[RowFrame] = []
        self.is_whole = True
        self._field, self._listed, self._making = field, listed, making
        self._made_to_come = made_to_come
        self._header: QWidget | None = None
        self._shown: tuple[Any, ...] = ()

    def attach(self) -> None:
        """Put a line of headers on top, where there is one."""
        self._header = self._making.header()
        if self._header is not None:
            self.layout.addWidget(self._header)

    def all_frames(self) -> list[RowFrame]:
        """Return the frames of the plan's rows, then the blank ones."""
        return [*self.frames, *self.to_come]

    def show_header(self, *, shown: bool) -> None:
        """Show or hide the line of headers, if there is one."""
        if self._header is not None:
            self._header.setVisible(shown)

    def build_next(self) -> RowFrame | None:
        """Take the next step towards the first row not built; return its frame at the last, None before."""
        at, rows = len(self.frames), self._listed.rows
        frame = self._making.made_by_next_step(at, rows[at])
        if frame is None:
            return None
        self._shown = rows[: at + 1]
        self.frames.append(frame)
        self._place(frame, at)
        self._number(at)
        self.is_whole = len(self.frames) == len(rows)
        if self.is_whole:
            self.lay_out_rows_to_come()
        return frame

    def follow(self) -> list[RowChange]:
        """Put in, take out and move frames as the rows of the list were; return what was done.

        While the list is still being built, as many rows are shown as there were.
        """
        rows, built = self._listed.rows, len(self.frames)
        self.is_whole = self.is_whole or built >= len(rows)
        before, self._shown = self._shown, rows if self.is_whole else rows[:built]
        changes = list(row_changes(before, self._shown))
        for change in changes:
            self._apply(change)
        short = len(self.frames) + len(self.to_come) < self._field.starting_count
        if self.is_whole and (changes or short):
            self.lay_out_rows_to_come()
        return changes

    def show_fields(self) -> None:
        """Show the fields of each row that is another than the one shown in its frame."""
        for frame, row in zip(self.frames, self._shown, strict=True):
            frame.show_row(row)

    def arrange(self) -> None:
        """Give the rows their numbers and bind them to their places."""
        for at, frame in enumerate(self.frames):
            frame.binder.rebase(self._listed.path_of(at))
            self._number(at)

    def lay_out_rows_to_come(self) -> None:
        """Show as many blank rows as the list is short of; each stands for the row after the last."""
        last, starting = len(self.frames), self._field.starting_count
        wanted = max(0, starting - last)
        while len(self.to_come) > wanted:
            self._let_go(self.to_come.pop())
        while len(self.to_come) < wanted:
            frame = self._making.made(last, None)
            self._made_to_come(frame)
            self.to_come.append(frame)
        for place, frame in enumerate(self.to_come, last):
            frame.binder.rebase(self._listed.path_of(last))
            frame.binder.refresh("")
            self._place(frame, place)
            frame.number(place, starting, self._field.accessibleName())
            hide_in_place(frame.menu_button)

    def _apply(self, change: RowChange) -> None:
        if isinstance(change, Moved):
            frame = self.frames.pop(change.at)
            self.frames.insert(change.to, frame)
            self._place(frame, change.to)
        elif isinstance(change, Removed):
            for frame in self.frames[change.at : change.at + change.count]:
                if self.is_whole and has_focus(frame) and len(self.frames) <= self._field.starting_count:
                    self.to_come.insert(0, frame)  # somebody types there, and took back what began the row
                    frame.forget_row()  # else the same row, done again, would be taken for the one shown
                else:
                    self._let_go(frame)
            del self.frames[change.at : change.at + change.count]
        elif isinstance(change, Inserted):
            for at in range(change.at, change.at + change.count):
                self.frames.insert(at, self._begun(at) or self._making.made(at, self._shown[at]))
                self._place(self.frames[at], at)

    def _let_go(self, frame: RowFrame) -> None:
        frame.binder.let_go()  # hiding takes the focus from an input, which may settle then
        self.layout.removeWidget(frame)
        frame.hide()
        # Disabled: a list of suggestions that closes late would give it the focus again.
        frame.content.setEnabled(False)
        frame.deleteLater()

    def _begun(self, at: int) -> RowFrame | None:
        """Return the blank frame with the keys, in which the row at `at` was begun; None if there is none."""
        typed_in = next((frame for frame in self.to_come if has_focus(frame)), None)
        if typed_in is None or at < len(self.frames):
            return None
        self.to_come.remove(typed_in)
        typed_in.menu_button.setHidden(self._field.is_fixed)
        return typed_in

    def _place(self, frame: RowFrame, at: int) -> None:
        self.layout.removeWidget(frame)
        self.layout.insertWidget(at + (self._header is not None), frame)
        frame.show()  # now and not with the next event: the focus may go there at once

    def _number(self, at: int) -> None:
        self.frames[at].number(at, len(self._listed.rows), self._field.accessibleName())
