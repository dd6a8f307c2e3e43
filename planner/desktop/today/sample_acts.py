"""The sample week: put into the library to be looked at, and removed again in one step. No Qt."""

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from planner.desktop.ports import Plans, SampleSource
from planner.desktop.today.library_changes import LibraryChange, NothingToDo
from planner.model.errors import PlannerError
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.today.line_works import Called


def sample_taken(sample: SampleSource) -> "Called":
    """Return the name of an act and the act: it puts the sample week into the library, dated anew."""
    return _("add the sample week"), partial(_take_sample, sample)


def sample_removed(sample: SampleSource) -> "Called":
    """Return the name of an act and the act: it archives the sample week's clients and trashes their plans.

    The act raises NothingToDo if every one of them is archived already, or gone.
    """
    return _("remove the sample week"), partial(_remove_sample, sample)


def _take_sample(sample: SampleSource, plans: Plans) -> LibraryChange:
    clients, preparations = sample.make()
    known = {client.id for client in plans.client_summaries()}
    listed = {plan.id for plan in plans.summaries()}
    for preparation in preparations:
        if preparation.client.id in known and preparation.plan.id not in listed:
            _out_of_trash(plans, preparation.plan.id)
        plans.save(preparation)
    plans.save_clients(clients)
    return LibraryChange(
        clients=tuple((replace(client, archived=True), client) for client in clients),
        made=tuple(preparation.plan.id for preparation in preparations),
    )


def _remove_sample(sample: SampleSource, plans: Plans) -> LibraryChange:
    ids = [
        client.id for client in plans.client_summaries() if sample.holds(client.id) and not client.archived
    ]
    if not ids:
        raise NothingToDo
    clients = [plans.client(client_id) for client_id in ids]
    theirs = tuple(plan.id for client_id in ids for plan in plans.summaries_of(client_id))
    archived = [replace(client, archived=True) for client in clients]
    plans.save_clients(archived)
    for plan_id in theirs:
        plans.delete(plan_id)
    return LibraryChange(clients=tuple(zip(clients, archived, strict=True)), deleted=theirs)


def _out_of_trash(plans: Plans, plan_id: str) -> None:
    """Bring a plan back from the trash; nothing if it is not there, being gone for good."""
    try:
        plans.undelete(plan_id)
    except PlannerError:
        return
