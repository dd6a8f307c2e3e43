"""Tables and lists pasted into a box of a row become rows, in one undo step; or one text, if wanted."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from planner.desktop.editing.binder import joined_path
from planner.desktop.editing.undo_keys import menu_of
from planner.desktop.fields.text import LongField
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.layouts import side_by_side
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.text_drops import holds_files
from planner.model.characters import as_meant
from planner.model.field_texts import unread_at, with_texts_moved
from planner.model.fields import blank_row, with_field
from planner.model.plan import Preparation, absolute_path
from planner.model.rows_to_come import read_or_blank
from planner.model.text_at_path import after_insert
from planner.model.values import same_value
from planner.translation import _, ngettext
from planner.wording.pasted_rows import Holds, becomes_rows, rows_for
from planner.wording.pasted_table import Measured, as_table, table_text, too_much

if TYPE_CHECKING:
    from planner.desktop.editing.document import PlanDocument
    from planner.desktop.fields.row_frame import RowFrame
    from planner.desktop.fields.row_reading import RowInputs


class PasteNotice(QWidget):
    """A line that says how many rows were pasted and offers one text instead, or why there are no rows.

    It is hidden while there is nothing to say.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        line = side_by_side(8, self)
        self.label = PlainLabel(parent=self)
        self.label.setProperty("role", "hint")
        self.button = EnterButton(_("Paste as one text instead"), self)
        self.button.setProperty("role", "link")
        line.addWidget(self.label)
        line.addWidget(self.button)
        line.addStretch(1)
        self.hide()

    def show_count(self, rows: int) -> None:
        """Say how many rows were pasted, and offer to paste one text instead."""
        text = ngettext("{count} row pasted", "{count} rows pasted", rows).format(count=rows)
        self._say(_("{rows_pasted} ·").format(rows_pasted=text), offers_text=True)

    def show_too_much(self, measured: Measured, size: int) -> None:
        """Say that what was pasted as one text was too large for rows, and how large."""
        pattern = _pattern_of_too_much(measured, size)
        self._say(pattern.format(count=self.locale().toString(size)), offers_text=False)

    def _say(self, text: str, *, offers_text: bool) -> None:
        self.label.setText(text)
        self.button.setVisible(offers_text)
        self.show()
        QTimer.singleShot(0, self, self._come_into_sight)  # once the rows above are laid out

    @Slot()
    def _come_into_sight(self) -> None:
        """Scroll the form so far that the line can be read, if it is still there."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.isVisible():
            above.ensureWidgetVisible(self)


class RowPasting(QObject):
    """Makes rows of tables and lists that are pasted or dropped into the boxes of a list's rows.

    The row pasted into is filled if it is blank where the first row goes; all others are new rows below it.
    `frames` are the rows shown, those to come too; `place_of` gives a shown row's place in the plan's list;
    `inputs` makes the inputs that read; `new_row` gives the row that is added, None for a blank one.
    """

    def __init__(
        self,
        notice: PasteNotice,
        *,
        frames: Callable[[], list["RowFrame"]],
        place_of: Callable[[int], int],
        inputs: Callable[[], "RowInputs"],
        new_row: Callable[[], object],
    ) -> None:
        super().__init__(notice)
        self._notice = notice
        self._frames, self._place_of, self._inputs, self._new_row = frames, place_of, inputs, new_row
        self._document: PlanDocument | None = None
        self._path = self._words = ""
        self._as_text: Callable[[], None] | None = None
        notice.button.clicked.connect(self._paste_as_text)

    def attach(self, document: "PlanDocument", path: str, words: str) -> None:
        """Have pastes go into the list at the form path; `words` names the undo step, "" takes the usual."""
        self._document, self._path, self._words = document, path, words
        document.undo_stack.indexChanged.connect(self._withdraw)

    def watch(self, frame: "RowFrame") -> None:
        """Watch the lines of a row; its longer texts ask the list, see `take_into`."""
        for widget in frame.binder.inputs:
            for box in (widget, *widget.findChildren(QLineEdit)):
                if isinstance(box, QLineEdit):
                    box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is pasted by keys or menu, or dropped, where it makes rows; else leave it to the line."""
        if not isinstance(watched, QLineEdit):
            return False
        if isinstance(event, QKeyEvent):
            pastes = event.type() == QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Paste)
            return pastes and self._take_clipboard(watched)
        if isinstance(event, QContextMenuEvent):
            self._show_menu(watched, event)
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            taken = self.take_into(watched, event.mimeData())
            event.setAccepted(taken or event.isAccepted())
            return taken
        return False

    def _show_menu(self, line: QLineEdit, event: QContextMenuEvent) -> None:
        menu = menu_of(line)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(partial(self._paste, line))
        menu.popup(event.globalPos())

    def _paste(self, line: QLineEdit) -> None:
        if not self._take_clipboard(line):
            line.paste()

    def _take_clipboard(self, line: QLineEdit) -> bool:
        return self.take_into(line, QGuiApplication.clipboard().mimeData())

    def take_into(self, box: QWidget, data: QMimeData) -> bool:
        """Make rows of what is pasted into a box of a row, and return True.

        False, with nothing changed, if it is to stay one text (too much for rows, too) or holds files.
        """
        for frame in self._frames():
            for widget in frame.binder.inputs:
                if widget is box or widget.isAncestorOf(box):
                    return self._take(frame, widget, data)
        return False

    def _take(self, frame: "RowFrame", widget: QWidget, data: QMimeData) -> bool:
        """Make rows of what is pasted into the input of a row, and return True; False if it is one text."""
        if self._document is None or frame not in self._frames() or holds_files(data):
            return False
        table = as_table(data.text(), data.html() if data.hasHtml() else "")
        if table is None:
            return False
        reading = self._inputs()
        fields = reading.fields(self._path, self._document.preparation)
        into = str(widget.property("field"))
        field = next((field for field in fields if field.name == into), None)
        leading = field is not None and field is next(
            (text for text in fields if text.holds is Holds.TEXT), None
        )
        one_line = widget.one_line if isinstance(widget, LongField) else True
        if field is None or not becomes_rows(table.shape, leading=leading, one_line=one_line):
            return False
        if (excess := too_much(table, data.text())) is not None:
            # Once the text is in: to put it in withdraws the line.
            QTimer.singleShot(0, self._notice, partial(self._notice.show_too_much, *excess))
            return False
        self._put(
            reading,
            widget,
            rows_for(table, fields, into),
            (self._frames().index(frame), data.text() or table_text(table)),
        )
        return True

    def _put(
        self, reading: "RowInputs", widget: QWidget, rows: list[dict[str, str]], pasted: tuple[int, str]
    ) -> None:
        """Put the rows into the plan; `pasted` is the shown row's number and the text pasted into it."""
        assert self._document is not None
        at, text = pasted
        into = str(widget.property("field"))
        place, whole = self._place_of(at), _is_all_selected(widget)
        at = next(
            shown for shown in range(at + 1) if self._place_of(shown) == place
        )  # of rows to come the next
        before = self._document.preparation
        fills = self._is_blank_for(before, place, rows[0], into if whole else "")
        after = before
        first = place if fills else place + 1
        for number, texts in enumerate(rows):
            if number or not fills or place == len(self._document.read(self._path)):
                after = self._with_new_row(after, first + number)
            after = reading.filled(after, f"{self._path}[{first + number}]", texts)
        self._document.edit_whole(after, (self._path, *_beside(before, after)), words=self._undo_words())
        last = at + len(rows) - fills
        self._focus(last, into)
        self._as_text = partial(self._insert, at, into, text, whole=whole)
        self._notice.show_count(len(rows))

    def _undo_words(self) -> str:
        return self._words or _("pasting rows")

    def _with_new_row(self, preparation: Preparation, at: int) -> Preparation:
        path = absolute_path(self._path)
        rows = read_or_blank(preparation, path)
        row = self._new_row()
        row = blank_row(Preparation, path) if row is None else row
        moved = with_field(preparation, path, (*rows[:at], row, *rows[at:]))
        return with_texts_moved(moved, self._path, partial(after_insert, at=at))

    def _is_blank_for(self, preparation: Preparation, place: int, texts: dict[str, str], ahead: str) -> bool:
        """Whether the row at the place is blank where the texts go; `ahead` is a field replaced anyway."""
        row = f"{self._path}[{place}]"
        fresh = f"{self._path}[{len(read_or_blank(preparation, absolute_path(self._path)))}]"
        return all(
            name == ahead
            or (
                same_value(
                    read_or_blank(preparation, absolute_path(joined_path(row, name))),
                    read_or_blank(preparation, absolute_path(joined_path(fresh, name))),
                )
                and not unread_at(preparation, joined_path(row, name))
            )
            for name in texts
        )

    def _focus(self, at: int, into: str) -> None:
        if (box := self._input(at, into)) is not None:
            box.setFocus()

    def _input(self, at: int, field: str) -> QWidget | None:
        frames = self._frames()
        if not 0 <= at < len(frames):
            return None
        return next((box for box in frames[at].binder.inputs if box.property("field") == field), None)

    @Slot()
    def _paste_as_text(self) -> None:
        """Take the rows back and insert what was pasted into its box, as one text."""
        as_text, self._as_text = self._as_text, None
        if self._document is not None and as_text is not None:
            self._document.undo_stack.undo()
            as_text()
            self._withdraw()

    def _insert(self, at: int, into: str, text: str, *, whole: bool) -> None:
        box = self._input(at, into)
        if box is None:
            return
        box.setFocus()
        text = as_meant(text.replace("\r\n", "\n")).strip("\n")
        if isinstance(box, QPlainTextEdit):
            if whole:
                box.selectAll()
            box.insertPlainText(text)
        elif (line := _line_of(box)) is not None:
            if whole:
                line.selectAll()
            line.insert(text)

    @Slot()
    def _withdraw(self) -> None:
        self._notice.hide()


