"""The labels of the forms. Which role a label has, and that its text wraps, is the class's to say."""

from PySide6.QtWidgets import QLabel, QWidget


class QuestionLabel(QLabel):
    """The question that an input answers; the input is its buddy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _take_role(self, "question")


class HintLabel(QLabel):
    """A quieter sentence that helps to answer the question above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _take_role(self, "hint")


def _take_role(label: QLabel, role: str) -> None:
    label.setWordWrap(True)
    label.setProperty("role", role)  # the style sheet goes by it
