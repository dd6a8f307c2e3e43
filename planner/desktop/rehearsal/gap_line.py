"""A line that asks whether the time the computer slept was part of the call."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from planner.desktop.rehearsal.call_clock import rough_length
from planner.desktop.rehearsal.words import SizedText
from planner.translation import _


class GapLine(QFrame):
    """Asks about a gap in the clock of the call; hidden while there is nothing to ask.

    Left unanswered it is a no.
    """

    answered = Signal(bool)
    """Whether the gap was part of the call."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.question = SizedText(size=0.92, parent=self)
        self.no = QPushButton(_("&No"), self)
        self.yes = QPushButton(_("&Yes"), self)
        for button, answer in ((self.no, self._say_no), (self.yes, self._say_yes)):
            button.setProperty("role", "link")
            button.clicked.connect(answer)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(self.question, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.hide()

    def ask(self, seconds: float | None) -> None:
        """Ask about a gap of so many seconds; None hides the line."""
        if seconds is not None:
            pattern = _("The computer slept {time}. Was that part of the call?")
            self.question.say(pattern.format(time=rough_length(seconds)))
        self.setVisible(seconds is not None)

    def _say_no(self) -> None:
        self.answered.emit(False)

    def _say_yes(self) -> None:
        self.answered.emit(True)
