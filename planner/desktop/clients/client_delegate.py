"""The delegate of the list of clients: paints place, name and reason, touches, what asks for attention."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from planner.desktop.clients.client_list_model import ClientsList, Index
from planner.desktop.widgets.pill import paint_pill
from planner.desktop.widgets.theme import Theme
from planner.desktop.widgets.two_line_delegate import TwoLineRow


class ClientDelegate(TwoLineRow):
    """Paints a client on two lines."""

    def __init__(self, model: ClientsList, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row in the window's colours."""
        row = self._model.client_at(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option.rect, index)
        letter = painter.fontMetrics().averageCharWidth()
        place, names, touches, chip = _columns(option.rect.adjusted(10, 8, -10, -8), letter)
        self.paint_lines(painter, place, self._model.place_lines(row))
        self.paint_lines(painter, names, self._model.name_lines(row), bold=True)
        if touches.width() > 0:
            self.paint_lines(painter, touches, self._model.touch_lines(row), quiet=True)
        said = self._model.chip(row)
        if said is not None:
            paint_pill(painter, chip.left(), chip.top(), said.text, self._theme.colours, asks=said.asks)
        painter.restore()


def _columns(area: QRect, letter: int) -> tuple[QRect, QRect, QRect, QRect]:
    """Divide a row into place, names, touches and chip; the names take what is left.

    `letter` is the width of a letter. In large lettering the touches give their room up to the names.
    """
    place, touches, chip = 13 * letter, max(160, 24 * letter), max(130, 20 * letter)
    if area.width() - place - touches - chip < 20 * letter:
        touches = 0
    widths = (place, max(120, area.width() - place - touches - chip), touches, chip)
    left, cells = area.left(), []
    for width in widths:
        cells.append(QRect(left, area.top(), max(0, width - 8), area.height()))
        left += width
    return cells[0], cells[1], cells[2], cells[3]
