"""Where the keys go: after a button vanished, after a double press, on undo, on the way back."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.desktop.fields import ContactField, DateField, LineField, MomentField, RowsField
from planner.desktop.plans.new_plan import NewPlanDialog
from planner.desktop.widgets.double_press import DoublePress
from planner.desktop.widgets.input_line import InputLine
from planner.desktop.widgets.tab_order import TabsAsLaidOut
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.conversation import AgendaItem
from tests.builders import a_plan
from tests.desktop.page_objects import WalkPageObject, WindowPage
from tests.desktop.sheet import Sheet
from tests.desktop.stage import Stage
from tests.desktop.walk_story import STEP, Walk

LONG = "The quarterly review of what their three plants lose by every changeover since the merger"
RETURN, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


def open_plan(stage: Stage, **fields: object) -> WalkPageObject:
    return stage.open(a_plan(**fields)).open("Tarn Valley Water")


def focused_field(window: WindowPage) -> str:
    widget: QWidget | None = window.window.focusWidget()
    while widget is not None:
        if field := widget.property("field"):
            return str(field)
        widget = widget.parentWidget()
    return ""


def raised_by(window: WalkPageObject) -> object:
    return window.preparation.plan.reflection.price.raised_by


def shown(window: WindowPage) -> object:
    return window.window.area.page


def rows_of(window: WalkPageObject, path: str) -> RowsField:
    rows = window.field(path).widget
    assert isinstance(rows, RowsField)
    return rows


def open_list() -> QWidget:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


# A button vanished


@pytest.mark.parametrize("key", [RETURN, SPACE])
def test_a_message_dismissed_by_key_gives_the_focus_back_to_the_field(stage: Stage, key: Qt.Key) -> None:
    window = open_plan(stage)
    window.field("case.why_now")
    window.window.messages.tell("Done.", ("Again", lambda: None))
    dismiss = next(one for one in window.window.messages.findChildren(QPushButton) if one.text() == "Dismiss")
    dismiss.setFocus()
    QTest.keyClick(dismiss, SPACE)
    assert focused_field(window) == "case.why_now"
    QTest.keyClick(window.window.focusWidget(), key)
    assert window.window.open is not None
    assert window.step == STEP["case"]


def test_an_offer_replaced_by_another_message_gives_it_back_too(stage: Stage) -> None:
    window = open_plan(stage)
    window.field("case.why_now")
    messages = window.window.messages
    messages.tell("Done.", ("Again", lambda: None))
    messages.offer("Again").setFocus()
    messages.tell("Done once more.", ("Once more", lambda: None))
    assert focused_field(window) == "case.why_now"


def test_without_a_place_to_go_back_to_the_form_begins(stage: Stage) -> None:
    window = open_plan(stage)
    walk = window.window.desk.plan.walk  # type: ignore[union-attr]
    walk.panel.all_plans.setFocus()
    window.window.messages.tell("Done.", ("Again", lambda: None))
    window.window.messages.offer("Again").setFocus()
    walk.panel.all_plans.setEnabled(False)
    window.window.messages.dismiss()
    assert walk.form.isAncestorOf(window.window.focusWidget())


@pytest.fixture
def buttons(qtbot: QtBot) -> tuple[TabsAsLaidOut, list[QPushButton]]:
    room = TabsAsLaidOut()
    column = QVBoxLayout(room)
    made = [QPushButton(str(at), room) for at in range(4)]
    for button in made:
        column.addWidget(button)
    qtbot.addWidget(room)
    with qtbot.waitActive(room):
        room.show()
        room.activateWindow()
    return room, made


@pytest.mark.parametrize("way", ["hide", "disable"])
@pytest.mark.parametrize(("gone", "then"), [(0, 1), (1, 2), (2, 3), (3, 2)])
def test_the_next_thing_gets_the_focus_or_the_last_before_it(
    buttons: tuple[TabsAsLaidOut, list[QPushButton]], way: str, gone: int, then: int
) -> None:
    _room, made = buttons
    made[gone].setFocus()
    if way == "hide":
        made[gone].hide()
    else:
        made[gone].setEnabled(False)
    assert QApplication.focusWidget() is made[then]


def test_what_is_taken_out_of_its_layout_first_has_its_place_by_its_height(
    buttons: tuple[TabsAsLaidOut, list[QPushButton]],
) -> None:
    room, made = buttons
    made[1].setFocus()
    layout = room.layout()
    assert layout is not None
    layout.removeWidget(made[1])
    made[1].hide()
    assert QApplication.focusWidget() is made[2]


@pytest.mark.parametrize("way", ["remove", "undo"])
def test_a_row_that_goes_settles_nothing_in_the_row_that_takes_its_place(stage: Stage, way: str) -> None:
    contacts = (Contact(id="m", name="Mara Lindqvist"), Contact(id="b", name="Ben Okoye"))
    rest = Attendee(contact="Ben Okoye", contact_id="b", role="knows line 4")
    given = (rest,) if way == "undo" else (Attendee(), rest)
    window = open_plan(stage, **{"client.contacts": contacts, "call.attendees": given})
    rows = rows_of(window, "call.attendees")
    if way == "undo":
        window.window.open.document.insert_row("call.attendees", 0)  # type: ignore[union-attr]
    name = rows.frames[0].binder.inputs[0]
    name.setFocus()
    QTest.keyClicks(name, "mara")
    if way == "undo":
        window.undo()
        window.undo()
    else:
        QTest.keySequence(name, "Ctrl+Shift+Del")
    assert window.preparation.plan.call.attendees == (rest,)
    assert rows.isAncestorOf(window.window.focusWidget())


# A double press


def test_the_second_return_of_a_double_press_types_nothing(stage: Stage) -> None:
    window = stage.open(a_plan(**{"call.title": "Line walk"}))
    plans = window.window.plans_page.list
    plans.setFocus()
    QTest.keyClick(plans, RETURN)
    before = window.walk.preparation
    QTest.keyClick(window.window.focusWidget(), RETURN)
    QTest.keyClick(window.window.focusWidget(), SPACE)
    assert window.walk.preparation == before


def test_nor_does_it_in_the_step_or_the_row_it_led_to(stage: Stage) -> None:
    window = open_plan(stage)
    walk = window.window.desk.plan.walk  # type: ignore[union-attr]
    walk.next_button.setFocus()
    QTest.keyClick(walk.next_button, RETURN)
    before = window.preparation
    QTest.keyClick(window.window.focusWidget(), RETURN)
    assert window.preparation == before
    rows = rows_of(window, "case.problems")
    rows.add_button.setFocus()
    QTest.keyClick(rows.add_button, RETURN)
    before = window.preparation
    assert len(before.plan.case.problems) == 1
    QTest.keyClick(window.window.focusWidget(), RETURN)
    assert window.preparation == before


class Moments:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    return field


def key(line: QLineEdit, kind: QEvent.Type, at: int, which: Qt.Key = SPACE, *, held: bool = False) -> None:
    event = QKeyEvent(kind, which, Qt.KeyboardModifier.NoModifier, " ", held)
    event.setTimestamp(at)
    QApplication.sendEvent(line, event)


def test_time_stamps_tell_a_double_press_however_late_it_is_handed_over(line: QLineEdit) -> None:
    moments = Moments()
    guard = DoublePress(line, now_ms=moments)
    interval = QApplication.doubleClickInterval()
    guard.keep_from(line)
    key(line, RELEASE, 5_000)
    moments.now += 60_000  # the window was busy
    key(line, PRESS, 5_000 + interval - 1)
    assert line.text() == ""
    key(line, RELEASE, 5_010 + interval)
    key(line, PRESS, 5_020 + interval)
    assert line.text() == "", "nor is a third press at once"
    key(line, RELEASE, 5_030 + interval)
    key(line, PRESS, 5_030 + 2 * interval)
    key(line, PRESS, 5_031 + 2 * interval)
    assert line.text() == "  ", "what comes later is typed, and all after it"


def test_without_time_stamps_the_moment_of_arrival_counts(line: QLineEdit) -> None:
    moments = Moments()
    guard = DoublePress(line, now_ms=moments)
    guard.keep_from(line)
    key(line, PRESS, 0)
    assert line.text() == ""
    moments.now = QApplication.doubleClickInterval()
    key(line, PRESS, 0)
    assert line.text() == " "


def test_a_key_still_held_types_nothing_until_it_was_let_go(line: QLineEdit) -> None:
    moments = Moments()
    guard = DoublePress(line, now_ms=moments)
    guard.keep_from(line)
    moments.now = 1e9
    for _ in range(3):
        key(line, RELEASE, 0, held=True)
        key(line, PRESS, 0, held=True)
    assert line.text() == ""
    key(line, PRESS, 0)
    assert line.text() == " "


def test_any_other_key_and_leaving_end_it(line: QLineEdit) -> None:
    guard = DoublePress(line, now_ms=Moments())
    guard.keep_from(line)
    QTest.keyClicks(line, "a b")
    assert line.text() == "a b"
    guard.keep_from(line)
    QTest.keyClick(line, RETURN, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, " ")
    assert line.text() == "a b "
    guard.keep_from(line)
    line.setFocus()
    line.clearFocus()
    QTest.keyClicks(line, " ")
    assert line.text() == "a b  "


# Tab in suggestions, and the head of a text


def test_tab_takes_the_only_suggestion_and_goes_on(sheet: Sheet) -> None:
    contacts = (Contact(name="Mara Lindqvist"), Contact(name="Ben Okoye"), Contact(name="Ben Abel"))
    sheet.plan(**{"client.contacts": contacts})
    actor = sheet.put(ContactField, "ask.primary.actor")
    title = sheet.put(LineField, "call.title")
    sheet.show()
    sheet.type(actor, "qvi")
    QTest.keyClick(open_list(), Qt.Key.Key_Tab)
    assert sheet.read("ask.primary.actor") == "Mara Lindqvist"
    assert title.hasFocus()
    assert QApplication.activePopupWidget() is None


def test_tab_takes_the_chosen_one_of_several_and_none_unchosen(sheet: Sheet) -> None:
    contacts = (Contact(name="Ben Okoye"), Contact(name="Ben Abel"))
    sheet.plan(**{"client.contacts": contacts})
    actor = sheet.put(ContactField, "ask.primary.actor")
    sheet.put(LineField, "call.title")
    sheet.show()
    sheet.type(actor, "ben")
    QTest.keyClick(open_list(), Qt.Key.Key_Tab)
    assert sheet.read("ask.primary.actor") == "ben"
    sheet.type(actor, "ben")
    QTest.keyClick(open_list(), Qt.Key.Key_Down)
    QTest.keyClick(open_list(), Qt.Key.Key_Tab)
    assert sheet.read("ask.primary.actor") in {"Ben Okoye", "Ben Abel"}


def test_tab_takes_the_only_client_before_a_new_plan(stage: Stage) -> None:
    window = stage.open(a_plan())
    window.choose_from_menu("New Plan…")
    dialog = window.window.findChild(NewPlanDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.client, "tarn")
    QTest.keyClick(open_list(), Qt.Key.Key_Tab)
    assert dialog.client_name == "Tarn Valley Water"
    assert dialog.hint == "A client you already have."


@pytest.mark.parametrize("kind", [LineField, ContactField])
def test_a_line_left_by_tab_shows_the_head_of_its_text(
    sheet: Sheet, kind: type[LineField | ContactField]
) -> None:
    paths = {LineField: "call.title", ContactField: "ask.primary.actor"}
    field = sheet.put(kind, paths[kind])
    sheet.put(LineField, "case.why_now")
    sheet.show()
    field.setMaximumWidth(120)
    sheet.type(field, LONG)
    line = field.lineEdit() if isinstance(field, ContactField) else field
    assert line is not None
    assert line.cursorPosition() == len(LONG)
    sheet.press(Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert line.cursorPosition() == 0
    assert abs(line.cursorRect().left()) < 10


def test_every_line_of_the_program_does(walk: Walk) -> None:
    story = walk()
    for step in range(len(STEP)):
        story.page.go_to(step)
        assert story.page.form.is_complete
    lines = story.page.findChildren(QLineEdit)
    assert len(lines) > 20
    assert [line for line in lines if not isinstance(line, InputLine)] == []


# A message under a field


@pytest.mark.parametrize("width", [1000, 760])
@pytest.mark.parametrize("text", ["45 Foo 2026", "9" * 90, "x" * 90])
def test_a_message_under_a_field_moves_nothing_sideways(walk: Walk, width: int, text: str) -> None:
    story = walk(width=width)
    story.page.go_to_field("call.starts")
    field = story.field("call.starts")
    assert isinstance(field, MomentField)
    beside = [story.page.panel, story.page.form, field, field.time, field.zone]

    def places() -> list[tuple[int, int]]:
        return [(one.mapTo(story.page, one.rect().topLeft()).x(), one.width()) for one in beside]

    QApplication.processEvents()  # the form is complete, and laid out
    before = places()
    QTest.keyClicks(field.day.line, text)
    QTest.keyClick(field.day.line, Qt.Key.Key_Tab)
    assert field.problem
    story.page.panel.refresh()
    QApplication.processEvents()
    assert places() == before


# Undo


def test_undo_goes_to_the_step_and_the_field_and_says_what(stage: Stage) -> None:
    window = open_plan(stage)
    window.field("conversation.purpose").type("Learn who decides")
    window.go_to("call")
    window.press("Ctrl+Z")
    assert window.preparation.plan.conversation.purpose == ""
    assert window.step == STEP["conversation"]
    assert focused_field(window) == "conversation.purpose"
    assert window.message.startswith("Undone: typing in")
    window.go_to("call")
    window.press("Ctrl+Shift+Z")
    assert window.preparation.plan.conversation.purpose == "Learn who decides"
    assert window.step == STEP["conversation"]
    assert window.message.startswith("Done again: typing in")
    window.field("conversation.purpose").type(".")
    assert window.message == ""


def test_undo_goes_to_the_row_that_came_back(stage: Stage) -> None:
    agenda = tuple(AgendaItem(topic=topic) for topic in ("One", "Two", "Three"))
    window = open_plan(stage, **{"conversation.agenda": agenda})
    rows = rows_of(window, "conversation.agenda")
    rows.remove_row(1)
    window.go_to("call")
    window.undo()
    assert window.preparation.plan.conversation.agenda == agenda
    assert rows.frames[1].isAncestorOf(window.window.focusWidget())


def test_undo_opens_the_details_that_hide_what_it_undoes(stage: Stage) -> None:
    window = open_plan(stage)
    field = window.field("case.why_change")
    assert field.widget.isVisible()
    assert window.window.open is not None
    window.window.open.walk.form.complete()  # details built later would open by what they hold
    hidden = next(
        section
        for section in window.window.findChildren(QWidget)
        if type(section).__name__ == "DetailSection"
    )
    inside = next(one for one in hidden.findChildren(QWidget) if one.property("field"))
    path = str(inside.property("field"))
    found = window.field(path)
    QTest.keyClicks(window.window.focusWidget(), "x")
    hidden.set_open(False)  # type: ignore[attr-defined]
    window.go_to("review")
    window.undo()
    assert found.widget.isVisible()


def test_undo_leaves_the_cursor_where_one_undoes_what_one_looks_at(stage: Stage) -> None:
    window = open_plan(stage)
    window.field("call.title").type("Line walk")
    before = window.window.focusWidget()
    window.press("Ctrl+Z")
    assert window.window.focusWidget() is before


def test_outside_a_plan_undo_says_what_it_would_undo(stage: Stage) -> None:
    window = stage.open(a_plan(), a_plan(**{"client.name": "Brightmoor"}))
    window.press("Ctrl+Z")
    assert "brings deleted plans back" in window.message
    window.delete("Brightmoor")
    window.choose_from_menu("Insights")
    window.press("Ctrl+Z")
    window.wait_until(lambda: window.message.startswith("Undone: delete “"))
    window.take_offer("All plans")
    assert shown(window) is window.window.plans_page
    assert "Brightmoor" in window.clients


def test_in_a_plan_with_nothing_changed_undo_says_so(stage: Stage) -> None:
    window = open_plan(stage)
    window.window.focusWidget().clearFocus()
    window.press("Ctrl+Z")
    assert window.message.startswith("Nothing to undo")


def test_undo_in_a_call_takes_marks_back_and_nothing_typed_before(stage: Stage) -> None:
    window = open_plan(stage)
    window.field("call.title").type("Line walk")
    window.choose_from_menu("Rehearse")
    call = window.window.around_the_call.rehearsals.page
    assert call is not None
    QTest.keyClick(call, Qt.Key.Key_P)
    assert raised_by(window) is not None
    QTest.keySequence(call, "Ctrl+Z")
    assert raised_by(window) is None
    assert call.isVisible()
    QTest.keySequence(call, "Ctrl+Z")
    assert window.preparation.plan.call.title == "Line walk"
    assert window.message.startswith("Nothing noted in this call")
    QTest.keySequence(call, "Ctrl+Shift+Z")
    assert raised_by(window) is not None


# The way back

BESIDE = ("Insights", "Backups", "Trash", "Earlier Versions")
BACK = pytest.mark.parametrize("keys", ["Esc", "Alt+Left"])


@BACK
@pytest.mark.parametrize("entry", BESIDE)
def test_back_to_the_field_one_came_from(stage: Stage, entry: str, keys: str) -> None:
    window = open_plan(stage)
    window.field("case.why_now").type("The contract ends.")
    window.choose_from_menu(entry)
    assert window.window.desk.plan is None
    window.press(keys)
    assert window.walk.step == STEP["case"]
    assert focused_field(window) == "case.why_now"


@BACK
@pytest.mark.parametrize("entry", BESIDE)
def test_back_to_the_list(stage: Stage, entry: str, keys: str) -> None:
    window = stage.open(a_plan())
    window.choose_from_menu(entry)
    assert shown(window) is not window.window.plans_page
    window.press(keys)
    assert shown(window) is window.window.plans_page
    assert window.window.plans_page.list.hasFocus()


@BACK
def test_back_step_by_step(stage: Stage, keys: str) -> None:
    window = stage.open(a_plan())
    for entry in ("Insights", "Backups", "Trash", "Trash"):
        window.choose_from_menu(entry)
    window.press(keys)
    assert shown(window) is window.window.safekeeping.backups
    window.press(keys)
    assert shown(window) is window.window.insights.page
    window.press(keys)
    assert window.window.plans_page.isVisible()


@BACK
def test_back_whatever_on_the_page_has_the_keys(stage: Stage, keys: str) -> None:
    window = stage.open(a_plan())
    for entry in BESIDE:
        window.choose_from_menu(entry)
        page = window.window.area.page
        assert page is not None
        reached = [one for one in page.findChildren(QWidget) if one.focusPolicy() and one.isVisible()]
        for each in reached or [page]:
            window.choose_from_menu(entry)
            each.setFocus()
            QTest.keySequence(each, keys)
            assert window.window.area.page is not page, (entry, each)
            while not window.window.plans_page.isVisible():
                window.press(keys)


def test_back_from_a_call_and_from_a_plan(stage: Stage) -> None:
    window = open_plan(stage)
    window.choose_from_menu("Rehearse")
    window.press("Alt+Left", window.window.around_the_call.rehearsals.page)
    assert window.window.area.page is window.window.desk.plan.walk  # type: ignore[union-attr]
    window.press("Alt+Left")
    assert window.window.plans_page.isVisible()


# Export


def test_export_exports_what_is_shown(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(*given: object) -> tuple[str, str]:
        asked.append(str(given[2]))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window = stage.open(a_plan(**{"call.title": "Line walk"}))
    for entry in ("Backups", "Trash", "Earlier Versions"):
        window.choose_from_menu(entry)
        window.press("Ctrl+E")
        assert window.message.startswith("There is no page to export here"), entry
        window.press("Esc")
    window.choose_from_menu("Insights")
    window.press("Ctrl+E")
    assert window.message == "There are no insights to export yet."
    window.press("Esc")
    assert asked == []
    window.press("Ctrl+E")
    assert "Line walk" in asked[-1]
    window.choose_from_menu("Rehearse")
    call = window.window.around_the_call.rehearsals.page
    assert call is not None
    QTest.keySequence(call, "Ctrl+E")
    assert len(asked) == 2


def test_a_day_alone_says_nothing_sideways(sheet: Sheet) -> None:
    field = sheet.put(DateField, "ask.primary.by")
    sheet.show()
    width = field.width()
    sheet.type(field, "z" * 120)
    sheet.leave()
    assert field.problem
    assert sheet.root.minimumSizeHint().width() <= width
