"""A dialog or a menu that was answered is gone: it does not stay for as long as the window does."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.page.printing import ask_for_printer
from planner.desktop.widgets.chart_view import ChartView
from tests.charts.samples import a_waterfall
from tests.desktop.fakes import a_pdf


def answering(owner: QWidget, answer: Callable[[], object]) -> None:
    """Answer as soon as the dialog or menu waits for it."""
    QTimer.singleShot(0, owner, answer)


def reject_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()


def close_menu() -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def settle() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_print_dialog_goes_with_its_printer(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answering(window, reject_dialog)

    assert ask_for_printer(a_pdf("the page"), "Tyres", window) is None

    settle()
    assert window.findChildren(QPrintDialog) == []


def test_the_menu_of_a_chart_goes_when_it_is_closed(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.show_chart(a_waterfall())
    ask = partial(QContextMenuEvent, QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    answering(view, close_menu)

    QCoreApplication.sendEvent(view, ask())

    settle()
    assert view.findChildren(QMenu) == []
