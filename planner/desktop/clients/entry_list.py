"""A list on a client's page: as high as its entries, which are one line or two."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from planner.desktop.clients.client_view import Entry
from planner.desktop.widgets.pill import paint_pill, pill_width
from planner.desktop.widgets.theme import Theme
from planner.desktop.widgets.two_line_delegate import Index, TwoLineRow

_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MARGIN, _INSET = 8, 8
_BETWEEN = 4
"""Between the two lines of an entry: a chip is a little higher than its line."""
_WHEN_IN_LETTERS = 15
_ALL_OF_IT = {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
"""What is cut off in a row is read in its tool tip."""


class _Entries(QAbstractListModel):
    """The entries."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what an entry says: for type-ahead its text, for screen readers all of it."""
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.kind or entry.text
        return entry.in_words if role in _ALL_OF_IT else None


class EntryList(QListView):
    """Shows entries below each other, all of them: what scrolls is the page.

    Enter or a double click emits `opened`, Space `done`, both with the key of the entry.
    """

    opened = Signal(str)
    done = Signal(str)
    row_reached = Signal(QRect)
    """The keys have gone to the row with this area, in the list's own pixels."""

    def __init__(self, name: str, theme: Theme, parent: QWidget, *, dated: bool = False) -> None:
        """`dated` keeps a column for the days on the left."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._entries = _Entries(self)
        self.setModel(self._entries)
        self._delegate = _EntryDelegate(self._entries, theme, self, dated=dated)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.activated.connect(self._open)
        self.selectionModel().currentChanged.connect(self._reach)
        theme.changed.connect(self.viewport().update)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries shown, from the top."""
        return self._entries.entries

    @property
    def chosen(self) -> str:
        """The key of the entry chosen; "" if none is."""
        row = self.currentIndex().row()
        return self.entries[row].key if 0 <= row < len(self.entries) else ""

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries; the choice stays with its key, else with its row."""
        if tuple(entries) == self.entries:
            return
        chosen, at = self.chosen, self.currentIndex().row()
        self._entries.show(entries)
        same = next((row for row, entry in enumerate(entries) if chosen and entry.key == chosen), at)
        if entries and at >= 0:
            self.setCurrentIndex(self._entries.index(min(same, len(entries) - 1)))
        self._fit()

    def choose(self, row: int) -> None:
        """Choose the entry of a row, from 0."""
        self.setCurrentIndex(self._entries.index(row))

    def sizeHint(self) -> QSize:
        """Return the room of all entries."""
        rows = range(len(self.entries))
        return QSize(
            240, sum(self._delegate.height_of(row, self.fontMetrics().lineSpacing()) for row in rows)
        )

    def minimumSizeHint(self) -> QSize:
        """Return the height of all entries, and the least width in which one can read."""
        return QSize(18 * self.fontMetrics().averageCharWidth(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Make room for a larger or smaller font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `done` on Space, and `opened` on Enter, on every platform."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and self.chosen:
            self.done.emit(self.chosen)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (key := self.entries[index.row()].key):
            self.opened.emit(key)

    def _reach(self, index: QModelIndex) -> None:
        if index.isValid() and self.hasFocus():
            self.row_reached.emit(self.visualRect(index))

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.scheduleDelayedItemsLayout()


class _EntryDelegate(TwoLineRow):
    """Paints an entry."""

    def __init__(self, entries: _Entries, theme: Theme, view: QListView, *, dated: bool) -> None:
        super().__init__(theme, view)
        self._entries, self._dated = entries, dated

    def height_of(self, row: int, line: int) -> int:
        """Return the height of a row in pixels, `line` that of a line."""
        return line + 2 * _MARGIN + (line + _BETWEEN if self._entries.entries[row].detail else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of one line, or of two if the entry has a detail."""
        return QSize(0, self.height_of(index.row(), option.fontMetrics.lineSpacing()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the entry in the window's colours."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option.rect, index)
        entry = self._entries.entries[index.row()]
        area = option.rect.adjusted(_INSET, _MARGIN, -_INSET, -_MARGIN)
        line = painter.fontMetrics().lineSpacing()
        first = QRect(area.left(), area.top(), area.width(), line)
        if self._dated:
            wide = _WHEN_IN_LETTERS * painter.fontMetrics().averageCharWidth()
            painter.setPen(QColor(self._theme.colours.muted))
            self._write(painter, QRect(first.left(), first.top(), wide - 8, line), entry.when)
            first.setLeft(first.left() + wide)
        below = first.translated(0, line + _BETWEEN)
        self._paint_first(painter, first, entry)
        painter.setPen(QColor(self._theme.colours.muted))
        self._write(painter, below, entry.detail)
        painter.restore()

    def _paint_first(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        """Paint kind and text on one line, and the chip behind them."""
        kept = pill_width(painter, entry.chip) + 8 if entry.chip else 0
        room = area.adjusted(0, 0, -kept, 0)
        painter.setPen(QColor(self._theme.colours.text))
        usual, strong = QFont(painter.font()), QFont(painter.font())
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        used = self._write(painter, room, entry.kind)
        painter.setFont(usual)
        rest = f" · {entry.text}" if entry.kind and entry.text else entry.text
        used += self._write(painter, room.adjusted(used, 0, 0, 0), rest)
        if entry.chip:
            left, top = area.left() + used + 8, area.top() - 3
            paint_pill(painter, left, top, entry.chip, self._theme.colours, asks=entry.asks)

    def _write(self, painter: QPainter, area: QRect, text: str) -> int:
        """Write a text, cut with a mark where it is too long; return how wide it is."""
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LEFT, shown)
        return painter.fontMetrics().horizontalAdvance(shown)
