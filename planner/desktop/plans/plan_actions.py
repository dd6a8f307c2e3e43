"""What can be done with whole plans: make, copy, delete, take back; off the GUI thread, undoable."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QLocale, QObject, Signal, SignalInstance
from PySide6.QtGui import QUndoCommand, QUndoStack

from planner.desktop.background.jobs import LIBRARY, Jobs
from planner.desktop.ports import Clock, Plans
from planner.desktop.widgets.plain_text import entry_text
from planner.translation import _

if TYPE_CHECKING:
    from planner.model.plan import Preparation
    from planner.model.plan_summary import PlanSummary
    from planner.wording.clients_apart import NamedClient


class PlanActions(QObject):
    """Changes the library in the background and tells what came of it.

    `undo_stack` holds the deletions, so that each can be taken back and done again.
    """

    library_changed = Signal()
    made = Signal(str)
    """A plan was made; its id."""
    made_for_ten_minutes = Signal(str)
    """A plan was made that is to take ten minutes; its id."""
    deleted = Signal(str)
    """A plan went to the trash; what it is called."""
    restored = Signal(str)
    """A plan came back from the trash; its id."""
    undone = Signal(str)
    """A deletion is being taken back; what it is called as an undo step."""
    failed = Signal(str)
    """Something could not be done; why, for the person to read."""

    def __init__(
        self,
        *,
        plans: Plans,
        jobs: Jobs,
        sample: Callable[[], "Preparation"],
        now: Clock,
        currency: Callable[[], str],
        parent: QObject,
    ) -> None:
        """`currency` gives the code of the currency that new prices begin with, "" for that of last time."""
        super().__init__(parent)
        self._plans = plans
        self._now = now
        self._currency = currency
        self._jobs = jobs
        self._sample = sample
        self.undo_stack = QUndoStack(self)

    def clients(self) -> "tuple[NamedClient, ...]":
        """Return every client who has a name, for offering them, sorted by name."""
        from planner.model.names import name_key  # noqa: PLC0415 - not at the start
        from planner.wording.clients_apart import named_clients  # noqa: PLC0415 - as above

        named = (client for client in named_clients(self._plans.clients()) if client.name.strip())
        return tuple(sorted(named, key=lambda client: (name_key(client.name), client.id)))

    def last_calls(self) -> Callable[[str], "PlanSummary | None"]:
        """Return what looks up, by a client's id, the plan of the last call held with that client."""
        from planner.coaching.plan_order import last_held  # noqa: PLC0415 - not at the start

        by_client: dict[str, list[PlanSummary]] = {}
        for summary in self._plans.summaries():
            by_client.setdefault(summary.client_id, []).append(summary)
        now = self._now()
        return {client_id: last_held(plans, now) for client_id, plans in by_client.items()}.get

    def new_plan(
        self,
        client_name: str,
        ten_minutes: bool = False,  # noqa: FBT001, FBT002 - a slot
        goes_on_from: str = "",
        client_id: str = "",
    ) -> None:
        """Make a plan for the client of that id, or else of that name, known or new.

        It is blank but for what is known beforehand; with the id of a plan in `goes_on_from` it is the one
        for the call after that, as `plan_next` makes it. Emits `made`, or with `ten_minutes`
        `made_for_ten_minutes`.
        """
        fact = self.made_for_ten_minutes if ten_minutes else self.made
        today, currency = self._now().date(), self._currency()
        if goes_on_from:
            self._store(partial(_stored_next, self._plans, goes_on_from, today, currency), fact)
        else:
            self._make(partial(_blank_plan, self._plans, client_name, client_id, today, currency), fact)

    def duplicate(self, plan_id: str, client_name: str, client_id: str = "") -> None:
        """Make a copy of the plan for a client, without its date and reflection, and emit `made`."""
        self._make(partial(_duplicate, self._plans, plan_id, client_name, client_id))

    def plan_next(self, plan_id: str, today: dt.date) -> None:
        """Make the plan for the call after this one, with what is still open, and emit `made`."""
        self._store(partial(_stored_next, self._plans, plan_id, today, self._currency()))

    def take_sample(self) -> None:
        """Put the sample client and plan into the library, and emit `made`."""
        self._make(self._sample)

    def delete(self, plan_id: str, called: str) -> None:
        """Move a plan to the trash, as an undo step; `called` is its name in messages."""
        self.undo_stack.push(_Deletion(self, plan_id, called))

    def move_to_trash(self, plan_id: str, called: str) -> None:
        """Move a plan to the trash without an undo step, and emit `deleted` with what it is called."""
        self._run(partial(self._plans.delete, plan_id), self.deleted, called)

    def move_back(self, plan_id: str) -> None:
        """Take a plan back out of the trash, and emit `restored`."""
        self._run(partial(self._plans.undelete, plan_id), self.restored, plan_id)

    def _make(self, compose: Callable[[], "Preparation"], fact: SignalInstance | None = None) -> None:
        self._store(partial(_stored, self._plans, compose), fact)

    def _store(self, store: Callable[[], str], fact: SignalInstance | None = None) -> None:
        tell = partial(self._tell_made, fact=fact)
        self._jobs.run(store, done=tell, failed=self._tell_failed, queue=LIBRARY)

    def _tell_made(self, plan_id: str, fact: SignalInstance | None = None) -> None:
        self.library_changed.emit()
        (fact or self.made).emit(plan_id)

    def _run(self, work: Callable[[], None], fact: SignalInstance, about: str) -> None:
        tell = partial(self._tell_done, fact, about)
        self._jobs.run(work, done=tell, failed=self._tell_failed, queue=LIBRARY)

    def _tell_done(self, fact: SignalInstance, about: str, _nothing: None) -> None:
        self.library_changed.emit()
        fact.emit(about)

    def _tell_failed(self, error: Exception) -> None:
        self.library_changed.emit()
        self.failed.emit(str(error))


