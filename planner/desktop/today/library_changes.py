"""What Today changes in the library, and how each change is taken back; safe on any thread, no Qt."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from planner.coaching.week.acts import with_intention_taken_up
from planner.coaching.week.today_line import TodayLine
from planner.desktop.ports import Plans
from planner.model.call import NOT_HELD, planned_day
from planner.model.client import Client
from planner.model.errors import PlannerError
from planner.model.ids import new_id
from planner.model.plan import Plan, Preparation
from planner.model.taken_back import ChangedSince, taken_back
from planner.model.terms import Side
from planner.model.touch import touch_of
from planner.translation import _

T = TypeVar("T")

ChangeClient = Callable[[Client], Client]
ChangePlan = Callable[[Plan], Plan]


class NothingToDo(PlannerError):
    """Raised where what a line of Today was about is not there any more."""

    def __init__(self) -> None:
        super().__init__(_("This was changed elsewhere meanwhile. Nothing was done; Today shows it anew."))


class LibraryChange(msgspec.Struct, frozen=True, kw_only=True):
    """A change as it was stored: the clients and the plan it changed, each before and after.

    `made` and `deleted` are the ids of plans that it made, or moved to the trash, `to_open` that of a plan to
    be worked on at once, "" for none. That may be all there is to it.
    """

    clients: tuple[tuple[Client, Client], ...] = ()
    plan: tuple[Plan, Plan] | None = None
    made: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    to_open: str = ""

    @property
    def is_stored(self) -> bool:
        """Whether anything in the library is another than before."""
        return bool(self.clients or self.plan or self.made or self.deleted)


def change_client(plans: Plans, client_id: str, change: ChangeClient) -> LibraryChange:
    """Store the client as `change` makes it. NothingToDo if it changes nothing."""
    before = plans.client(client_id)
    after = change(before)
    if after is before:
        raise NothingToDo
    plans.save_client(after)
    return LibraryChange(clients=((before, after),))


def change_plan(plans: Plans, plan_id: str, change: ChangePlan) -> LibraryChange:
    """Store the plan as `change` makes it. NothingToDo if it changes nothing."""
    preparation = plans.preparation(plan_id)
    before, after = preparation.plan, change(preparation.plan)
    if after is before:
        raise NothingToDo
    plans.save(replace(preparation, plan=after))
    return LibraryChange(plan=(before, after))


def plan_for_inquiry(
    plans: Plans, client_id: str, touch_id: str, compose: Callable[[str], Preparation]
) -> LibraryChange:
    """Make a plan that answers an inquiry, asked for by them, and note it with the inquiry.

    `compose` returns a new plan for the client of an id. Where such a plan is begun, that one is to be opened
    and nothing is changed. NothingToDo if the inquiry is there no more.
    """
    before = plans.client(client_id)
    inquiry = touch_of(touch_id, before.touches)
    if inquiry is None:
        raise NothingToDo
    if _is_begun(plans, client_id, inquiry.plan_id):
        return LibraryChange(to_open=inquiry.plan_id)
    made = compose(client_id)
    plan = replace(made.plan, call=replace(made.plan.call, initiated_by=Side.THEM))
    linked = tuple(replace(touch, plan_id=plan.id) if touch is inquiry else touch for touch in before.touches)
    after = replace(before, touches=linked)
    plans.save(Preparation(client=after, plan=plan))
    return LibraryChange(clients=((before, after),), made=(plan.id,), to_open=plan.id)


def take_up(
    plans: Plans, line: TodayLine, today: dt.date, compose: Callable[[str], Preparation]
) -> LibraryChange:
    """Have the client's next plan take up what was meant to be done differently, or make one that does.

    The next plan is that of the nearest call to come, or else one without a day. NothingToDo if it takes it
    up already.
    """
    if (following := _next_plan(plans, line, today)) is not None:
        return change_plan(
            plans, following, lambda plan: with_intention_taken_up(plan, line.text, line.since)
        )
    made = compose(line.client_id)
    plan = with_intention_taken_up(made.plan, line.text, line.since)
    plans.save(replace(made, plan=plan))
    return LibraryChange(made=(plan.id,), to_open=plan.id)


def take_back(plans: Plans, change: LibraryChange) -> None:
    """Take the change back, and nothing else that was changed since. ChangedSince where that cannot be."""
    _restore(
        plans,
        [(after, before) for before, after in change.clients],
        None if change.plan is None else (change.plan[1], change.plan[0]),
    )
    listed = {plan.id for plan in plans.summaries()}
    for plan_id in change.made:
        if plan_id in listed:
            plans.delete(plan_id)
    for plan_id in change.deleted:
        plans.undelete(plan_id)


def do_again(plans: Plans, change: LibraryChange) -> None:
    """Make the change again after it was taken back. ChangedSince where that cannot be."""
    _restore(plans, change.clients, change.plan)
    for plan_id in change.made:
        plans.undelete(plan_id)
    for plan_id in change.deleted:
        plans.delete(plan_id)


def on_day(plan: Plan, day: dt.date) -> Plan:
    """Return the plan with its call on another day, at the same time of day; it is to come again.

    What was noted of it, held or not, was of the day before. The same plan if it is planned for that day and
    nothing says that it was not held.
    """
    call = plan.call
    if planned_day(call) == day and call.happened not in NOT_HELD:
        return plan
    if call.starts is None:
        return replace(plan, call=replace(call, day=day, happened=None))
    starts = call.starts.replace(year=day.year, month=day.month, day=day.day)
    return replace(plan, call=replace(call, starts=starts, happened=None))


def new_plan_for(plans: Plans, today: dt.date, currency: str, client_id: str) -> Preparation:
    """Return a new plan for the client, not stored yet, with what the client's calls and contacts say."""
    from planner.coaching.known_beforehand import with_what_is_known  # noqa: PLC0415 - not at the start
    from planner.coaching.last_time import with_last_time  # noqa: PLC0415 - as above

    client, earlier = plans.client(client_id), plans.plans_of(client_id)
    blank = Preparation(client=client, plan=Plan(id=new_id(), client_id=client_id))
    known = with_what_is_known(blank, earlier, today=today, currency=currency)
    return with_last_time(known, earlier, today)


