import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop import fields
from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.binder import bind
from planner.desktop.editing.document import PlanDocument
from planner.desktop.fields import AmountField, ChoiceField, LineField, LongField
from planner.model.errors import FieldError
from planner.model.field_texts import unread_at
from planner.model.fields import paths_overlap
from planner.model.terms import Commitment
from tests.builders import a_plan
from tests.desktop.fakes import today
from tests.desktop.sheet import Disk, Sheet

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Form</class>
 <widget class="QWidget" name="Form"><layout class="QVBoxLayout">
  <item><widget class="QLabel" name="ask"><property name="text"><string>Why &amp;now?</string></property>
   <property name="buddy"><cstring>whyNow</cstring></property></widget></item>
  <item><widget class="LongField" name="whyNow">
   <property name="placeholderText"><string>e.g. contracts end in March</string></property>
   <property name="field" stdset="0"><string>case.why_now</string></property></widget></item>
  <item><widget class="ChoiceField" name="commitment">
   <property name="accessibleName"><string>The commitment</string></property>
   <property name="field" stdset="0"><string>call.commitment</string></property></widget></item>
  <item><widget class="DateField" name="by">
   <property name="placeholderText" stdset="0"><string>e.g. 11 Dec</string></property>
   <property name="field" stdset="0"><string>ask.primary.by</string></property></widget></item>
  <item><widget class="LineField" name="client">
   <property name="field" stdset="0"><string>client.name</string></property></widget></item>
 </layout></widget>
</ui>"""


class Loader(QUiLoader):
    def createWidget(self, class_name: str, parent: QWidget | None = None, name: str = "") -> QWidget:  # noqa: N802 - Qt's name
        ours = getattr(fields, class_name, None)
        if ours is None:
            return super().createWidget(class_name, parent, name)
        widget = ours(parent)
        widget.setObjectName(name)
        assert isinstance(widget, QWidget)
        return widget


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    buffer = QBuffer()
    buffer.setData(FORM.encode())
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    loaded = Loader().load(buffer)
    qtbot.addWidget(loaded)
    return loaded


def a_document(**given: object) -> PlanDocument:
    return PlanDocument(a_plan(**given), save=Disk().save, jobs=Jobs(), today=today, autosave_ms=60_000)


def test_a_form_from_its_file_shows_and_changes_the_plan(form: QWidget) -> None:
    document = a_document(**{"case.why_now": "Penalties", "call.commitment": Commitment.EXPLORE})
    binder = bind(form, document)
    why_now, commitment = form.findChild(LongField), form.findChild(ChoiceField)
    client = form.findChild(LineField, "client")
    assert isinstance(why_now, LongField)
    assert isinstance(commitment, ChoiceField)
    assert isinstance(client, LineField)
    assert why_now.value == "Penalties"
    assert why_now.placeholderText() == "e.g. contracts end in March"
    assert commitment.value is Commitment.EXPLORE
    assert client.value == "Tarn Valley Water"
    why_now.setPlainText("Two setters retire in April")
    assert document.read("case.why_now") == "Two setters retire in April"
    assert len(binder.inputs) == 4


def test_showing_a_plan_edits_nothing(form: QWidget) -> None:
    document = a_document(**{"case.why_now": "one\r\ntwo", "call.commitment": Commitment.EXPLORE})
    before = document.preparation
    bind(form, document)
    document.changed.emit("")
    assert document.preparation is before
    assert not document.undo_stack.count()


def test_undo_names_the_field_as_its_label_does(form: QWidget) -> None:
    document = a_document()
    bind(form, document)
    why_now = form.findChild(LongField)
    assert why_now is not None
    why_now.setPlainText("Penalties")
    assert document.undo_stack.undoText() == "typing in Why now?"
    commitment = form.findChild(ChoiceField)
    assert commitment is not None
    commitment.setCurrentIndex(1)
    assert document.undo_stack.undoText() == "change of The commitment"


def test_the_label_of_a_field_is_heard_where_no_other_name_is_given(form: QWidget) -> None:
    bind(form, a_document())
    why_now = form.findChild(LongField)
    assert why_now is not None
    assert why_now.accessibleName() == "Why now?"


def test_a_doubled_ampersand_of_a_label_is_heard_as_one(form: QWidget) -> None:
    label, why_now = form.findChild(QLabel, "ask"), form.findChild(LongField)
    assert label is not None
    assert why_now is not None
    label.setText("Why R&&D, and why &now?")
    bind(form, a_document())
    assert why_now.accessibleName() == "Why R&D, and why now?"


def test_only_what_changed_is_shown_again(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet.put(LineField, "call.title")
    sheet.put(LineField, "call.place")
    sheet.put(LongField, "case.why_now")
    sheet.show()
    read: list[str] = []
    original = PlanDocument.read

    def reading(document: PlanDocument, path: str) -> object:
        read.append(path)
        return original(document, path)

    monkeypatch.setattr(PlanDocument, "read", reading)
    sheet.document.changed.emit("call.title")
    assert read == ["call.title"]
    read.clear()
    sheet.document.changed.emit("call")
    assert read == ["call.title", "call.place"]


def test_a_form_that_is_gone_hears_of_no_change(sheet: Sheet, qtbot: QtBot) -> None:
    field = sheet.put(LineField, "call.title")
    sheet.show()
    with qtbot.waitSignal(field.destroyed):
        field.deleteLater()
        sheet.root.findChildren(QWidget)
    other = QWidget()
    other.setProperty("field", "")
    binder = bind(other, sheet.document)
    with qtbot.waitSignal(other.destroyed):
        other.deleteLater()
    del binder
    sheet.document.insert_row("case.problems", 0)
    assert len(sheet.read("case.problems")) == 1


def test_a_field_that_does_not_exist_is_an_error_of_the_form(sheet: Sheet) -> None:
    sheet.put(LineField, "case.why_not")
    with pytest.raises(FieldError, match=r"case\.why_not"):
        bind(sheet.root, sheet.document)


def test_what_the_model_refuses_is_said_by_the_field(sheet: Sheet) -> None:
    field = sheet.put(AmountField, "price.floor")
    sheet.show()
    sheet.type(field, "9" * 15)
    sheet.leave()
    assert not field.problem
    sheet.type(field, "9" * 16)
    sheet.leave()
    assert field.problem
    assert field.line.text() == "9" * 16
    assert sheet.read("price.floor") is None
    assert unread_at(sheet.document.preparation, "price.floor") == "9" * 16


@pytest.mark.parametrize(
    ("changed", "path", "does"),
    [
        ("", "case.why_now", True),
        ("case", "case.why_now", True),
        ("case.why_now", "case", True),
        ("case.problems", "case.problems[0].problem", True),
        ("case.problems[1]", "case.problems[10]", False),
        ("case.why", "case.why_now", False),
    ],
)
def test_a_change_touches_what_it_is_what_it_is_in_and_what_is_in_it(
    changed: str,
    path: str,
    does: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert paths_overlap(changed, path) is does
