"""A plan that turns out to be for another client."""

from msgspec.structs import replace

from planner.coaching.promises import promises_of, with_promises_of
from planner.model.client import Client
from planner.model.mentions import with_ids_found
from planner.model.plan import Preparation


def for_client(preparation: Preparation, client: Client) -> Preparation:
    """Return the plan with another client; what was promised in its call goes with it.

    People stay mentioned by the names as typed. Who is no contact of the new client has no id any more.
    """
    plan = preparation.plan
    if client.id == preparation.client.id:
        return preparation
    theirs = with_promises_of(client, promises_of(preparation.client, plan.id), plan.id)
    moved = Preparation(client=theirs, plan=replace(plan, client_id=client.id))
    return with_ids_found(moved)[0]


def without_promises_of(client: Client, plan_id: str) -> Client:
    """Return the client that a plan was for, without what was promised in the call of that plan."""
    left = tuple(promise for promise in client.promises if promise.from_plan != plan_id)
    return client if len(left) == len(client.promises) else replace(client, promises=left)
