"""A form on its page: one readable column that scrolls and follows the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from planner.desktop.walk.form import StepForm
from planner.desktop.walk.scroll_anchor import ScrollAnchor

_COLUMN = 720 + 2 * 32
"""The widest a column of text stays readable, with its margins."""
_ABOVE, _BELOW = 72, 24
"""How much above and below a focused field comes into view: its question belongs to it."""


_LINES_WIDE, _LINES_HIGH = 32, 24
"""The room a form asks for, in heights of a line: what the call asks for when all of it is built."""


class FormPage(QScrollArea):
    """A scroll area with the form of one step, at most one readable column wide; it follows the focus."""

    completed = Signal(object)
    """All of the form is built; carries this page."""
    field_left = Signal(str)
    """The focus has gone from a field to elsewhere; the field's form path, for one in a row its list's."""

    def __init__(self, load: Callable[[QWidget], StepForm], parent: QWidget | None = None) -> None:
        """`load` makes the form in the parent it is given: moved afterwards, each widget is styled twice."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = QWidget()
        row = QHBoxLayout(self._ground)
        row.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._ground)
        self.form = load(self._ground)
        self.form.setMaximumWidth(_COLUMN)
        self.form.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addStretch(1)
        row.addWidget(self.form, 1000, Qt.AlignmentFlag.AlignTop)  # what a short form leaves over is below it
        row.addStretch(1)
        self._following = QTimer(self)  # no delay: what Qt posted for the layout comes first
        self._following.setSingleShot(True)
        self._following.timeout.connect(self._show_focused)
        self._followed: QWindow | None = None
        self._field = ""
        self._covered = 0
        self.anchor = ScrollAnchor(self, self.form)
        self._went_ahead = False
        self.form.completed.connect(self._tell_completed)

    def sizeHint(self) -> QSize:
        """Return the same room however much of the form is built."""
        line = self.fontMetrics().height()
        return QSize(_LINES_WIDE * line, _LINES_HIGH * line)

    def scroll_to_top(self) -> None:
        """Show the form from its title."""
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the cursor into the form's first field."""
        self.form.focus_first()

    def focus_on(self, path: str) -> None:
        """Put the cursor into the field at the form path and bring it into view; nothing if there is none."""
        field = self.form.input_for(path)
        self._went_ahead = not self.form.is_complete
        if field is not None:
            self.form.reveal(field)
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_about_to_scroll(self) -> bool:
        """Whether what has the focus comes into view with the next turn of the event loop."""
        return self._following.isActive()

    def build_next(self) -> None:
        """Build the next row or part of the form.

        What one went to ahead of the rows above it stays where it is on the screen.
        """
        if self._went_ahead:
            self.anchor.hold()
        self.form.build_next()

    def put_under_title(self, widget: QWidget) -> None:
        """Put a widget of the form under its title."""
        column = self.form.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, widget)

    def keep_free_below(self, height: int) -> None:
        """Bring a focused field into view so many pixels above the foot from now on: they are covered."""
        if height != self._covered:
            self._covered = height
            if height:
                self._following.start(0)

    def types_outside(self, widget: QWidget) -> bool:
        """Whether the focus is in the form and not inside the widget."""
        focused = self.form.focusWidget()
        return focused is not None and focused.hasFocus() and not widget.isAncestorOf(focused)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the focus of the window while on the screen."""
        super().showEvent(event)
        if self._followed is None and (window := self.window().windowHandle()) is not None:
            self._followed = window
            window.focusObjectChanged.connect(self._follow)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop following the focus of the window."""
        super().hideEvent(event)
        if self._followed is not None:
            self._followed.focusObjectChanged.disconnect(self._follow)
            self._followed = None

    def _tell_completed(self) -> None:
        self.completed.emit(self)

    def _follow(self, now: QObject | None) -> None:
        inside = isinstance(now, QWidget) and self.form.isAncestorOf(now)
        before, self._field = self._field, self.form.field_with_keys() if inside else ""
        if inside:
            self._following.start(0)
        if before and before != self._field:
            self.field_left.emit(before)

    def _show_focused(self) -> None:
        """Scroll to what has the focus, once everything has found its place."""
        focused = self.form.focusWidget()
        if focused is None or not focused.hasFocus():
            return
        top = focused.mapTo(self._ground, QPoint(0, 0)).y()
        if focused.height() + _ABOVE + _BELOW > self.viewport().height():
            self.ensureWidgetVisible(focused, 0, _BELOW)
        else:
            self.ensureVisible(0, top + focused.height(), 0, _BELOW + self._covered)
            self.ensureVisible(0, top, 0, _ABOVE)
