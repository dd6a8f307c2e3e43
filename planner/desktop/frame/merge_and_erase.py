"""Two clients made one, and a client or a person erased: asked first, done in the background, and told."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.desktop.background.jobs import LIBRARY, Jobs
from planner.desktop.ports import Clock, Plans
from planner.desktop.services import Services
from planner.desktop.widgets.message_bar import MessageBar
from planner.model.errors import PlannerError
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.clients.client_dialogs import EraseDialog
    from planner.desktop.safekeeping.safekeeping_ports import LibraryCare
    from planner.model.library_values import Backup, Erasure, MergedClients
    from planner.wording.clients_apart import NamedClient


class MergeAndErase(QObject):
    """Asks for two clients to merge, or for what to erase, and does it. Nothing may lie open meanwhile.

    `commit` saves what lies open, `close` puts it away too; False from either keeps everything as it is.
    """

    merged = Signal(str)
    """Two clients are one; the id of the one that is left."""
    erased = Signal()

    def __init__(
        self,
        services: Services,
        *,
        keeping: Callable[[], "LibraryCare"],
        commit: Callable[[], bool],
        close: Callable[[], bool],
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._plans: Plans = services.plans
        self._jobs: Jobs = services.jobs
        self._now: Clock = services.now
        self._keeping, self._commit, self._close = keeping, commit, close
        self._messages, self._window = messages, window

    def ask_to_merge(self, client_id: str, other_id: str = "") -> None:
        """Ask with whom a client is to be made one; `other_id` is offered where it is known."""
        from planner.desktop.clients.client_dialogs import MergeDialog  # noqa: PLC0415 - hardly ever wanted

        if not self._commit():
            return
        clients = {client.id: client for client in self._named_clients()}
        own = clients.pop(client_id, None)
        if own is None:
            return
        if not clients:
            self._messages.tell(_("There is no other client to merge this one with."))
            return
        dialog = MergeDialog(own, tuple(clients.values()), self._window, other_id=other_id)
        dialog.wanted.connect(self._merge)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_to_erase(self, client_id: str, contact_id: str = "") -> None:
        """Ask whether a client is to be erased, or one of its contacts; what goes is listed first."""
        from planner.desktop.clients.client_dialogs import EraseDialog  # noqa: PLC0415 - hardly ever wanted

        if not client_id or not self._commit():
            return
        try:
            client = self._plans.client(client_id)
        except PlannerError as error:
            self._tell_failed(error)
            return
        people = [(contact.id, contact.name) for contact in client.contacts if contact.name.strip()]
        dialog = EraseDialog(client.name, people, self._window)
        dialog.asked.connect(partial(self._look, client_id))
        dialog.wanted.connect(partial(self._erase, client_id))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        dialog.choose(contact_id)

    def _named_clients(self) -> "Sequence[NamedClient]":
        from planner.wording.clients_apart import named_clients  # noqa: PLC0415 - hardly ever wanted

        return named_clients(self._plans.client_summaries())

    def _merge(self, kept_id: str, other_id: str) -> None:
        if self._close():
            work = partial(self._keeping().merge_clients, kept_id, other_id)
            self._jobs.run(
                work, done=partial(self._tell_merged, kept_id), failed=self._tell_failed, queue=LIBRARY
            )

    def _tell_merged(self, kept_id: str, merged: "MergedClients") -> None:
        from planner.wording.erasure_texts import merged_clients_text  # noqa: PLC0415 - hardly ever wanted

        self.merged.emit(kept_id)
        self._messages.tell(merged_clients_text(merged))

    def _look(self, client_id: str, contact_id: str) -> None:
        work = partial(self._keeping().what_would_go, client_id, contact_id)
        self._jobs.run(work, done=partial(self._list, contact_id), failed=self._tell_failed, queue=LIBRARY)

    def _list(self, contact_id: str, erasure: "Erasure") -> None:
        dialog = self._dialog()
        if dialog is not None:
            dialog.show_lines(contact_id, self._lines(erasure))

    def _dialog(self) -> "EraseDialog | None":
        from planner.desktop.clients.client_dialogs import EraseDialog  # noqa: PLC0415 - hardly ever wanted

        return self._window.findChild(EraseDialog)

    def _lines(self, erasure: "Erasure") -> tuple[str, ...]:
        from planner.wording.erasure_texts import erasure_lines  # noqa: PLC0415 - hardly ever wanted

        today: dt.date = self._now().date()
        return erasure_lines(erasure, today)

    def _erase(self, client_id: str, contact_id: str) -> None:
        if self._close():
            work = partial(self._keeping().erase, client_id, contact_id)
            self._jobs.run(work, done=self._tell_erased, failed=self._tell_failed, queue=LIBRARY)

    def _tell_erased(self, erasure: "Erasure") -> None:
        from planner.desktop.clients.client_dialogs import ErasedDialog  # noqa: PLC0415 - hardly ever wanted

        self.erased.emit()
        dialog = ErasedDialog(self._lines(erasure), len(erasure.backups), self._window)
        dialog.backups_unwanted.connect(partial(self._delete_backups, erasure.backups))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _delete_backups(self, backups: "Sequence[Backup]") -> None:
        paths = [backup.path for backup in backups]
        work = partial(self._keeping().delete_backups, paths)
        self._jobs.run(work, done=self._tell_deleted, failed=self._tell_failed, queue=LIBRARY)

    def _tell_deleted(self, _nothing: None) -> None:
        self._messages.tell(_("The backups that held it are deleted."))

    def _tell_failed(self, error: Exception) -> None:
        self._messages.warn(str(error))
