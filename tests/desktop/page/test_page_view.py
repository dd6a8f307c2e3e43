"""The page beside the form: what is seen of it while it changes."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.desktop.background.jobs import Jobs
from planner.desktop.page.page_view import PageView
from tests.desktop.fakes import a_pdf


def test_the_page_is_as_wide_as_the_view(qtbot: QtBot) -> None:
    view = _shown(qtbot, width=300, height=600)

    assert _is_white(view, QPoint(1, 1))
    assert _is_white(view, QPoint(298, 420))
    assert not _is_white(view, QPoint(150, 430)), "A4 ends at 424"
    assert view.verticalScrollBar().maximum() == 0


def test_a_page_higher_than_the_view_scrolls_by_key(qtbot: QtBot) -> None:
    view = _shown(qtbot, width=300, height=200)

    QTest.keyClick(view, Qt.Key.Key_PageDown)

    assert view.verticalScrollBar().value() > 0


def test_the_next_page_takes_the_old_ones_place_where_it_is_scrolled_to(qtbot: QtBot) -> None:
    view = _shown(qtbot, width=300, height=200)
    view.verticalScrollBar().setValue(40)
    before = view.viewport().grab().toImage()

    with qtbot.waitSignal(view.drawn):
        view.show_pdf(a_pdf("another text, and a longer one"))
        assert view.viewport().grab().toImage() == before, "the old page stays until the new one is drawn"

    assert view.verticalScrollBar().value() == 40
    assert view.viewport().grab().toImage() != before


def test_the_page_is_drawn_anew_for_another_width(qtbot: QtBot) -> None:
    view = _shown(qtbot, width=300, height=600)

    with qtbot.waitSignal(view.drawn):
        view.resize(400, 600)

    assert _is_white(view, QPoint(398, 560))


def _shown(qtbot: QtBot, *, width: int, height: int) -> PageView:
    view = PageView(Jobs())
    qtbot.addWidget(view)
    view.resize(width, height)
    with qtbot.waitExposed(view):
        view.show()
    with qtbot.waitSignal(view.drawn):
        view.show_pdf(a_pdf("the page"))
    return view


def _is_white(view: PageView, place: QPoint) -> bool:
    return view.viewport().grab().toImage().pixelColor(place) == QColor(Qt.GlobalColor.white)
