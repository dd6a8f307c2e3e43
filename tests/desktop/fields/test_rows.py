from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFormLayout, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.fields import (
    AmountField,
    ChoiceField,
    ContactField,
    DateField,
    LineField,
    LongField,
    RowsField,
    WholeNumberField,
)
from planner.model.call import Attendee
from planner.model.case import Force, Problem
from planner.model.client import Contact
from planner.model.conversation import AgendaItem
from planner.model.price import PriceLine
from planner.model.terms import Cadence, Lead
from tests.desktop.sheet import Sheet, inside, keys_go_to

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def load_row(name: str) -> QWidget:
    """The small form of a row, as its file would make it."""
    inputs: dict[str, list[tuple[type[QWidget], str, str]]] = {
        "problem": [(LineField, "problem", "Problem"), (AmountField, "cost.amount", "Costs them")],
        "attendee": [(ContactField, "contact", "Who"), (LineField, "role", "Role")],
        "signal": [(LineField, ".", "Signal")],
        "force": [(LineField, "trend", "Trend"), (DateField, "date", "When")],
    }
    form = QWidget()
    layout = QFormLayout(form)
    for kind, field, label in inputs[name]:
        one = kind(form)
        one.setProperty("field", field)
        layout.addRow(label, one)
    return form


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet(qtbot, load_row)


def problems(sheet: Sheet) -> list[str]:
    return [one.problem for one in sheet.read("case.problems")]


def with_problems(sheet: Sheet, *names: str) -> RowsField:
    sheet.plan(**{"case.problems": tuple(Problem(problem=name) for name in names)})
    rows = sheet.put(
        RowsField,
        "case.problems",
        "Problems",
        rowForm="problem",
        addText="Add a problem",
        rowText="a problem",
        emptyText="What does it cost them?",
    )
    sheet.show()
    return rows


def lines(rows: RowsField) -> list[LineField]:
    return [inside(frame, LineField)[0] for frame in rows.frames]


def test_an_empty_list_says_what_belongs_there_and_offers_the_first_row(sheet: Sheet) -> None:
    rows = with_problems(sheet)
    assert rows._around.empty.isVisible()
    assert rows._around.empty.text() == "What does it cost them?"
    QTest.mouseClick(rows.add_button, Qt.MouseButton.LeftButton)
    assert problems(sheet) == [""]
    assert not rows._around.empty.isVisible()
    assert keys_go_to(sheet.root) is lines(rows)[0], "ready to type"
    QTest.keyClicks(lines(rows)[0], "Late pallets")
    assert problems(sheet) == ["Late pallets"]
    assert sheet.document.undo_stack.undoText() == "typing in Problem"


def test_each_row_shows_and_changes_its_own_row(sheet: Sheet) -> None:
    rows = with_problems(sheet, "a", "b")
    assert [one.text() for one in lines(rows)] == ["a", "b"]
    sheet.type(lines(rows)[1], "changed")
    assert problems(sheet) == ["a", "changed"]
    sheet.type(inside(rows.frames[0], AmountField)[0], "2700")
    assert sheet.read("case.problems[0].cost.amount") == Decimal(2700)


def test_ctrl_enter_adds_a_row_below_and_goes_there(sheet: Sheet) -> None:
    rows = with_problems(sheet, "a", "b")
    lines(rows)[0].setFocus()
    sheet.press(Qt.Key.Key_Return, CTRL)
    assert problems(sheet) == ["a", "", "b"]
    assert keys_go_to(sheet.root) is lines(rows)[1]
    assert [one.text() for one in lines(rows)] == ["a", "", "b"]
    sheet.press(Qt.Key.Key_X)
    assert problems(sheet) == ["a", "x", "b"]


def test_alt_up_and_down_move_a_row_and_stay_in_it(sheet: Sheet) -> None:
    rows = with_problems(sheet, "a", "b", "c")
    lines(rows)[2].setFocus()
    sheet.press(Qt.Key.Key_Up, ALT)
    sheet.press(Qt.Key.Key_Up, ALT)
    sheet.press(Qt.Key.Key_Up, ALT)
    assert problems(sheet) == ["c", "a", "b"]
    assert keys_go_to(sheet.root) is lines(rows)[0]
    sheet.press(Qt.Key.Key_Down, ALT)
    assert problems(sheet) == ["a", "c", "b"]
    sheet.press(Qt.Key.Key_X)
    assert problems(sheet) == ["a", "xc", "b"]


