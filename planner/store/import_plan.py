"""Import of a plan from outside into the library: what is new, what is here already, what clashes."""

from enum import StrEnum

import msgspec

from planner.model.client import Client
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

    Blank ids are filled: with the id of a client here that is equal in everything else, or else
    with new ones. An equal plan of the same id is here already. IdTaken if an id is that of
    something else; LibraryNotWritten. Either way the library is as before.
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
    client_id = arriving.client.id or _id_of_equal(library, arriving.client) or new_id()
    return Preparation(
        client=msgspec.structs.replace(arriving.client, id=client_id),
        plan=msgspec.structs.replace(arriving.plan, id=arriving.plan.id or new_id(), client_id=client_id),
    )


def _id_of_equal(library: Library, client: Client) -> str:
    """Return the id of the client here that is equal but for its id, "" if there is none."""
    equal = (one.id for one in library.clients() if msgspec.structs.replace(one, id="") == client)
    return next(equal, "")