def _is_begun(plans: Plans, client_id: str, plan_id: str) -> bool:
    """Whether that plan of the client is there still, and its call neither over nor off."""
    return any(
        plan.id == plan_id and plan.outcome is None and plan.happened is None
        for plan in plans.summaries_of(client_id)
    )


def _next_plan(plans: Plans, line: TodayLine, today: dt.date) -> str | None:
    others = [plan for plan in plans.summaries_of(line.client_id) if plan.id != line.plan_id]
    unheld = [plan for plan in others if plan.outcome is None and plan.happened is None]
    days = [(plan.planned_day or dt.date.max, plan.id) for plan in unheld]
    return min(((day, plan_id) for day, plan_id in days if day >= today), default=(None, None))[1]


def _restore(plans: Plans, clients: Iterable[tuple[Client, Client]], plan: tuple[Plan, Plan] | None) -> None:
    """Turn clients and plan from what each was, the first of a pair, into what it is to be."""
    turned = [taken_back(_present(plans.client, was.id), to_be, was) for was, to_be in clients]
    if turned:
        plans.save_clients(turned)
    if plan is not None:
        was, to_be = plan
        preparation = _present(plans.preparation, was.id)
        plans.save(replace(preparation, plan=taken_back(preparation.plan, to_be, was)))


def _present(read: Callable[[str], T], its_id: str) -> T:
    """Return a client or plan as it is now; ChangedSince if it is there no more."""
    try:
        return read(its_id)
    except PlannerError as error:
        raise ChangedSince from error