def test_ctrl_shift_delete_removes_a_row_and_goes_to_its_neighbour(sheet: Sheet) -> None:
    rows = with_problems(sheet, "a", "b", "c")
    lines(rows)[1].setFocus()
    sheet.press(Qt.Key.Key_Delete, CTRL, SHIFT)
    assert problems(sheet) == ["a", "c"]
    assert keys_go_to(sheet.root) is lines(rows)[1]
    sheet.press(Qt.Key.Key_Delete, CTRL, SHIFT)
    assert keys_go_to(sheet.root) is lines(rows)[0]
    sheet.press(Qt.Key.Key_Delete, CTRL, SHIFT)
    assert problems(sheet) == []
    assert rows.add_button.hasFocus()


def test_undo_brings_a_row_back_where_it_was_with_the_focus(sheet: Sheet) -> None:
    rows = with_problems(sheet, "a", "b", "c")
    lines(rows)[1].setFocus()
    sheet.press(Qt.Key.Key_Delete, CTRL, SHIFT)
    assert sheet.document.undo_stack.undoText() == "removing a problem"
    sheet.press(Qt.Key.Key_Z, CTRL)
    assert problems(sheet) == ["a", "b", "c"]
    assert keys_go_to(sheet.root) is lines(rows)[1]
    assert [one.text() for one in lines(rows)] == ["a", "b", "c"]


def test_undo_of_an_added_row_goes_to_a_neighbour(sheet: Sheet) -> None:
    rows = with_problems(sheet, "a", "b")
    lines(rows)[0].setFocus()
    sheet.press(Qt.Key.Key_Return, CTRL)
    sheet.press(Qt.Key.Key_Z, CTRL)
    assert problems(sheet) == ["a", "b"]
    assert keys_go_to(sheet.root) in lines(rows)


def test_going_to_a_list_goes_to_its_first_row_or_to_the_button_for_it(sheet: Sheet) -> None:
    rows = with_problems(sheet)
    rows.setFocus()
    assert rows.add_button.hasFocus()
    sheet.document.insert_row("case.problems", 0)
    rows.setFocus()
    assert lines(rows)[0].hasFocus()


def test_the_menu_of_a_row_moves_and_removes_it(sheet: Sheet) -> None:
    rows = with_problems(sheet, "a", "b")
    button = inside(rows.frames[1], QToolButton)[0]
    assert button.accessibleName() == "Move or remove: Problems, line 2"
    up, down, remove = [one for one in button.menu().actions() if not one.isSeparator()]
    assert [one.text().split("\t") for one in (up, down, remove)] == [
        ["Move up", "Alt+Up"],
        ["Move down", "Alt+Down"],
        ["Remove", "Ctrl+Shift+Del"],
    ]
    assert up.isEnabled()
    assert not down.isEnabled()
    up.trigger()
    assert problems(sheet) == ["b", "a"]
    assert not up.isEnabled()
    remove.trigger()
    assert problems(sheet) == ["a"]


def test_rows_that_stay_keep_their_widgets(sheet: Sheet) -> None:
    rows = with_problems(sheet, "a", "b", "c")
    a, b, c = rows.frames
    sheet.document.edit("case.problems[1].problem", "typed")
    sheet.document.insert_row("case.problems", 0)
    sheet.document.remove_row("case.problems", 2)
    sheet.document.move_row("case.problems", 2, 1)
    assert rows.frames[1:] == [c, a]
    assert b not in rows.frames
    assert [one.text() for one in lines(rows)] == ["", "c", "a"]


def test_what_could_not_be_read_moves_with_its_row(sheet: Sheet) -> None:
    rows = with_problems(sheet, "", "")
    amount = inside(rows.frames[1], AmountField)[0]
    sheet.type(amount, "about 5")
    sheet.leave()
    assert amount.problem
    sheet.document.remove_row("case.problems", 0)
    assert inside(rows.frames[0], AmountField)[0].line.text() == "about 5"


def test_tab_goes_through_the_rows_in_order_whatever_was_put_in_or_moved(sheet: Sheet) -> None:
    sheet.plan(**{"conversation.signals": ("a", "b")})
    before = sheet.put(LineField, "call.title")
    rows = sheet.put(RowsField, "conversation.signals", rowForm="signal")
    after = sheet.put(LineField, "call.place")
    sheet.show()
    sheet.document.insert_row("conversation.signals", 1, "new")
    sheet.document.move_row("conversation.signals", 2, 0)
    assert [one.text() for one in lines(rows)] == ["b", "a", "new"]
    before.setFocus()
    for expected in (*lines(rows), rows.add_button, after):
        sheet.press(Qt.Key.Key_Tab)
        assert keys_go_to(sheet.root) is expected


def test_plain_texts_are_rows_too(sheet: Sheet) -> None:
    sheet.plan(**{"conversation.signals": ("who is blamed",)})
    form = sheet.put(RowsField, "conversation.signals", rowForm="signal")
    table = sheet.put(RowsField, "conversation.messages", "Messages")
    sheet.show()
    sheet.type(lines(form)[0], "a date, any date")
    assert sheet.read("conversation.signals") == ("a date, any date",)
    sheet.document.insert_row("conversation.messages", 0)
    cell = inside(table.frames[0], LongField)[0]
    sheet.type(cell, "even at half")
    assert sheet.read("conversation.messages") == ("even at half",)
    assert cell.accessibleName() == "Messages, line 1: text"


