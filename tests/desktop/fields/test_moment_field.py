import datetime as dt

import pytest
from PySide6.QtCore import QLocale, Qt

from planner.desktop.fields import LineField, MomentField
from planner.model.field_texts import unread_at, unread_texts
from planner.model.values import FIRST_DAY, LAST_DAY
from tests.desktop.sheet import Sheet

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
IN_PARIS = dt.timezone(dt.timedelta(hours=1))
IN_INDIA = dt.timezone(dt.timedelta(hours=5, minutes=30))


def a_moment_field(sheet: Sheet, hours_here: int = 1) -> MomentField:
    field = sheet.put(MomentField, "call.starts", "When")
    field.day.setLocale(BRITISH)
    field.zone.here = lambda _local: dt.timedelta(hours=hours_here)
    return field


def test_day_and_time_make_a_moment_in_this_computers_zone(sheet: Sheet) -> None:
    field = a_moment_field(sheet)
    sheet.show()
    sheet.type(field.day, "1/12/2026")
    assert sheet.read("call.starts") is None
    sheet.type(field.time, "10")
    assert sheet.read("call.starts").isoformat() == "2026-12-01T10:00:00+01:00"
    sheet.leave()
    assert (field.day.line.text(), field.time.line.text()) == ("Tue 1 Dec 2026", "10:00")
    assert "UTC+01:00" in field.zone.currentText()


def test_a_moment_is_shown_in_its_own_zone_wherever_the_computer_is(sheet: Sheet) -> None:
    starts = dt.datetime(2026, 12, 1, 10, 0, tzinfo=IN_INDIA)
    sheet.plan(**{"call.starts": starts})
    field = a_moment_field(sheet, hours_here=-8)
    sheet.show()
    assert field.time.line.text() == "10:00"
    assert field.zone.currentText() == "UTC+05:30"
    sheet.type(field.time, "11:15")
    assert sheet.read("call.starts").isoformat() == "2026-12-01T11:15:00+05:30"


def test_another_zone_is_another_moment_at_the_same_hour(sheet: Sheet) -> None:
    sheet.plan(**{"call.starts": dt.datetime(2026, 12, 1, 10, 0, tzinfo=IN_PARIS)})
    field = a_moment_field(sheet)
    sheet.show()
    assert field.zone.currentIndex() == 0
    field.zone.setCurrentIndex(field.zone.findText("UTC+00:00"))
    assert sheet.read("call.starts").isoformat() == "2026-12-01T10:00:00+00:00"
    sheet.document.undo_stack.undo()
    assert sheet.read("call.starts").isoformat() == "2026-12-01T10:00:00+01:00"
    assert field.zone.currentIndex() == 0


def test_the_same_instant_in_another_zone_is_an_edit(sheet: Sheet) -> None:
    sheet.plan(**{"call.starts": dt.datetime(2026, 12, 1, 10, 0, tzinfo=IN_PARIS)})
    field = a_moment_field(sheet)
    sheet.show()
    sheet.document.edit("call.starts", dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC))
    assert field.time.line.text() == "09:00"
    assert field.zone.currentText() == "UTC+00:00"


def test_a_city_has_the_distance_of_its_day(sheet: Sheet) -> None:
    field = a_moment_field(sheet)
    sheet.show()
    field.zone.showPopup()
    field.zone.hidePopup()
    city = field.zone.findText("America/New York")
    assert city > 0
    sheet.type(field.day, "1 Jul 2027")
    sheet.type(field.time, "2 pm")
    field.zone.setCurrentIndex(city)
    assert sheet.read("call.starts").isoformat() == "2027-07-01T14:00:00-04:00"
    sheet.type(field.day, "1 Dec 2027")
    assert sheet.read("call.starts").isoformat() == "2027-12-01T14:00:00-05:00"


def test_a_day_without_a_time_is_a_day(sheet: Sheet) -> None:
    field = a_moment_field(sheet)
    sheet.put(LineField, "call.place")
    sheet.show()
    sheet.type(field.day, "1 Dec 2026")
    sheet.leave()
    assert not field.problem
    assert (sheet.read("call.starts"), sheet.read("call.day")) == (None, dt.date(2026, 12, 1))
    sheet.type(field.time, "10:00")
    assert sheet.read("call.starts").isoformat() == "2026-12-01T10:00:00+01:00"
    assert sheet.read("call.day") is None
    sheet.document.undo_stack.undo()
    assert (sheet.read("call.starts"), sheet.read("call.day")) == (None, dt.date(2026, 12, 1))
    assert (field.day.line.text(), field.time.line.text()) == ("Tue 1 Dec 2026", "")


