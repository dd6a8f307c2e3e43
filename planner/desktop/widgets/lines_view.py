"""A calm list: when, what, and how much, in rows of two lines."""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from planner.desktop.widgets.theme import Theme
from planner.desktop.widgets.two_line_delegate import Index, TwoLineRow
from planner.wording.lists import comma_list

_NOWHERE = QModelIndex()


class ListRow(msgspec.Struct, frozen=True):
    """A row: when and what in two lines each, and one or two words at the end.

    `key` says what the row is about; `amiss` marks something wrong with it.
    """

    key: str
    when: tuple[str, str]
    what: tuple[str, str]
    much: str = ""
    amiss: bool = False

    @property
    def text(self) -> str:
        """All that the row says, in one line parted by commas, as a screen reader says it."""
        return comma_list(part for part in (*self.when, *self.what, self.much) if part)


class _Lines(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[ListRow, ...] = ()

    def show(self, lines: Sequence[ListRow]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row in words, for type-ahead and screen readers."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.what[0]
        return line.text if role == Qt.ItemDataRole.AccessibleTextRole else None


class LinesView(QListView):
    """Shows lines, one of which can be chosen; the choice stays with its key when they change."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._lines = _Lines(self)
        self.setModel(self._lines)
        self.setItemDelegate(_LineRow(self._lines, theme, self))
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        theme.changed.connect(self.viewport().update)

    @property
    def lines(self) -> tuple[ListRow, ...]:
        """The rows, from the top."""
        return self._lines.lines

    @property
    def chosen(self) -> str:
        """The key of the chosen row; empty if none is."""
        row = self.currentIndex().row()
        return self.lines[row].key if 0 <= row < len(self.lines) else ""

    def choose(self, key: str) -> None:
        """Choose the row with the key; nothing if there is none."""
        for at, line in enumerate(self.lines):
            if line.key == key:
                self.setCurrentIndex(self._lines.index(at))

    def show_lines(self, lines: Sequence[ListRow]) -> None:
        """Show these rows, the one chosen before chosen again, or else the first."""
        chosen = self.chosen
        self._lines.show(lines)
        self.setCurrentIndex(self._lines.index(0))
        self.choose(chosen)


class _LineRow(TwoLineRow):
    """Paints a row."""

    def __init__(self, lines: _Lines, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view)
        self._lines = lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row in the window's colours."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, line = option.rect, self._lines.lines[index.row()]
        self.paint_ground(painter, area, index)
        inside = area.adjusted(10, 8, -10, -8)
        much = min(160, painter.fontMetrics().horizontalAdvance(line.much) + 8)
        when = QRect(inside.left(), inside.top(), 182, inside.height())
        self.paint_lines(painter, when, line.when)
        self.paint_lines(painter, inside.adjusted(190, 0, -much, 0), line.what, bold=True, amiss=line.amiss)
        painter.setPen(QColor(self._theme.colours.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, line.much)
        painter.restore()