def _pattern_of_too_much(measured: Measured, size: int) -> str:
    if measured is Measured.ROWS:
        return ngettext(
            "Too long for rows: {count} row. It was pasted as one text.",
            "Too long for rows: {count} rows. It was pasted as one text.",
            size,
        )
    if measured is Measured.COLUMNS:
        return ngettext(
            "Too wide for rows: {count} column. It was pasted as one text.",
            "Too wide for rows: {count} columns. It was pasted as one text.",
            size,
        )
    return ngettext(
        "Too long for rows: {count} character. It was pasted as one text.",
        "Too long for rows: {count} characters. It was pasted as one text.",
        size,
    )


def _line_of(box: QWidget) -> QLineEdit | None:
    if isinstance(box, QComboBox):
        return box.lineEdit()
    return box if isinstance(box, QLineEdit) else box.findChild(QLineEdit)


def _is_all_selected(box: QWidget) -> bool:
    """Whether all that stands in the box is selected, so that a paste replaces it."""
    if isinstance(box, QPlainTextEdit):
        return bool(box.toPlainText()) and len(box.textCursor().selectedText()) == len(box.toPlainText())
    line = _line_of(box)
    return line is not None and bool(line.text()) and line.selectedText() == line.text()


def _beside(before: Preparation, after: Preparation) -> tuple[str, ...]:
    """Return the form paths outside the rows that pasting may have changed as well."""
    paths: Any = []
    if after.plan.price.currency != before.plan.price.currency:
        paths.append("price.currency")
    if after.client.contacts is not before.client.contacts:
        paths.append("client.contacts")
    return tuple(paths)
