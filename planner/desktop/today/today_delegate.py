"""The delegate of Today: paints when, what, what else is known and a chip of a line."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from planner.desktop.today.row_words import ChipTone, RowWords
from planner.desktop.today.today_model import Index, TodayList
from planner.desktop.widgets.theme import Theme
from planner.desktop.widgets.two_line_delegate import TwoLineRow


class TodayRow(TwoLineRow):
    """Paints headings, and lines on two lines."""

    def __init__(self, model: TodayList, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line, or the smaller one of a heading."""
        line = option.fontMetrics.lineSpacing()
        return QSize(0, 2 * line + 24 if self._model.line_at(index) else line + 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row in the window's colours."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._model.line_at(index)
        if line is None:
            self.paint_heading(painter, option.rect, self._model.heading_at(index))
        else:
            self.paint_ground(painter, option.rect, index)
            self._paint_line(painter, option.rect, self._model.words_of(line))
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, words: RowWords) -> None:
        letter = painter.fontMetrics().averageCharWidth()
        inside = area.adjusted(10, 8, -10, -8)
        when, what, aside, chip = columns_of_row(inside, letter, has_chip=bool(words.chip))
        self.paint_lines(painter, when, words.when)
        self.paint_lines(painter, what, (words.what[0], ""), bold=words.named)
        if aside.width() <= 0:  # the chip stands beside the first line, and nothing beside the second
            what.setRight(inside.right())
        self.paint_lines(painter, what, ("", words.what[1]))
        if aside.width() > 0:
            lines = _in_two(painter.fontMetrics(), words.aside, aside.width())
            self.paint_lines(painter, aside, lines, quiet=True)
        if words.chip and chip.width() > 0:
            self._paint_chip(painter, chip, words)

    def _paint_chip(self, painter: QPainter, area: QRect, words: RowWords) -> None:
        colours = self._theme.colours
        ink, ground = {
            ChipTone.ASKS: (colours.on_amber_soft, colours.amber_soft),
            ChipTone.READY: (colours.on_accent_soft, colours.accent_soft),
            ChipTone.QUIET: (colours.on_grey_soft, colours.grey_soft),
        }[words.tone]
        font = QFont(painter.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        height = metrics.height() + 6
        text = metrics.elidedText(words.chip, Qt.TextElideMode.ElideRight, area.width() - height)
        pill = QRect(area.left(), area.top(), metrics.horizontalAdvance(text) + height, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(pill), height / 2, height / 2)
        painter.setPen(QColor(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _in_two(metrics: QFontMetrics, text: str, width: int) -> tuple[str, str]:
    """Return a text in two lines, the first as long as it fits; the second may be too long."""
    words = text.split()
    fitting = len(words)
    while fitting > 1 and metrics.horizontalAdvance(" ".join(words[:fitting])) > width:
        fitting -= 1
    return " ".join(words[:fitting]), " ".join(words[fitting:])


def columns_of_row(area: QRect, letter: int, *, has_chip: bool) -> tuple[QRect, QRect, QRect, QRect]:
    """Divide a row into when, what, aside and chip; what is what is left.

    `letter` is the width of a letter. In large lettering the aside gives its room up, then the chip, which
    has none there where a row has no chip.
    """
    when, aside, chip = 25 * letter, 36 * letter, 24 * letter
    if area.width() - when - aside - chip < 30 * letter:
        aside = 0
    if area.width() - when - chip < 22 * letter or not (aside or has_chip):
        chip = 0
    left, cells = area.left(), []
    for width in (when, area.width() - when - aside - chip, aside, chip):
        cells.append(QRect(left, area.top(), max(0, width - 8), area.height()))
        left += width
    return cells[0], cells[1], cells[2], cells[3]