def test_alt_down_in_a_date_unfolds_it_and_with_shift_moves_the_row(sheet: Sheet) -> None:
    sheet.plan(**{"case.forces": (Force(trend="a"), Force(trend="b"))})
    rows = sheet.put(RowsField, "case.forces", rowForm="force")
    sheet.show()
    date = inside(rows.frames[0], DateField)[0]
    date.setFocus()
    sheet.press(Qt.Key.Key_Down, ALT)
    assert date._calendar is not None
    date._calendar.hide()
    assert [one.trend for one in sheet.read("case.forces")] == ["a", "b"]
    date.setFocus()
    sheet.press(Qt.Key.Key_Down, ALT, SHIFT)
    assert [one.trend for one in sheet.read("case.forces")] == ["b", "a"]


def test_a_contact_renamed_is_offered_in_the_rows(sheet: Sheet) -> None:
    sheet.plan(**{"client.contacts": (Contact(name="Mara"),), "call.attendees": (Attendee(contact="Mara"),)})
    rows = sheet.put(RowsField, "call.attendees", rowForm="attendee")
    sheet.show()
    sheet.document.edit("client.contacts[0].name", "Mara Lindqvist")
    who = inside(rows.frames[0], ContactField)[0]
    assert who.currentText() == "Mara Lindqvist"
    assert [who.itemText(at) for at in range(who.count())] == ["Mara Lindqvist"]


def test_a_table_has_the_columns_of_its_types(sheet: Sheet) -> None:
    sheet.plan(**{"conversation.agenda": (AgendaItem(minutes=5, topic="Opening"),)})
    rows = sheet.put(RowsField, "conversation.agenda", "Agenda")
    sheet.show()
    kinds = [type(one) for one in rows.frames[0].binder.inputs]
    assert kinds == [WholeNumberField, LongField, LongField, LongField, ChoiceField]
    minutes, topic, _, _, lead = rows.frames[0].binder.inputs
    assert topic.accessibleName() == "Agenda, line 1: topic"
    sheet.type(minutes, "15")
    sheet.type(topic, "How changeovers run today")
    assert isinstance(lead, ChoiceField)
    lead.setCurrentIndex(1)
    expected = AgendaItem(minutes=15, topic="How changeovers run today", lead=Lead.US)
    assert sheet.read("conversation.agenda") == (expected,)


def test_the_columns_of_a_table_can_be_chosen_and_named(sheet: Sheet) -> None:
    sheet.plan(**{"price.ours": (PriceLine(label="Retrofit"),)})
    rows = sheet.put(
        RowsField,
        "price.ours",
        "Our price",
        columns="label=What, likely=Amount, cadence",
        currencyField="price.currency",
    )
    sheet.show()
    label, likely, cadence = rows.frames[0].binder.inputs
    assert likely.accessibleName() == "Our price, line 1: Amount"
    assert label.x() < likely.x() < cadence.x()
    sheet.type(likely, "237k €")
    assert sheet.read("price.ours[0].likely") == Decimal(237_000)
    assert sheet.read("price.currency") == "EUR"
    assert sheet.read("price.ours[0].cadence") is Cadence.ONE_OFF


def test_a_problem_in_a_table_is_said_under_its_line(sheet: Sheet) -> None:
    sheet.plan(**{"price.ours": (PriceLine(label="Retrofit"),)})
    rows = sheet.put(RowsField, "price.ours", "Our price", columns="label,likely")
    binder = sheet.show()
    likely = rows.frames[0].binder.inputs[1]
    sheet.type(likely, "dear")
    sheet.leave()
    said = rows.frames[0]._problem
    assert said.isVisible()
    assert "dear" in said.text()
    assert said.width() > likely.width() * 2
    assert list(binder.problems()) == ["price.ours[0].likely"]


def test_a_long_text_in_a_table_is_shown_whole(sheet: Sheet) -> None:
    rows = sheet.put(RowsField, "conversation.agenda", "Agenda")
    sheet.show()
    sheet.document.insert_row("conversation.agenda", 0, AgendaItem(purpose="Walk me through it. " * 12))
    purpose = rows.frames[0].binder.inputs[2]
    assert isinstance(purpose, LongField)
    sheet.qtbot.waitUntil(lambda: purpose.height() > 4 * purpose.fontMetrics().lineSpacing())
    sheet.qtbot.waitUntil(lambda: purpose.verticalScrollBar().maximum() == 0)
    assert purpose.verticalScrollBar().maximum() == 0
