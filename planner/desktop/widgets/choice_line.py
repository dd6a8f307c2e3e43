"""A question with its answers, one click each, on lines of their own under what it is about."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.wrapping_button import WrappingButton


class ChoiceLine(QWidget):
    """Asks a question in place and offers its answers as buttons; hidden while there is nothing to ask.

    A click emits `chosen`; the question stays until `withdraw`.
    """

    chosen = Signal(str)
    """The answer taken, by its key."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._question = PlainLabel(parent=self)
        self._question.setProperty("role", "hint")
        self._question.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._question)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)  # what is asked makes no column wider
        self.buttons: list[WrappingButton] = []
        self._asked: tuple[str, tuple[tuple[str, str], ...]] = ("", ())
        self.hide()

    @property
    def question(self) -> str:
        """What is asked, "" while nothing is."""
        return self._asked[0]

    def ask(self, question: str, answers: Sequence[tuple[str, str]]) -> None:
        """Ask, with a button for each answer: its key and its words. What is asked already stays as it is."""
        if self._asked == (question, tuple(answers)):
            return
        self.withdraw()
        self._asked = (question, tuple(answers))
        self._question.setText(question)
        for key, words in answers:
            button = WrappingButton(words, self)
            button.setProperty("role", "link")
            button.clicked.connect(partial(self._take, key))
            self._column.addWidget(button)  # not aligned: it would no longer be as high as its text needs
            self.buttons.append(button)
        self.show()

    def withdraw(self) -> None:
        """Ask no more, and hide."""
        self._asked = ("", ())
        self.hide()
        buttons, self.buttons = self.buttons, []
        for button in buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _take(self, key: str) -> None:
        self.chosen.emit(key)
