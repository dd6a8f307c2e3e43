"""The Dream list on the screen: place, name and reason, when we reached out and will, who waits."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QMenu,
    QStyleOptionViewItem,
    QWidget,
)

from planner.desktop.dream_list.dream_list_model import DreamListModel
from planner.desktop.dream_list.dream_rows import DreamRow, no_reason
from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.widgets.input_line import InputLine
from planner.desktop.widgets.theme import Theme
from planner.desktop.widgets.two_line_delegate import TwoLineRow
from planner.translation import _

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NARROW = 52
"""With less room than so many letters, only place, name and reason are shown."""


class DreamListView(QListView):
    """The list: the arrow keys choose, Alt with them moves, F2 types the reason, Enter opens the client."""

    moved = Signal(str, int)
    """A client is to move: its id, and the place to move to, from 1."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = DreamListModel(self)
        self.setModel(self.lines)
        self.setAccessibleName(_("Dream list"))
        self.setItemDelegate(_DreamLine(self.lines, theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.lines.dropped.connect(self.moved)
        theme.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> DreamRow | None:
        """The line chosen; None if none is."""
        return self.lines.row_at(self.currentIndex())

    def choose(self, client_id: str) -> None:
        """Choose a client's line; nothing if it has none."""
        index = self.lines.index_of(client_id)
        if index.isValid():
            self.setCurrentIndex(index)

    def keyboardSearch(self, _search: str) -> None:
        """Look for nothing: letters are commands here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `moved` for the chosen client on Alt with the arrow keys, Home or End, if it can move so."""
        row = self.chosen
        if row is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            to = {
                Qt.Key.Key_Up: row.place - 1,
                Qt.Key.Key_Down: row.place + 1,
                Qt.Key.Key_Home: 1,
                Qt.Key.Key_End: len(self.lines.rows),
            }.get(Qt.Key(event.key()))
            if to is not None:
                if to != row.place and 1 <= to <= len(self.lines.rows):
                    self.moved.emit(row.client.id, to)
                return
        super().keyPressEvent(event)

    def type_reason(self) -> None:
        """Let the reason of the chosen client be typed in its line."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def sizeHint(self) -> QSize:
        """Return the height of all lines, up to twelve."""
        lines = max(1, min(len(self.lines.rows), 12))
        return QSize(super().sizeHint().width(), lines * (2 * self.fontMetrics().lineSpacing() + 24))

    def _show_menu(self, at: object) -> None:
        if self.chosen is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([command for command in self.actions() if isinstance(command, QAction)])
        menu.popup(self.viewport().mapToGlobal(at))  # type: ignore[call-overload]


class _DreamLine(TwoLineRow):
    """Paints a line, and has its reason typed in place."""

    def __init__(self, lines: DreamListModel, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view)
        self._lines = lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line in the window's colours."""
        row = self._lines.row_at(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option.rect, index)
        place, names, dates, waits = _columns(option.rect, painter.fontMetrics())
        self._paint_place(painter, place, row)
        self.paint_lines(painter, names, (row.name, row.why or no_reason()), bold=True)
        if dates.width() > 0:
            self.paint_lines(painter, dates, (row.next, row.last), quiet=True)
        if row.waiting:
            self._paint_waiting(painter, waits if waits.width() > 0 else names, row.waiting)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Return the line to type the reason in."""
        line = InputLine(parent)
        line.setValidator(FitCharacters(line))
        line.setAccessibleName(_("Why them?"))
        line.setPlaceholderText(_("e.g. Four lines, changeovers by hand"))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Put it over the reason, and over what stands behind it."""
        _place, names, dates, _waits = _columns(option.rect, option.fontMetrics)
        height = editor.sizeHint().height()
        width = names.width() + dates.width()
        editor.setGeometry(names.left() - 8, option.rect.bottom() - height - 2, width, height)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the reason, all of it chosen."""
        assert isinstance(editor, QLineEdit)
        text = str(index.data(Qt.ItemDataRole.EditRole))
        editor.setText(text)
        editor.setSelection(len(text), -len(text))  # from the end, so that the head of a long one is in sight

    def _paint_place(self, painter: QPainter, area: QRect, row: DreamRow) -> None:
        painter.setPen(QColor(self._theme.colours.muted))
        painter.drawText(area, _RIGHT, f"{row.place:,}")

    def _paint_waiting(self, painter: QPainter, area: QRect, text: str) -> None:
        usual = QFont(painter.font())
        small = QFont(usual)
        small.setPointSizeF(small.pointSizeF() * 0.9)
        painter.setFont(small)
        metrics = painter.fontMetrics()
        height = metrics.height() + 6
        width = min(metrics.horizontalAdvance(text) + height, area.width())
        pill = QRect(area.right() - width, area.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.amber_soft))
        painter.drawRoundedRect(QRectF(pill), height / 2, height / 2)
        painter.setPen(QColor(self._theme.colours.on_amber_soft))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(usual)


def _columns(line: QRect, metrics: QFontMetrics) -> tuple[QRect, QRect, QRect, QRect]:
    """Divide a line into place, names, dates and waiting; the names take what is left."""
    letter, area = metrics.averageCharWidth(), line.adjusted(10, 8, -10, -8)
    place, dates, waits = 4 * letter, 22 * letter, 16 * letter
    if area.width() < _NARROW * letter + dates:
        dates = waits = 0
    names = area.width() - place - 16 - dates - waits
    left = area.left()
    cells = []
    for width, gap in ((place, 16), (names, 0), (dates, 0), (waits, 0)):
        cells.append(QRect(left, area.top(), max(width - (8 if gap == 0 and width else 0), 0), area.height()))
        left += width + gap
    return cells[0], cells[1], cells[2], cells[3]
