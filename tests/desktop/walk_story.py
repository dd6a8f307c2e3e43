"""The walk as a person sees it: a page object for tests."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.coaching.progress import Progress
from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.detail import DetailSection
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.frame.promoted_widgets import PROMOTED
from planner.desktop.looking_back.looking_back import LookingBack
from planner.desktop.walk.form_loader import FormLoader
from planner.desktop.walk.review import MissingList
from planner.desktop.walk.walk import WalkPage
from planner.model.plan import Preparation
from tests.builders import a_plan
from tests.desktop.fakes import today

Walk = Callable[..., "WalkStory"]

STEP = {step.key: at for at, step in enumerate(STEPS)}


class WalkStory:
    """A shown walk over a preparation that is kept in memory."""

    def __init__(
        self,
        qtbot: QtBot,
        preparation: Preparation | None = None,
        *,
        width: int = 1000,
        height: int = 760,
    ) -> None:
        self._qtbot = qtbot
        self.saved: list[Preparation] = []
        self._owner = QObject()
        self.jobs = Jobs(parent=self._owner)
        given = preparation or a_plan()
        self.document = PlanDocument(
            given, save=self.saved.append, jobs=self.jobs, today=today, parent=self._owner
        )
        self.page = WalkPage(self.document, FormLoader(PROMOTED))
        LookingBack(self.page, self.document, self.page)
        qtbot.addWidget(self.page)
        self.page.resize(width, height)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def field(self, path: str) -> QWidget:
        """Return the input for the path in the form shown."""
        found = self.page.form.input_for(path)
        assert found is not None, path
        return found

    def section(self, title_part: str) -> DetailSection:
        """Return the detail of the form shown whose title has these words."""
        return next(one for one in self.page.form.findChildren(DetailSection) if title_part in one.title)

    def type_into(self, path: str, text: str) -> None:
        """Type as a person does: into what has the keys in that field."""
        self.field(path).setFocus()
        QTest.keyClicks(self.focused(), text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is, once everything that is to be shown is shown."""
        QApplication.processEvents()
        QTest.keyClick(self.focused(), key, modifier)

    def focused(self) -> QWidget:
        """Return what has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def focused_field(self) -> str:
        """Return the path of the field that has the focus, "" if none."""
        widget: QWidget | None = self.focused()
        while widget is not None:
            if field := widget.property("field"):
                return str(field)
            widget = widget.parentWidget()
        return ""

    def open_questions(self) -> list[str]:
        """Return the open questions as the review lists them."""
        return [link.shown_text() for link in self.missing().links()]

    def missing(self) -> MissingList:
        """Return the list of what is missing in the form shown."""
        found = self.page.form.findChild(MissingList)
        assert found is not None
        return found

    def progress(self) -> list[Progress]:
        """Return the states of the steps as the list shows them."""
        return [self.page.panel.steps.progress(number) for number in range(len(STEPS))]

    def wait(self, fact: Callable[[], Any]) -> None:
        """Wait until the fact is there."""
        self._qtbot.waitUntil(fact)
