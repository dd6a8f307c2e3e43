"""Rows that stand where a list would be empty: no content until something is said in one."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.desktop.fields import RowsField
from planner.model.case import Cost, Problem
from planner.model.conversation import Question
from tests.desktop.sheet import Sheet, keys_go_to

QUESTIONS = "conversation.questions"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_they_are_in_sight_and_not_in_the_plan(sheet: Sheet) -> None:
    rows = _questions(sheet)
    assert len(rows.starting_frames) == 3
    assert sheet.read(QUESTIONS) == ()
    assert not sheet.document.undo_stack.canUndo()


def test_the_first_letter_begins_the_row_and_all_of_the_typing_is_one_step(sheet: Sheet) -> None:
    rows = _questions(sheet)
    first = _input(rows, 0)
    sheet.type(first, "Who tells them?")
    assert sheet.read(QUESTIONS) == (Question(text="Who tells them?"),)
    assert keys_go_to(sheet.root) is first, "the keys stay where they were"
    assert (len(rows.frames), len(rows.starting_frames)) == (1, 2)
    sheet.document.undo_stack.undo()
    assert sheet.read(QUESTIONS) == ()
    assert (len(rows.frames), len(rows.starting_frames)) == (0, 3)
    assert keys_go_to(sheet.root) is first
    sheet.document.undo_stack.redo()
    assert sheet.read(QUESTIONS) == (Question(text="Who tells them?"),)
    assert (len(rows.frames), len(rows.starting_frames)) == (1, 2)


def test_a_row_begun_further_down_leaves_no_blank_one_before_it(sheet: Sheet) -> None:
    rows = _questions(sheet)
    last = _input(rows, 2)
    sheet.type(last, "Who decides?")
    assert sheet.read(QUESTIONS) == (Question(text="Who decides?"),)
    assert keys_go_to(sheet.root) is last
    sheet.type(_starting_input(rows, 0), "And who pays?")
    assert [question.text for question in sheet.read(QUESTIONS)] == ["Who decides?", "And who pays?"]


def test_what_was_typed_and_taken_back_is_no_row(sheet: Sheet) -> None:
    rows = _questions(sheet)
    first = _input(rows, 0)
    sheet.type(first, "Wh")
    sheet.press(Qt.Key.Key_Backspace)
    sheet.press(Qt.Key.Key_Backspace)
    assert sheet.read(QUESTIONS) == ()
    assert keys_go_to(sheet.root) is first
    sheet.type(first, "Why?")
    assert sheet.read(QUESTIONS) == (Question(text="Why?"),)


def test_an_amount_begins_a_row_with_its_currency(sheet: Sheet) -> None:
    problems = sheet.put(
        RowsField,
        "case.problems",
        columns="problem=What hurts, cost.amount=Costs them",
        currencyField="cost.currency",
        startingRows=1,
    )
    sheet.show()
    sheet.type(problems.starting_frames[0].binder.inputs[1], "£3.4k")
    cost = Cost(amount=Decimal(3400), currency="GBP")
    assert sheet.read("case.problems") == (Problem(cost=cost),)


def test_adding_one_goes_to_the_one_that_stands_there(sheet: Sheet) -> None:
    rows = _questions(sheet)
    sheet.type(_input(rows, 0), "Who tells them?")
    sheet.press(Qt.Key.Key_Return, CTRL)
    assert len(sheet.read(QUESTIONS)) == 1
    assert keys_go_to(sheet.root) is _starting_input(rows, 0)
    for _number in range(2):
        sheet.type(keys_go_to(sheet.root), "And then?")
        sheet.press(Qt.Key.Key_Return, CTRL)
    assert len(sheet.read(QUESTIONS)) == 4, "with all of them begun, a new one is added"


def test_a_row_removed_leaves_one_to_begin(sheet: Sheet) -> None:
    rows = _questions(sheet)
    sheet.type(_input(rows, 0), "Who tells them?")
    sheet.press(Qt.Key.Key_Delete, CTRL, SHIFT)
    assert sheet.read(QUESTIONS) == ()
    assert len(rows.starting_frames) == 3


def test_a_key_that_moves_or_removes_rows_does_nothing_in_one_to_come(sheet: Sheet) -> None:
    rows = _questions(sheet)
    _input(rows, 0).setFocus()
    sheet.press(Qt.Key.Key_Delete, CTRL, SHIFT)
    assert sheet.read(QUESTIONS) == ()
    assert len(rows.starting_frames) == 3


def test_a_list_that_has_rows_shows_none_beyond_its_number(sheet: Sheet) -> None:
    asked = tuple(Question(text=f"Question {number}?") for number in range(5))
    sheet.plan(**{QUESTIONS: asked})
    rows = _questions(sheet)
    assert (len(rows.frames), len(rows.starting_frames)) == (5, 0)


def _questions(sheet: Sheet) -> RowsField:
    rows = sheet.put(RowsField, QUESTIONS, columns="text=Question", startingRows=3)
    sheet.show()
    return rows


def _input(rows: RowsField, at: int) -> QWidget:
    return (*rows.frames, *rows.starting_frames)[at].binder.inputs[0]


def _starting_input(rows: RowsField, at: int) -> QWidget:
    return rows.starting_frames[at].binder.inputs[0]
