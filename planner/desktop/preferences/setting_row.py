"""One row of the settings on the screen: its label, its input, its reset, and under them what it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.desktop.fields.typed import ProblemLabel
from planner.desktop.preferences.setting_inputs import CurrencyInput, NumberInput, PaperInput
from planner.desktop.preferences.setting_table import SettingEntry
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.labels import HintLabel, QuestionLabel
from planner.desktop.widgets.layouts import hide_in_place, side_by_side
from planner.model.same_text import text_key
from planner.translation import _

_BESIDE = (NumberInput, PaperInput, CurrencyInput)
"""Inputs that are short enough to stand beside their label."""


class SettingRow(QWidget):
    """A row: what the setting is called and does, its input, and a button back to the usual value."""

    def __init__(self, setting: SettingEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.setting = setting
        self.input: QWidget = setting.input  # type: ignore[assignment]
        self._explained = HintLabel(self)
        self._explained.setText(setting.explained)
        self.problem = ProblemLabel(self)
        self.reset = EnterButton(_("Usual value"), self)
        self.reset.setProperty("role", "quiet")
        self.reset.setAccessibleName(_("Usual value: {setting}").format(setting=setting.label))
        self.reset.clicked.connect(self.show_usual)
        hide_in_place(self.reset)
        self._name_input()
        self._lay_out()

    def show_usual(self) -> None:
        """Show the usual value in place of what was entered."""
        self.setting.input.show_setting(self.setting.usual)
        self.follow()
        self.input.setFocus()

    def follow(self) -> None:
        """Offer the usual value while another one is entered, and take back what was said to be amiss."""
        self.reset.setVisible(self.setting.input.setting() != self.setting.usual)
        self.problem.show_error("", ())

    def is_found(self, words: list[str]) -> bool:
        """Whether each of these words, as text keys, occurs in what is said of the setting."""
        said = text_key(f"{_(self.setting.group)} {self.setting.label} {self.setting.explained}")
        return all(word in said for word in words)

    def refuses(self) -> bool:
        """Whether something is amiss with what was entered; it is said under the row then."""
        problem = self.setting.input.problem_now()
        self.problem.show_error("" if isinstance(self.input, CurrencyInput) else problem, ())
        return bool(problem)

    def _name_input(self) -> None:
        for widget in (self.input, self.input.focusProxy()):
            if widget is not None:
                widget.setAccessibleName(self.setting.label)
                widget.setAccessibleDescription(self.setting.explained)
        for changed in ("valueChanged", "textChanged", "currentIndexChanged", "changed"):
            if (signal := getattr(self.input, changed, None)) is not None:
                signal.connect(self.follow)
                break

    def _lay_out(self) -> None:
        label = QuestionLabel(self)
        label.setText(self.setting.label)
        label.setBuddy(self.input)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(4)
        line = side_by_side(16)
        line.addWidget(label, 1)
        line.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        if isinstance(self.input, _BESIDE):
            line.addWidget(self.input, 0, Qt.AlignmentFlag.AlignTop)
        else:
            column.addWidget(self.input)
        column.addWidget(self.problem)
        column.addWidget(self._explained)
