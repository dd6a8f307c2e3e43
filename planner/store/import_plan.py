"""Import of a plan from outside into the library: what is new, what is here already, what clashes."""

from enum import StrEnum

import msgspec

from planner.model.client import Client
from planner.model.names import name_key
from planner.model.plan import Preparation, new_id
from planner.store.errors import IdTaken, NoSuchPlan
from planner.store.library import Library
from planner.translation import N_


class ImportResult(StrEnum):
    """How a plan came in; the command line translates the value."""

    ADDED = N_("added")
    ALREADY_HERE = N_("already here")
    BACK_FROM_TRASH = N_("back from the trash")


def import_plan(library: Library, arriving: Preparation) -> tuple[str, ImportResult]:
    """Store a plan from outside with its client; return its id and how it came in.

    A blank client id becomes that of a client here with that name and equal in everything else, or a new one;
    a blank plan id a new one. A plan that is here and equal is left, or brought back from the trash.
    IdTaken if an id is that of something else, LibraryNotWritten: the library is as before.
    """
    settled = _with_ids(library, arriving)
    plan_id = settled.plan.id
    try:
        here = library.preparation(plan_id)
    except NoSuchPlan:
        library.add([settled])
        return plan_id, ImportResult.ADDED
    if here.client != settled.client and here.client.id == settled.client.id:
        raise IdTaken("client.id", settled.client.id)
    if here != settled:
        raise IdTaken("plan.id", plan_id)
    if not library.in_trash(plan_id):
        return plan_id, ImportResult.ALREADY_HERE
    library.undelete(plan_id)
    return plan_id, ImportResult.BACK_FROM_TRASH


def _with_ids(library: Library, arriving: Preparation) -> Preparation:
    client = arriving.client
    if not client.id:
        client = _equal_client(library, client) or msgspec.structs.replace(client, id=new_id())
    plan_id = arriving.plan.id or new_id()
    plan = msgspec.structs.replace(arriving.plan, id=plan_id, client_id=client.id)
    return Preparation(client=client, plan=plan)


def _equal_client(library: Library, arriving: Client) -> Client | None:
    """Return the client here that is equal but for its id and the form of its name; None if there is none."""
    key = name_key(arriving.name)
    namesakes = (client for client in library.clients() if name_key(client.name) == key)
    return next(
        (
            client
            for client in namesakes
            if msgspec.structs.replace(arriving, id=client.id, name=client.name) == client
        ),
        None,
    )
