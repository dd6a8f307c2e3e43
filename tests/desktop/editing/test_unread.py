"""What cannot be read stays in the box and in the plan until it is mended or dropped."""

import datetime as dt
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.fields import (
    AmountField,
    CurrencyField,
    DateField,
    MomentField,
    RowsField,
    WholeNumberField,
)
from planner.model.client import Promise
from planner.model.field_texts import unread_at, unread_texts
from planner.model.plan import Preparation
from planner.model.price import Driver
from tests.desktop.sheet import Sheet

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
STARTS = dt.datetime(2026, 12, 3, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))


class Case(NamedTuple):
    """A kind of field: what it held, what is typed that cannot be read, and what mends it."""

    kind: type[QWidget]
    path: str
    held: Any
    typed: str
    meanwhile: Any
    mended: str
    value: Any
    part: str = ""
    beside: str = ""


CASES = [
    Case(AmountField, "price.floor", Decimal(98000), "98 bananas", None, "99k", Decimal(99000)),
    Case(AmountField, "price.floor", None, "1.2.3,4", None, "5", Decimal(5)),
    Case(AmountField, "price.floor", Decimal(1), "9" * 16, None, "9", Decimal(9)),
    Case(WholeNumberField, "call.minutes", 45, "1441", None, "60", 60),
    Case(WholeNumberField, "reflection.grade", 3, "very good", None, "5", 5),
    Case(DateField, "ask.primary.by", dt.date(2026, 12, 1), "31.12.9999", dt.date(2026, 12, 1), "2 Dec 2026",
         dt.date(2026, 12, 2)),
    Case(DateField, "ask.primary.by", None, "some day", None, "2 Dec 2026", dt.date(2026, 12, 2)),
    Case(CurrencyField, "price.currency", "EUR", "eurons", "", "usd", "USD"),
    Case(MomentField, "call.starts", STARTS, "8 Dec 0226", STARTS, "8 Dec 2026", STARTS.replace(day=8), "day",
         "call.day"),
    Case(MomentField, "call.starts", STARTS, "25:61", None, "11:00", STARTS.replace(hour=11), "time"),
]  # fmt: skip


def a_field(qtbot: QtBot, case: Case, preparation: Preparation | None = None) -> tuple[Sheet, Any]:
    """The case's input, and the sheet that it is on."""
    sheet = Sheet(qtbot)
    sheet.plan(**({} if case.held is None else {case.path: case.held}))
    if preparation is not None:
        sheet.document.show_step(preparation, ("",))
    field: Any = sheet.put(case.kind, case.path, "It")
    field.setLocale(BRITISH)
    if isinstance(field, MomentField):
        field.zone.here = lambda _local: dt.timedelta(hours=1)
    sheet.show()
    return sheet, field


def line_of(field: Any, case: Case) -> Any:
    return getattr(field, case.part) if case.part else field


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.path} {case.typed}")
def test_it_stays_is_told_is_kept_undone_shown_again_and_mended(qtbot: QtBot, case: Case) -> None:
    sheet, field = a_field(qtbot, case)
    path = case.beside or case.path
    sheet.type(line_of(field, case), case.typed)
    assert unread_at(sheet.document.preparation, path) == case.typed, "a crash now would not lose it"
    sheet.leave()
    problem = field.problem
    assert problem.endswith(("; counts as blank.", "2026."))
    assert line_of(field, case).line.text() == case.typed
    assert sheet.read(case.path) == case.meanwhile
    kept = sheet.document.preparation

    sheet.document.undo_stack.undo()
    assert not unread_texts(sheet.document.preparation)
    assert sheet.read(case.path) == (case.held if case.held is not None else None)
    assert line_of(field, case).line.text() != case.typed
    assert not field.problem
    assert not sheet.document.undo_stack.canUndo(), "it was one step"
    sheet.document.undo_stack.redo()
    assert line_of(field, case).line.text() == case.typed
    assert field.problem == problem

    again, field = a_field(qtbot, case, kept)
    assert line_of(field, case).line.text() == case.typed
    assert field.problem == problem
    assert again.read(case.path) == case.meanwhile
    assert not again.document.undo_stack.canUndo(), "showing it edits nothing"
    again.type(line_of(field, case), case.mended)
    again.leave()
    assert not field.problem
    assert again.read(case.path) == case.value
    assert not unread_texts(again.document.preparation)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.path} {case.typed}")
