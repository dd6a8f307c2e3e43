"""The labels of the forms. Which role a label has, and that its text wraps, is the class's to say."""

import re

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.desktop.widgets.plain_text import PlainLabel

_LONG_WORD = re.compile(r"\S{16}(?=\S)")
_MAY_BREAK = "\u200b"


class QuestionLabel(PlainLabel):
    """A question, in its style and wrapped; who places it makes the input that answers it its buddy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        _take_role(self, "question")


class HintLabel(PlainLabel):
    """A quieter sentence that helps to answer the question above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        _take_role(self, "hint")


class OverlineLabel(PlainLabel):
    """A small heading in capitals over a list on a page."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "caption")
        font = QFont(self.font())
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setWeight(QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self.setFont(font)


def keep_width(label: QLabel) -> None:
    """Wrap the label in whatever width it is given: what comes to stand in it moves nothing sideways."""
    label.setWordWrap(True)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)


def breakable(text: str) -> str:
    """Return the text with unseen places to break at, one after every 16 characters of a longer word."""
    return _LONG_WORD.sub(rf"\g<0>{_MAY_BREAK}", text)


def _take_role(label: QLabel, role: str) -> None:
    label.setWordWrap(True)
    label.setProperty("role", role)  # the style sheet goes by it
