"""The inputs of the settings. Each holds one value, knows its usual one, and says what is amiss with it."""

from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QWidget

from planner.desktop.fields.currency import CurrencyField
from planner.desktop.fields.field import CalmCombo, CalmSpin
from planner.desktop.fields.fit_characters import FitCharacters, make_fit
from planner.desktop.ports import PAPERS
from planner.desktop.widgets.input_line import InputLine
from planner.desktop.widgets.layouts import side_by_side
from planner.translation import _

_WIDTH = 88


class SettingInput(Protocol):
    """An input of a setting."""

    def setting(self) -> Any:
        """Return the value entered; it counts only while nothing is amiss."""

    def show_setting(self, value: Any, /) -> None:
        """Show a value in place of what was entered."""

    def problem_now(self) -> str:
        """Return in words what is amiss with what was entered, "" for nothing."""


class NumberInput(CalmSpin):
    """A whole number within bounds: nothing else can be entered."""

    def __init__(self, low: int, high: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setFixedWidth(max(_WIDTH, 5 * self.fontMetrics().height()))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def setting(self) -> int:
        """Return the number."""
        return self.value()

    def show_setting(self, value: int) -> None:
        """Show a number."""
        self.setValue(value)

    def problem_now(self) -> str:
        """Return ""."""
        return ""


class PhrasesInput(QPlainTextEdit):
    """Phrases, one a line; blank and repeated ones are left out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._make_fit)
        self.setPlaceholderText(_("e.g. have a think"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(5 * self.fontMetrics().lineSpacing())

    def setting(self) -> tuple[str, ...]:
        """Return the phrases, each on one line."""
        typed = (" ".join(line.split()) for line in self.toPlainText().splitlines())
        return tuple(dict.fromkeys(filter(None, typed)))

    def show_setting(self, value: tuple[str, ...]) -> None:
        """Show the phrases."""
        self.setPlainText("\n".join(value))

    def problem_now(self) -> str:
        """Return ""."""
        return ""

    def _make_fit(self) -> None:
        make_fit(self.document())


class PaperInput(CalmCombo):
    """One of the papers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        for key, name in PAPERS.items():
            self.addItem(_(name), key)

    def setting(self) -> str:
        """Return the key of the paper."""
        return str(self.currentData())

    def show_setting(self, value: str) -> None:
        """Show the paper of that key."""
        self.setCurrentIndex(self.findData(value))

    def problem_now(self) -> str:
        """Return ""."""
        return ""


class CurrencyInput(CurrencyField):
    """A currency by its code, or blank."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.placeholderText = _("as last time")
        self.setFixedWidth(max(2 * _WIDTH, 10 * self.fontMetrics().height()))

    def setting(self) -> str:
        """Return the code, "" for none."""
        return str(self.value)

    def show_setting(self, value: str) -> None:
        """Show a code."""
        self.show_unread({"": ""})
        self.value = value

    def problem_now(self) -> str:
        """Return why what was typed is no currency; "" if it is one, or blank."""
        self.commit()
        return str(self.problem)


class FolderInput(QWidget):
    """A folder, typed or chosen. Where it `may_be_blank`, a blank line stands for the usual place."""

    changed = Signal()

    def __init__(self, parent: QWidget, *, may_be_blank: bool) -> None:
        super().__init__(parent)
        self._may_be_blank = may_be_blank
        self._shown: Path | None = None
        self.line = InputLine(self)
        self.line.setValidator(FitCharacters(self))
        self.line.setPlaceholderText(_("the usual place") if may_be_blank else "")
        self.choose = QPushButton(_("Choose…"), self)
        self.choose.clicked.connect(self._ask)
        self.line.textChanged.connect(self.changed)
        beside = side_by_side(8, self)
        beside.addWidget(self.line, 1)
        beside.addWidget(self.choose)
        self.setFocusProxy(self.line)

    def setting(self) -> Path | None:
        """Return the folder, None for a blank line."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def show_setting(self, value: Path | None) -> None:
        """Show a folder; None is shown blank."""
        self._shown = value
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    def problem_now(self) -> str:
        """Return why what was typed is no existing folder; "" if it is one, or blank where it may be.

        The folder that was shown last is never refused: it may not be there yet.
        """
        folder = self.setting()
        if folder == self._shown:
            return ""
        if folder is None:
            return "" if self._may_be_blank else _("Which folder? Choose one.")
        if folder.is_dir():
            return ""
        if folder.exists():
            return _("{path} is no folder.").format(path=folder)
        return _("There is no folder {path}. Make it first, or choose another.").format(path=folder)

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Choose a folder"), self.line.text())
        if chosen:
            self.line.setText(chosen)
