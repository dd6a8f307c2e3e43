"""Clients that belong together, with their plans, into the library."""

from collections.abc import Sequence

from planner.model.client import Client
from planner.model.plan import Preparation
from planner.store.import_plan import ImportResult
from planner.store.library import Library


def import_together(
    library: Library, clients: Sequence[Client], preparations: Sequence[Preparation]
) -> dict[str, ImportResult]:
    """Store clients without a plan, and plans with theirs; return how each client came in, by id.

    All have ids. A client who is here already is left as it is, and no plan that comes with it is stored.
    IdTaken if any other plan's id is in use, LibraryNotWritten.
    """
    every = {client.id for client in clients} | {preparation.client.id for preparation in preparations}
    here = {client_id for client_id in every if library.client_summary(client_id) is not None}
    fresh = [preparation for preparation in preparations if preparation.client.id not in here]
    if fresh:
        library.add(fresh)
    if alone := [client for client in clients if client.id not in here]:
        library.save_clients(alone)
    return {
        client_id: ImportResult.ALREADY_HERE if client_id in here else ImportResult.ADDED
        for client_id in sorted(every)
    }
