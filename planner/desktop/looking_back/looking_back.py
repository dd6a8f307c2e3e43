"""The buttons of the last step that bring the plan over into the reflection."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from planner.coaching.reflection_start import all_as_planned, reflection_started
from planner.desktop.editing.document import PlanDocument
from planner.model.plan import Plan
from planner.model.reflection import Reflection


class LookingBack(QObject):
    """Offers to start the reflection from the plan, and to tick everything as planned."""

    def __init__(self, document: PlanDocument, go_to_field: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._go_to_field = document, go_to_field
        self._start: QPushButton | None = None
        self._all: QPushButton | None = None

    def offer_in(self, form: QWidget) -> None:
        """Connect the buttons of a form, if it has them."""
        start = form.findChild(QPushButton, "startReflectionButton")
        tick_all = form.findChild(QPushButton, "allAsPlannedButton")
        if start is not None and tick_all is not None:
            self._start, self._all = start, tick_all
            start.clicked.connect(self._bring_over)
            tick_all.clicked.connect(self._tick_all)
            self._document.changed.connect(self._offer)
            self._offer()

    def _bring_over(self) -> None:
        """Bring over what was planned, one undo step, and go to the first thing to tick."""
        self._note(reflection_started)

    def _tick_all(self) -> None:
        """Say that all went as planned, one undo step."""
        self._note(all_as_planned)

    def _note(self, told: Callable[[Plan], Reflection]) -> None:
        self._document.finish_edit()
        after = told(self._document.preparation.plan)
        self._document.edit("reflection", after, words="the reflection")
        self._document.finish_edit()
        self._go_to_field("reflection.agenda")

    def _offer(self, _path: str = "") -> None:
        plan = self._document.preparation.plan
        for button, told in ((self._start, reflection_started), (self._all, all_as_planned)):
            if button is not None:
                button.setEnabled(told(plan) != plan.reflection)
