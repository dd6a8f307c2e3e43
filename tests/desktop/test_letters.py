"""The letters of the window are the same on every computer that runs the tests."""

import sys

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.surroundings import FAMILY

ANY_OF_A_KIND = {"Sans Serif", "Serif", "Monospace"}
"""Names that stand for whichever font of the kind there is."""


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_widgets_are_set_in_the_letters_of_the_page(qtbot: QtBot, kind: type[QWidget]) -> None:
    widget = kind()
    qtbot.addWidget(widget)

    assert QFontInfo(widget.font()).family() == FAMILY


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_bold_and_italic_have_faces_of_their_own(qapp: QApplication, bold: bool, italic: bool) -> None:  # noqa: FBT001
    font = QFont(qapp.font())
    font.setBold(bold)
    font.setItalic(italic)
    found = QFontInfo(font)

    assert (found.family(), found.bold(), found.italic()) == (FAMILY, bold, italic)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's fonts cannot be put away")
def test_no_font_of_the_system_can_be_fallen_back_on(qapp: QApplication) -> None:
    assert qapp
    known = {family.split(" [")[0] for family in QFontDatabase.families()} - ANY_OF_A_KIND

    assert FAMILY in known
    assert {family for family in known if not family.startswith(("FiraGO", "Noto Sans"))} == set()


def test_numbers_are_written_the_british_way() -> None:
    assert QLocale().toString(1234567) == "1,234,567"
