"""A chart in a form: its height follows its width, its words reach a screen reader."""

from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.charts.bar_style import BarStyle
from planner.charts.tones import DARK, LIGHT, Tone
from planner.desktop.widgets.chart_view import ChartView
from planner.desktop.widgets.colours import DARK as DARK_WINDOW
from planner.desktop.widgets.colours import LIGHT as LIGHT_WINDOW
from planner.desktop.widgets.colours import Colours, contrast
from planner.desktop.widgets.theme import palette
from tests.charts.samples import a_bar, a_stack, a_waterfall


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    made = ChartView()
    qtbot.addWidget(made)
    return made


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_view_without_a_chart_takes_no_room(view: ChartView) -> None:
    assert view.isHidden()
    view.show_chart(a_waterfall())
    assert not view.isHidden()
    view.show_chart(None)
    assert view.isHidden()
    assert view.sizeHint().height() == 0


def test_the_words_are_there_for_who_cannot_see_it(view: ChartView) -> None:
    view.show_chart(a_waterfall())

    assert view.accessibleName() == "What the difference is made of"
    assert "Training, two setters −€3,000" in view.accessibleDescription()


def test_a_form_gives_it_the_height_that_its_width_needs(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    layout = QVBoxLayout(form)
    view = ChartView()
    layout.addWidget(view)
    layout.addStretch(1)
    view.show_chart(a_stack())
    form.resize(800, 600)
    form.show()
    qtbot.waitUntil(lambda: view.height() == view.heightForWidth(view.width()))
    wide = view.height()
    form.resize(360, 600)
    qtbot.waitUntil(lambda: view.width() < 360)
    qtbot.waitUntil(lambda: view.height() == view.heightForWidth(view.width()))

    assert view.height() != wide


@pytest.mark.parametrize(("colours", "tones"), [(LIGHT_WINDOW, LIGHT), (DARK_WINDOW, DARK)])
def test_it_is_painted_in_the_colours_of_the_window(
    view: ChartView, colours: Colours, tones: dict[Tone, str]
) -> None:
    view.setPalette(palette(colours))
    view.setAutoFillBackground(True)
    view.show_chart(a_waterfall())
    view.resize(700, view.heightForWidth(700))

    painted = _colours(view.grab().toImage())

    assert {colours.page, tones[Tone.VALUE], tones[Tone.WORTH], tones[Tone.DELTA]} <= painted


def test_tones_are_those_of_the_window() -> None:
    for window, tones in ((LIGHT_WINDOW, LIGHT), (DARK_WINDOW, DARK)):
        assert tones[Tone.INK] == window.text
        assert tones[Tone.QUIET] == window.muted
        assert tones[Tone.GROUND] == window.page
        assert tones[Tone.VALUE] == window.accent
        assert tones[Tone.AGAINST] == window.problem
        for text in (Tone.INK, Tone.QUIET):
            assert contrast(tones[text], tones[Tone.GROUND]) >= 4.5
        for edge in (Tone.VALUE, Tone.AGAINST, Tone.INK):
            assert contrast(tones[edge], tones[Tone.GROUND]) >= 3


def _grey(colour: str) -> float:
    one = QColor(colour)
    return 0.299 * one.red() + 0.587 * one.green() + 0.114 * one.blue()


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
def test_fills_can_be_told_apart_in_grey(tones: dict[Tone, str]) -> None:
    fills = [Tone.GROUND, Tone.WORTH, Tone.DELTA, Tone.REFERENCE, Tone.VALUE]
    greys = sorted(_grey(tones[one]) for one in fills)

    assert min(other - one for one, other in pairwise(greys)) >= 24


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
def test_looks_differ_in_grey_or_in_more_than_tone(tones: dict[Tone, str]) -> None:
    for one, other in combinations(BarStyle, 2):
        (fill, hatch, _, dashed), (beside, other_hatch, _, other_dashed) = one.value, other.value
        drawn_apart = bool(hatch) != bool(other_hatch) or dashed != other_dashed
        assert drawn_apart or abs(_grey(tones[fill]) - _grey(tones[beside])) >= 24, (one, other)


def test_the_numbers_can_be_taken_to_a_spreadsheet(view: ChartView) -> None:
    view.show_chart(a_bar(Fraction(44, 100)))
    view.copy_numbers()

    assert QGuiApplication.clipboard().text() == "\tShare of the claim\nBreak-even\tbreak-even 44%"


def test_a_larger_font_makes_a_larger_chart(view: ChartView) -> None:
    view.show_chart(a_waterfall())
    before = view.heightForWidth(900)
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    view.setFont(font)

    assert view.heightForWidth(900) > before


def test_a_form_may_ask_for_the_title_above(view: ChartView) -> None:
    view.show_chart(a_waterfall())
    plain = view.heightForWidth(700)
    view.setProperty("titled", True)
    view.resize(700, view.heightForWidth(700))

    assert plain < view.heightForWidth(700) < plain + 40
    assert view.property("titled") is True
    assert not view.grab().isNull()


def test_with_too_little_room_it_is_painted_smaller(view: ChartView) -> None:
    view.show_chart(a_waterfall())
    drawing = view.drawing(60)
    assert drawing is not None

    assert view.heightForWidth(60) < drawing.height
    view.resize(QSize(60, view.heightForWidth(60)))
    assert not view.grab().isNull()
