"""Marks beside the questions whose answers came from the last call and were not changed since."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from planner.coaching.derived_edits import CARRIED
from planner.desktop.editing.document import PlanDocument
from planner.model.fields import paths_overlap
from planner.translation import N_, _

_NBSP = "\N{NO-BREAK SPACE}"
MARK = N_("last\N{NO-BREAK SPACE}call")
_AT_LENGTH = N_("from\N{NO-BREAK SPACE}the\N{NO-BREAK SPACE}last\N{NO-BREAK SPACE}call")
"""Where a question has the line to itself."""


class CarriedMarks(QObject):
    """Marks the questions of a form that the last call answered; a mark goes once its field is edited."""

    def __init__(self, form: QWidget, document: PlanDocument) -> None:
        super().__init__(form)
        self._document = document
        self._questions: list[tuple[QLabel, str]] = []
        self._texts: dict[QLabel, str] = {}
        self._beside_others: set[QLabel] = set()
        self._marked: set[QLabel] = set()
        form.installEventFilter(self)
        document.changed.connect(self._follow)

    def add_questions(self, labels: Sequence[QLabel], grids: Sequence[QGridLayout]) -> None:
        """Watch the questions among these labels of the form too, and mark those that the last call answered.

        `grids` are those that the labels may lie in.
        """
        asking = _questions(labels)
        self._questions += asking
        self._texts |= {label: label.text() for label, _ in asking}
        self._beside_others |= _in_one_line_with_others(labels, grids)
        self._show(asking)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Draw the marks anew once the style, and with it their colour, has changed."""
        if event.type() is QEvent.Type.StyleChange:
            for label in self._marked:
                self._mark(label)
        return False

    def _follow(self, changed: str) -> None:
        if paths_overlap(changed, CARRIED):
            self._show(self._questions)

    def _show(self, questions: Sequence[tuple[QLabel, str]]) -> None:
        carried = self._document.preparation.plan.carried.paths
        for label, path in questions:
            is_carried = any(paths_overlap(path, copied) for copied in carried)
            if is_carried and label not in self._marked:
                self._marked.add(label)
                self._mark(label)
            elif not is_carried and label in self._marked:
                self._marked.discard(label)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setText(self._texts[label])

    def _mark(self, label: QLabel) -> None:
        colour = label.palette().placeholderText().color().name()
        mark = _(MARK) if label in self._beside_others else _(_AT_LENGTH)
        label.setTextFormat(Qt.TextFormat.RichText)  # what is filled in is escaped
        label.setText(
            f"{escape(self._texts[label])}"
            f' <span style="font-weight:400; color:{colour}">·{_NBSP}{escape(mark)}</span>'
        )


def _in_one_line_with_others(labels: Sequence[QLabel], grids: Sequence[QGridLayout]) -> set[QLabel]:
    """Return the labels that have others beside them: a long mark would wrap and push those down."""
    wide = [grid for grid in grids if grid.columnCount() > 1]
    return {label for label in labels if any(grid.indexOf(label) >= 0 for grid in wide)}


def _questions(labels: Sequence[QLabel]) -> list[tuple[QLabel, str]]:
    """Return those that ask a question, each with the form path it asks for."""
    buddies = ((label, label.buddy()) for label in labels)
    return [
        (label, str(buddy.property("field"))) for label, buddy in buddies if buddy and buddy.property("field")
    ]
