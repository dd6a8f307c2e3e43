"""Plans to start from: a blank one for a client, and a copy of another."""

from msgspec.structs import replace

from planner.model.client import Client
from planner.model.names import same_name
from planner.model.plan import Carried, Plan, Preparation, new_id
from planner.model.reflection import Reflection
from planner.model.text_at_path import without_texts_under
from planner.translation import _


def plan_for(client_name: str, clients: tuple[Client, ...]) -> Preparation:
    """Return a blank plan for the client of that name, a new client if nobody is called so."""
    name = client_name.strip()
    namesakes = (client for client in clients if same_name(client.name, name))
    called = sorted(namesakes, key=lambda client: client.name != name)
    client = called[0] if called else Client(id=new_id(), name=name)
    return Preparation(client=client, plan=Plan(id=new_id(), client_id=client.id))


def copy_of(preparation: Preparation) -> Preparation:
    """Return a plan to start from another: same client and content, no date, nothing looked back on."""
    plan = preparation.plan
    title = plan.call.title
    title = _("{title} (copy)").format(title=title) if title else _("(copy)")
    call = replace(plan.call, title=title, starts=None, day=None)
    unread = plan.unread
    for left_out in ("call.starts", "call.day", "reflection"):
        unread = without_texts_under(unread, left_out)
    fresh = replace(
        plan,
        id=new_id(),
        edited_on=(),
        call=call,
        carried=Carried(),
        reflection=Reflection(),
        unread=unread,
    )
    return replace(preparation, plan=fresh)
