"""Marks beside the questions whose answers came from the last call and were not changed since."""

from html import escape

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

from planner.desktop.editing.consequences import CARRIED
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.touching import touches

MARK = "from the last call"


class CarriedMarks(QObject):
    """Follows a document for one form: a mark goes as soon as its field is edited."""

    def __init__(self, form: QWidget, document: PlanDocument) -> None:
        super().__init__(form)
        self._document = document
        self._questions = _questions(form)
        self._texts = {label: label.text() for label, _ in self._questions}
        self._marked: set[QLabel] = set()
        form.installEventFilter(self)
        document.changed.connect(self._follow)
        self._show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Draw the marks anew in other colours."""
        if event.type() is QEvent.Type.StyleChange:
            for label in self._marked:
                self._mark(label)
        return False

    def _follow(self, changed: str) -> None:
        if touches(changed, CARRIED):
            self._show()

    def _show(self) -> None:
        carried = self._document.preparation.plan.carried.paths
        for label, path in self._questions:
            is_carried = any(touches(path, one) for one in carried)
            if is_carried and label not in self._marked:
                self._marked.add(label)
                self._mark(label)
            elif not is_carried and label in self._marked:
                self._marked.discard(label)
                label.setText(self._texts[label])

    def _mark(self, label: QLabel) -> None:
        colour = label.palette().placeholderText().color().name()
        label.setText(
            f"{escape(self._texts[label])}"
            f' <span style="font-weight:400; color:{colour}">&nbsp;·&nbsp; {MARK}</span>'
        )


def _questions(form: QWidget) -> tuple[tuple[QLabel, str], ...]:
    """Return the label of each question outside of rows, with the form path it asks for."""
    asked = ((label, label.buddy()) for label in form.findChildren(QLabel))
    return tuple((label, str(one.property("field"))) for label, one in asked if one and one.property("field"))