def _stored(plans: Plans, compose: Callable[[], "Preparation"]) -> str:
    preparation = compose()
    plans.add((preparation,))
    return preparation.plan.id


def _stored_next(plans: Plans, plan_id: str, today: dt.date, currency: str) -> str:
    from planner.coaching.next_call import next_call  # noqa: PLC0415 - not at the start
    from planner.model.ids import new_id  # noqa: PLC0415 - as above

    following = next_call(plans.preparation(plan_id), today, plan_id=new_id())
    made = prefilled(plans, following, today, currency)
    plans.save(made)
    return made.plan.id


def _blank_plan(
    plans: Plans, client_name: str, client_id: str, today: dt.date, currency: str
) -> "Preparation":
    from planner.desktop.plans.fresh_plans import plan_for  # noqa: PLC0415 - not at the start

    return prefilled(plans, plan_for(client_name, plans.clients(), client_id), today, currency)


def prefilled(plans: Plans, preparation: "Preparation", today: dt.date, currency: str = "") -> "Preparation":
    """Return a new plan with what this client's calls, the last call of all and the surroundings say.

    Prices are in the currency of the client's last plan, else in `currency`; "" is that of the last plan of
    all, or of the system. Slow; raises a PlannerError where an earlier plan cannot be read.
    """
    from planner.coaching.known_beforehand import with_what_is_known  # noqa: PLC0415 - not at the start
    from planner.coaching.last_time import with_last_time  # noqa: PLC0415 - as above

    earlier = plans.plans_of(preparation.client.id)
    last = max(plans.summaries(), key=_when_edited, default=None)
    elsewhere = None if last is None else plans.preparation(last.id).plan
    if currency and elsewhere is not None:
        elsewhere = replace(elsewhere, price=replace(elsewhere.price, currency=""))
    currency = currency or QLocale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    known = with_what_is_known(preparation, earlier, today=today, elsewhere=elsewhere, currency=currency)
    return with_last_time(known, earlier, today)


def _when_edited(summary: "PlanSummary") -> tuple[dt.date, str]:
    return summary.last_edited or dt.date.min, summary.id


def _duplicate(plans: Plans, plan_id: str, client_name: str, client_id: str) -> "Preparation":
    from planner.desktop.plans.fresh_plans import client_for, copy_of  # noqa: PLC0415 - not at the start

    return copy_of(plans.preparation(plan_id), client_for(client_name, plans.clients(), client_id))


class _Deletion(QUndoCommand):
    """A plan moved to the trash."""

    def __init__(self, actions: PlanActions, plan_id: str, called: str) -> None:
        super().__init__(_("delete “{plan}”").format(plan=entry_text(called)))
        self._actions = actions
        self._plan_id = plan_id
        self._called = called

    def redo(self) -> None:
        """Move it to the trash."""
        self._actions.move_to_trash(self._plan_id, self._called)

    def undo(self) -> None:
        """Take it back."""
        self._actions.undone.emit(self.text())
        self._actions.move_back(self._plan_id)
