import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.desktop.widgets.colours import DARK, LIGHT, TEXT_ON, Colours, contrast
from planner.desktop.widgets.theme import Theme, style_sheet


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON, ids=[" on ".join(pair) for pair in TEXT_ON])
def test_text_stands_out_from_its_ground(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "side", "accent_soft"])
def test_the_focus_ring_stands_out(colours: Colours, ground: str) -> None:
    assert contrast(colours.accent, getattr(colours, ground)) >= 3


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_leaves_nothing_to_fill_in(colours: Colours) -> None:
    sheet = style_sheet(colours, text_size=10)

    assert "$" not in sheet
    assert colours.accent in sheet
    assert "font-size: 16.0pt" in sheet


def test_every_colour_is_well_formed() -> None:
    for colours in (LIGHT, DARK):
        for value in msgspec.structs.asdict(colours).values():
            assert QColor(value).isValid()


def test_light_and_dark_follow_the_platform_while_running(qapp: QApplication, qtbot: QtBot) -> None:
    changed = qapp.styleHints().colorSchemeChanged
    theme = Theme(qapp)
    with qtbot.waitSignal(theme.changed):
        changed.emit(Qt.ColorScheme.Dark)
    assert theme.colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.page

    with qtbot.waitSignal(theme.changed):
        changed.emit(Qt.ColorScheme.Light)
    assert theme.colours is LIGHT
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.page
