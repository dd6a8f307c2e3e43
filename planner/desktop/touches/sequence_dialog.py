"""A sequence: touches laid out ahead for one client, each with its own value, moved as one."""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from planner.coaching.week.sequence import laid_out, moved_by
from planner.coaching.week.touch_changes import why_refused
from planner.desktop.background.jobs import Jobs
from planner.desktop.fields import ContactField, DateField, RowsField
from planner.desktop.fields.field import CalmSpin
from planner.desktop.ports import Clock
from planner.desktop.touches.form_dialog import FormDialog
from planner.desktop.touches.touch_form import TOUCHES, TouchForm
from planner.desktop.walk.form_loader import FormLoader
from planner.desktop.widgets.child_widget import part
from planner.desktop.widgets.labels import HintLabel
from planner.model.client import Client, Contact
from planner.model.fields import field_type
from planner.model.names import same_name
from planner.model.plan import Plan, Preparation
from planner.model.terms import TouchChannel
from planner.model.touch import Touch
from planner.translation import _
from planner.wording.text import one_line

IN_TURN = (TouchChannel.E_MAIL, TouchChannel.PHONE, TouchChannel.LETTER)
"""The channels of a new sequence, in turn."""
_COUNT, _DAYS_APART = 5, 4
_PLANNED_ON, _WITH_WHOM = f"{TOUCHES}[].planned_on", f"{TOUCHES}[].with_whom"


