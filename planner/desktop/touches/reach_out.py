"""Reaching out: one touch, planned or done."""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from planner.coaching.week.case_values import newest_first
from planner.coaching.week.draft import draft_for
from planner.coaching.week.touch_changes import meeting_wanted, why_refused
from planner.desktop.background.jobs import Jobs
from planner.desktop.fields import ChoiceField, LongField
from planner.desktop.ports import Clock
from planner.desktop.touches.draft_dialog import DraftDialog
from planner.desktop.touches.form_dialog import FormDialog
from planner.desktop.touches.touch_form import TouchForm
from planner.desktop.touches.value_field import ValueField
from planner.desktop.walk.form_loader import FormLoader
from planner.desktop.widgets.child_widget import part
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.labels import HintLabel
from planner.model.client import Client
from planner.model.plan import Plan
from planner.model.touch import Touch, touch_of
from planner.translation import _
from planner.wording.text import labelled, one_line

_ROW = "client.touches[0]"


class ReachOutDialog(FormDialog):
    """The dialog for one touch of ours. Accepted, it emits `chosen`; it stores nothing itself.

    A touch that is there already and not done is taken for done now, which one may change.
    """

    chosen = Signal(object, bool)
    """The Touch as entered, and whether the call it brought is to be planned now."""

    def __init__(
        self,
        client: Client,
        touch: Touch,
        parent: QWidget,
        *,
        forms: FormLoader,
        jobs: Jobs,
        now: Clock,
        plans: Sequence[Plan] = (),
    ) -> None:
        self._client, self._now, self._forms = client, now, forms
        self._plans = plans
        self._before = touch_of(touch.id, client.touches)
        self._entry = TouchForm(
            "reach_out",
            client,
            (touch,),
            prefix=_ROW,
            forms=forms,
            jobs=jobs,
            today=self._today,
            plans=plans,
        )
        form = self._entry.widget
        title = _("Reach out to {client}").format(client=one_line(client.name))
        super().__init__(form, parent, title=title, accept=_("Save"))
        about = labelled(_("Why them"), one_line(client.why_dream))
        part(form, HintLabel, "about").setText(about if client.why_dream.strip() else "")
        part(form, HintLabel, "about").setVisible(bool(client.why_dream.strip()))
        self.is_planned, self.is_done = (part(form, QRadioButton, name) for name in ("planned", "done"))
        self.plan_call = part(form, QCheckBox, "planCall")
        self.plan_call.setChecked(True)
        due = self._before is not None and not touch.is_done
        (self.is_done if due or touch.is_done else self.is_planned).setChecked(True)
        if due:
            self._take_for_done()
        self.is_done.toggled.connect(self._turn)
        self._entry.document.changed.connect(self._follow)
        part(form, EnterButton, "draft").clicked.connect(self.draft)
        self._show_parts()
        self.fit()
        self._focus_first()

    @property
    def touch(self) -> Touch:
        """The touch as entered: a planned one without when it was done and how it ended.

        One that is new and done is without the day it is planned for.
        """
        touch = self._entry.touches[0]
        if self.is_done.isChecked():
            return touch if self._before is not None else replace(touch, planned_on=None)
        return replace(touch, done_on=None, done_at=None, outcome=None)

    def problem_now(self) -> str:
        """Return what is amiss with what was entered, "" for nothing."""
        hidden = ("planned_on",) if self.is_done.isChecked() else ("done_at", "done_on", "outcome")
        if problem := self._entry.problem_but(*hidden):
            return problem
        if self.is_done.isChecked() and self.touch.day_done is None:
            return _("When was it? A day is enough.")
        return why_refused(self.touch, self._today(), self._before)

    def accept(self) -> None:
        """Emit `chosen` and close, unless something is amiss."""
        super().accept()
        if self.result():
            self.chosen.emit(self.touch, self.plan_call.isChecked() and meeting_wanted(self.touch))

    def draft(self) -> None:
        """Show a draft of the wording; what is written there becomes the note."""
        touch = self.touch
        plan = next(iter(newest_first(self._plans)), None)
        dialog = DraftDialog(
            draft_for(self._client, plan, touch), touch.note, self, client=self._client, forms=self._forms
        )
        dialog.written.connect(self._take_wording)
        dialog.open()

    def _take_wording(self, wording: str) -> None:
        note = part(self.form, LongField, "note")
        note.setPlainText(wording)

    def _take_for_done(self) -> None:
        self._entry.document.edit(f"{_ROW}.done_at", self._now().replace(second=0, microsecond=0))

    def _turn(self) -> None:
        touch = self._entry.touches[0]
        if self.is_done.isChecked() and touch.day_done is None:
            self._take_for_done()
        elif self.is_planned.isChecked() and touch.planned_on is None:
            self._entry.document.edit(f"{_ROW}.planned_on", self._today())
        self._show_parts()
        self.fit()

    def _follow(self, _path: str) -> None:
        self.forget_problem()
        self._show_parts()

    def _show_parts(self) -> None:
        done = self.is_done.isChecked()
        part(self.form, QWidget, "plannedPart").setVisible(not done)
        part(self.form, QWidget, "donePart").setVisible(done)
        self.plan_call.setVisible(meeting_wanted(self.touch))

    def _focus_first(self) -> None:
        """Begin with how it ended where the touch was laid out before, else with what they get from it."""
        ended = self._before is not None and self.is_done.isChecked()
        first = (
            part(self.form, ChoiceField, "outcome") if ended else part(self.form, ValueField, "valueOffered")
        )
        first.setFocus()

    def _today(self) -> dt.date:
        return self._now().date()
