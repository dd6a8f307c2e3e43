"""The Dream list as a list model: its lines can be dragged, and the reason of each typed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, Signal

from planner.desktop.dream_list.dream_rows import DreamRow
from planner.desktop.widgets.two_line_delegate import Index

_NOWHERE = QModelIndex()
_DRAGGED = "application/x-front-foot-dream-client"


class DreamListModel(QAbstractListModel):
    """The lines of the Dream list. What is typed or dropped is only told: the lines follow the library."""

    why_typed = Signal(str, str)
    """The reason of a client was typed: the client's id, and the text."""
    dropped = Signal(str, int)
    """A client was dragged: its id, and the place it was dropped at, from 1."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[DreamRow, ...] = ()

    def show(self, rows: Sequence[DreamRow]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> DreamRow | None:
        """Return the line in a row; None for no row."""
        return self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None

    def index_of(self, client_id: str) -> QModelIndex:
        """Return the index of a client's line; an invalid one if it has none."""
        at = next((at for at, row in enumerate(self.rows) if row.client.id == client_id), -1)
        return self.index(at) if at >= 0 else _NOWHERE

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a line: chosen, dragged, and its reason typed."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a client's name; to edit, its reason; for screen readers, all that the line says."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.EditRole:
            return row.client.why_dream
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        return row.text if role == Qt.ItemDataRole.AccessibleTextRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell a reason that was typed, if it is another; False for anything else."""
        row = self.row_at(index)
        if row is None or role != Qt.ItemDataRole.EditRole or value == row.client.why_dream:
            return False
        self.why_typed.emit(row.client.id, value)
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that a line can be moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the type of a line that is dragged."""
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the client of the line that is dragged."""
        data = QMimeData()
        row = self.row_at(indexes[0]) if indexes else None
        data.setData(_DRAGGED, b"" if row is None else row.client.id.encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, at: int, _column: int, parent: Index
    ) -> bool:
        """Tell where a line was dropped; False, so that nobody takes it out here."""
        client_id = bytes(data.data(_DRAGGED).data()).decode()
        source = self.index_of(client_id)
        if source.isValid():
            before = parent.row() if parent.isValid() else at if at >= 0 else len(self.rows)
            place = before + 1 if before <= source.row() else before
            if place != source.row() + 1:
                self.dropped.emit(client_id, place)
        return False
