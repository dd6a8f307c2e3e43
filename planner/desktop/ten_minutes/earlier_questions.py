"""A menu of one's own earlier questions."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from planner.coaching.earlier_questions import earlier_questions
from planner.desktop.background.jobs import Jobs
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanFollower
from planner.desktop.ports import Plans
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.layouts import stacked
from planner.model.conversation import Question
from planner.model.plan import Plan
from planner.model.plan_summary import PlanSummary
from planner.translation import _

_QUESTIONS = "conversation.questions"
_READ = 12
"""So many plans are looked through, those worked on last."""


class EarlierQuestions(PlanFollower):
    """A button with a menu of earlier questions; hidden while there is none that the plan does not hold.

    A question chosen is added to the plan's.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._earlier: tuple[Plan, ...] = ()
        self.button = EnterButton(_("From earlier plans…"), self)
        self.button.setProperty("role", "link")
        self.menu = QMenu(self)
        self.button.clicked.connect(self._open)
        stacked(0, self).addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def offer(self, earlier: Sequence[Plan]) -> None:
        """Offer questions of these plans, given latest first: up to 15 that the open plan does not hold."""
        self._earlier = tuple(earlier)
        if self._document is not None:
            self.show_plan(self._document)

    def paths(self) -> tuple[str, ...]:
        """Return the form path of the plan's questions, which are not offered."""
        return (_QUESTIONS,)

    def show_plan(self, document: PlanDocument) -> None:
        """Show the button if there is something to offer; else hide it."""
        self.setVisible(bool(earlier_questions(self._earlier, document.preparation.plan)))

    def _open(self) -> None:
        if self._document is None:
            return
        self.menu.clear()
        for question in earlier_questions(self._earlier, self._document.preparation.plan):
            entry = self.menu.addAction(question.text.replace("&", "&&"))
            entry.triggered.connect(partial(self._take, question))
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _take(self, question: Question, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        if self._document is not None:
            at = len(self._document.read(_QUESTIONS))
            self._document.insert_row(_QUESTIONS, at, question, words=_("taking an earlier question"))


class EarlierPlansRequest(msgspec.Struct, frozen=True):
    """The library to read the latest plans from, and the plan that is not one of them."""

    plans: Plans
    but: str


class EarlierPlansReading(QObject):
    """Reads the plans worked on last in the background, and hands them to what offers their questions."""

    def __init__(
        self, offered: EarlierQuestions, document: PlanDocument, *, plans: Plans, jobs: Jobs
    ) -> None:
        super().__init__(offered)
        self._offered = offered
        self._worker = LatestWins(_latest, jobs=jobs, done=self._offer, failed=self._leave_out, parent=self)
        self._worker.ask(EarlierPlansRequest(plans, document.preparation.plan.id))

    def _offer(self, _request: EarlierPlansRequest, plans: Sequence[Plan]) -> None:
        self._offered.offer(plans)

    def _leave_out(self, _request: EarlierPlansRequest, _error: Exception) -> None:
        """Offer nothing: that the library cannot be read is told by what needs it."""
        self._offered.offer(())


def _latest(request: EarlierPlansRequest) -> Sequence[Plan]:
    others = [summary for summary in request.plans.summaries() if summary.id != request.but]
    latest = sorted(others, key=_when_edited, reverse=True)[:_READ]
    return tuple(request.plans.preparation(summary.id).plan for summary in latest)


def _when_edited(summary: PlanSummary) -> tuple[dt.date, str]:
    return summary.last_edited or dt.date.min, summary.id
