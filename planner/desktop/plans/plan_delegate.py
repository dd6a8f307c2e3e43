"""The delegate of the list of plans: paints date, client and title, commitment and state of a row."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from planner.coaching.progress import PlanState
from planner.desktop.plans.plan_list_model import Index, PlansList
from planner.desktop.widgets.theme import Theme
from planner.desktop.widgets.two_line_delegate import TwoLineRow
from planner.model.plan_summary import PlanSummary
from planner.translation import N_, _
from planner.wording.search_match import SearchMatch
from planner.wording.text import joined, labelled

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PlanRow(TwoLineRow):
    """The delegate of the list of plans: paints headings, and plans on two lines."""

    def __init__(self, model: PlansList, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row in the window's colours."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading, plan = self._model.heading_at(index), self._model.plan_at(index)
        if heading is not None:
            self.paint_heading(painter, option.rect, _(heading.value))
        elif plan is not None:
            self.paint_ground(painter, option.rect, index)
            self._paint_plan(painter, option.rect, plan)
        painter.restore()

    def _paint_plan(self, painter: QPainter, area: QRect, plan: PlanSummary) -> None:
        letter = painter.fontMetrics().averageCharWidth()
        dates, names, commitment, chip = _columns(area.adjusted(10, 8, -10, -8), letter)
        self.paint_lines(painter, dates, self._model.when(plan))
        name_lines = (self._model.client_of(plan) or _("(no client)"), plan.title or _("(no title yet)"))
        match = self._model.match_if_known(plan)
        if match is not None:
            room = names.united(commitment) if commitment.width() > 0 else names
            self._paint_match(painter, room, joined(name_lines), match)
        else:
            self.paint_lines(painter, names, name_lines, bold=True)
            if commitment.width() > 0:
                sought = self._model.sought(plan)
                self.paint_lines(painter, commitment, sought, quiet=not self._model.put_off(plan))
        state = self._model.state_if_known(plan)
        if state is not None:
            self._paint_chip(painter, chip, plan, state)

    def _paint_match(self, painter: QPainter, area: QRect, called: str, match: SearchMatch) -> None:
        """Paint what the plan is called and under it where the search matched, what matched in bold."""
        self.paint_lines(painter, area, (called, ""), bold=True)
        place = QRect(area.left(), area.center().y(), area.width(), area.height() // 2)
        colours, usual = self._theme.colours, painter.font()
        strong = QFont(usual)
        strong.setWeight(QFont.Weight.Bold)
        begins = labelled(match.field, match.before or "\u200b")
        painter.setFont(strong)
        kept = min(painter.fontMetrics().horizontalAdvance(match.matched), place.width())
        parts = (
            (begins, usual, colours.muted, place.width() - kept),  # what matched is seen whatever else is cut
            (match.matched, strong, colours.text, place.width()),
            (match.after, usual, colours.muted, place.width()),
        )
        for text, font, ink, most in parts:
            painter.setFont(font)
            painter.setPen(QColor(ink))
            width = min(most, place.width())
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(place, _LEFT, shown)
            place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(shown))
        painter.setFont(usual)

    def _paint_chip(self, painter: QPainter, area: QRect, summary: PlanSummary, state: PlanState) -> None:
        colours = self._theme.colours
        put_off = state is PlanState.DRAFT and self._model.put_off(summary)
        text = chip_text(state, put_off=put_off)
        ink, ground = {
            PlanState.DRAFT: (colours.on_grey_soft, colours.grey_soft),
            PlanState.READY: (colours.on_accent_soft, colours.accent_soft),
            PlanState.HELD: (colours.on_amber_soft, colours.amber_soft),
            PlanState.LOOKED_BACK: (colours.on_grey_soft, colours.grey_soft),
            PlanState.NOT_HELD: (colours.on_grey_soft, colours.grey_soft),
        }[state]
        if put_off:
            ink, ground = colours.on_amber_soft, colours.amber_soft
        font = QFont(painter.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        height = metrics.height() + 6
        pill = QRect(area.left(), area.top(), metrics.horizontalAdvance(text) + height + 14, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(pill), height / 2, height / 2)
        painter.setPen(QPen(QColor(ink), 1.6))
        centre = QPointF(pill.left() + height / 2 + 1, pill.center().y() + 0.5)
        _draw_sign(painter, centre, metrics.height() / 3.2, state, QColor(ink))
        painter.drawText(pill.adjusted(height, 0, 0, 0), _LEFT, text)


_CHIPS = {
    PlanState.DRAFT: N_("draft"),
    PlanState.READY: N_("ready to print"),
    PlanState.HELD: N_("review, 5 min"),
    PlanState.LOOKED_BACK: N_("reviewed"),
    PlanState.NOT_HELD: N_("not held"),
}


def chip_text(state: PlanState, *, put_off: bool) -> str:
    """Return a plan's state in a word or two: `ready to print`; `call them` for a draft that is put off."""
    if state is PlanState.DRAFT and put_off:
        return _("call them")
    return _(_CHIPS[state])


def _columns(area: QRect, letter: int) -> tuple[QRect, QRect, QRect, QRect]:
    """Divide a row into date, names, commitment and state; the names take what is left.

    `letter` is the width of a letter. In large lettering the commitment gives its room up to the names.
    """
    side, commitment = max(150, 20 * letter), max(210, 28 * letter)
    if area.width() - 2 * side - commitment < 16 * letter:
        commitment = 0
    widths = (side, max(120, area.width() - 2 * side - commitment), commitment, side)
    left = area.left()
    cells = []
    for width in widths:
        cells.append(QRect(left, area.top(), width - 8, area.height()))
        left += width
    return cells[0], cells[1], cells[2], cells[3]


def _draw_sign(painter: QPainter, centre: QPointF, radius: float, state: PlanState, ink: QColor) -> None:
    """Draw the state as a shape, so that it does not hang on its colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state in {PlanState.READY, PlanState.LOOKED_BACK}:
        tick = QPainterPath(centre + QPointF(-radius, 0))
        tick.lineTo(centre + QPointF(-radius / 4, radius * 0.75))
        tick.lineTo(centre + QPointF(radius, -radius * 0.75))
        painter.drawPath(tick)
        return
    painter.drawEllipse(centre, radius, radius)
    if state is PlanState.NOT_HELD:
        across = QPointF(radius * 0.7, -radius * 0.7)
        painter.drawLine(centre - across, centre + across)
    elif state is PlanState.HELD:
        painter.drawLine(centre, centre + QPointF(0, -radius * 0.7))
        painter.drawLine(centre, centre + QPointF(radius * 0.6, 0))
    else:
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(
            QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), 90 * 16, 2880
        )
        painter.setPen(QPen(ink, 1.6))
