"""The names of the clients there are, offered where a name is typed, and who is meant by one."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel

from planner.desktop.widgets.suggestions import SuggestingLine, suggesting_completer
from planner.model.client_summary import ClientSummary
from planner.model.names import name_key
from planner.wording.clients_apart import NamedClient, client_labels


class NamesKnown:
    """Offers the clients there are in a line, those of one name told apart."""

    def __init__(self, line: SuggestingLine) -> None:
        self._line = line
        self._names = QStringListModel(line)
        self._clients: tuple[ClientSummary, ...] = ()
        self._labels: dict[str, str] = {}
        self._is_ready = True
        line.textEdited.connect(self._make_ready)
        line.setCompleter(suggesting_completer(self._names, line))

    def offer(self, clients: Sequence[ClientSummary]) -> None:
        """Offer these clients, those who stand on the Dream list left out of what is suggested."""
        self._clients, self._is_ready = tuple(clients), False

    def label(self, client: ClientSummary) -> str:
        """Return what the client is called, with what tells it apart from others of its name."""
        self._make_ready()
        return self._labels[client.id]

    def meant(self) -> list[ClientSummary]:
        """Return who is meant by the text in the line: the one it tells apart, or all of that name."""
        self._make_ready()
        key = name_key(self._line.text())
        labelled = [client for client in self._clients if name_key(self._labels[client.id]) == key]
        return labelled or [client for client in self._clients if name_key(client.name) == key]

    def _make_ready(self) -> None:
        """Work out the names once somebody types: with thousands of clients it takes a while."""
        if self._is_ready:
            return
        self._is_ready = True
        self._clients = tuple(client for client in self._clients if client.name.strip())
        self._labels = client_labels(
            NamedClient(client.id, client.name, client.headquarters, client.industry)
            for client in self._clients
        )
        offered = (client for client in self._clients if not client.dream_client or client.archived)
        names = sorted((self._labels[client.id] for client in offered), key=name_key)
        if names != self._names.stringList():
            self._names.setStringList(names)
