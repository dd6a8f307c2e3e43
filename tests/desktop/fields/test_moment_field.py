import datetime as dt

import pytest
from PySide6.QtCore import QLocale, Qt

from planner.desktop.fields import LineField, MomentField
from planner.model.field_texts import unread_at, unread_texts
from planner.model.placed_time import at_place, written_moment
from planner.model.values import FIRST_DAY, LAST_DAY, same_value
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


def choose(field: MomentField, place: str) -> None:
    field.zone.showPopup()
    field.zone.hidePopup()
    field.zone.setCurrentIndex(field.zone.findText(place))


def test_a_place_stays_a_place_when_the_plan_is_opened_again(sheet: Sheet) -> None:
    starts = at_place(dt.datetime(2026, 10, 20, 15), "Europe/London")  # noqa: DTZ001 -- a clock on the wall
    sheet.plan(**{"call.starts": starts})
    field = a_moment_field(sheet, hours_here=1)
    sheet.show()
    assert field.zone.currentText() == "Europe/London", "although this computer is as far from UTC"
    sheet.type(field.day, "27 Oct 2026")
    assert written_moment(sheet.read("call.starts")) == "2026-10-27T15:00:00+00:00[Europe/London]"
    sheet.document.undo_stack.undo()
    assert same_value(sheet.read("call.starts"), starts)
    assert field.zone.currentText() == "Europe/London"
    choose(field, "Europe/London")
    texts = [field.zone.itemText(row) for row in range(field.zone.count())]
    assert texts.count("Europe/London") == 1


def test_this_computers_zone_is_kept_as_its_place(sheet: Sheet) -> None:
    field = a_moment_field(sheet)
    field.zone.place_here = lambda: "Europe/Berlin"
    sheet.show()
    sheet.type(field.day, "20 Oct 2026")
    sheet.type(field.time, "15:00")
    assert field.zone.currentText().startswith("Your time zone")
    assert written_moment(sheet.read("call.starts")) == "2026-10-20T15:00:00+02:00[Europe/Berlin]"


def test_a_plan_made_here_says_where_that_was_once_one_has_travelled(sheet: Sheet) -> None:
    starts = at_place(dt.datetime(2026, 10, 20, 15), "Europe/Berlin")  # noqa: DTZ001 -- a clock on the wall
    sheet.plan(**{"call.starts": starts})
    field = a_moment_field(sheet, hours_here=1)
    field.zone.place_here = lambda: "Europe/London"
    sheet.show()
    assert field.zone.currentText() == "Europe/Berlin"
    field.zone.place_here = lambda: "Europe/Berlin"
    sheet.document.edit("call.starts", starts.replace(hour=16))
    assert field.zone.currentText().startswith("Your time zone")


def test_a_distance_chosen_before_is_not_taken_for_a_place(sheet: Sheet) -> None:
    field = a_moment_field(sheet)
    sheet.show()
    choose(field, "Europe/London")
    sheet.document.edit("call.starts", dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC))
    assert field.zone.currentText() == "UTC+00:00", "of another plan, which never named London"


def test_a_place_not_known_here_is_kept_and_told(sheet: Sheet) -> None:
    local = dt.datetime(2026, 10, 20, 15)  # noqa: DTZ001 -- a clock on the wall
    sheet.plan(**{"call.starts": at_place(local, "Mars/Olympus_Mons", dt.timedelta(hours=2))})
    field = a_moment_field(sheet)
    sheet.show()
    assert field.zone.currentText() == "Mars/Olympus Mons (UTC+02:00)"
    assert "not known on this computer" in field._zone_label.text()
    assert field._zone_label.isVisible()
    assert not field.problem
    sheet.type(field.time, "16:00")
    assert written_moment(sheet.read("call.starts")) == "2026-10-20T16:00:00+02:00[Mars/Olympus_Mons]"


def test_an_offset_that_is_not_the_places_is_told_until_the_moment_is_another(sheet: Sheet) -> None:
    local = dt.datetime(2026, 10, 20, 15)  # noqa: DTZ001 -- a clock on the wall
    sheet.plan(**{"call.starts": at_place(local, "Europe/London", dt.timedelta())})
    field = a_moment_field(sheet)
    sheet.show()
    assert "Europe/London is at UTC+1 then, not at UTC" in field._zone_label.text()
    sheet.type(field.time, "16:00")
    assert not field._zone_label.isVisible()
    assert written_moment(sheet.read("call.starts")) == "2026-10-20T16:00:00+01:00[Europe/London]"


def test_a_time_typed_with_its_day_goes_where_it_belongs(sheet: Sheet) -> None:
    field = a_moment_field(sheet)
    field.count_from(lambda: dt.date(2026, 11, 27))
    sheet.show()
    sheet.type(field.day, "next thu 10:30")
    assert sheet.read("call.starts").isoformat() == "2026-12-03T10:30:00+01:00"
    field.time.line.setFocus()
    assert (field.day.line.text(), field.time.line.text()) == ("Thu 3 Dec 2026", "10:30")
    sheet.leave()
    assert sheet.read("call.starts").isoformat() == "2026-12-03T10:30:00+01:00"
    assert not field.problem


def test_a_time_half_typed_with_its_day_changes_nothing(sheet: Sheet) -> None:
    starts = dt.datetime(2026, 12, 1, 10, 0, tzinfo=IN_PARIS)
    sheet.plan(**{"call.starts": starts})
    field = a_moment_field(sheet)
    sheet.show()
    sheet.type(field.day, "1 Dec 14:30 pmm")
    assert sheet.read("call.starts") == starts
    sheet.leave()
    assert field.problem
    assert field.time.line.text() == "10:00"
    sheet.type(field.day, "1 Dec 14:30")
    assert sheet.read("call.starts").isoformat() == "2026-12-01T14:30:00+01:00"
    sheet.type(field.day, "1 Dec")
    sheet.leave()
    assert sheet.read("call.starts") == starts, "the time was taken out again before it was left"


@pytest.mark.parametrize(
    "written", ["8 Dec 0226", "1.12.0026", "3 Dec 1899", "31.12.9999", "0226-12-08 11:00"]
)
def test_a_year_is_mended_where_it_was_mistyped(sheet: Sheet, written: str) -> None:
    starts = dt.datetime(2026, 12, 1, 10, 0, tzinfo=IN_PARIS)
    sheet.plan(**{"call.starts": starts})
    field = a_moment_field(sheet)
    sheet.show()
    sheet.type(field.day, written)
    sheet.leave()
    assert "Expected a year from 1900 to 2999" in field.problem
    assert sheet.read("call.starts") == starts
    assert field.day.line.text() == written
    sheet.type(field.day, "8 Dec 2026")
    sheet.leave()
    assert not field.problem
    assert sheet.read("call.starts").isoformat() == "2026-12-08T10:00:00+01:00"


def test_what_was_typed_again_as_it_stood_is_no_edit(sheet: Sheet) -> None:
    starts = dt.datetime(2026, 12, 1, 10, 0, tzinfo=IN_PARIS)
    sheet.plan(**{"call.starts": starts})
    field = a_moment_field(sheet)
    field.zone.place_here = lambda: "Europe/Paris"
    sheet.show()
    for text in ("gibberish", "1 Dec 2026"):
        sheet.type(field.day, text)
        assert same_value(sheet.read("call.starts"), starts), (
            "an offset alone stays one, though we are in Paris"
        )
