"""A plan that turns out to be for another client."""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from planner.coaching.last_time import with_last_time
from planner.coaching.promises import promises_of, with_promises_of
from planner.model.client import Client, Promise
from planner.model.mentions import with_ids_found
from planner.model.plan import Carried, Plan, Preparation
from planner.model.text_at_path import with_text, without_texts_under

OF_EARLIER_CALLS = ("carried", "price.discussions", "call.what_changed")
"""Form paths of what a plan knows of the calls before it, which were with the client it was for."""


def for_client(preparation: Preparation, client: Client) -> Preparation:
    """Return the plan with another client, to whose promises those made in the plan's call are added.

    What the plan knows of earlier calls is removed: these were with the client it was for. People stay
    mentioned by the names as typed, without an id where they are no contacts of the new client. Nothing
    changes if `client` is the plan's own.
    """
    plan = preparation.plan
    if client.id == preparation.client.id:
        return preparation
    theirs = _with_own_promises(client, promises_of(preparation.client, plan.id), plan.id)
    moved = Preparation(client=theirs, plan=replace(_without_earlier_calls(plan), client_id=client.id))
    return with_ids_found(moved)[0]


def moved_to_client(
    preparation: Preparation, client: Client, earlier: Iterable[Plan], today: dt.date
) -> Preparation:
    """Return the plan as `for_client` does, with what happened in that client's last call before this one.

    `earlier` are the plans of that client, in any order. A call counts that was held as of `today`.
    """
    moved = for_client(preparation, client)
    return moved if moved is preparation else with_last_time(moved, earlier, today)


def without_promises_of(client: Client, plan_id: str) -> Client:
    """Return the client that a plan was for, without what was promised in the call of that plan."""
    left = tuple(promise for promise in client.promises if promise.from_plan != plan_id)
    return client if len(left) == len(client.promises) else replace(client, promises=left)


def left_by(client: Client, plan_id: str) -> Client:
    """Return the client that a plan was for, without the promises made in the plan's call.

    A name typed over the client's, kept as unread until the rep says whom it means, is removed too.
    """
    left = without_promises_of(client, plan_id)
    unread = with_text(left.unread, "name", "")
    return left if unread is left.unread else replace(left, unread=unread)


def _with_own_promises(client: Client, promised: tuple[Promise, ...], plan_id: str) -> Client:
    """Return the client with the promises of a plan as rows of their own, each once.

    A promise of the same text from another call is another promise: it stays as it is.
    """
    others = without_promises_of(client, plan_id)
    own = with_promises_of(replace(client, promises=promises_of(client, plan_id)), promised, plan_id)
    return replace(client, promises=(*others.promises, *own.promises))


def _without_earlier_calls(plan: Plan) -> Plan:
    return replace(
        plan,
        carried=Carried(),
        price=replace(plan.price, discussions=()),
        call=replace(plan.call, what_changed=""),
        unread=without_texts_under(plan.unread, "price.discussions"),
        as_typed=without_texts_under(plan.as_typed, "price.discussions"),
    )