class SequenceDialog(FormDialog):
    """The dialog for a sequence of one client: a new one, or what is still planned of one.

    Another first day moves all of them. Days apart and how many lay a new one out anew; what was said of a
    touch stays with it. Accepted, it emits `chosen` and stores nothing itself.
    """

    chosen = Signal(object)
    """The touches as entered, a tuple of Touch."""
    end_wanted = Signal(str)
    """The sequence is to end: its id."""

    def __init__(
        self,
        client: Client,
        planned: Sequence[Touch],
        parent: QWidget,
        *,
        forms: FormLoader,
        jobs: Jobs,
        now: Clock,
        plans: Sequence[Plan] = (),
    ) -> None:
        self._client, self._plans, self._now = client, plans, now
        self._is_new = not planned
        self._before = {touch.id: touch for touch in planned}
        touches = tuple(planned) or self._laid_out(self._today(), _COUNT, _DAYS_APART)
        self._id = touches[0].sequence_id
        self._entry = TouchForm(
            "sequence", client, touches, prefix="", forms=forms, jobs=jobs, today=self._today, plans=plans
        )
        form = self._entry.widget
        title = _("A sequence for {client}").format(client=one_line(client.name))
        super().__init__(form, parent, title=title, accept=_("Plan them") if self._is_new else _("Save"))
        self.first_day = part(form, DateField, "firstDay")
        self.days_apart, self.how_many = (part(form, CalmSpin, name) for name in ("daysApart", "howMany"))
        self.with_whom = part(form, ContactField, "withWhom")
        self.rows = part(form, RowsField, "touches")
        self._first = touches[0].planned_on
        self._prepare(form, touches)
        self.resize(self.sizeHint())
        self.fit()
        self.first_day.setFocus()

    @property
    def touches(self) -> tuple[Touch, ...]:
        """The touches as entered, all of the one sequence."""
        return tuple(replace(touch, sequence_id=self._id) for touch in self._entry.touches)

    def problem_now(self) -> str:
        """Return what is amiss with what was entered, "" for nothing."""
        if self._entry.problem or not self.touches:
            return self._entry.problem or _("A sequence needs a touch. Ctrl+Enter in a line adds one.")
        refusals = (why_refused(touch, self._today(), self._before.get(touch.id)) for touch in self.touches)
        told = ((at, refusal) for at, refusal in enumerate(refusals, 1) if refusal)
        return next((_("Touch {number}: {problem}").format(number=at, problem=why) for at, why in told), "")

    def accept(self) -> None:
        """Emit `chosen` and close, unless something is amiss."""
        super().accept()
        if self.result():
            self.chosen.emit(self.touches)

    def _end(self) -> None:
        self.end_wanted.emit(self._id)
        self.reject()

    def _prepare(self, form: QWidget, touches: Sequence[Touch]) -> None:
        about = part(form, HintLabel, "about")
        if self._is_new:
            about.setText(
                _("Each brings them something, whether or not they answer. It ends once they agree to meet.")
            )
        else:
            about.setText(_("Another first day moves all that is still planned."))
            self.buttons.addButton(
                _("End the sequence"), self.buttons.ButtonRole.DestructiveRole
            ).clicked.connect(self._end)
        for name in ("daysApart", "howMany", "daysApartQuestion", "howManyQuestion"):
            part(form, QWidget, name).setVisible(self._is_new)
        part(form, QWidget, "withWhom").setVisible(self._is_new)
        part(form, QWidget, "withWhomQuestion").setVisible(self._is_new)
        self.first_day.configure(field_type(Preparation, _PLANNED_ON))
        self.first_day.count_from(self._today)
        self.first_day.setAccessibleName(_("First day"))
        self.first_day.line.setAccessibleName(_("First day"))
        self.first_day.value = touches[0].planned_on
        self.days_apart.setValue(_DAYS_APART)
        self.how_many.setValue(len(touches))
        self.days_apart.setAccessibleName(_("Days apart"))
        self.how_many.setAccessibleName(_("How many"))
        self.with_whom.setAccessibleName(_("With whom"))
        self.with_whom.configure(field_type(Preparation, _WITH_WHOM))
        self.with_whom.offer_contacts([person for person in self._client.contacts if not person.left])
        self.first_day.changed.connect(self._follow_first_day)
        self.days_apart.valueChanged.connect(self._lay_out_anew)
        self.how_many.valueChanged.connect(self._lay_out_anew)
        self.with_whom.changed.connect(self._name_person)
        self._entry.document.changed.connect(self._follow_rows)

    def _follow_first_day(self) -> None:
        day = self.first_day.value
        if not isinstance(day, dt.date):
            return
        if self._is_new:
            self._lay_out_anew()
        elif self._first is not None:
            # From where they stood when the dialog opened: what is typed letter by letter is one move.
            moved = moved_by(tuple(self._before.values()), self._id, (day - self._first).days)
            days = {touch.id: touch.planned_on for touch in moved}
            self._show(
                tuple(
                    replace(touch, planned_on=days.get(touch.id, touch.planned_on))
                    for touch in self._entry.touches
                )
            )

    def _lay_out_anew(self) -> None:
        """Lay the touches out by the boxes above; what was said of one stays with it."""
        day = self.first_day.value
        if not isinstance(day, dt.date):
            return
        planned = self._laid_out(day, self.how_many.value(), self.days_apart.value())
        said = dict(enumerate(self._entry.touches))
        self._show(
            tuple(
                replace(said[at], planned_on=touch.planned_on) if at in said else touch
                for at, touch in enumerate(planned)
            )
        )

    def _name_person(self) -> None:
        person = self._person()
        self._show(
            tuple(
                replace(touch, with_whom=person.name, with_whom_id=person.id) for touch in self._entry.touches
            )
        )

    def _person(self) -> Contact:
        name = str(self.with_whom.value)
        called = (person for person in self._client.contacts if same_name(person.name, name))
        return next(called, Contact(name=name))

    def _show(self, touches: tuple[Touch, ...]) -> None:
        self._entry.document.edit_as_one_step(TOUCHES, touches)

    def _follow_rows(self, _path: str) -> None:
        """Say how many there are when a line is added or removed below."""
        self.forget_problem()
        blocked = QSignalBlocker(self.how_many)
        self.how_many.setValue(len(self._entry.touches))
        blocked.unblock()

    def _laid_out(self, start: dt.date, count: int, days_apart: int) -> tuple[Touch, ...]:
        return laid_out(
            self._client, self._plans, start, count=count, days_apart=days_apart, channels=IN_TURN
        )

    def _today(self) -> dt.date:
        return self._now().date()
