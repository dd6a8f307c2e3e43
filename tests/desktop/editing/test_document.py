import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from planner.model.case import Problem
from planner.model.errors import FieldError
from tests.desktop.sheet import Sheet


def test_an_edit_is_told_by_its_path(sheet: Sheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.document.changed) as told:
        sheet.document.edit("case.why_now", "Penalties from March")
    assert told.args == ["case.why_now"]
    assert sheet.read("case.why_now") == "Penalties from March"


def test_typing_in_one_field_is_one_step(sheet: Sheet) -> None:
    for text in ("P", "Pe", "Pen"):
        sheet.document.edit("case.why_now", text)
    assert sheet.document.undo_stack.count() == 1
    sheet.document.undo_stack.undo()
    assert sheet.read("case.why_now") == ""
    sheet.document.undo_stack.redo()
    assert sheet.read("case.why_now") == "Pen"


def test_another_field_or_a_pause_begins_another_step(sheet: Sheet) -> None:
    document = sheet.document
    document.edit("case.why_now", "P")
    document.edit("case.why_us", "W")
    document.edit("case.why_now", "Pe")
    document.finish_edit()
    document.edit("case.why_now", "Pen")
    assert document.undo_stack.count() == 4
    for expected in ("Pe", "P", "P", ""):
        document.undo_stack.undo()
        assert sheet.read("case.why_now") == expected


def test_a_step_of_its_own_joins_no_typing_before_or_after_it(sheet: Sheet) -> None:
    document = sheet.document
    document.edit("case.why_now", "P")
    document.edit_as_one_step("case.why_now", "Penalties")
    document.edit("case.why_now", "Penalties!")
    for expected in ("Penalties", "P", ""):
        document.undo_stack.undo()
        assert sheet.read("case.why_now") == expected


def test_typing_after_an_undo_is_a_step_of_its_own(sheet: Sheet) -> None:
    document = sheet.document
    document.edit("case.why_now", "P")
    document.finish_edit()
    document.edit("case.why_now", "Pen")
    document.undo_stack.undo()
    document.edit("case.why_now", "Px")
    document.undo_stack.undo()
    assert sheet.read("case.why_now") == "P"


def test_an_edit_to_the_same_value_is_none(sheet: Sheet, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sheet.document.changed):
        sheet.document.edit("case.why_now", "")
    assert sheet.document.undo_stack.count() == 0


def test_a_value_that_does_not_fit_changes_nothing(sheet: Sheet) -> None:
    before = sheet.document.preparation
    with pytest.raises(FieldError):
        sheet.document.edit("call.minutes", "soon")
    assert sheet.document.preparation is before
    assert sheet.document.undo_stack.count() == 0


def test_rows_are_put_in_moved_and_taken_out_each_in_one_step(sheet: Sheet) -> None:
    document = sheet.document
    for at, name in enumerate(("a", "b", "c")):
        document.insert_row("case.problems", at, Problem(problem=name))
    document.move_row("case.problems", 2, 0)
    assert [one.problem for one in sheet.read("case.problems")] == ["c", "a", "b"]
    document.remove_row("case.problems", 1)
    assert [one.problem for one in sheet.read("case.problems")] == ["c", "b"]
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert [one.problem for one in sheet.read("case.problems")] == ["a", "b", "c"]
    assert document.undo_stack.count() == 5


def test_a_blank_row_is_of_the_lists_own_kind(sheet: Sheet) -> None:
    sheet.document.insert_row("case.problems", 0)
    sheet.document.insert_row("conversation.signals", 0)
    assert sheet.read("case.problems") == (Problem(),)
    assert sheet.read("conversation.signals") == ("",)


def test_a_row_that_is_not_there_cannot_go(sheet: Sheet) -> None:
    with pytest.raises(FieldError, match="no row 0"):
        sheet.document.remove_row("case.problems", 0)
    with pytest.raises(FieldError, match="no row 3"):
        sheet.document.move_row("case.problems", 3, 0)


def test_undo_says_what_it_undoes(sheet: Sheet) -> None:
    sheet.document.edit("case.why_now", "P")
    assert sheet.document.undo_stack.undoText() == "typing in why now"
    sheet.document.edit("ask.primary.by", dt.date(2026, 12, 1), words="By when?")
    assert sheet.document.undo_stack.undoText() == "change of By when?"
    sheet.document.insert_row("case.problems", 0, words="adding a problem")
    assert sheet.document.undo_stack.undoText() == "adding a problem"
