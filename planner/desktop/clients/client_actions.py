"""What is done with whole clients: a new one, archived or brought back; off the GUI thread, undoable."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from planner.desktop.background.jobs import LIBRARY
from planner.desktop.ports import Plans
from planner.desktop.services import Services
from planner.desktop.widgets.plain_text import entry_text
from planner.model.client import Client
from planner.model.ids import new_id
from planner.translation import _
from planner.wording.clients_apart import NamedClient, named_clients


class ClientActions(QObject):
    """Changes clients in the background and tells what came of it; `undo_stack` takes it back."""

    made = Signal(str)
    """A client was made; its id."""
    changed = Signal(str)
    """A client was stored; its id."""
    failed = Signal(str)
    """Something could not be stored; why, for the person to read."""

    def __init__(self, services: Services, *, parent: QObject) -> None:
        super().__init__(parent)
        self._plans, self._jobs = services.plans, services.jobs
        self.undo_stack = QUndoStack(self)

    def clients(self) -> tuple[NamedClient, ...]:
        """Return every client who has a name, for offering them."""
        known = named_clients(self._plans.client_summaries())
        return tuple(client for client in known if client.name.strip())

    def new_client(self, name: str) -> None:
        """Store a new client of that name, and emit `made`."""
        client = Client(id=new_id(), name=name)
        self._run(partial(self._plans.save_client, client), partial(self._tell_made, client.id))

    def archive(self, client_id: str, called: str, *, archived: bool) -> None:
        """Archive a client, or bring it back, as an undo step; `called` is its name in messages."""
        self.undo_stack.push(_Archiving(self, client_id, called, archived=archived))

    def store_archived(self, client_id: str, *, archived: bool) -> None:
        """Store whether a client is archived, without an undo step, and emit `changed`."""
        work = partial(_archived, self._plans, client_id, archived=archived)
        self._run(work, partial(self._tell_changed, client_id))

    def _run(self, work: Callable[[], None], done: Callable[[None], None]) -> None:
        self._jobs.run(work, done=done, failed=self._tell_failed, queue=LIBRARY)

    def _tell_made(self, client_id: str, _nothing: None) -> None:
        self.made.emit(client_id)

    def _tell_changed(self, client_id: str, _nothing: None) -> None:
        self.changed.emit(client_id)

    def _tell_failed(self, error: Exception) -> None:
        self.failed.emit(str(error))


class _Archiving(QUndoCommand):
    """A client archived, or brought back."""

    def __init__(self, actions: ClientActions, client_id: str, called: str, *, archived: bool) -> None:
        pattern = _("archive “{client}”") if archived else _("bring back “{client}”")
        super().__init__(pattern.format(client=entry_text(called)))
        self._actions, self._client_id, self._archived = actions, client_id, archived

    def redo(self) -> None:
        """Store it so."""
        self._actions.store_archived(self._client_id, archived=self._archived)

    def undo(self) -> None:
        """Store it as it was."""
        self._actions.store_archived(self._client_id, archived=not self._archived)


def _archived(plans: Plans, client_id: str, *, archived: bool) -> None:
    plans.save_client(replace(plans.client(client_id), archived=archived or None))
