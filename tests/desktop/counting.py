"""Counts what a person does and is asked, from what is really on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from planner.desktop.widgets.labels import QuestionLabel


class Hands:
    """Acts with mouse and keys where the keys go, and counts.

    An action is a click, a key chord, or one stretch of typing in one box; Tab and scrolling count nothing.
    """

    def __init__(self) -> None:
        self.actions = 0
        self.characters = 0

    def click(self, button: QAbstractButton) -> None:
        """Click a button that can be seen."""
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.actions += 1
        QApplication.processEvents()

    def press(self, keys: str) -> None:
        """Press a key or a chord where the keys go."""
        QTest.keySequence(has_keys(), QKeySequence(keys))
        self.actions += 1
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type into the box that has the keys."""
        for character in text:
            QTest.keyClicks(has_keys(), character)
            QApplication.processEvents()
        self.actions += 1
        self.characters += len(text)

    def tab(self, *, until: QWidget | None = None) -> None:
        """Go on to the next box, or on until one has the keys."""
        QTest.keyClick(has_keys(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        if until is None:
            return
        for _box in range(300):
            here = has_keys()
            if here is until or until.isAncestorOf(here):
                return
            QTest.keyClick(here, Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"Tab never leads to {until.objectName()}")


def has_keys() -> QWidget:
    """Return what has the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def prompts_in_sight(inside: QWidget) -> list[str]:
    """Return the questions that can be seen, scrolling included, in their order."""
    return [
        label.text() for label in inside.findChildren(QuestionLabel) if label.isVisible() and label.text()
    ]


def boxes_in_sight(inside: QWidget, *, but: tuple[QWidget, ...] = ()) -> list[QWidget]:
    """Return the boxes that can be seen and typed into or chosen from, each once; those in `but` left out."""
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox)
    boxes = [box for box in inside.findChildren(QWidget) if isinstance(box, kinds) and box.isVisible()]
    return [
        box
        for box in boxes
        if not isinstance(box.parentWidget(), QComboBox) and not any(outer.isAncestorOf(box) for outer in but)
    ]
