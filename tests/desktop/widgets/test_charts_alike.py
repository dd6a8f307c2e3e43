"""What the window paints and what the page prints are compared as pictures, in grey."""

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from planner.charts.chart import Rows
from planner.charts.drawing import Drawing
from planner.charts.lettering import Lettering
from planner.charts.tones import LIGHT
from planner.desktop.page.pdf_pages import draw_page
from planner.desktop.widgets.chart_painter import ChartPainter, Letters
from planner.documents.boxes import PaintContext
from planner.documents.chart_box import ChartBox
from planner.documents.fonts import FontBook
from planner.documents.page_style import Notes, PageStyle
from planner.documents.shaping import Shaper
from planner.documents.sheet import About, PageCanvas
from tests.charts.samples import LETTERS, SAMPLES

_WIDTH = 400
_FINE = 2
_CELL = 8


class _AsDrawn:
    """A chart that is one drawing, whatever the letters are: both painters are given the same."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self.title, self.alt = "", drawing.alt

    def rows(self) -> Rows:
        return ()

    def draw(self, width: float, lettering: Lettering) -> Drawing:
        del width, lettering
        return self._drawing


@pytest.fixture(scope="module")
def shaper() -> Shaper:
    return Shaper(FontBook())


def _blank(drawing: Drawing) -> QImage:
    image = QImage(QSize(_WIDTH * _FINE, round(drawing.height * _FINE)), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def _on_screen(drawing: Drawing) -> QImage:
    image = _blank(drawing)
    image.setDevicePixelRatio(_FINE)
    painter = QPainter(image)
    ChartPainter(painter, drawing, LIGHT, Letters(QFont(), drawing.em)).paint()
    painter.end()
    image.setDevicePixelRatio(1)
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def _on_page(drawing: Drawing, shaper: Shaper) -> QImage:
    sheet = PageCanvas(_WIDTH, drawing.height, About("", "", "en"), FontBook().face())
    ChartBox(_AsDrawn(drawing), shaper).draw(PaintContext(sheet, PageStyle(), Notes()), 0, 0, _WIDTH)
    image = _blank(drawing)
    printed = draw_page(sheet.finish(), 0, image.size())
    painter = QPainter(image)
    painter.drawImage(0, 0, printed)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def _without_letters(image: QImage, drawing: Drawing) -> QImage:
    """Both are set in fonts of their own: what is compared is all else."""
    covered = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(covered)
    for text in drawing.texts():
        left, top, right, bottom = (edge * _FINE for edge in text.box)
        painter.fillRect(QRectF(left - 4, top - 4, right - left + 8, bottom - top + 8), QColor("white"))
    painter.end()
    return covered.convertToFormat(QImage.Format.Format_Grayscale8)


def _cells(image: QImage) -> list[list[float]]:
    """How dark the picture is in small squares, 0 to 255; edges half a pixel apart do not count."""
    wide, high = image.width() // _CELL, image.height() // _CELL
    small = image.copy(0, 0, wide * _CELL, high * _CELL).scaled(
        wide, high, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return [[255.0 - QColor(small.pixel(x, y)).red() for x in range(wide)] for y in range(high)]


def _apart(one: QImage, other: QImage) -> float:
    """How far the darkest difference between two pictures goes, in levels of grey."""
    pairs = zip(_cells(one), _cells(other), strict=True)
    return max(abs(a - b) for row, beside in pairs for a, b in zip(row, beside, strict=True))


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("name", SAMPLES)
def test_window_and_page_show_the_same_chart(name: str, shaper: Shaper) -> None:
    drawing = SAMPLES[name].draw(_WIDTH, LETTERS)
    screen = _without_letters(_on_screen(drawing), drawing)
    page = _without_letters(_on_page(drawing, shaper), drawing)

    assert max(max(row) for row in _cells(screen)) > 60, "there is something to see"
    assert _apart(screen, page) < 40


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("name", SAMPLES)
def test_window_and_page_write_where_the_drawing_says(name: str, shaper: Shaper) -> None:
    drawing = SAMPLES[name].draw(_WIDTH, LETTERS)

    for image in (_on_screen(drawing), _on_page(drawing, shaper)):
        for text in drawing.texts():
            left, top, right, bottom = (round(edge * _FINE) for edge in text.box)
            letters = [
                QColor(image.pixel(x, y)).red()
                for x in range(max(left, 0), min(right, image.width()))
                for y in range(max(top, 0), min(bottom, image.height()))
            ]
            assert min(letters) < 140, text.text


def test_a_bar_that_is_missing_is_noticed(qtbot: QtBot, shaper: Shaper) -> None:
    del qtbot
    drawing = SAMPLES["counts"].draw(_WIDTH, LETTERS)
    gone = next(one for one in drawing.shapes if one in drawing.bars())
    from msgspec.structs import replace

    less = replace(drawing, shapes=tuple(one for one in drawing.shapes if one is not gone))

    assert _apart(_on_screen(drawing), _on_screen(less)) > 40
    assert _apart(_on_page(drawing, shaper), _on_page(less, shaper)) > 40
