from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app import new_window
from planner.desktop.background.jobs import Jobs
from planner.desktop.settings import Settings
from planner.store.library import Library
from tests.desktop.page_objects import WindowPage
from tests.desktop.patience import PatientBot
from tests.desktop.sheet import Sheet
from tests.desktop.stage import Clock, Stage
from tests.desktop.walk_story import Walk, WalkStory
from tests.surroundings import FAMILY, own_faces

POINTS = 9

OpenWindow = Callable[[], WindowPage]


@pytest.fixture(scope="session", autouse=True)
def fonts_and_numbers(qapp: QApplication) -> None:
    """Letters and numbers are alike everywhere: those of the page, and British ones."""
    for face in own_faces():
        assert QFontDatabase.addApplicationFontFromData(face) >= 0
    qapp.setFont(QFont(FAMILY, POINTS))
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard_in_the_end(qapp: QApplication) -> Iterator[None]:
    """What was copied is given up while there is a Python: Qt's own end would delete it after that."""
    yield
    assert qapp
    QGuiApplication.clipboard().clear()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """What acts and waits in place of a person: for as long as it takes."""
    assert qapp
    return PatientBot(request)


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Stage:
    """Everything a window stands on; `stage.open(plans …)` shows one."""
    return Stage(qtbot, qapp, tmp_path)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    """Inputs bound to a plan, without the window around them."""
    return Sheet(qtbot)


@pytest.fixture
def walk(qtbot: QtBot) -> Walk:
    """The walk without the window around it; `walk(preparation, width=…)` shows one."""
    return partial(WalkStory, qtbot)


@pytest.fixture
def clock() -> Clock:
    """The clock the program's own window goes by."""
    return Clock()


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock) -> OpenWindow:
    """Opens the program's own window on a library on disk, as often as asked."""

    def opened() -> WindowPage:
        settings = Settings(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
        library = Library.open(tmp_path / "library")
        window = new_window(qapp, library, settings, Jobs(parent=qapp), clock)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return WindowPage(window, qtbot).go_to_plans()

    return opened