def test_clearing_the_time_leaves_the_day_and_clearing_both_leaves_nothing(sheet: Sheet) -> None:
    sheet.plan(**{"call.starts": dt.datetime(2026, 12, 1, 10, 0, tzinfo=IN_PARIS)})
    field = a_moment_field(sheet)
    sheet.show()
    sheet.type(field.time, "")
    sheet.leave()
    assert (sheet.read("call.starts"), sheet.read("call.day")) == (None, dt.date(2026, 12, 1))
    sheet.type(field.day, "")
    sheet.leave()
    assert (sheet.read("call.starts"), sheet.read("call.day")) == (None, None)
    assert not field.problem


def test_a_time_without_a_day_is_kept_and_the_day_asked_for(sheet: Sheet) -> None:
    field = a_moment_field(sheet)
    sheet.show()
    sheet.type(field.time, "10:00")
    sheet.leave()
    assert "Add a day" in field.problem
    assert field.day.line.accessibleDescription() == field.problem
    assert unread_at(sheet.document.preparation, "call.starts") == "10:00"
    sheet.type(field.day, "1 Dec 2026")
    assert sheet.read("call.starts").isoformat() == "2026-12-01T10:00:00+01:00"
    assert not unread_texts(sheet.document.preparation)


@pytest.mark.parametrize("typed", ["8 Dec 0226", "1.12.0026", "3 Dec 1899", "31.12.9999", "Dec", "x"])
def test_a_day_that_cannot_be_read_leaves_the_moment_and_a_new_time_its_old_day(
    sheet: Sheet, typed: str
) -> None:
    starts = dt.datetime(2026, 12, 3, 10, 0, tzinfo=IN_PARIS)
    sheet.plan(**{"call.starts": starts})
    field = a_moment_field(sheet)
    sheet.show()
    sheet.type(field.day, typed)
    sheet.leave()
    assert field.day.line.text() == typed
    assert "still Thu 3 Dec 2026" in field.problem
    assert sheet.read("call.starts") == starts
    assert unread_at(sheet.document.preparation, "call.day") == typed
    sheet.type(field.time, "11:00")
    sheet.leave()
    assert sheet.read("call.starts").isoformat() == "2026-12-03T11:00:00+01:00"
    assert unread_at(sheet.document.preparation, "call.day") == typed
    sheet.type(field.day, "8 Dec 2026")
    assert sheet.read("call.starts").isoformat() == "2026-12-08T11:00:00+01:00"
    assert not field.problem
    assert not unread_texts(sheet.document.preparation)


def test_a_time_that_is_none_is_said(sheet: Sheet) -> None:
    field = a_moment_field(sheet)
    sheet.show()
    sheet.type(field.day, "1 Dec 2026")
    sheet.type(field.time, "25:00")
    sheet.leave()
    assert "25:00" in field.problem
    assert sheet.read("call.starts") is None, "not two o’clock, which the first digit said"
    assert sheet.read("call.day") == dt.date(2026, 12, 1)
    assert unread_at(sheet.document.preparation, "call.starts") == "25:00"
    assert field._problem_label.isVisible()
    assert field.time.line.accessibleDescription() == field.time.problem
    sheet.type(field.time, "15:00")
    assert not field.problem
    assert field.time.line.accessibleDescription() == ""


def test_its_three_inputs_have_names_of_their_own(sheet: Sheet) -> None:
    field = a_moment_field(sheet)
    sheet.show()
    names = [one.accessibleName() for one in (field.day.line, field.time.line, field.zone)]
    assert names == ["When: day", "When: time", "When: zone"]
    field.day.line.setFocus()
    sheet.press(Qt.Key.Key_Tab)
    assert field.time.line.hasFocus()


@pytest.mark.parametrize("written", ["1.1.0150", "31.12.1899", "1 Jan 3000"])
def test_a_year_no_plan_may_hold_is_told_and_the_moment_stays(sheet: Sheet, written: str) -> None:
    starts = dt.datetime(2026, 12, 1, 10, 0, tzinfo=IN_PARIS)
    sheet.plan(**{"call.starts": starts})
    field = a_moment_field(sheet)
    sheet.show()
    sheet.type(field.day, written)
    sheet.leave()
    assert "expected a year from 1900 to 2999" in field.problem.lower()
    assert sheet.read("call.starts") == starts


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_the_first_and_the_last_day_make_a_moment_in_every_zone(sheet: Sheet, day: dt.date) -> None:
    field = a_moment_field(sheet)
    sheet.show()
    sheet.type(field.day, day.isoformat())
    sheet.type(field.time, "00:00" if day == FIRST_DAY else "23:59")
    for zone in range(field.zone.count()):
        field.zone.setCurrentIndex(zone)
        assert sheet.read("call.starts").date() == day
    assert not field.problem
