from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.frame.window_place import restore_place
from tests.builders import a_plan
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.stage import Stage


def test_the_window_comes_back_where_it_was(stage: Stage) -> None:
    first = stage.open()
    first.window.setGeometry(40, 50, 700, 640)
    first.close()

    again = stage.open_as_left()

    assert again.window.geometry() == QRect(40, 50, 700, 640)


def test_the_divider_between_form_and_page_stays_where_it_was_put(stage: Stage) -> None:
    walk = stage.open(a_plan(**{"client.name": "Brightmoor Foods"})).open("Brightmoor Foods")
    usual = walk.preview.width()
    _drag_divider(walk, by=-60)
    chosen = walk.preview.width()
    assert chosen > usual

    assert walk.leave().open("Brightmoor Foods").preview.width() == chosen
    walk.close()
    assert stage.open().open("Brightmoor Foods").preview.width() == chosen


def test_a_place_on_no_screen_is_forgotten(qtbot: QtBot) -> None:
    away, window = QWidget(), QWidget()
    for one in (away, window):
        qtbot.addWidget(one)
    away.setGeometry(20_000, 20_000, 400, 300)

    restore_place(window, away.saveGeometry())

    assert QGuiApplication.primaryScreen().availableGeometry().contains(window.geometry().center())


def test_at_first_there_is_room_for_the_title_bar(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    restore_place(window, QByteArray())

    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.height() - window.height() >= 40
    assert room.contains(window.geometry())


def test_damaged_geometry_is_as_good_as_none(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    restore_place(window, QByteArray(b"\x00\x01nonsense"))

    assert window.width() >= 640


def test_a_damaged_settings_file_reads_as_the_defaults(stage: Stage) -> None:
    stage.settings_file.write_text(
        "[page]\npaper=papyrus\n[export]\nfolder=/no/such/folder\n[window]\ngeometry=3\n[preview]\ndivider=3\n"
    )

    settings = stage.settings()

    assert settings.paper == "a4"
    assert settings.export_folder == Path.home()
    assert settings.geometry.isEmpty()
    assert settings.divider.isEmpty()
    assert settings.preview_shown
    assert not settings.open_exported


def test_settings_outlive_the_window(stage: Stage) -> None:
    first = stage.settings()
    first.paper, first.preview_shown, first.open_exported = "letter", False, True
    first.export_folder = stage.settings_file.parent
    first.save()

    again = stage.settings()

    assert (again.paper, again.preview_shown, again.open_exported) == ("letter", False, True)
    assert again.export_folder == stage.settings_file.parent


def _drag_divider(walk: WalkPageObject, by: int) -> None:
    assert walk.window.open is not None
    handle = walk.window.open.walk.middle.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, handle.rect().center() + QPoint(by, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
