"""The frames of a list's rows in the making."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from planner.desktop.editing.binder import Binder
from planner.desktop.editing.inputs import LoadRow
from planner.desktop.fields.listed_rows import ListedRows
from planner.desktop.fields.row_frame import RowFrame, menu_button_width
from planner.desktop.fields.row_line import Column, columns_of, header_line, row_line
from planner.desktop.fields.row_settings import RowSettings


class RowMaking:
    """Makes the frames of a list's rows, as its form says: one at once, or the next one in steps.

    `prepare` gets each frame before it is shown.
    """

    def __init__(self, field: RowSettings, listed: ListedRows, prepare: Callable[[RowFrame], None]) -> None:
        self._field, self._listed, self._prepare = field, listed, prepare
        self._load_row: LoadRow | None = None
        self._columns: tuple[Column, ...] = ()
        self._steps: Iterator[QWidget] | None = None
        self._half_made: QWidget | None = None

    def attach(self, load_row: LoadRow | None) -> None:
        """Make rows by the form or the columns that are set; `load_row` is needed for a form."""
        self._load_row = load_row
        if not self._field.texts["rowForm"]:
            self._columns = columns_of(self._listed.path, self._field.texts["columns"])

    def header(self) -> QWidget | None:
        """Return a line of headers, None where rows have a form or one column alone."""
        if len(self._columns) < 2:
            return None
        return header_line(self._columns, 0 if self._field.is_fixed else menu_button_width())

    def content(self) -> QWidget:
        """Return the inputs of a row, bound to nothing."""
        if self._columns:
            return row_line(self._columns, self._field.texts["currencyField"])
        assert self._load_row is not None, "rows with a form need what loads it"
        return self._load_row(self._field.texts["rowForm"])

    def made(self, at: int, row: object) -> RowFrame:
        """Return the frame of row `at`; `row` is None for one to come."""
        *_, frame = self._made_in_steps(at, row)
        assert isinstance(frame, RowFrame)
        return frame

    def made_by_next_step(self, at: int, row: object) -> RowFrame | None:
        """Take one step in making row `at`; return its frame at the last, None before.

        Until then each call is for the same row, or `drop_half_made` comes between.
        """
        if self._steps is None:
            self._steps = self._made_in_steps(at, row)
        if (made := next(self._steps, None)) is not None:
            self._half_made = made
            return None
        frame = self._half_made
        assert isinstance(frame, RowFrame)
        self._steps = self._half_made = None
        return frame

    def drop_half_made(self) -> None:
        """Make the row that is half made anew: the plan it was made for is no more."""
        if self._half_made is not None:
            self._half_made.deleteLater()
            self._steps = self._half_made = None

    def _made_in_steps(self, at: int, row: object) -> Iterator[QWidget]:
        """Make a row in steps; yield what is made after each: its content, the same bound, its frame."""
        content = self.content()
        yield content
        path = self._listed.path_of(at)
        binder = Binder(content, self._listed.document, path, load_row=self._load_row)
        yield content
        frame = RowFrame(content, binder, row, as_line=bool(self._columns), parent=self._field)
        self._prepare(frame)
        yield frame