def test_emptying_the_box_drops_it_on_purpose(qtbot: QtBot, case: Case) -> None:
    sheet, field = a_field(qtbot, case)
    sheet.type(line_of(field, case), case.typed)
    sheet.leave()
    sheet.type(line_of(field, case), "")
    sheet.leave()
    assert not unread_at(sheet.document.preparation, case.beside or case.path)


def test_a_day_is_kept_beside_a_time_that_cannot_be_read_and_comes_back_with_it(qtbot: QtBot) -> None:
    case = Case(MomentField, "call.starts", None, "", None, "", None)
    sheet, field = a_field(qtbot, case)
    sheet.type(field.day, "25 Nov 2026")
    sheet.type(field.time, "9oo")
    sheet.leave()
    kept = sheet.document.preparation
    assert (kept.plan.call.starts, kept.plan.call.day) == (None, dt.date(2026, 11, 25))
    sheet, field = a_field(qtbot, case, kept)
    assert (field.day.line.text(), field.time.line.text()) == ("Wed 25 Nov 2026", "9oo")
    assert "9oo" in field.problem
    sheet.type(field.time, "09:00")
    assert sheet.read("call.starts").isoformat() == "2026-11-25T09:00:00+01:00"
    assert (sheet.read("call.day"), unread_texts(sheet.document.preparation)) == (None, ())


def test_a_time_without_a_day_and_a_day_that_cannot_be_read_are_both_kept(qtbot: QtBot) -> None:
    case = Case(MomentField, "call.starts", None, "", None, "", None)
    sheet, field = a_field(qtbot, case)
    sheet.type(field.day, "1.12.0026")
    sheet.type(field.time, "10:00")
    sheet.leave()
    kept = sheet.document.preparation
    assert {text.path: text.text for text in unread_texts(kept)} == {
        "call.day": "1.12.0026",
        "call.starts": "10:00",
    }
    sheet, field = a_field(qtbot, case, kept)
    assert (field.day.line.text(), field.time.line.text()) == ("1.12.0026", "10:00")
    sheet.type(field.day, "1.12.2026")
    assert sheet.read("call.starts").isoformat() == "2026-12-01T10:00:00+01:00"
    assert not unread_texts(sheet.document.preparation)


def test_a_time_typed_with_its_day_mends_the_time_that_could_not_be_read(qtbot: QtBot) -> None:
    case = Case(MomentField, "call.starts", None, "", None, "", None)
    sheet, field = a_field(qtbot, case)
    sheet.type(field.time, "9oo")
    sheet.type(field.day, "25 Nov 2026 10:30")
    assert not unread_texts(sheet.document.preparation), "before the day is left, too"
    sheet.leave()
    assert sheet.read("call.starts").isoformat() == "2026-11-25T10:30:00+01:00"
    assert (field.time.line.text(), field.problem) == ("10:30", "")
    assert not unread_texts(sheet.document.preparation)


def test_an_amount_in_a_currency_there_is_no_place_for_is_kept_as_well(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot)
    sheet.plan(**{"price.currency": "EUR"})
    field = sheet.put(AmountField, "price.floor", homeCurrencyField="price.currency")
    sheet.show()
    sheet.type(field, "98 USD")
    sheet.leave()
    assert field.line.text() == "98 USD"
    assert "EUR" in field.problem
    assert unread_at(sheet.document.preparation, "price.floor") == "98 USD"
    sheet.type(field, "98 EUR")
    sheet.leave()
    assert sheet.read("price.floor") == Decimal(98)
    assert not unread_texts(sheet.document.preparation)


