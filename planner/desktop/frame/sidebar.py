"""The sidebar: the places of the window one below the other, and what is quietly said under them."""

from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from planner.desktop.frame.place_signs import PlaceSign, sign_path
from planner.desktop.widgets.plain_text import PlainLabel
from planner.translation import _
from planner.wording.lists import comma_list

_SIGN = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_PRESSING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


class SidebarWidth(Enum):
    """How much of the sidebar there is room for, the most first."""

    WHOLE = auto()
    NARROW = auto()
    """The signs of the places alone."""
    NOTHING = auto()


class PlaceList(QListWidget):
    """The places by name, or by sign where it is narrow; the arrow keys choose, Enter and Space go there."""

    gone_to = Signal(int)
    """A place was pressed; its row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.narrow = False
        """Whether places are shown by their signs alone."""
        self.here = -1
        """The row of the place that is shown in the window; -1 for none."""
        self.setAccessibleName(_("Places"))
        self.setItemDelegate(_PlaceDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSpacing(2)
        self.clicked.connect(self._go)

    def add(self, title: str, sign: PlaceSign) -> int:
        """Add a place and return its row."""
        item = QListWidgetItem(title)
        item.setData(_SIGN, sign)
        self.addItem(item)
        self.show_count(self.count() - 1, None)
        return self.count() - 1

    def show_count(self, row: int, count: int | None) -> None:
        """Show beside a place how much waits there; None shows nothing."""
        model, index = self.model(), self.model().index(row, 0)
        number = "" if count is None else f"{count:,}"
        model.setData(index, number, _COUNT)
        spoken = comma_list(part for part in (str(index.data()), number) if part)
        model.setData(index, spoken, Qt.ItemDataRole.AccessibleTextRole)
        model.setData(index, spoken if self.narrow else "", Qt.ItemDataRole.ToolTipRole)

    def show_here(self, row: int) -> None:
        """Mark the place that the window shows; -1 for none."""
        self.here = row
        self.setCurrentRow(row)
        if self.isVisible():  # asked for its viewport first, PySide looks through every kind of widget: 5 ms
            self.viewport().update()

    def show_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - as setVisible
        """Show the signs of the places alone, or their names."""
        self.narrow = narrow
        for row in range(self.count()):
            index = self.model().index(row, 0)
            spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            self.model().setData(index, spoken if narrow else "", Qt.ItemDataRole.ToolTipRole)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the chosen place on Enter and Space."""
        if event.key() in _PRESSING:
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Choose again the place that the window shows, if any."""
        super().focusOutEvent(event)
        self.setCurrentRow(self.here)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.gone_to.emit(index.row())


class Sidebar(QWidget):
    """The places of the window, and under them a quiet line or two."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.places = PlaceList(self)
        self.rhythm, self.library = _quiet_line(self), _quiet_line(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._column.addWidget(self.places, 1)
        self._column.addWidget(self.rhythm)
        self._column.addWidget(self.library)
        self._width = SidebarWidth.NOTHING
        self.take_width(SidebarWidth.WHOLE)

    def width_for(self, width: SidebarWidth) -> int:
        """Return how many pixels so much of the sidebar takes."""
        letter = self.fontMetrics().averageCharWidth()
        return {
            SidebarWidth.WHOLE: 26 * letter + 32,
            SidebarWidth.NARROW: self.fontMetrics().height() + 32,
            SidebarWidth.NOTHING: 0,
        }[width]

    def take_width(self, width: SidebarWidth) -> None:
        """Show so much of the sidebar."""
        self.setVisible(width is not SidebarWidth.NOTHING)
        if width is self._width:
            return
        self._width = width
        whole = width is SidebarWidth.WHOLE
        if width is not SidebarWidth.NOTHING:
            self.setFixedWidth(self.width_for(width))
            margin = 12 if whole else 4
            self._column.setContentsMargins(margin, 14, margin, 16)
            self.places.show_narrow(not whole)
        self._show_lines()

    def tell_rhythm(self, text: str) -> None:
        """Say how the week's rhythm goes; "" says nothing."""
        self.rhythm.setText(text)
        self._show_lines()

    def tell_library(self, text: str) -> None:
        """Say how the library stands; "" says nothing."""
        self.library.setText(text)
        self._show_lines()

    def _show_lines(self) -> None:
        for line in (self.rhythm, self.library):
            line.setVisible(self._width is SidebarWidth.WHOLE and bool(line.text()))


class _PlaceDelegate(QStyledItemDelegate):
    """Paints a place: its name and what waits there, or its sign."""

    def __init__(self, places: PlaceList) -> None:
        super().__init__(places)
        self._places = places

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a line with room around it."""
        return QSize(0, option.fontMetrics.height() + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the place in the window's colours."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        palette: QPalette = option.palette
        here = index.row() == self._places.here
        self._paint_ground(painter, area, palette, index)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        if self._places.narrow:
            side = option.fontMetrics.height() * 0.95
            square = QRectF(0, 0, side, side)
            square.moveCenter(QRectF(area).center())
            painter.setPen(QPen(painter.pen().color(), 2.0 if here else 1.3))
            painter.drawPath(sign_path(index.data(_SIGN), square))
        else:
            self._paint_words(painter, area.adjusted(14, 0, -14, 0), index, bold=here)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, palette: QPalette, index: Index) -> None:
        chosen = self._places.hasFocus() and index.row() == self._places.currentRow()
        ground = QColor(palette.color(QPalette.ColorRole.Accent))
        if index.row() == self._places.here:
            ground.setAlphaF(0.14)
            painter.setBrush(ground)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2) if chosen else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_words(self, painter: QPainter, area: QRect, index: Index, *, bold: bool) -> None:
        usual, strong = QFont(painter.font()), QFont(painter.font())
        if bold:
            strong.setWeight(QFont.Weight.DemiBold)
        count = str(index.data(_COUNT) or "")
        kept = painter.fontMetrics().horizontalAdvance(count) + 8 if count else 0
        painter.setFont(strong)
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = area.adjusted(0, 0, -kept, 0)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)
        painter.setFont(usual)
        painter.setPen(self._places.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(area, _RIGHT, count)


def _quiet_line(parent: QWidget) -> PlainLabel:
    label = PlainLabel(parent=parent)
    label.setProperty("role", "caption")
    label.setWordWrap(True)
    label.setContentsMargins(8, 0, 8, 0)
    return label
