"""The lines of Today as a list model: under headings, each line in words."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from planner.coaching.week.today_line import TodayLine
from planner.desktop.ports import Clock
from planner.desktop.today.row_words import SECTIONS, RowWords, row_words
from planner.desktop.today.today_reading import Readiness
from planner.translation import _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TodayList(QAbstractListModel):
    """The model of Today: headings, and under each its lines, in one column."""

    def __init__(self, now: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: list[str | TodayLine] = []
        self._readiness: dict[str, Readiness] = {}

    def show(self, lines: Sequence[TodayLine]) -> None:
        """Show these lines in their order, each kind under its heading."""
        self.beginResetModel()
        self._rows = []
        section = ""
        for line in lines:
            heading = _(SECTIONS[line.kind])
            if heading != section:
                self._rows.append(heading)
                section = heading
            self._rows.append(line)
        self.endResetModel()

    def show_readiness(self, readiness: dict[str, Readiness]) -> None:
        """Show what the plans of the calls lack, by the plan's id."""
        self._readiness = readiness
        self.tell_time()

    def tell_time(self) -> None:
        """Have the rows shown painted anew: what they say of the time may be another."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are, headings and lines together."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: a line can be chosen, a heading cannot."""
        if self.line_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a heading, or the first words of a line; as accessible text all that the row says."""
        row = self._rows[index.row()]
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if isinstance(row, str):
            return row
        words = self.words_of(row)
        return words.what[0] if role == Qt.ItemDataRole.DisplayRole else words.text

    def line_at(self, index: Index) -> TodayLine | None:
        """Return the line in a row; None for a heading and for no row at all."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, TodayLine) else None

    def heading_at(self, index: Index) -> str:
        """Return the heading in a row; "" for a line."""
        row = self._rows[index.row()]
        return row if isinstance(row, str) else ""

    def words_of(self, line: TodayLine) -> RowWords:
        """Return a line in words, as of now."""
        return row_words(line, self._now(), self._readiness.get(line.plan_id))

    def index_of(self, line: TodayLine) -> QModelIndex:
        """Return the row of a line, also if other things are known of it by now; an invalid index if gone."""
        for at, row in enumerate(self._rows):
            if isinstance(row, TodayLine) and _is_same(row, line):
                return self.index(at)
        return _NOWHERE

    def nearest(self, at: int) -> QModelIndex:
        """Return the line in a row, or else the next one after it, or before it; invalid if there is none."""
        places = [row for row, kept in enumerate(self._rows) if isinstance(kept, TodayLine)]
        after = next((row for row in places if row >= at), None)
        row = after if after is not None else max(places, default=-1)
        return self.index(row) if row >= 0 else _NOWHERE


def _is_same(line: TodayLine, other: TodayLine) -> bool:
    return (line.kind, line.client_id, line.plan_id, line.touch_id, line.text) == (
        other.kind,
        other.client_id,
        other.plan_id,
        other.touch_id,
        other.text,
    )
