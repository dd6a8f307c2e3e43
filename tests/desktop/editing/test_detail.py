"""The part of a form behind "Add detail"."""

import pytest
from PySide6.QtCore import Property, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.editing.detail import DetailSection


class Field(QLineEdit):
    """An input as the section sees it: a field path and a value."""

    def _read(self) -> object:
        return self.text()

    def _write(self, value: object) -> None:
        self.setText(str(value))

    value = Property(object, _read, _write, user=True)


@pytest.fixture
def section(qtbot: QtBot) -> DetailSection:
    made = DetailSection()
    made.setProperty("title", "Add detail: forces, proof")
    body = QWidget(made)
    column = QVBoxLayout(body)
    for name in ("case.new_way", "case.why_us"):
        field = Field(body)
        field.setProperty("field", name)
        column.addWidget(field)
    made.take_body()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def fields(section: DetailSection) -> list[Field]:
    return section.findChildren(Field)


def test_it_is_closed_at_first_and_says_so(section: DetailSection) -> None:
    assert not section.is_open
    assert not fields(section)[0].isVisible()
    assert section.heading.shown_text() == "▸ Add detail: forces, proof"
    assert section.heading.accessibleName() == "Add detail: forces, proof, closed"


def test_a_click_opens_it_and_another_closes_it(section: DetailSection, qtbot: QtBot) -> None:
    with qtbot.waitSignal(section.toggled):
        QTest.mouseClick(section.heading, Qt.MouseButton.LeftButton)
    assert fields(section)[0].isVisible()
    assert section.heading.accessibleName() == "Add detail: forces, proof, open"
    QTest.mouseClick(section.heading, Qt.MouseButton.LeftButton)
    assert not section.is_open


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return])
def test_a_key_opens_it_and_tab_goes_inside(section: DetailSection, key: Qt.Key) -> None:
    section.heading.setFocus()
    QTest.keyClick(section.heading, key)
    assert section.is_open
    QTest.keyClick(section.heading, Qt.Key.Key_Tab)
    assert fields(section)[0].hasFocus()


def test_left_closes_it(section: DetailSection) -> None:
    section.set_open(True)
    QTest.keyClick(section.heading, Qt.Key.Key_Left)
    assert not section.is_open


def test_it_counts_what_is_filled_inside(section: DetailSection) -> None:
    fields(section)[1].setText("We answer at night")
    fields(section)[0].setText("  ")
    section.recount()
    assert section.filled == 1
    assert section.heading.shown_text() == "▸ Add detail: forces, proof · 1\u00a0filled"
    fields(section)[1].clear()
    section.recount()
    assert section.heading.shown_text() == "▸ Add detail: forces, proof"


def test_a_long_title_wraps_instead_of_being_cut(section: DetailSection) -> None:
    section.setProperty("title", "Einzelheiten ergänzen: Zuständigkeiten und Entscheidungsbefugnisse")
    wide, narrow = section.heading.heightForWidth(900), section.heading.heightForWidth(220)
    assert narrow > wide
    assert section.heading.minimumSizeHint().width() < 320


def test_it_spaces_what_it_opens_so_that_no_form_has_to(section: DetailSection) -> None:
    section.set_open(wanted=True)
    first, second = fields(section)
    assert first.y() == 8
    assert second.geometry().top() - first.geometry().bottom() - 1 >= 16
