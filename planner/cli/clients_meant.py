"""Which client a word of the command line means."""

from collections.abc import Sequence

from planner.model.client_summary import ClientSummary
from planner.model.errors import PlannerError
from planner.model.names import same_name
from planner.store.library import Library
from planner.translation import _
from planner.wording.clients_apart import NamedClient, client_labels
from planner.wording.lists import comma_list

_MOST_NAMED = 5


class NoSuchClient(PlannerError):
    """No client has this id, start of an id, or name."""

    def __init__(self, given: str) -> None:
        super().__init__(_('There is no client "{given}" in this library.').format(given=given))


class AmbiguousClient(PlannerError):
    """Several clients are meant: by one name, or by one start of their ids."""

    def __init__(self, given: str, meant: Sequence[ClientSummary]) -> None:
        labels = client_labels(summarised(meant))
        shown = [f"{client.id} ({labels[client.id]})" for client in meant[:_MOST_NAMED]]
        left = len(meant) - len(shown)
        text = (
            _('"{given}" means several clients: {list}, and {count} more. Give the id of one.')
            if left
            else _('"{given}" means several clients: {list}. Give the id of one.')
        )
        super().__init__(text.format(given=given, list=comma_list(shown), count=left))


def client_meant(library: Library, given: str) -> ClientSummary:
    """Return the client with this id, or the one whose id begins so or whose whole name this is.

    NoSuchClient, also for ""; AmbiguousClient, which lists five of them at most, with their ids. Archived
    ones are found too.
    """
    clients = library.client_summaries()
    exact = [client for client in clients if client.id == given]
    named = [client for client in clients if same_name(client.name, given)]
    begun = [client for client in clients if given and client.id.startswith(given)]
    meant = exact or sorted({client.id: client for client in (*named, *begun)}.values(), key=_by_id)
    if not meant:
        raise NoSuchClient(given)
    if len(meant) > 1:
        raise AmbiguousClient(given, meant)
    return meant[0]


def summarised(clients: Sequence[ClientSummary]) -> tuple[NamedClient, ...]:
    """Return what these clients are known by where several are listed."""
    return tuple(
        NamedClient(client.id, client.name, client.headquarters, client.industry) for client in clients
    )


def _by_id(client: ClientSummary) -> str:
    return client.id
