"""The labels of the forms. Which role a label has, and that its text wraps, is the class's to say."""

from PySide6.QtWidgets import QLabel, QWidget

from planner.desktop.widgets.plain_text import PlainLabel


class QuestionLabel(PlainLabel):
    """The question that an input answers; the input is its buddy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        _take_role(self, "question")


class HintLabel(PlainLabel):
    """A quieter sentence that helps to answer the question above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        _take_role(self, "hint")


def _take_role(label: QLabel, role: str) -> None:
    label.setWordWrap(True)
    label.setProperty("role", role)  # the style sheet goes by it
