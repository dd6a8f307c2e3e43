"""Whatever is brought into the window can be handed on: it is in the plan as shown, and in a plan file."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, example, given, settings
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.check.finding_line import FindingLine
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.fields import AmountField, ContactField, LineField, LongField
from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.fields.typed import TypedLine
from planner.desktop.plans.new_plan import NewPlanDialog
from planner.desktop.preferences.preferences import Preferences
from planner.desktop.preferences.settings_dialog import SettingsDialog
from planner.desktop.rehearsal.note_line import NoteLine
from planner.desktop.widgets.search_line import SearchLine
from planner.exchange.plan_file import plan_file, preparation_in
from planner.model.characters import as_meant
from planner.model.fields import with_field
from planner.model.plan import absolute_path
from tests.desktop.conftest import OpenWindow
from tests.desktop.sheet import Sheet
from tests.exchange.any_text import any_texts

KINDS = {LineField: "call.title", LongField: "case.why_now", ContactField: "ask.primary.actor"}
OFFICE_BREAK = "Costs\x0brise"


def brought_in(one: QWidget, text: str) -> None:
    """Bring a text in, as an input method or a paste does, where the cursor is."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(typed_into(one), event)


def pasted(one: QWidget, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    typed_into(one).paste()


def typed_into(one: QWidget) -> QLineEdit | QPlainTextEdit:
    line = one.lineEdit() if isinstance(one, QComboBox) else one
    assert isinstance(line, QLineEdit | QPlainTextEdit)
    return line


def shown(one: QWidget) -> str:
    return str(one.property("value"))


@pytest.mark.parametrize("bring", [brought_in, pasted])
@pytest.mark.parametrize("kind", KINDS)
def test_any_text_that_comes_in_can_be_handed_on(
    sheet: Sheet, kind: type[QWidget], bring: Callable[[QWidget, str], None]
) -> None:
    path = KINDS[kind]
    field = sheet.put(kind, path)
    sheet.show()

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(any_texts)
    @example(OFFICE_BREAK)
    @example("\x00\x0c😀\x0b\ud800")
    def check(text: str) -> None:
        sheet.document.edit(path, "")
        bring(field, text)
        held = sheet.read(path)
        preparation = sheet.document.preparation
        assert as_meant(held) == held == shown(field)
        assert [sign for sign in held if sign.isprintable()] == [
            sign for sign in as_meant(text) if sign.isprintable()
        ]
        assert preparation_in(plan_file(preparation), "plan.json") == preparation
        assert with_field(preparation, absolute_path(path), held) == preparation

    check()


@pytest.mark.parametrize("kind", [LineField, LongField])
def test_a_line_break_from_an_office_program_becomes_one_and_the_cursor_stays_behind_it(
    sheet: Sheet, kind: type[QWidget]
) -> None:
    path = KINDS[kind]
    field = sheet.put(kind, path)
    sheet.show()
    sheet.type(field, "😀 ")
    pasted(field, f"\x00{OFFICE_BREAK}\x1b")
    sheet.press(Qt.Key.Key_S)
    assert sheet.read(path) == "😀 Costs\nrises"
    assert shown(field) == "😀 Costs\nrises"


MEANT = {
    "Kunden\u00adbindung": "Kundenbindung",
    "\ufeffCosts\u200b rise\u2060": "Costs rise",
    "\uf0b7 Costs\u2028\uf0fc Time": "• Costs\n✓ Time",
    "before\ufffcafter\x85again": "beforeafter\nagain",
    "5\xa0% of 38\u202fh": "5\xa0% of 38\u202fh",
    "می\u200cخواهم 👩\u200d🔬": "می\u200cخواهم 👩\u200d🔬",
}


@pytest.mark.parametrize("bring", [brought_in, pasted])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", MEANT)
def test_what_other_programs_mark_comes_in_as_it_is_meant(
    sheet: Sheet, text: str, kind: type[QWidget], bring: Callable[[QWidget, str], None]
) -> None:
    field = sheet.put(kind, KINDS[kind])
    sheet.show()
    bring(field, text)
    assert sheet.read(KINDS[kind]) == shown(field) == MEANT[text]


def test_a_cell_of_a_spreadsheet_comes_into_a_line_without_its_line_end(sheet: Sheet) -> None:
    field = sheet.put(LineField, "call.title")
    sheet.show()
    sheet.type(field, "")
    pasted(field, "Review of the second quarter\r\n")
    sheet.press(Qt.Key.Key_S)
    assert sheet.read("call.title") == "Review of the second quarters"


@pytest.mark.parametrize(("text", "amount"), [("9\u00ad8\ufeff", "98"), ("\u200b1\xa0250\u2060", "1250")])
def test_a_number_is_read_without_the_marks_that_came_with_it(sheet: Sheet, text: str, amount: str) -> None:
    field = sheet.put(AmountField, "call.deal_value.amount")
    sheet.show()
    pasted(field.line, text)
    assert sheet.read("call.deal_value.amount") == Decimal(amount)


def test_no_line_of_the_window_takes_what_no_text_may_hold(open_window: OpenWindow, qtbot: QtBot) -> None:
    page = open_window()
    walk = page.new_plan("Tarn Valley Water")
    walk.take_keys()
    for step in STEPS:
        walk.go_to(step.key)
    others = TypedLine | SearchLine  # what is read, and what is looked for
    lines = [one for one in page.window.findChildren(QLineEdit) if not isinstance(one, others)]
    assert len(lines) > 10
    assert [one.objectName() for one in lines if not isinstance(one.validator(), FitCharacters)] == []
    page.close()

    parent = QWidget()
    qtbot.addWidget(parent)
    note = NoteLine(parent)
    typed: list[str] = []
    note.typed.connect(typed.append)
    for line in (NewPlanDialog([], parent).client, FindingLine(parent).because, note):
        pasted(line, OFFICE_BREAK)
        assert line.text() == "Costs\nrise"
    assert typed == ["Costs\nrise"]
    dialog = SettingsDialog(Preferences(), parent)
    dialog.phrases.setPlainText("have a think\x00\x0bget back")
    assert dialog.thresholds.vague_phrases == ("have a think", "get back")
