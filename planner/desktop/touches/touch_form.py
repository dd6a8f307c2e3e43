"""A touch in a form: what a dialog edits, bound as the fields of a plan are."""

import datetime as dt
from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from planner.coaching.week.case_values import newest_first
from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.binder import Binder, bind
from planner.desktop.editing.document import PlanDocument
from planner.desktop.ports import Clock
from planner.desktop.walk.form_loader import FormLoader
from planner.model.client import Client, Contact
from planner.model.ids import new_id
from planner.model.plan import Plan, Preparation
from planner.model.touch import Touch

TOUCHES = "client.touches"


class TouchForm:
    """A form bound to touches of a client, none of which is stored: the dialog hands on what was entered.

    Contacts who left the client are not offered. The newest of the client's plans says what of value the
    touches may give. `changed` of `document` tells the form path of what was edited.
    """

    def __init__(
        self,
        name: str,
        client: Client,
        touches: Sequence[Touch],
        *,
        prefix: str,
        forms: FormLoader,
        jobs: Jobs,
        today: Callable[[], dt.date],
        plans: Sequence[Plan] = (),
    ) -> None:
        self.widget: QWidget = forms.load(name)
        self.document = PlanDocument(
            _edited(client, touches, plans), save=_keep_nothing, jobs=jobs, today=today, parent=self.widget
        )
        self._binder: Binder = bind(self.widget, self.document, prefix, load_row=forms.load_row)

    @property
    def touches(self) -> tuple[Touch, ...]:
        """The touches as entered."""
        return self.document.preparation.client.touches

    @property
    def problem(self) -> str:
        """What could not be read of what was typed, in a sentence; "" if all was."""
        return self.problem_but()

    def problem_but(self, *fields: str) -> str:
        """Return what could not be read as `problem` does, but for the fields of a touch called so."""
        told = (
            problem
            for path, problem in self._binder.problems().items()
            if path.rpartition(".")[2] not in fields
        )
        return next((f"{problem.rstrip('.')}." for problem in told), "")

    def use_contacts(self, contacts: Sequence[Contact]) -> None:
        """Offer these contacts in place of those offered before, but for those who left."""
        here = tuple(contact for contact in contacts if not contact.left)
        if here != self.document.preparation.client.contacts:
            self.document.edit_as_one_step("client.contacts", here)


def a_touch_today(now: Clock) -> Touch:
    """Return a new touch of ours, planned for today."""
    return Touch(id=new_id(), planned_on=now().date())


def _edited(client: Client, touches: Sequence[Touch], plans: Sequence[Plan]) -> Preparation:
    here = tuple(contact for contact in client.contacts if not contact.left)
    plan = next(iter(newest_first(plans)), Plan())
    edited = Client(id=client.id, name=client.name, contacts=here, touches=tuple(touches))
    return Preparation(client=edited, plan=replace(Plan(), case=plan.case, conversation=plan.conversation))


def _keep_nothing(_preparation: Preparation) -> None:
    """Store nothing: what was entered is the dialog's to hand on."""
