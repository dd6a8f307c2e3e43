"""The settings in one dialog: a row each, found by what is said of them, with a way back to the usual."""

from functools import reduce
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QWidget

from planner.coaching.check.thresholds import Thresholds
from planner.desktop.preferences.preferences import Preferences
from planner.desktop.preferences.setting_inputs import NumberInput, PhrasesInput
from planner.desktop.preferences.setting_row import SettingRow
from planner.desktop.preferences.setting_table import PHRASES, setting_table, value_of
from planner.desktop.widgets.action import Key, action
from planner.desktop.widgets.input_line import InputLine
from planner.desktop.widgets.labels import HintLabel
from planner.desktop.widgets.layouts import stacked
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.desktop.widgets.tab_order import TabsAsLaidOut
from planner.model.same_text import text_key
from planner.translation import _

_WIDTH, _WIDTH_IN_LINES = 600, 32


class SettingsDialog(QDialog):
    """The dialog for all settings. Typing in its search shows those of which each word is said.

    Accepted, it emits `chosen` and sets nothing itself; while something is amiss it says so and stays.
    """

    chosen = Signal(object)
    """The Preferences as entered."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Settings"))
        self._preferences = preferences
        self.search = _SettingSearch(self)
        self._nothing = HintLabel(self)
        self.rows = tuple(SettingRow(setting, self) for setting in setting_table(self))
        self._headings: dict[str, PlainLabel] = {}
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults,
            self,
        )
        self._name_buttons()
        self._lay_out()
        self.search.textChanged.connect(self._find)
        self.search.entered.connect(self._go_to_first)
        self.addAction(action(self, _("Search the settings"), self.search.setFocus, Key.Find))
        self.show_preferences(preferences)
        self._find("")
        self.search.setFocus()

    @property
    def preferences(self) -> Preferences:
        """The settings as entered; where that is amiss, as they were when the dialog opened."""
        return reduce(_with_entered, self.rows, self._preferences)

    @property
    def thresholds(self) -> Thresholds:
        """The thresholds as entered."""
        return self.preferences.thresholds

    @property
    def numbers(self) -> dict[str, NumberInput]:
        """The boxes of the thresholds that are numbers, by their names."""
        boxes = ((row.setting.path.partition(".")[2], row.input) for row in self.rows)
        return {name: box for name, box in boxes if isinstance(box, NumberInput)}

    @property
    def phrases(self) -> PhrasesInput:
        """The box of one's own vague phrases."""
        box = self.row(PHRASES).input
        assert isinstance(box, PhrasesInput)
        return box

    def row(self, path: str) -> SettingRow:
        """Return the row of the setting at the path in Preferences; StopIteration if there is none."""
        return next(row for row in self.rows if row.setting.path == path)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show these settings, in place of what was entered."""
        for row in self.rows:
            row.setting.input.show_setting(value_of(preferences, row.setting))
            row.follow()

    def accept(self) -> None:
        """Emit `chosen` with the settings as entered, and close; where something is amiss, say what."""
        refused = [row for row in self.rows if row.refuses()]
        if refused:
            self.search.clear()
            refused[0].input.setFocus()
            self._area.ensureWidgetVisible(refused[0])
            return
        self.chosen.emit(self.preferences)
        super().accept()

    def _show_usual(self) -> None:
        for row in self.rows:
            row.setting.input.show_setting(row.setting.usual)
            row.follow()

    def _find(self, text: str) -> None:
        words = text_key(text).split()
        for row in self.rows:
            row.setVisible(row.is_found(words))
        for group, heading in self._headings.items():
            in_group = (row for row in self.rows if row.setting.group == group)
            heading.setVisible(any(not row.isHidden() for row in in_group))
        found = any(not row.isHidden() for row in self.rows)
        self._nothing.setText("" if found else _("No setting is about “{words}”.").format(words=text.strip()))
        self._nothing.setVisible(not found)

    def _go_to_first(self) -> None:
        """Go to the input of the first setting in sight."""
        first = next((row for row in self.rows if not row.isHidden()), None)
        if first is not None:
            first.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _name_buttons(self) -> None:
        keep = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        keep.setText(_("Save"))
        set_role(keep, "primary")  # the box has styled it as an ordinary button
        usual = self._buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        usual.setText(_("Usual values"))
        usual.clicked.connect(self._show_usual)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        all_of_it = TabsAsLaidOut(self)
        stacked(0, self).addWidget(all_of_it)
        outside = stacked(0, all_of_it)
        head = stacked(0)
        head.setContentsMargins(24, 20, 24, 4)
        head.addWidget(self.search)
        outside.addLayout(head)
        inside = QWidget(self)
        column = stacked(4, inside)
        column.setContentsMargins(24, 12, 24, 8)
        column.addWidget(self._nothing)
        for row in self.rows:
            if row.setting.group not in self._headings:
                heading = PlainLabel(_(row.setting.group), self)
                heading.setProperty("role", "section")
                heading.setContentsMargins(0, 8, 0, 4)
                self._headings[row.setting.group] = heading
                column.addWidget(heading)
            column.addWidget(row)
        column.addStretch(1)
        self._area = _scrolled(inside, self)
        outside.addWidget(self._area, 1)
        foot = stacked(0)
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addWidget(self._buttons)
        outside.addLayout(foot)
        width = max(_WIDTH, _WIDTH_IN_LINES * self.fontMetrics().height())
        self.resize(width, self.screen().availableGeometry().height() * 8 // 10)


class _SettingSearch(InputLine):
    """The line to search with: Enter and Down emit `entered`, Esc clears it before it closes the dialog."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search the settings"))
        self.setAccessibleName(_("Search the settings"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for what was found, or clear; else type as any line does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.entered.emit()  # the dialog would take Enter for Save
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _with_entered(preferences: Preferences, row: SettingRow) -> Preferences:
    """Return the preferences with what was entered in the row, as long as nothing is amiss with it."""
    if row.setting.input.problem_now():
        return preferences
    entered: Any = row.setting.input.setting()
    part, _dot, name = row.setting.path.partition(".")
    if name:
        entered = replace(getattr(preferences, part), **{name: entered})
    return (
        preferences
        if entered is None and part == "export_folder"
        else replace(preferences, **{part: entered})
    )


def _scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    """Return the widget in an area that scrolls where the screen is too low for all of it."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
