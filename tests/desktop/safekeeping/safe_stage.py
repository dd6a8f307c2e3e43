"""A window on a library on disk, and its pages about safekeeping."""

import datetime as dt
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.desktop.frame.window import MainWindow
from planner.desktop.safekeeping.backups_page import BackupsPage
from planner.desktop.safekeeping.history_page import HistoryPage
from planner.desktop.safekeeping.trash_page import TrashPage
from planner.desktop.widgets.lines_view import LinesView
from planner.store.backups import Backups
from planner.store.library import Library
from planner.store.safekeeping import Safekeeping
from tests.desktop.fakes import NOW, ReportsInMemory, SampleWeekInMemory, ThresholdsInMemory
from tests.desktop.page_objects import WindowPage
from tests.desktop.stage import Stage


class SafeStage(Stage):
    """A window on a library on disk."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
        super().__init__(qtbot, qapp, folder)
        self.today = NOW
        self.library = Library.open(folder / "library", today=self._day)
        self.backups = Backups(folder / "library", home=folder / "state", now=self._moment)
        self.safekeeping = Safekeeping(self.library, self.backups)

    def _day(self) -> dt.date:
        return self.today.date()

    def _moment(self) -> dt.datetime:
        return self.today

    def show(self) -> "SafePage":
        window = MainWindow(
            replace(self.services(), plans=self.library, now=lambda: self.today),
            sample=lambda: self.sample,
            sample_week=SampleWeekInMemory(),
            check_settings=ThresholdsInMemory(),
            keeping=lambda: self.safekeeping,
            reports=ReportsInMemory(),
        )
        self._qtbot.addWidget(window)
        window.resize(1100, 760)
        window.show()
        window.safekeeping.keep_house()
        self._qtbot.waitUntil(lambda: self.jobs.wait(0))
        return SafePage(window, self._qtbot).go_to_plans()


class SafePage(WindowPage):
    """The window, and its pages about safekeeping."""

    @property
    def backups(self) -> BackupsPage:
        page = self.window.safekeeping.backups
        assert page is not None
        return page

    @property
    def trash(self) -> TrashPage:
        page = self.window.safekeeping.trash
        assert page is not None
        return page

    @property
    def history(self) -> HistoryPage:
        page = self.window.safekeeping.history
        assert page is not None
        return page

    def work_on(self, client: str, path: str, value: object) -> None:
        """Open a plan, change a field and go back to the list."""
        walk = self.open(client)
        assert self.window.open is not None
        self.window.open.document.edit(path, value)
        walk.leave()

    def look_inside(self, *, at: int = 0) -> None:
        """Open the backup in the row and wait for its plans."""
        self.backups.list.choose(self.backups.list.lines[at].key)
        self.press_button("Look inside")
        self.wait_until(lambda: self.backups.currentWidget() is self.backups.one)

    def choose_line(self, view: LinesView, text: str) -> None:
        """Choose the row that reads so."""
        view.choose(next(line.key for line in view.lines if text in line.text))


def whats(view: LinesView) -> list[tuple[str, str]]:
    return [line.what for line in view.lines]
