"""The clients as a list model: one row each, said in words."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from planner.desktop.clients.client_rows import ClientRow
from planner.desktop.ports import Clock
from planner.translation import _, ngettext
from planner.wording.days import day_text, relative_day
from planner.wording.lists import comma_list
from planner.wording.text import one_line

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ClientChip(msgspec.Struct, frozen=True):
    """A word or two at the end of a row; `asks` marks what asks for something to be done."""

    text: str
    asks: bool = False


class ClientsList(QStringListModel):
    """The model of the list of clients, in one column; what a row says is put together when it is seen.

    How many rows there are is Qt's to say: a view asks it once for each row that it lays out.
    """

    def __init__(self, *, now: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: tuple[ClientRow, ...] = ()
        self._places: dict[str, int] = {}

    def show(self, rows: Sequence[ClientRow]) -> None:
        """Show these rows in this order."""
        self._rows = tuple(rows)
        self._places = {row.id: at for at, row in enumerate(self._rows)}
        self.setStringList([row.label for row in self._rows])

    @property
    def ids(self) -> AbstractSet[str]:
        """The ids of the clients shown."""
        return self._places.keys()

    def index_of(self, client_id: str) -> QModelIndex:
        """Return the index of a client's row; an invalid index if it is not shown."""
        at = self._places.get(client_id)
        return _NOWHERE if at is None else self.index(at)

    def client_at(self, index: Index) -> ClientRow | None:
        """Return the client in a row; None for no row at all."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a client is called, for display and type-ahead; as accessible text all the row says."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        return self.in_words(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def name_lines(self, row: ClientRow) -> tuple[str, str]:
        """Return two lines: what the client is called, and why it is a Dream Client, else what it does."""
        return row.label.strip() or _("(no name yet)"), one_line(row.why_dream) or row.about

    def touch_lines(self, row: ClientRow) -> tuple[str, str]:
        """Return two lines: when we last reached them, and what is planned next."""
        today = self._now().date()
        next_line = _("Next: {day}").format(day=day_text(row.next_on, today)) if row.next_on else ""
        if row.last is None:
            return _("Not reached yet"), next_line or _("Nothing planned")
        last = _("Last: {day}").format(day=day_text(row.last, today))
        return last, next_line or _("Nothing planned")

    def place_lines(self, row: ClientRow) -> tuple[str, str]:
        """Return the place on the Dream list in two short lines; two blanks for a client not on it."""
        if row.place is None:
            return "", ""
        return _("No. {place}").format(place=row.place), _("Dream list")

    def chip(self, row: ClientRow) -> ClientChip | None:
        """Return what asks for attention most, else that the client is archived; None for nothing."""
        if row.archived:
            return ClientChip(_("archived"))
        if row.promises_due:
            count = row.promises_due
            due = ngettext("{count} promise due", "{count} promises due", count).format(count=count)
            return ClientChip(due, asks=True)
        if row.dream and row.quiet:
            return ClientChip(_quiet_for(row.quiet), asks=True)
        return None

    def in_words(self, row: ClientRow) -> str:
        """Return all that a row says, parted by commas."""
        chip = self.chip(row)
        places = self.place_lines(row)[::-1]
        ago = relative_day(row.last, self._now().date()) if row.last else ""
        said = (*self.name_lines(row), *places, *self.touch_lines(row), ago, chip.text if chip else "")
        return comma_list(part for part in said if part)


def _quiet_for(days: int) -> str:
    return ngettext("quiet for {count} day", "quiet for {count} days", days).format(count=days)
