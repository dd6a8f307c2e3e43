"""A form on its own: a few inputs bound to a plan, without the window around them."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.binder import Binder, bind
from planner.desktop.editing.document import PlanDocument
from planner.desktop.widgets.tab_order import TabsAsLaidOut
from planner.model.plan import Preparation
from tests.builders import a_plan
from tests.desktop.fakes import today

W = TypeVar("W", bound=QWidget)


class Disk:
    """What a document saves to: it can fail, and it can be made to wait."""

    def __init__(self) -> None:
        self.saved: list[Preparation] = []
        self.error: Exception | None = None
        self.open = threading.Event()
        self.open.set()

    def save(self, preparation: Preparation) -> None:
        assert threading.current_thread() is not threading.main_thread()
        assert self.open.wait(timeout=60)
        if self.error is not None:
            raise self.error
        self.saved.append(preparation)


class Sheet:
    """Inputs, put on one after another, then bound and shown."""

    def __init__(self, qtbot: QtBot, load_row: Callable[[str], QWidget] | None = None) -> None:
        self.qtbot = qtbot
        self.root: QWidget = TabsAsLaidOut()
        self.disk, self.jobs = Disk(), Jobs()
        self.load_row = load_row
        self.document = self.plan()
        QVBoxLayout(self.root)
        qtbot.addWidget(self.root)

    def plan(self, **fields: object) -> PlanDocument:
        """Start from a plan with these fields."""
        self.document = PlanDocument(
            a_plan(**fields),
            save=self.disk.save,
            jobs=self.jobs,
            today=today,
            autosave_ms=60_000,
            parent=self.root,
        )
        return self.document

    def put(self, kind: type[W], field: str, name: str = "", **properties: object) -> W:
        """Put an input on the sheet, as a form file would."""
        widget = kind(self.root)
        widget.setProperty("field", field)
        widget.setAccessibleName(name or field)
        for key, value in properties.items():
            widget.setProperty(key, value)
        layout = self.root.layout()
        assert layout is not None
        layout.addWidget(widget)
        return widget

    def show(self) -> Binder:
        """Bind the inputs and show them, with the keys."""
        binder = bind(self.root, self.document, load_row=self.load_row)
        self.root.resize(700, 500)
        with self.qtbot.waitExposed(self.root):
            self.root.show()
        self.root.activateWindow()
        self.qtbot.waitUntil(self.root.isActiveWindow)
        self.leave()
        return binder

    def read(self, path: str) -> Any:
        """Return what the plan holds."""
        return self.document.read(path)

    def type(self, widget: QWidget, text: str) -> None:
        """Go into an input and replace what is there, key by key."""
        widget.setFocus()
        target = keys_go_to(self.root)
        QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(target, Qt.Key.Key_Delete)
        for character in text:
            write(target, character)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key where the keys go."""
        held = Qt.KeyboardModifier.NoModifier
        for one in modifiers:
            held |= one
        QTest.keyClick(keys_go_to(self.root), key, held)

    def leave(self) -> None:
        """Take the keys away from the input, as clicking elsewhere does."""
        focused = self.root.focusWidget()
        if focused is not None:
            focused.clearFocus()


def write(target: QWidget, character: str) -> None:
    """Press the key that writes a character, whatever the keyboard."""
    if character.isascii():
        QTest.keyClicks(target, character)
    else:
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, none, character))


def keys_go_to(root: QWidget) -> QWidget:
    """Return the widget that gets the keys."""
    focused = root.focusWidget()
    assert focused is not None, "nothing has the focus"
    return focused


def inside(parent: QObject, kind: type[W]) -> list[W]:
    """Return the children of a kind, in order."""
    return list(parent.findChildren(kind))
