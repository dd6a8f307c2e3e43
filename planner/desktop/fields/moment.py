"""A moment: day, time and zone."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Property, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.desktop.fields.date import MomentDayField
from planner.desktop.fields.field import text_property, value_property
from planner.desktop.fields.typed import ProblemLabel, TypedField, Unreadable, mark_problem
from planner.desktop.fields.written_dates import read_time
from planner.desktop.fields.zone import ZoneChoice
from planner.desktop.widgets.layouts import side_by_side, stacked
from planner.desktop.widgets.plain_text import PlainLabel
from planner.model.fields import FieldType
from planner.model.values import same_value
from planner.translation import _
from planner.wording.places import zone_remark
from planner.wording.text import capitalised


class TimeField(TypedField):
    """A time of day: 10:00, 900, 2 pm, noon."""

    def read_text(self, text: str) -> dt.time:
        """Return the time; Unreadable if the text is none."""
        return read_time(text, self.locale())

    def shown_text(self, value: dt.time) -> str:
        """Return the time as 09:30."""
        return f"{value:%H:%M}"


class MomentField(QWidget):
    """A day and a time in a zone, or blank; an existing moment is shown in its own zone.

    A day without a time is no moment, but a day: `dayField` names the field that it goes to, and where a
    day that cannot be read is kept. A time without a day is kept as a text that could not be read.
    """

    changed = Signal()
    problem_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: dt.datetime | None = None
        self._committed: dt.datetime | None = None
        self._lone_day: dt.date | None = None
        self._kept: Mapping[str, str] = {}
        self._day_field = "day"
        self._missing = ""
        self._followed_time: dt.time | None = None
        self.day, self.time, self.zone = MomentDayField(self), TimeField(self), ZoneChoice(self)
        self._problem_label, self._zone_label = ProblemLabel(self), PlainLabel(parent=self)
        self._lay_out()
        self.setFocusProxy(self.day.line)
        for part in (self.day, self.time):
            part.leave_problem_to_the_line()
            part.changed.connect(self._put_together)
            part.problem_changed.connect(self._tell_all)
            part.line.left.connect(self._say_what_is_missing)
        self.day.line.textEdited.connect(self._follow_typed_time)
        for signal in (self.day.line.left, self.day.line.returnPressed):
            signal.connect(self._take_typed_time)
        self.zone.changed.connect(self._put_together)

    def configure(self, _field_type: FieldType) -> None:
        """Name the three inputs after the field."""
        name = self.accessibleName()
        names = {self.day.line: _("day"), self.time.line: _("time"), self.zone: _("zone")}
        for part, its_name in names.items():
            whole = _("{field}: {part}").format(field=name, part=its_name)
            part.setAccessibleName(whole if name else its_name)

    def count_from(self, today: Callable[[], dt.date]) -> None:
        """Read `tomorrow`, and days without a year, as seen from the day that `today` returns."""
        self.day.count_from(today)

    def commit(self) -> None:
        """Show the parts as they were understood; say what could not be read, or that the day is missing."""
        self.day.commit()
        self._take_typed_time()
        self.time.commit()
        self._tell_missing()

    @Slot()
    def _put_together(self) -> None:
        day, time = self.day.value, self._time_said()
        if day is not None and time is not None:
            local = dt.datetime.combine(day, time)
            self.zone.tell_distance_here(local)
            self._hold(self._committed if self._is_committed(local) else self.zone.at(local), None)
        else:
            self._hold(None, day)

    def _is_committed(self, local: dt.datetime) -> bool:
        """Whether the inputs say again what they said before the typing."""
        committed = self._committed
        return (
            committed is not None
            and committed.replace(tzinfo=None) == local
            and self.zone.is_zone_of(committed)
        )

    @Slot()
    def _follow_typed_time(self) -> None:
        if self.day.typed_time != self._followed_time:
            self._followed_time = self.day.typed_time
            self._put_together()

    def _time_said(self) -> dt.time | None:
        typed = self.day.typed_time
        return self.time.value if typed is None else typed

    @Slot()
    def _take_typed_time(self) -> None:
        """Put a time that was typed with the day into the line of its own."""
        typed, self.day.typed_time, self._followed_time = self.day.typed_time, None, None
        if typed is not None:
            self.time.value = typed

    def _hold(self, moment: dt.datetime | None, lone_day: dt.date | None) -> None:
        """Take a moment, or a day alone, and what could not be read of either; emit `changed` if new."""
        self._tell("")
        unread = self.unread()
        if (unread, lone_day) != (self._kept, self._lone_day) or not same_value(moment, self._value):
            self._value, self._lone_day, self._kept = moment, lone_day, unread
            self._tell_zone()
            self.changed.emit()

    def companion_edits(self, _read: Callable[[str], object]) -> dict[str, object]:
        """Return the day that has no time, None if there is none, by the name of its field."""
        return {self._day_field: self._lone_day}

    def companions(self) -> tuple[str, ...]:
        """Return the name of the field for a day without a time."""
        return (self._day_field,)

    def show_companion(self, _name: str, day: object) -> None:
        """Show a day that has no time, a blank line for None; nothing while there is a moment."""
        lone_day = day if isinstance(day, dt.date) and self._value is None else None
        if lone_day != self._lone_day:
            self._lone_day = lone_day
            if self._value is None:
                blocked = QSignalBlocker(self.day)
                self.day.value = lone_day
                blocked.unblock()

    def unread(self) -> Mapping[str, str]:
        """Return what could not be read: of the day by its field's name, of the time by "".

        A time that has no day is such a text as well.
        """
        time, time_text = self._time_said(), self.time.unread_text
        if time is not None:
            time_text = self.time.shown_text(time) if self.day.value is None else ""
        return {self._day_field: self.day.unread_text, "": time_text}

    def show_unread(self, texts: Mapping[str, str]) -> None:
        """Show what could not be read of day and time earlier, with the problem; "" shows the value again."""
        texts = {self._day_field: texts.get(self._day_field, ""), "": texts.get("", "")}
        if texts == self.unread():
            self._kept = texts
            return
        blocked = [QSignalBlocker(part) for part in (self.day, self.time)]
        self.day.show_unread({"": texts[self._day_field]})
        self._show_time_text(texts[""])
        for blocker in blocked:
            blocker.unblock()
        self._kept = self.unread()
        self._tell_missing()
        self._tell_all()

    def _show_time_text(self, text: str) -> None:
        alone = _time_in(self.time, text) if self.day.value is None else None
        if self._value is None:
            self.time.value = alone
        self.time.show_unread({"": "" if alone else text})

    def refuse(self, problem: str) -> None:
        """Keep the day as one that could not be read, though it could: the plan has no place for it.

        The value is blank then.
        """
        self.day.refuse(problem)
        self._value, self._lone_day, self._kept = None, None, self.unread()

    @Slot()
    def _say_what_is_missing(self) -> None:
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._tell_missing()

    def _tell_missing(self) -> None:
        day, time = self.day.value, self._time_said()
        if day is not None and time is not None:
            self._committed = self._value
        lacks_day = day is None and time is not None
        self._tell(_("Add a day, such as 1 Dec; counts as blank.") if lacks_day else "")

    def _tell(self, missing: str) -> None:
        if missing != self._missing:
            self._missing = missing
            self._tell_all()

    @Slot()
    def _tell_all(self) -> None:
        self._problem_label.show_error(self._problem_told(), ())
        # Who comes to what could not be read comes to the very line it is in.
        self.setFocusProxy((self.time if self.time.problem and not self.day.problem else self.day).line)
        for part in (self.day, self.time):
            mark_problem(part.line, part.problem or self._missing)
        self.problem_changed.emit()

    def _moment(self) -> dt.datetime | None:
        return self._value

    def _show(self, moment: dt.datetime | None) -> None:
        if same_value(moment, self._value):
            return
        self._value, self._committed, self._lone_day = moment, moment, None
        self.day.typed_time = self._followed_time = None
        self._tell("")
        self._tell_zone()
        blocked = [QSignalBlocker(part) for part in (self.day, self.time, self.zone)]
        self.day.value = moment.date() if moment else None
        self.time.value = moment.time() if moment else None
        if moment:
            self.zone.show_zone_of(moment)
        for blocker in blocked:
            blocker.unblock()
        self.changed.emit()

    def _problem_told(self) -> str:
        problems = (self.day.problem, self.time.problem, self._missing)
        return "\n".join(problem for problem in problems if problem)

    def _tell_zone(self) -> None:
        """Say under the inputs what is to be known of the zone of the moment shown; it is no problem."""
        remark = zone_remark(self._value)
        self._zone_label.setText(capitalised(f"{remark}.") if remark else "")
        self._zone_label.setVisible(bool(remark))

    def _placeholder(self) -> str:
        return str(self.day.placeholderText)

    def _set_placeholder(self, text: str) -> None:
        self.day.placeholderText = text

    def _lay_out(self) -> None:
        self.time.placeholderText = "10:00"
        self.time.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.time.setFixedWidth(self.fontMetrics().horizontalAdvance("00:00") * 2)
        beside = side_by_side(8)
        for part, stretch in ((self.day, 1), (self.time, 0), (self.zone, 1)):
            beside.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        layout = stacked(4, self)
        layout.addLayout(beside)
        layout.addWidget(self._problem_label)
        layout.addWidget(self._zone_label)
        self._zone_label.setProperty("role", "quiet")
        self._zone_label.setWordWrap(True)
        self._zone_label.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _day_field_named(self) -> str:
        return self._day_field

    def _name_day_field(self, field: str) -> None:
        self._day_field = field

    value = value_property(_moment, _show, changed)
    dayField = text_property(_day_field_named, _name_day_field)
    problem: Any = Property(str, _problem_told, notify=problem_changed)
    placeholderText = text_property(_placeholder, _set_placeholder)


def _time_in(field: TimeField, text: str) -> dt.time | None:
    """Return the time that a text says, None if it says none."""
    try:
        return field.read_text(text) if text else None
    except Unreadable:
        return None