def test_a_text_that_can_be_read_by_now_is_taken_by_return_and_not_by_itself(qtbot: QtBot) -> None:
    case = Case(AmountField, "price.floor", None, "", None, "", None)
    sheet, _field = a_field(qtbot, case)
    sheet.document.edit("price.floor", None, unread={"price.floor": "98k"})
    kept = sheet.document.preparation
    sheet, field = a_field(qtbot, case, kept)
    assert field.line.text() == "98k"
    assert "press Enter" in field.problem
    field.setFocus()
    sheet.leave()
    assert sheet.read("price.floor") is None
    field.setFocus()
    sheet.press(Qt.Key.Key_Return)
    assert sheet.read("price.floor") == Decimal(98000)
    assert not field.problem


def rows_of_drivers(qtbot: QtBot) -> tuple[Sheet, RowsField]:
    sheet = Sheet(qtbot)
    sheet.plan(**{"price.drivers": tuple(Driver(name=name) for name in ("waste", "downtime", "claims"))})
    rows = sheet.put(RowsField, "price.drivers", "Drivers", columns="name,likely")
    sheet.show()
    return sheet, rows


def lines_of(rows: RowsField) -> list[str]:
    return [frame.binder.inputs[1].line.text() for frame in rows.frames]  # type: ignore[attr-defined]


def test_it_moves_goes_and_comes_back_with_its_row(qtbot: QtBot) -> None:
    sheet, rows = rows_of_drivers(qtbot)
    sheet.type(rows.frames[1].binder.inputs[1], "38k?")
    sheet.leave()
    rows.move_row(1, 0)
    assert lines_of(rows) == ["38k?", "", ""]
    assert unread_at(sheet.document.preparation, "price.drivers[0].likely") == "38k?"
    rows.add_row(0)
    assert lines_of(rows) == ["", "38k?", "", ""]
    assert unread_at(sheet.document.preparation, "price.drivers[1].likely") == "38k?"
    rows.remove_row(1)
    assert lines_of(rows) == ["", "", ""]
    assert not unread_texts(sheet.document.preparation)
    sheet.document.undo_stack.undo()
    assert lines_of(rows) == ["", "38k?", "", ""]
    assert "38k?" in rows.frames[1]._problem.text()
    assert rows.frames[1]._problem.isVisible()
    for _step in range(3):
        sheet.document.undo_stack.undo()
    assert lines_of(rows) == ["", "", ""]
    assert not unread_texts(sheet.document.preparation)
    assert not rows.frames[1]._problem.isVisible()


def test_it_stays_beside_its_row_when_the_program_edits_the_whole_list(qtbot: QtBot) -> None:
    sheet, rows = rows_of_drivers(qtbot)
    sheet.type(rows.frames[2].binder.inputs[1], "38k?")
    sheet.leave()
    drivers = sheet.read("price.drivers")
    sheet.document.edit_as_one_step("price.drivers", (drivers[2], Driver(name="new"), drivers[0]))
    assert lines_of(rows) == ["38k?", "", ""]
    sheet.document.undo_stack.undo()
    assert lines_of(rows) == ["", "", "38k?"]


def test_a_promise_of_the_client_takes_it_along(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot)
    sheet.plan(**{"client.promises": (Promise(text="Send the list"), Promise(text="Call Mara"))})
    rows = sheet.put(RowsField, "client.promises", "Promises", columns="text,due")
    sheet.show()
    sheet.type(rows.frames[1].binder.inputs[1], "soon")
    sheet.leave()
    rows.move_row(1, 0)
    assert unread_at(sheet.document.preparation, "client.promises[0].due") == "soon"
    assert sheet.document.preparation.client.unread[0].path == "promises[0].due"
