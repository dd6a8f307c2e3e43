"""What could not be read survives in the window: closing, other steps, a crash, rows, the list of plans."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from planner.desktop.fields import ClientNameField, MomentField
from planner.model.field_texts import unread_texts
from planner.model.fields import read_field
from planner.model.plan import absolute_path
from planner.store.library import Library
from tests.desktop.conftest import OpenWindow
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.typing_process import typing_process
from tests.desktop.typist import PLAN_ID

CLIENT = "Tarn Valley Water"


def go_to_unread(walk: WalkPageObject) -> str:
    """Click on the way to the next answer that could not be read; the text of the line one is in then."""
    assert walk.window.open is not None
    QTest.mouseClick(walk.window.open.walk.panel.unread, Qt.MouseButton.LeftButton)
    focused = walk.window.focusWidget()
    assert focused is not None
    return str(focused.property("text"))


def moment_field(walk: WalkPageObject) -> MomentField:
    field = walk.field("call.starts").widget
    assert isinstance(field, MomentField)
    return field


def type_into(line: QLineEdit, text: str) -> None:
    line.setFocus()
    QTest.keyClicks(line, text)


def test_a_day_is_kept_with_a_time_that_cannot_be_read(open_window: OpenWindow) -> None:
    page = open_window()
    walk = page.new_plan(CLIENT)
    walk.take_keys()
    field = moment_field(walk)
    type_into(field.day.line, "25 Nov 2026")
    type_into(field.time.line, "9oo")
    page = walk.leave()
    assert any("Wed 25 Nov" in line for line in page.list_lines), "the list shows the day"
    assert not any("no date" in line for line in page.list_lines)
    page.close()

    page = open_window()
    walk = page.open(CLIENT)
    field = moment_field(walk)
    assert (field.day.line.text(), field.time.line.text()) == ("Wed 25 Nov 2026", "9oo")
    assert "9oo" in field.problem
    assert walk.preparation.plan.call.day == dt.date(2026, 11, 25)
    page.close()


def test_what_could_not_be_read_is_counted_from_the_plan_and_one_click_away(open_window: OpenWindow) -> None:
    page = open_window()
    walk = page.new_plan(CLIENT)
    walk.take_keys()
    walk.field("price.term_months").type("long")
    walk.field("call.minutes").type("an age")
    walk.wait_saved()
    walk.wait_until(lambda: "one answer" in walk.save_text)
    walk.go_to("case")
    walk.wait_until(lambda: walk.save_text == "Saved, except 2 answers that could not be read")
    page.close()

    page = open_window()
    walk = page.open(CLIENT)
    walk.take_keys()
    walk.wait_until(lambda: walk.save_text == "Saved, except 2 answers that could not be read")
    assert go_to_unread(walk) == "an age"
    assert go_to_unread(walk) == "long"
    assert walk.step == 3, "in a step that had not been opened yet"
    walk.field("price.term_months").replace("36")
    walk.go_to("case")
    walk.wait_until(lambda: "one answer" in walk.save_text)
    assert go_to_unread(walk) == "an age"
    walk.field("call.minutes").replace("45")
    walk.wait_saved()
    walk.wait_until(lambda: walk.save_text == "✓ Saved")
    assert walk.window.open is not None
    assert not walk.window.open.walk.panel.unread.isVisible()
    page.close()


@pytest.mark.parametrize("written", ["8 Dec 0226", "1.12.0026", "3 Dec 1899", "31.12.9999"])
def test_a_year_out_of_range_in_the_calls_day_breaks_nothing_and_moves_nothing(
    open_window: OpenWindow, written: str
) -> None:
    page = open_window()
    walk = page.new_plan(CLIENT)
    walk.take_keys()
    field = moment_field(walk)
    type_into(field.day.line, "3 Dec 2026")
    type_into(field.time.line, "10:00")
    walk.go_to("case")
    starts = walk.preparation.plan.call.starts
    assert starts is not None
    field = moment_field(walk)
    field.day.line.setFocus()
    QTest.keyClick(field.day.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.day.line, written)
    field.time.line.setFocus()
    assert "1900 to 2999" in field.problem
    assert "still Thu 3 Dec 2026" in field.problem
    assert walk.preparation.plan.call.starts == starts
    assert walk.message == ""
    field.day.line.setFocus()
    QTest.keyClick(field.day.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.day.line, "8 Dec 2026")
    assert walk.preparation.plan.call.starts.date() == dt.date(2026, 12, 8)
    walk.leave()
    page.close()


def test_a_plan_with_nothing_but_an_unread_text_is_not_thrown_away(open_window: OpenWindow) -> None:
    page = open_window()
    walk = page.new_plan(CLIENT)
    walk.take_keys()
    walk.field("call.minutes").type("an age")
    page = walk.leave()
    page.wait_until(lambda: page.clients == [CLIENT])
    page.close()
    page = open_window()
    assert page.clients == [CLIENT]
    page.close()


def test_a_name_typed_over_a_shared_client_waits_for_its_answer_through_closing(
    open_window: OpenWindow,
) -> None:
    page = open_window()
    for title in ("Metering", "Pumps"):
        walk = page.new_plan(CLIENT)
        walk.take_keys()
        walk.field("call.title").type(title)
        page = walk.leave()
    walk = page.open(CLIENT)
    walk.take_keys()
    walk.field("client.name").replace("Kestrel Packaging")
    walk.wait_saved()
    walk.go_to("case")
    walk.wait_until(lambda: walk.save_text == "Saved, except one answer that could not be read")
    page = walk.leave()
    assert page.clients == [CLIENT, CLIENT]
    page.close()

    page = open_window()
    walk = page.open(CLIENT)
    walk.take_keys()
    walk.wait_until(lambda: walk.save_text == "Saved, except one answer that could not be read")
    assert go_to_unread(walk) == "Kestrel Packaging"
    field = walk.field("client.name").widget
    assert isinstance(field, ClientNameField)
    assert field.asking is not None
    assert field.asking.question.startswith(f"{CLIENT} has 1 other plan.")
    QTest.mouseClick(field.asking.buttons[0], Qt.MouseButton.LeftButton)
    assert walk.preparation.client.name == "Kestrel Packaging"
    walk.wait_saved()
    walk.wait_until(lambda: walk.save_text == "✓ Saved")
    page = walk.leave()
    assert sorted(page.clients) == ["Kestrel Packaging", CLIENT]
    walk = page.open(CLIENT)
    assert walk.field("client.name").widget.property("text") == CLIENT
    assert unread_texts(walk.preparation) == ()
    page.close()


def test_a_text_that_cannot_be_read_survives_a_kill(tmp_path: Path) -> None:
    text = "an age, I am afraid: " + "at least until they have all said theirs " * 2
    with typing_process(tmp_path, "call.minutes", text) as typing:
        typing.hear_keys(60)
        typing.process.kill()
        typing.hear_out()
    library = Library.open(tmp_path / "library", read_only=True)
    preparation = library.preparation(PLAN_ID)
    library.close()
    (kept,) = unread_texts(preparation)
    assert kept.path == "call.minutes"
    assert text.startswith(kept.text)
    assert len(kept.text) >= 10
    assert read_field(preparation, absolute_path("call.minutes")) is None


def test_day_and_time_are_one_answer_and_one_comes_to_the_line_that_needs_mending(
    open_window: OpenWindow,
) -> None:
    page = open_window()
    walk = page.new_plan(CLIENT)
    walk.take_keys()
    field = moment_field(walk)
    type_into(field.day.line, "8 Dec 0226")
    type_into(field.time.line, "9oo")
    walk.go_to("case")
    walk.wait_saved()
    walk.wait_until(lambda: "one answer" in walk.save_text)
    assert len(field.problem.splitlines()) == 2
    assert go_to_unread(walk) == "8 Dec 0226"
    QTest.keyClick(field.day.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.day.line, "8 Dec 2026")
    walk.go_to("case")
    walk.wait_until(lambda: "one answer" in walk.save_text)
    assert go_to_unread(walk) == "9oo"
    page.close()


def test_what_is_told_of_it_moves_no_field_sideways(open_window: OpenWindow) -> None:
    page = open_window()
    walk = page.new_plan(CLIENT)
    walk.take_keys()
    assert walk.window.open is not None
    panel = walk.window.open.walk.panel
    walk.wait_saved()
    before = panel.sizeHint().width()
    walk.field("call.minutes").type("an age")
    walk.go_to("case")
    walk.wait_saved()
    walk.wait_until(panel.unread.isVisible)
    for label in (panel.saved, panel.client):
        label.setText("Not saved: the disk is full. Trying again. " * 3)
        assert panel.sizeHint().width() == before
    page.close()
