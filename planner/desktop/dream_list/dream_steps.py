"""The undo steps of the Dream list: put on it, moved, taken off, and the reason why."""

from functools import partial

from msgspec.structs import replace

from planner.coaching.week.dream_list import Places, added, moved, removed, with_place
from planner.desktop.ports import Plans
from planner.desktop.touches.client_step import ClientStep, client_changed
from planner.model.client import Client
from planner.model.client_summary import ClientSummary
from planner.model.names import same_name
from planner.translation import _


def put_on_list(client_id: str, name: str, why: str, known: ClientSummary | None) -> ClientStep:
    """Return the step that puts a client at the end of the list: a new one of that id, unless it is `known`.

    A reason goes along; "" keeps the one there is. Taken back, a new client stays a client.
    """
    return ClientStep(
        words=_("put {client} on the Dream list").format(client=name),
        forwards=partial(_put_on, client_id, name, why),
        backwards=partial(_put_off, client_id, known),
        client_id=client_id,
        typed=(name, why),
    )


def taken_off_list(client: ClientSummary, place: int) -> ClientStep:
    """Return the step that takes a client off the list, on which it is at `place`; the client stays."""
    return ClientStep(
        words=_("take {client} off the Dream list").format(client=client.name),
        forwards=partial(_take_off, client.id),
        backwards=partial(_put_back, client.id, place),
        said=_("{client} is off the Dream list, and still a client of yours.").format(client=client.name),
    )


def moved_on_list(client: ClientSummary, place: int, to: int) -> ClientStep:
    """Return the step that moves a client from its place on the list to another."""
    return ClientStep(
        words=_("move {client} on the Dream list").format(client=client.name),
        forwards=partial(_move, client.id, to),
        backwards=partial(_move, client.id, place),
        client_id=client.id,
    )


def reason_given(client: ClientSummary, why: str) -> ClientStep:
    """Return the step that says why a client is a Dream Client."""
    return ClientStep(
        words=_("say why {client}").format(client=client.name),
        forwards=client_changed(client.id, partial(_with_reason, why=why)),
        backwards=client_changed(client.id, partial(_with_reason, why=client.why_dream)),
        client_id=client.id,
        typed=(client.name, why),
    )


def _put_on(client_id: str, name: str, why: str, plans: Plans) -> None:
    clients = plans.client_summaries()
    known = plans.client_summary(client_id)
    if known is None:  # typed twice before the first was stored: it is one client all the same
        known = next((client for client in clients if same_name(client.name, name)), None)
        client_id = client_id if known is None else known.id
    places = added(clients, client_id)
    client = Client(id=client_id, name=name) if known is None else plans.client(client_id)
    client = client if not why else replace(client, why_dream=why)
    others = tuple(with_place(plans.client(other), at) for other, at in places.items() if other != client_id)
    plans.save_clients((*others, with_place(client, places.get(client_id, client.dream_rank))))


def _put_off(client_id: str, known: ClientSummary | None, plans: Plans) -> None:
    """Take a client off the list again, and leave it as it was before."""
    _take_off(client_id, plans)
    if known is not None:
        client_changed(client_id, partial(_as_before, known=known))(plans)


def _as_before(client: Client, *, known: ClientSummary) -> Client:
    return replace(client, why_dream=known.why_dream, archived=True if known.archived else None)


def _take_off(client_id: str, plans: Plans) -> None:
    _store(removed(plans.client_summaries(), client_id), plans)


def _put_back(client_id: str, place: int, plans: Plans) -> None:
    _store(added(plans.client_summaries(), client_id, at=place), plans)


def _move(client_id: str, to: int, plans: Plans) -> None:
    _store(moved(plans.client_summaries(), client_id, to), plans)


def _store(places: Places, plans: Plans) -> None:
    if places:
        plans.save_clients([with_place(plans.client(client), place) for client, place in places.items()])


def _with_reason(client: Client, *, why: str) -> Client:
    return replace(client, why_dream=why)
