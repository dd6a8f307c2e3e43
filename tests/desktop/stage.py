"""What a window stands on in tests: a library in memory, pages, files, settings."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.background.jobs import Jobs
from planner.desktop.frame.window import MainWindow
from planner.desktop.services import Services
from planner.desktop.settings import Settings
from planner.desktop.widgets.theme import Theme
from planner.model.plan import Preparation
from tests.builders import a_plan
from tests.desktop.fakes import (
    NOW,
    FilesInMemory,
    NothingKept,
    PagesInMemory,
    PlansInMemory,
    ReportsInMemory,
    SampleWeekInMemory,
    ThresholdsInMemory,
)
from tests.desktop.page_objects import WindowPage


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.moment = NOW

    def __call__(self) -> dt.datetime:
        return self.moment

    def go_on(self, time: dt.timedelta) -> None:
        self.moment += time


class Stage:
    """Everything a window stands on; `open()` shows it."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
        self.plans = PlansInMemory()
        self.clock = Clock()
        self.check_settings = ThresholdsInMemory()
        self.pages = PagesInMemory()
        self.files = FilesInMemory()
        self.sample = a_plan(**{"client.name": "Sample Buses", "call.title": "Tyres"})
        self.settings_file = folder / "window.ini"
        self.theme = Theme(qapp)
        self._qtbot = qtbot
        self.jobs = Jobs()

    def at_rest(self, widget: QWidget) -> bool:
        """Whether nothing below the widget waits for a pause and no work runs in the background."""
        if not self.jobs.wait(0):
            return False
        QApplication.processEvents()  # what the work brought is handed over here, and may begin more
        timers = [timer for timer in widget.findChildren(QTimer) if timer.isSingleShot()]
        return not any(timer.isActive() for timer in timers) and self.jobs.wait(0)

    def settings(self) -> Settings:
        return Settings(QSettings(str(self.settings_file), QSettings.Format.IniFormat))

    def services(self) -> Services:
        """What the rooms of a window work with here."""
        return Services(
            plans=self.plans,
            pages=self.pages,
            write=self.files,
            jobs=self.jobs,
            settings=self.settings(),
            theme=self.theme,
            now=self.clock,
        )

    def open(self, *preparations: Preparation) -> WindowPage:
        """Show a window wide enough for form and page."""
        page = self.open_as_left(*preparations)
        page.window.resize(1280, 800)
        return page

    def open_as_left(self, *preparations: Preparation) -> WindowPage:
        """Show a window where and as large as it was left, on its list of plans."""
        return self.open_on_today(*preparations).go_to_plans()

    def open_on_today(self, *preparations: Preparation) -> WindowPage:
        """Show a window where and as large as it was left, on the page it opens with."""
        self.plans.stored |= {one.plan.id: one for one in preparations}
        window = MainWindow(
            self.services(),
            sample=lambda: self.sample,
            sample_week=SampleWeekInMemory(),
            check_settings=self.check_settings,
            keeping=NothingKept,
            reports=ReportsInMemory(),
        )
        self._qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        with self._qtbot.waitActive(window):
            pass
        return WindowPage(window, self._qtbot)


def in_days(days: float) -> dt.datetime:
    return NOW + dt.timedelta(days=days)
