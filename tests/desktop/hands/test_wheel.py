"""The wheel scrolls, and changes no value, wherever in the program it is turned."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.desktop.editing.detail import DetailSection
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.fields import ChoiceField, CurrencyField, DateField
from planner.desktop.fields.call_promises import CallPromisesField
from planner.desktop.fields.field import CalmCombo, CalmSpin
from planner.desktop.page import printing
from planner.desktop.preferences.preferences import Preferences
from planner.desktop.preferences.settings_dialog import SettingsDialog
from planner.desktop.widgets.calm_wheel import CalmWheel
from tests.builders import a_plan, a_row_in_every_list
from tests.desktop.sheet import Sheet
from tests.desktop.stage import Stage
from tests.desktop.walk_story import Walk

FORMS = Path(__file__).parents[3] / "forms"


def turn(widget: QWidget, notches: int = -2, *, through: QWidget | None = None) -> None:
    """Turn the wheel over the middle of a widget; `through` is what the event is sent to."""
    at = QPointF(widget.rect().center())
    turned = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(through or widget, turned)


def boxes_in(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        boxes = QAbstractSpinBox | QComboBox | QTabBar | QAbstractSlider
        if isinstance(widget, boxes) and not isinstance(widget, QScrollBar):
            yield widget


def is_in_a_promise(box: QWidget) -> bool:
    """Whether the box is in a row of promises, which goes when it is left without a text."""
    above = box.parentWidget()
    return above is not None and (isinstance(above, CallPromisesField) or is_in_a_promise(above))


def value_of(box: QWidget) -> object:
    if isinstance(box, QComboBox):
        return box.currentIndex(), box.currentText()
    return box.property("value")


def requires_calm(boxes: list[QWidget]) -> None:
    for box in boxes:
        before, focused = value_of(box), QApplication.focusWidget()
        for reached in (box, *box.findChildren(QWidget)):
            turn(box, through=reached)
            turn(box, 3, through=reached)
        assert value_of(box) == before, box
        assert QApplication.focusWidget() is focused, f"the wheel brings {box} the focus"
        box.setFocus()
        turn(box)
        turn(box, 3)
        assert value_of(box) == before, box


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_no_box_of_a_form_takes_the_wheel(walk: Walk, step: object) -> None:
    story = walk(a_row_in_every_list())
    story.page.go_to(STEPS.index(step))
    for section in story.page.form.findChildren(DetailSection):
        section.set_open(wanted=True)
    before = story.document.preparation
    requires_calm([box for box in boxes_in(story.page) if not is_in_a_promise(box)])
    assert story.document.preparation == before


def test_no_box_around_the_forms_takes_the_wheel(stage: Stage) -> None:
    window = stage.open(a_plan())
    window.open("Tarn Valley Water")
    paper = window.walk.preview.paper
    requires_calm([paper])
    assert stage.settings().paper == "a4"
    window.choose_from_menu("Insights")
    page = window.window.insights.page
    assert page is not None
    boxes = list(boxes_in(page))
    assert len(boxes) >= 2
    page.choice.show()
    requires_calm(boxes)


def test_no_box_of_the_settings_takes_the_wheel(stage: Stage) -> None:
    window = stage.open()
    dialog = SettingsDialog(Preferences(), window.window)
    dialog.open()
    boxes = list(boxes_in(dialog))
    assert boxes
    requires_calm(boxes)
    assert all(isinstance(box, CalmSpin | CalmCombo) for box in boxes)


def test_the_boxes_of_the_print_dialog_take_no_wheel(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QPrintDialog] = []

    def look(dialog: QPrintDialog) -> int:
        shown.append(dialog)
        assert dialog.findChild(CalmWheel) is not None
        requires_calm([box for box in boxes_in(dialog) if box.isEnabled()])
        return 0

    monkeypatch.setattr(printing, "page_sizes", lambda _pdf: [(595.0, 842.0)])
    monkeypatch.setattr(printing, "printer_for", lambda *_args: QPrinter())
    monkeypatch.setattr(QPrintDialog, "exec", look)
    window = QWidget()
    qtbot.addWidget(window)
    assert printing.ask_for_printer(b"", "Plan", window) is None
    assert len(shown) == 1


def test_no_form_and_no_room_makes_a_box_that_takes_the_wheel() -> None:
    plain = ("QComboBox", "QFontComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QSlider")
    made = [
        f"{path.name}: {name}"
        for path in (*FORMS.rglob("*.ui"), *(FORMS.parent / "planner").rglob("*.py"))
        for name in (*plain, "QDateTimeEdit", "QDial", "QTabBar", "QTabWidget")
        if f'<widget class="{name}"' in (text := path.read_text(encoding="utf-8")) or f" {name}(" in text
    ]
    assert made == []


def test_the_wheel_over_a_closed_box_scrolls_the_form(scrolled: tuple[QScrollArea, CalmCombo]) -> None:
    area, box = scrolled
    box.setFocus()
    at = QPointF(box.mapTo(area, box.rect().center()))
    QTest.wheelEvent(area.windowHandle(), at, QPoint(0, -240))
    assert area.verticalScrollBar().value() > 0
    assert box.currentIndex() == 0


def test_an_open_list_scrolls_by_the_wheel_and_keeps_the_value(sheet: Sheet) -> None:
    box = CalmCombo(sheet.root)
    box.addItems([f"entry {number}" for number in range(60)])
    sheet.put(DateField, "ask.primary.by")
    layout = sheet.root.layout()
    assert layout is not None
    layout.addWidget(box)
    sheet.show()
    box.showPopup()
    bar = box.view().verticalScrollBar()
    turn(box.view().viewport(), -3)
    assert bar.value() > 0
    assert box.currentIndex() == 0
    box.hidePopup()


@pytest.fixture
def scrolled(qtbot: QtBot) -> tuple[QScrollArea, CalmCombo]:
    area, inside = QScrollArea(), QWidget()
    inside.resize(300, 2000)
    box = CalmCombo(inside)
    box.addItems(["one", "two"])
    box.setGeometry(20, 200, 200, 30)
    area.setWidget(inside)
    area.resize(320, 400)
    qtbot.addWidget(area)
    area.move(100, 100)
    with qtbot.waitExposed(area):
        area.show()
    return area, box


def test_an_open_list_moves_with_its_box(scrolled: tuple[QScrollArea, CalmCombo]) -> None:
    area, box = scrolled
    box.showPopup()
    popup = box.view().window()
    below = popup.y() - box.mapToGlobal(QPoint()).y()
    area.verticalScrollBar().setValue(60)
    assert popup.isVisible()
    assert popup.y() - box.mapToGlobal(QPoint()).y() == below
    area.move(140, 130)
    assert popup.y() - box.mapToGlobal(QPoint()).y() == below
    box.hidePopup()
    area.verticalScrollBar().setValue(0)
    assert not popup.isVisible()


def test_an_open_list_closes_when_its_box_goes_out_of_sight(
    scrolled: tuple[QScrollArea, CalmCombo],
) -> None:
    area, box = scrolled
    box.showPopup()
    area.verticalScrollBar().setValue(900)
    assert not box.view().window().isVisible()
    area.verticalScrollBar().setValue(0)
    box.showPopup()
    box.hide()
    assert not box.view().window().isVisible()


@pytest.mark.parametrize("kind", [ChoiceField, DateField, CurrencyField])
def test_whatever_a_field_opens_goes_with_it(sheet: Sheet, kind: type[QWidget]) -> None:
    paths = {ChoiceField: "call.kind", DateField: "ask.primary.by", CurrencyField: "price.currency"}
    field = sheet.put(kind, paths[kind])
    sheet.show()
    field.showPopup() if isinstance(field, ChoiceField) else field.show_popup()  # type: ignore[attr-defined]
    popup = field.view().window() if isinstance(field, ChoiceField) else QApplication.activePopupWidget()
    assert popup is not None
    off = popup.pos() - field.mapToGlobal(QPoint())
    sheet.root.move(sheet.root.pos() + QPoint(40, 30))
    assert popup.pos() - field.mapToGlobal(QPoint()) == off
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
