"""A small popup that asks for one line of text, such as a day, beside the line of a list it is about."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.fields.locale_forms import prepare_forms
from planner.desktop.fields.written_dates import read_date
from planner.desktop.widgets.input_line import InputLine
from planner.desktop.widgets.plain_text import PlainLabel
from planner.model.errors import PlannerError
from planner.translation import _
from planner.wording.days import day_text

_FARTHEST = dt.timedelta(days=2 * 366)
"""What is put off for longer is a slip of the year, or given up."""


class AskingPopup(QFrame):
    """Asks for one line; Enter hands it over, Esc or a press elsewhere closes the popup without a word.

    A text that is refused stays, with the reason under it.
    """

    answered = Signal(object)
    """What the text was read as."""

    def __init__(self, question: str, example: str, read: Callable[[str], object], parent: QWidget) -> None:
        """`read` returns what a text says, or raises a PlannerError that says why it does not."""
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._read = read
        asked = PlainLabel(question, self)
        asked.setProperty("role", "question")
        self.line = InputLine(self)
        self.line.setValidator(FitCharacters(self))
        self.line.setPlaceholderText(example)
        self.line.setAccessibleName(question)
        self.line.setMinimumWidth(40 * self.fontMetrics().averageCharWidth())
        asked.setBuddy(self.line)
        self._problem = PlainLabel(parent=self)
        self._problem.setProperty("role", "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (asked, self.line, self._problem):
            column.addWidget(widget)
        self.line.textChanged.connect(self._problem.hide)

    @property
    def problem(self) -> str:
        """Why the text was refused; "" if it was not, or was changed since."""
        return "" if self._problem.isHidden() else self._problem.text()

    def ask_beside(self, place: QRect, view: QWidget) -> None:
        """Show the popup under a place of the view, or above it where there is no room below."""
        self.adjustSize()
        at = view.mapToGlobal(QPoint(place.left() + 16, place.bottom()))
        screen = view.screen().availableGeometry()
        if at.y() + self.height() > screen.bottom():
            at.setY(view.mapToGlobal(place.topLeft()).y() - self.height())
        at.setX(min(at.x(), screen.right() - self.width()))
        self.move(at)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the text over on Enter and close, or say why it is refused; close on Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._hand_over()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _hand_over(self) -> None:
        try:
            answer = self._read(self.line.text())
        except PlannerError as error:
            self._problem.setText(str(error))
            self._problem.show()
            self.adjustSize()
            return
        self.close()
        self.answered.emit(answer)


class Refused(PlannerError):
    """Raised for a text that can be read but is not taken; the message says why."""


def ask_for_day(today: dt.date, parent: QWidget) -> AskingPopup:
    """Return a popup that asks for a day, as people write it; it hands over a date.

    A day before `today`, or more than two years away, is refused.
    """
    locale = parent.locale()
    prepare_forms(locale)

    def read(text: str) -> dt.date:
        if not text.strip():
            raise Refused(_("Which day? For example: tomorrow, Fri, in two weeks, 3 Dec."))
        day = read_date(text, locale, today)
        if day < today:
            pattern = _("{day} is over. Choose today or a day to come.")
            raise Refused(pattern.format(day=day_text(day, today)))
        if day > today + _FARTHEST:
            pattern = _("{day} is more than two years away. Is the year right?")
            raise Refused(pattern.format(day=day_text(day, today)))
        return day

    return AskingPopup(_("To which day?"), _("tomorrow, Fri, in two weeks, 3 Dec"), read, parent)


def ask_for_reason(parent: QWidget) -> AskingPopup:
    """Return a popup that asks why something is given up; it hands over a text that is not blank."""

    def read(text: str) -> str:
        if not text.strip():
            raise Refused(_("A word or two is enough: why is it no longer worth doing?"))
        return text.strip()

    return AskingPopup(_("Why do you drop it?"), _("e.g. It no longer fits this client"), read, parent)


def ask_for_note(parent: QWidget) -> AskingPopup:
    """Return a popup that asks what came of reaching out just now; it hands over the text, "" for nothing."""
    return AskingPopup(
        _("You reached out. What came of it?"), _("e.g. Left a message; may stay blank"), str.strip, parent
    )
