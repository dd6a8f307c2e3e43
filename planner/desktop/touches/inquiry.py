"""They came to us: an inquiry is noted when it comes, so that it waits for a call and not in a form."""

import datetime as dt
from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.coaching.week.touch_changes import why_refused
from planner.desktop.background.jobs import Jobs
from planner.desktop.fields.typed import ProblemLabel
from planner.desktop.plans.new_plan import ClientDialog
from planner.desktop.ports import Clock
from planner.desktop.touches.touch_form import TouchForm
from planner.desktop.walk.form_loader import FormLoader
from planner.model.client import Client
from planner.model.ids import new_id
from planner.model.placed_time import later
from planner.model.terms import Side
from planner.model.touch import Touch
from planner.translation import _
from planner.wording.clients_apart import NamedClient

_WIDTH_IN_LETTERS = 84
"""Room for a moment in this computer's zone."""


class InquiryDialog(ClientDialog):
    """The dialog that asks who came to us. Who and when are enough; the rest may be known later.

    It is about now and, where one was chosen, about that client: then Enter is enough. Accepted, it emits
    `came` and stores nothing itself.
    """

    came = Signal(str, str, object)
    """The client's name, its id, "" for a new client, and their Touch."""

    def __init__(
        self,
        clients: Sequence[NamedClient],
        parent: QWidget,
        *,
        chosen: str,
        client: Callable[[str], Client],
        forms: FormLoader,
        jobs: Jobs,
        now: Clock,
    ) -> None:
        super().__init__(
            clients,
            parent,
            title=_("They came to us"),
            accept=_("Note it"),
            asks=_("Who came to us?"),
        )
        self._now = now
        touch = Touch(id=new_id(), from_=Side.THEM, done_at=now().replace(second=0, microsecond=0))
        known = client(chosen) if chosen else Client()
        self._entry = TouchForm(
            "inquiry", known, (touch,), prefix="client.touches[0]", forms=forms, jobs=jobs, today=self._today
        )
        self._problem = ProblemLabel(self)
        for at, widget in ((2, self._entry.widget), (1, self._problem)):
            self.column.insertWidget(self.column.count() - at, widget)
        self._entry.document.changed.connect(self._forget_problem)
        self._read = client
        if chosen:
            self.client.setText(self._labels[chosen])
            self.client.selectAll()
        self.client.textChanged.connect(self._offer_people)
        self.client.setMinimumWidth(_WIDTH_IN_LETTERS * self.fontMetrics().averageCharWidth())
        self.grow()

    @property
    def touch(self) -> Touch:
        """Their touch as entered."""
        return replace(self._entry.touches[0], planned_on=None)

    @property
    def problem(self) -> str:
        """What is said to be amiss, "" for nothing."""
        return self._problem.text()

    def accept(self) -> None:
        """Emit `came` and close, unless something is amiss."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # what was typed last is read as if it were left
        problem = self._entry.problem or self._why_refused()
        self._problem.show_error(problem, ())
        self.grow()
        if problem:
            return
        super().accept()
        self.came.emit(self.client_name, self.client_id, self.touch)

    def _forget_problem(self, _path: str) -> None:
        """Say nothing of what was amiss before something was changed."""
        self._problem.show_error("", ())

    def _offer_people(self) -> None:
        """Offer the contacts of the client meant by now."""
        self._entry.use_contacts(self._read(self.client_id).contacts if self.client_id else ())

    def _why_refused(self) -> str:
        if self.touch.day_done is None:
            return _("When did they come? A day is enough.")
        at = self.touch.done_at
        if at is not None and at > later(self._now(), dt.timedelta(minutes=1)):
            return _("That hour is still to come. When did they come?")
        return why_refused(self.touch, self._today())

    def _today(self) -> dt.date:
        return self._now().date()
