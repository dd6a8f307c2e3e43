"""Reaching out to a client, from wherever one is: the dialogs, and what becomes of what was entered."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from planner.coaching.touches import planned_by_us
from planner.coaching.week.case_values import newest_first
from planner.coaching.week.draft import draft_for
from planner.desktop.services import Services
from planner.desktop.touches.client_step import Change, ClientStep, in_turn
from planner.desktop.touches.client_steps import ClientSteps
from planner.desktop.touches.touch_steps import (
    plan_made_of,
    sequence_ended,
    sequence_kept,
    touch_noted,
    wording_kept,
)
from planner.desktop.widgets.message_bar import Offer
from planner.model.client import Client
from planner.model.errors import PlannerError
from planner.model.ids import new_id
from planner.model.plan import Plan
from planner.model.touch import Touch, touch_of
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.walk.form_loader import FormLoader


class OpenClient(Protocol):
    """The client who lies open, with a plan or without; what is changed of it is changed there."""

    def read(self, client_id: str) -> Client | None:
        """Return the client of that id as it is where it lies open; None if it does not."""

    def change(self, client_id: str, change: Change, words: str) -> bool:
        """Change the client where it lies open, as an undo step called `words`; False if it does not."""

    def put_away(self) -> bool:
        """Save and close what lies open; False if it cannot be saved."""

    def chosen(self) -> str:
        """Return the id of the client at hand, chosen in a list or open; "" for none."""


class ReachingOut(QObject):
    """Opens the dialogs for touches, sequences, drafts and inquiries, and stores what they hand on.

    A client who lies open is changed there; any other by `actions`, an undo step each. Before a plan is made
    of a touch, what lies open is put away.
    """

    told = Signal(str, object)
    """Something was done: what, and a tuple of what can be done next, for the message bar."""
    failed = Signal(str)
    """A client could not be read; why."""
    plan_made = Signal(str)
    """A plan came of a touch, and is to be opened; its id."""

    def __init__(
        self,
        services: Services,
        *,
        actions: ClientSteps,
        forms: "Callable[[], FormLoader]",
        lying_open: OpenClient,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._plans, self._jobs, self._now = services.plans, services.jobs, services.now
        self._settings = services.settings
        self._actions, self._forms, self._window = actions, forms, window
        self._open = lying_open
        actions.done.connect(self._tell_done)

    def reach_out(self, client_id: str, touch_id: str = "") -> None:
        """Ask for a touch: that of the id, else the one that is due, else a new one."""
        client = self._read(client_id)
        if client is None:
            return
        from planner.desktop.touches.reach_out import ReachOutDialog  # noqa: PLC0415 - not at the start
        from planner.desktop.touches.touch_form import a_touch_today  # noqa: PLC0415 - as above

        touch = touch_of(touch_id, client.touches) or self._due(client) or a_touch_today(self._now)
        dialog = ReachOutDialog(
            client,
            touch,
            self._window,
            forms=self._forms(),
            jobs=self._jobs,
            now=self._now,
            plans=self._plans_of(client_id),
        )
        dialog.chosen.connect(partial(self._keep_touch, client))
        _open(dialog)

    def lay_out(self, client_id: str) -> None:
        """Ask for a sequence: what is still planned of the one there is, or a new one."""
        client = self._read(client_id)
        if client is None:
            return
        from planner.desktop.touches.sequence_dialog import SequenceDialog  # noqa: PLC0415 - not at the start

        planned = self._sequence_of(client)
        dialog = SequenceDialog(
            client,
            planned,
            self._window,
            forms=self._forms(),
            jobs=self._jobs,
            now=self._now,
            plans=self._plans_of(client_id),
        )
        dialog.chosen.connect(partial(self._keep_sequence, client, planned))
        dialog.end_wanted.connect(partial(self._end_sequence, client))
        _open(dialog)

    def draft(self, client_id: str) -> None:
        """Show a draft of the wording for the client's next touch; without one, reach out."""
        client = self._read(client_id)
        touch = None if client is None else self._next(client)
        if client is None or touch is None:
            self.reach_out(client_id)
            return
        from planner.desktop.touches.draft_dialog import DraftDialog  # noqa: PLC0415 - not at the start

        plan = next(iter(newest_first(self._plans_of(client_id))), None)
        text = draft_for(client, plan, touch)
        dialog = DraftDialog(text, touch.note, self._window, client=client, forms=self._forms())
        dialog.written.connect(partial(self._keep_wording, client, touch))
        _open(dialog)

    def ask_who_came(self) -> None:
        """Ask who came to us; the client at hand, if there is one, stands in the box already."""
        from planner.desktop.touches.inquiry import InquiryDialog  # noqa: PLC0415 - not at the start
        from planner.model.names import name_key  # noqa: PLC0415 - as above
        from planner.wording.clients_apart import NamedClient  # noqa: PLC0415 - as above

        try:
            named = [
                NamedClient(client.id, client.name, client.headquarters, client.industry)
                for client in self._plans.client_summaries()
                if client.name.strip()
            ]
            named.sort(key=lambda client: (name_key(client.name), client.id))
            chosen = self._open.chosen()
            dialog = InquiryDialog(
                named,
                self._window,
                chosen=chosen if any(client.id == chosen for client in named) else "",
                client=self._plans.client,
                forms=self._forms(),
                jobs=self._jobs,
                now=self._now,
            )
        except PlannerError as error:
            self.failed.emit(str(error))
            return
        dialog.came.connect(self._keep_inquiry)
        _open(dialog)

    def plan_from(self, client_id: str, touch_id: str) -> None:
        """Make the plan for the call that came of a touch, linked to it; `plan_made` follows.

        What lies open is put away before; nothing is made where it cannot be.
        """
        if not self._open.put_away():
            return
        client = self._read(client_id)
        touch = None if client is None else touch_of(touch_id, client.touches)
        if client is not None and touch is not None:
            self._actions.carry_out(self._plan_of(client, touch))

    def _keep_touch(self, client: Client, touch: Touch, plan_it: bool) -> None:  # noqa: FBT001 - a slot
        noted = touch_noted(client, touch, self._today())
        if plan_it:
            if not self._open.put_away():
                return
            self._actions.carry_out(in_turn(noted, self._plan_of(client, touch)))
        else:
            self._keep(noted)

    def _keep_sequence(self, client: Client, before: Sequence[Touch], touches: Sequence[Touch]) -> None:
        self._keep(sequence_kept(client, before, touches))

    def _end_sequence(self, client: Client, sequence_id: str) -> None:
        self._keep(sequence_ended(client, sequence_id))

    def _keep_wording(self, client: Client, touch: Touch, wording: str) -> None:
        self._keep(wording_kept(client, touch, wording))

    def _keep_inquiry(self, name: str, client_id: str, touch: Touch) -> None:
        client = self._read(client_id) if client_id else Client(id=new_id(), name=name)
        if client is not None:
            self._keep(touch_noted(client, touch, self._today()))

    def _keep(self, step: ClientStep) -> None:
        """Change the client where it lies open, or store the change."""
        if step.change is not None and self._open.change(step.client_id, step.change, step.words):
            self._tell_done(step)
        else:
            self._actions.carry_out(step)

    def _tell_done(self, step: ClientStep) -> None:
        if step.plan_id:
            self.plan_made.emit(step.plan_id)
        elif step.said:
            self.told.emit(step.said, self._offers(step))

    def _plan_of(self, client: Client, touch: Touch) -> ClientStep:
        return plan_made_of(client, touch, new_id(), self._today(), self._settings.currency)

    def _offers(self, step: ClientStep) -> tuple[Offer, ...]:
        """Return what can be done next: for an inquiry the call to make."""
        if not step.inquiry_id:
            return ()
        return (
            (_("Plan the call"), partial(self.plan_from, step.client_id, step.inquiry_id)),
            (_("Reach out"), partial(self.reach_out, step.client_id)),
        )

    def _due(self, client: Client) -> Touch | None:
        """Return the touch planned first among those due by today; None if none is."""
        touch = self._next(client)
        due = touch is not None and touch.planned_on is not None and touch.planned_on <= self._today()
        return touch if due else None

    def _next(self, client: Client) -> Touch | None:
        """Return the touch of ours planned first; None if none is."""
        planned = [touch for _at, touch in planned_by_us(client)]
        return min(planned, key=lambda touch: touch.planned_on or dt.date.max, default=None)

    def _sequence_of(self, client: Client) -> tuple[Touch, ...]:
        """Return what is still planned of the sequence whose touch comes first, by day; () without one."""
        planned = [touch for _at, touch in planned_by_us(client) if touch.sequence_id]
        planned.sort(key=lambda touch: touch.planned_on or dt.date.max)
        return tuple(touch for touch in planned if touch.sequence_id == planned[0].sequence_id)

    def _read(self, client_id: str) -> Client | None:
        """Return the client; None, and say why, if it cannot be read."""
        try:
            return self._open.read(client_id) or self._plans.client(client_id)
        except PlannerError as error:
            self.failed.emit(str(error))
            return None

    def _plans_of(self, client_id: str) -> Sequence[Plan]:
        """Return the client's plans; none where they cannot be read, which is told when one is opened."""
        try:
            return self._plans.plans_of(client_id)
        except PlannerError:
            return ()

    def _today(self) -> dt.date:
        return self._now().date()


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
