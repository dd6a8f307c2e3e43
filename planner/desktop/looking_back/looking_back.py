"""The buttons of the last step that bring the plan over into the reflection."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from planner.coaching.reflection_start import all_as_planned, reflection_started
from planner.desktop.editing.document import PlanDocument
from planner.desktop.walk.form_page import FormPage
from planner.desktop.walk.walk import WalkPage
from planner.model.plan import Preparation
from planner.model.reflection import Reflection
from planner.translation import _

Reflect = Callable[[Preparation, dt.date], Reflection]
"""Makes a reflection of a preparation, today."""


class LookingBack(QObject):
    """The two buttons of the last step: start the reflection from the plan, and tick all as planned."""

    def __init__(self, walk: WalkPage, document: PlanDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._walk, self._document = walk, document
        self._start: QPushButton | None = None
        self._all: QPushButton | None = None
        walk.page_loaded.connect(self._take)
        for page in walk.loaded_pages:
            self._take(page)

    def _take(self, page: FormPage) -> None:
        """Connect the buttons of a form that was just loaded, if it has them."""
        start = page.form.findChild(QPushButton, "startReflectionButton")
        tick_all = page.form.findChild(QPushButton, "allAsPlannedButton")
        if start is not None and tick_all is not None:
            self._start, self._all = start, tick_all
            start.clicked.connect(self._bring_over)
            tick_all.clicked.connect(self._tick_all)
            self._document.changed.connect(self._offer)
            self._offer()

    def _bring_over(self) -> None:
        """Bring over what was planned, one undo step, and go to the first thing to tick."""
        self._note(_started)

    def _tick_all(self) -> None:
        """Say that all went as planned, one undo step."""
        self._note(all_as_planned)

    def _note(self, reflect: Reflect) -> None:
        after = reflect(self._document.preparation, self._document.today)
        self._document.edit_as_one_step("reflection", after, words=_("the reflection"))
        self._walk.go_to_field("reflection.agenda")

    def _offer(self, _path: str = "") -> None:
        preparation, today = self._document.preparation, self._document.today
        for button, reflect in ((self._start, _started), (self._all, all_as_planned)):
            if button is not None:
                button.setEnabled(reflect(preparation, today) != preparation.plan.reflection)


def _started(preparation: Preparation, today: dt.date) -> Reflection:
    return reflection_started(preparation.plan, today)
