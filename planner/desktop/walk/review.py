"""What is still missing before the page is worth printing."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from planner.desktop.editing.form_fields import STEPS
from planner.desktop.editing.step_progress import OpenQuestion
from planner.desktop.widgets.layouts import stacked
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.wrapping_button import WrappingButton
from planner.translation import N_, _

NOTHING_MISSING = N_("Nothing. Every question the page needs has an answer.")


class MissingList(QWidget):
    """The open questions, each a link to its field."""

    chosen = Signal(str)
    """The form path of the question that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[OpenQuestion, ...] | None = None
        self._column = stacked(0, self)
        self._list = QWidget(self)
        self._column.addWidget(self._list)

    def show_questions(self, questions: Sequence[OpenQuestion]) -> None:
        """List the open questions; say so when there are none."""
        if (shown := tuple(questions)) == self._shown:
            return
        self._shown = shown
        self._put_in_place(self._listed(shown))

    def _listed(self, questions: Sequence[OpenQuestion]) -> QWidget:
        links = QWidget(self)
        column = stacked(0, links)
        for step, of_step in groupby(questions, key=lambda question: question.step):
            column.addSpacing(8)
            column.addWidget(self._said(_(STEPS[step].title), "hint"))
            for question in of_step:
                column.addWidget(self._link(question))
        if not questions:
            column.addWidget(self._said(_(NOTHING_MISSING), "hint"))
        return links

    def links(self) -> list[WrappingButton]:
        """Return the links, in the order of the questions shown."""
        return self.findChildren(WrappingButton)

    def _link(self, question: OpenQuestion) -> WrappingButton:
        spoken = _("{step}: {question}").format(
            step=_(STEPS[question.step].title), question=question.question
        )
        link = WrappingButton(question.question, self)
        link.setAccessibleName(spoken)
        link.clicked.connect(partial(self._choose, question.path))
        return link

    def _said(self, text: str, role: str) -> QLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _choose(self, path: str) -> None:
        self.chosen.emit(path)

    def _put_in_place(self, links: QWidget) -> None:
        before, self._list = self._list, links
        self._column.removeWidget(before)
        self._column.addWidget(links)
        before.hide()
        before.setParent(None)
        before.deleteLater()
