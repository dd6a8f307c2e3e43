"""Inputs whose text is read: a number, an amount, a date. What cannot be read is kept and said."""

from collections.abc import Mapping
from typing import Any

from msgspec import inspect
from PySide6.QtCore import Property, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from planner.desktop.fields.field import text_property, value_property
from planner.desktop.widgets.input_line import InputLine
from planner.desktop.widgets.labels import breakable, keep_width
from planner.desktop.widgets.layouts import side_by_side, stacked
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import restyle
from planner.model.characters import as_meant
from planner.model.errors import PlannerError
from planner.model.fields import FieldType
from planner.model.values import same_value
from planner.translation import _

_UNFOLD_WIDTH = 16
"""So much of a line's end is kept free of text for the button there."""


class Unreadable(PlannerError):
    """The text is no value of its field; the message says what was expected."""


class TypedLine(InputLine):
    """A line that emits `entered` and `left` with its focus, and `unfolded` when asked for what to pick."""

    entered = Signal()
    left = Signal()
    unfolded = Signal()
    unfolds = False
    """Whether there is something to pick."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `unfolded` on Alt+Down if there is something to pick; else type as any line does."""
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.unfolds and alt_down:
            self.unfolded.emit()
        else:
            super().keyPressEvent(event)

    def let_unfold(self, how: str) -> None:
        """Add a button at the line's end that emits `unfolded`, as Alt+Down does then; `how` is its name."""
        self.unfolds = True
        button = QToolButton(self)
        button.setProperty("role", "unfold")
        button.setArrowType(Qt.ArrowType.DownArrow)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setAccessibleName(how)
        button.setToolTip(how)
        button.clicked.connect(self.unfolded)
        inside = side_by_side(0, self)
        inside.addStretch(1)
        inside.addWidget(button)
        self.setTextMargins(0, 0, _UNFOLD_WIDTH, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Emit `entered`."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Emit `left`."""
        super().focusOutEvent(event)
        self.left.emit()


class ProblemLabel(PlainLabel):
    """The line under an input that says what could not be read; hidden when there is nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        keep_width(self)
        self.hide()
        self.setProperty("role", "problem")

    def show_error(self, problem: str, inputs: tuple[QWidget, ...], *, shown: bool = True) -> None:
        """Show the problem and mark the inputs with it; "" hides the label and takes the marks away.

        Without `shown` the label stays hidden and only the inputs are marked.
        """
        self.setText(breakable(problem))
        self.setVisible(bool(problem) and shown)
        for widget in inputs:
            mark_problem(widget, problem)


def mark_problem(one: QWidget, problem: str) -> None:
    """Mark an input, by its style and its accessible description, as having the problem; "" unmarks it."""
    one.setAccessibleDescription(problem)
    one.setProperty("problem", bool(problem))
    restyle(one)


class TypedField(QWidget):
    """A line whose text is read into a value as it is typed.

    Leaving it, or Return, shows the value anew, or tells why the text cannot be read. Such a text stays and
    is kept in the plan (`unread`); the value is blank then, or what it was before the typing in a field
    that may not be blank or that `keeps_last`.
    """

    changed = Signal()
    problem_changed = Signal()
    blank: Any = None
    """The value of a field in which nothing stands."""
    keeps_last = False
    """Whether the last value stays beside a text that cannot be read, as a day does: it is no figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = self._committed = self.blank
        self._unread = self._unread_text = self._problem = ""
        self._may_be_blank = True
        self._said_elsewhere = False
        self.line = TypedLine(self)
        self._problem_label = ProblemLabel(self)
        self._column = stacked(4, self)
        self._column.addWidget(self.line)
        self._column.addWidget(self._problem_label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._read_typed)
        self.line.entered.connect(self._enter)
        self.line.left.connect(self.commit)
        self.line.returnPressed.connect(self._commit_by_return)

    def read_text(self, text: str) -> Any:
        """Return the value that the text, which is not blank, says; Unreadable if none."""
        raise NotImplementedError

    def shown_text(self, value: Any) -> str:
        """Return a value, not None, as it is shown."""
        raise NotImplementedError

    def typed_text(self, value: Any) -> str:
        """Return a value, not None, as the line shows it while it has the focus: as is easiest to change."""
        return self.shown_text(value)

    def configure(self, field_type: FieldType) -> None:
        """Keep the field's type, for subclasses that read by its bounds, and whether it may be blank."""
        self._field_type = field_type
        self._may_be_blank = field_type.optional or isinstance(field_type.type, inspect.StrType)

    def commit(self) -> None:
        """Show the value as it was understood, or say what could not be read."""
        if self._unread:
            if self._value == self.blank:
                self.show_error(_("{problem}; counts as blank.").format(problem=self._unread))
            else:
                value_text = self.shown_text(self._value)
                self.show_error(_("{problem}; still {kept}.").format(problem=self._unread, kept=value_text))
        else:
            self._committed = self._value
            self._write(typing=self.line.hasFocus())

    def show_error(self, problem: str) -> None:
        """Mark the input with a problem and say it below, "" for none; emit `problem_changed` if it is new.

        After `leave_problem_to_the_line` it is not said here.
        """
        if problem != self._problem:
            self._problem = problem
            self._problem_label.show_error(problem, (self.line,), shown=not self._said_elsewhere)
            self.problem_changed.emit()

    def leave_problem_to_the_line(self) -> None:
        """Show problems no longer under this input: the table's line says them, where there is room."""
        self._said_elsewhere = True
        self._problem_label.hide()

    @property
    def unread_text(self) -> str:
        """The text in the line that could not be read, "" if it was or if there is none."""
        return self._unread_text

    @property
    def keeps_value_unread(self) -> bool:
        """Whether the value from before stands beside a text that cannot be read; else it is blank."""
        return self.keeps_last or not self._may_be_blank

    def unread(self) -> Mapping[str, str]:
        """Return the text that could not be read, "" for none, under "": the input's own field."""
        return {"": self._unread_text}

    def show_unread(self, texts: Mapping[str, str]) -> None:
        """Show the text that could not be read earlier, with its problem; "" shows the value again."""
        text = texts.get("", "")
        if text == self._unread_text:
            return
        self._unread_text, self._unread = text, self._problem_of(text) if text else ""
        if text:
            self.line.setText(text)
        else:
            self.show_error("")
        self.commit()

    def refuse(self, problem: str) -> None:
        """Keep the text as one that could not be read, though it could, and say the problem.

        The plan has no place for it; the value is blank, or the one before, as for any such text.
        """
        self._keep_unread(self.line.text(), problem.rstrip("."))
        self.commit()

    def set_value(self, value: Any) -> None:
        """Take a value the person entered and clear the problem; the line's text stays as it is.

        Emits `changed` if the value is another, or a text that could not be read is gone.
        """
        mended = bool(self._unread_text)
        self._unread = self._unread_text = ""
        self.show_error("")
        if mended or not same_value(value, self._value):
            self._value = value
            self.changed.emit()

    def _read_typed(self, text: str) -> None:
        text = as_meant(text)
        try:
            value = self.read_text(text) if text.strip() else self.blank_value()
        except PlannerError as error:
            self.show_error("")  # until the focus leaves: nobody is corrected while typing
            if self._keep_unread(text, str(error)):
                self.changed.emit()
        else:
            self.set_value(value)

    def _keep_unread(self, text: str, problem: str) -> bool:
        """Keep a text that cannot be read; return whether text or value are now others."""
        before, value_before = self._unread_text, self._value
        self._unread, self._unread_text = problem, as_meant(text) if text.strip() else ""
        self._value = (
            self._committed if self.keeps_value_unread else self.blank
        )  # not what the first half of it said
        return before != self._unread_text or not same_value(value_before, self._value)

    def _problem_of(self, text: str) -> str:
        """Return why a text cannot be read; if it can by now, how to have it read."""
        try:
            self.read_text(text)
        except PlannerError as error:
            return str(error)
        return _("“{text}” was not taken over: press Enter in it").format(text=text)

    def _commit_by_return(self) -> None:
        if self._unread_text:
            self._read_typed(self.line.text())  # it may be readable by now
        self.commit()

    def blank_value(self) -> Any:
        """Return what a blank text means: `blank`, unless a subclass raises Unreadable for it."""
        return self.blank

    def _enter(self) -> None:
        if not self._unread:
            self._write(typing=True)

    def _write(self, *, typing: bool) -> None:
        write = self.typed_text if typing else self.shown_text
        text = "" if self._value is None else write(self._value)
        if text != self.line.text():
            self.line.setText(text)
            if not typing:
                self.line.setCursorPosition(0)

    def _current(self) -> Any:
        return self._value

    def _show(self, value: Any) -> None:
        if same_value(value, self._value):
            return
        self._value = self._committed = value
        self._unread = self._unread_text = ""
        self.show_error("")
        self._write(typing=self.line.hasFocus())
        self.changed.emit()

    def _placeholder(self) -> str:
        return self.line.placeholderText()

    def _set_placeholder(self, text: str) -> None:
        self.line.setPlaceholderText(text)

    def _problem_told(self) -> str:
        return self._problem

    value = value_property(_current, _show, changed)
    problem: Any = Property(str, _problem_told, notify=problem_changed)
    placeholderText = text_property(_placeholder, _set_placeholder)
