"""Plans to start from: a blank one for a client, and a copy of another."""

from collections.abc import Sequence

from msgspec.structs import replace

from planner.coaching.another_client import for_client
from planner.model.client import Client
from planner.model.ids import new_id
from planner.model.names import same_name
from planner.model.plan import Carried, Plan, Preparation
from planner.model.reflection import Reflection
from planner.model.text_at_path import without_texts_under


def plan_for(client_name: str, clients: Sequence[Client], client_id: str = "") -> Preparation:
    """Return a blank plan for a client, as `client_for` finds it."""
    client = client_for(client_name, clients, client_id)
    return Preparation(client=client, plan=Plan(id=new_id(), client_id=client.id))


def client_for(client_name: str, clients: Sequence[Client], client_id: str = "") -> Client:
    """Return the client of that id, else the one of that name, else a new client who is called so."""
    name = client_name.strip()
    known = [client for client in clients if client_id and client.id == client_id]
    namesakes = (client for client in clients if same_name(client.name, name))
    called = known or sorted(namesakes, key=lambda client: client.name != name)
    return called[0] if called else Client(id=new_id(), name=name)


def copy_of(preparation: Preparation, client: Client) -> Preparation:
    """Return a plan for the client to start from another: same content, no date, nothing looked back on.

    For another client it is also without what earlier calls gave rise to, and without answers to findings.
    """
    plan = preparation.plan
    unread = plan.unread
    for left_out in ("call.starts", "call.day", "reflection"):
        unread = without_texts_under(unread, left_out)
    fresh = replace(
        plan,
        id=new_id(),
        edited_on=(),
        call=replace(plan.call, starts=None, day=None, happened=None),
        carried=Carried(),
        reflection=Reflection(),
        unread=unread,
    )
    if client.id != preparation.client.id:
        fresh = replace(fresh, intentions=(), answers=(), unread=without_texts_under(unread, "intentions"))
    return for_client(replace(preparation, plan=fresh), client)
