"""A day, typed or picked from a calendar."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QDate, QPoint, Qt, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from planner.desktop.fields.locale_forms import prepare_forms
from planner.desktop.fields.typed import TypedField
from planner.desktop.fields.written_dates import read_date, read_date_and_time, shown_date
from planner.desktop.widgets.popup_anchor import PopupAnchor
from planner.model.values import FIRST_DAY, LAST_DAY
from planner.translation import _


class DateField(TypedField):
    """A day or blank. Alt+Down, or the button, unfolds a calendar.

    Without `weekday` it is shown as 1 Dec 2026, where there is little room. The last day stays beside a
    text that is none.
    """

    keeps_last = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: Callable[[], dt.date] = dt.date.today
        self._calendar: QCalendarWidget | None = None
        self._anchor = PopupAnchor(self)
        self._weekday = True
        prepare_forms(self.locale())
        self.line.let_unfold(_("Choose a day (Alt+Down)"))
        self.line.unfolded.connect(self.show_popup)

    def count_from(self, today: Callable[[], dt.date]) -> None:
        """Read `tomorrow`, and days without a year, as seen from the day that `today` returns."""
        self._today = today

    def read_text(self, text: str) -> dt.date:
        """Return the day; Unreadable if the text is none, or one that no plan may hold."""
        return read_date(text, self.locale(), self._today())

    def shown_text(self, value: dt.date) -> str:
        """Return the day as Tue 1 Dec 2026; without `weekday` as 1 Dec 2026."""
        return shown_date(value, weekday=self._weekday)

    @Slot()
    def show_popup(self) -> None:
        """Show the calendar under the line, on the day of the field or today."""
        if self._calendar is None:
            self._calendar = _calm_calendar(self)
            self._calendar.setDateRange(_qdate(FIRST_DAY), _qdate(LAST_DAY))
            # Its own reading of typed days makes the year −4714 of 150. Days are typed into the line.
            self._calendar.setDateEditEnabled(False)
            self._calendar.setAccessibleName(self.accessibleName() or _("Calendar"))
            self._calendar.clicked.connect(self._pick)
            self._calendar.activated.connect(self._pick)
        day = self._current() or self._today()
        self._calendar.setSelectedDate(_qdate(day))
        self._calendar.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        self._calendar.show()
        self._calendar.setFocus()
        self._anchor.hold(self._calendar)

    @Slot(QDate)
    def _pick(self, day: QDate) -> None:
        assert self._calendar is not None
        self._calendar.hide()
        self.set_value(dt.date(day.year(), day.month(), day.day()))
        self._write(typing=False)
        self.line.setFocus()

    def _shows_weekday(self) -> bool:
        return self._weekday

    def _show_weekday(self, shown: object) -> None:
        self._weekday = bool(shown)

    weekday: Any = Property(bool, _shows_weekday, _show_weekday)


class MomentDayField(DateField):
    """The day of a moment, whose time may be typed with it: `fri 10:30`."""

    typed_time: dt.time | None = None
    """The time in the line as it stands, which is the moment's until the time's own line has it."""

    def read_text(self, text: str) -> dt.date:
        """Return the day, and keep a time typed with it in `typed_time`; Unreadable if the text is no day."""
        self.typed_time = None
        day, self.typed_time = read_date_and_time(text, self.locale(), self._today())
        return day

    def blank_value(self) -> None:
        """Return None: a blank line says no time either."""
        self.typed_time = None


def _qdate(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _calm_calendar(parent: QWidget) -> QCalendarWidget:
    """Return a calendar in the window's own colours: no red days, arrows as dark as the text."""
    calendar = QCalendarWidget(parent)
    calendar.setWindowFlag(Qt.WindowType.Popup)
    calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    calendar.setContentsMargins(1, 1, 1, 1)  # for the border
    quiet = QTextCharFormat()
    quiet.setForeground(calendar.palette().placeholderText())
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, quiet)
    for name, arrow in (("prev", Qt.ArrowType.LeftArrow), ("next", Qt.ArrowType.RightArrow)):
        button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
        if button is not None:
            button.setArrowType(arrow)
    return calendar
