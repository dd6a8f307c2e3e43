"""Import of plans and clients from outside: what is new, what is here already, what clashes."""

from enum import StrEnum

import msgspec

from planner.model.client import Client
from planner.model.contact_ids import with_ids_from
from planner.model.ids import new_id
from planner.model.mentions import with_ids_found, with_present_names
from planner.model.names import name_key
from planner.model.plan import Preparation
from planner.store.errors import IdTaken, NoSuchPlan
from planner.store.library import Library
from planner.translation import N_


class ImportResult(StrEnum):
    """How a plan or client came in; the command line translates the value."""

    ADDED = N_("added")
    ALREADY_HERE = N_("already here")
    BACK_FROM_TRASH = N_("back from the trash")


def import_plan(library: Library, arriving: Preparation) -> tuple[str, ImportResult]:
    """Store a plan from outside with its client; return its id and how it came in.

    A blank client id becomes that of a client here with that name and equal in everything else, or a new one;
    a blank plan id a new one. Contacts without an id get one, and mentions that of the one contact who bears
    the name. A plan that is here and equal is left, or brought back from the trash.
    IdTaken if an id is that of something else, LibraryDamaged if the one here cannot be read,
    LibraryNotWritten: the library is as before.
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
    if with_ids_found(here)[0] != settled:  # ids of contacts removed here are none any more
        raise IdTaken("plan.id", plan_id)
    if not library.in_trash(plan_id):
        return plan_id, ImportResult.ALREADY_HERE
    library.undelete(plan_id)
    return plan_id, ImportResult.BACK_FROM_TRASH


def import_client(library: Library, arriving: Client) -> tuple[str, ImportResult]:
    """Store a client from outside, without a plan; return its id and how it came in.

    A blank id becomes that of a client here with that name and equal in everything else, or a new one.
    Contacts and touches without an id get one. A client that is here and equal is left. IdTaken if the id is
    that of a client who differs, LibraryDamaged if that one cannot be read, LibraryNotWritten: the library is
    as before.
    """
    settled = _client_with_ids(library, arriving)
    here = _client_here(library, settled.id)
    if here is None:
        library.save_client(settled)
        return settled.id, ImportResult.ADDED
    if here != settled:
        raise IdTaken("client.id", settled.id)
    return settled.id, ImportResult.ALREADY_HERE


def _with_ids(library: Library, arriving: Preparation) -> Preparation:
    """Return the plan with ids for plan, client and contacts, and with those of the contacts it mentions."""
    client = _client_with_ids(library, arriving.client)
    plan_id = arriving.plan.id or new_id()
    plan = msgspec.structs.replace(arriving.plan, id=plan_id, client_id=client.id)
    found, _paths = with_ids_found(Preparation(client=client, plan=plan))
    return with_present_names(found)


def _client_with_ids(library: Library, client: Client) -> Client:
    """Return the client with an id for itself and each of its rows, or the client here that equals it."""
    if not client.id:
        return _equal_client(library, client) or with_ids_from(msgspec.structs.replace(client, id=new_id()))
    here = _client_here(library, client.id)
    return with_ids_from(client, () if here is None else here.contacts)


def _client_here(library: Library, client_id: str) -> Client | None:
    """Return the client of that id; None if there is none. LibraryDamaged: it is here and cannot be read."""
    return None if library.client_summary(client_id) is None else library.client(client_id)


def _equal_client(library: Library, arriving: Client) -> Client | None:
    """Return the client here that is equal but for ids and the form of its name; None if there is none."""
    key = name_key(arriving.name)
    namesakes = (client for client in library.clients() if name_key(client.name) == key)
    for client in namesakes:
        taken_over = msgspec.structs.replace(arriving, id=client.id, name=client.name)
        if with_ids_from(taken_over, client.contacts) == client:
            return client
    return None
