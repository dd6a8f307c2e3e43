"""The settings, asked for and put in force."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.frame.safekeeping_pages import SafekeepingPages
from planner.desktop.preferences.preferences import Preferences
from planner.desktop.settings import Settings
from planner.desktop.widgets.action import action
from planner.translation import _


class PreferencesController(QObject):
    """The command for the settings: it asks for them in one dialog, and sets those that were changed."""

    def __init__(
        self,
        settings: Settings,
        *,
        thresholds: CheckThresholds,
        desk: PlanController,
        safekeeping: SafekeepingPages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._settings, self._thresholds = settings, thresholds
        self._desk, self._safekeeping, self._window = desk, safekeeping, window
        self._before = Preferences()
        self.command = action(self, _("&Settings…"), self._ask, "Ctrl+,")
        self.command.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _ask(self) -> None:
        from planner.desktop.preferences.settings_dialog import SettingsDialog  # noqa: PLC0415 - not at the start

        self._before = self._now()
        dialog = SettingsDialog(self._before, self._window)
        dialog.chosen.connect(self._put_in_force)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _now(self) -> Preferences:
        return Preferences(
            thresholds=self._thresholds.now,
            paper=self._settings.paper,
            currency=self._settings.currency,
            export_folder=self._settings.export_folder,
            backups_folder=self._safekeeping.backups_folder,
        )

    def _put_in_force(self, preferences: Preferences) -> None:
        before = self._before
        if preferences.thresholds != before.thresholds:
            self._thresholds.change(preferences.thresholds)
        if preferences.paper != before.paper:
            self._choose_paper(preferences.paper)
        self._settings.currency = preferences.currency
        if preferences.export_folder != before.export_folder:
            self._settings.export_folder = preferences.export_folder
        if preferences.backups_folder != before.backups_folder:
            self._move_backups(preferences.backups_folder)
        self._settings.save()

    def _choose_paper(self, paper: str) -> None:
        if self._desk.plan is not None:
            self._desk.plan.choose_paper(paper)
        else:
            self._settings.paper = paper

    def _move_backups(self, folder: Path | None) -> None:
        self._safekeeping.choose_folder(folder)
