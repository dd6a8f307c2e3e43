"""The signs of the sidebar's places, as shapes: all that a narrow window has room for."""

from enum import Enum, auto
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath


class PlaceSign(Enum):
    """What a place of the sidebar is drawn as."""

    TODAY = auto()
    PLANS = auto()
    CLIENTS = auto()
    DREAM_LIST = auto()
    INSIGHTS = auto()


def sign_path(sign: PlaceSign, area: QRectF) -> QPainterPath:
    """Return the outline of a sign that fills the square `area`, to be stroked."""
    return _PATHS[sign](area)


def _clock(area: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(area)
    centre, radius = area.center(), area.width() / 2
    path.moveTo(centre + QPointF(0, -radius * 0.6))
    path.lineTo(centre)
    path.lineTo(centre + QPointF(radius * 0.45, radius * 0.25))
    return path


def _sheet(area: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(area.adjusted(area.width() * 0.1, 0, -area.width() * 0.1, 0), 2, 2)
    for part in (0.3, 0.5, 0.7):
        path.moveTo(area.left() + area.width() * 0.3, area.top() + area.height() * part)
        path.lineTo(area.left() + area.width() * 0.7, area.top() + area.height() * part)
    return path


def _person(area: QRectF) -> QPainterPath:
    path, width = QPainterPath(), area.width()
    path.addEllipse(area.center() - QPointF(0, width * 0.22), width * 0.24, width * 0.24)
    shoulders = QRectF(area.left() + width * 0.08, area.top() + width * 0.62, width * 0.84, width * 0.76)
    path.arcMoveTo(shoulders, 0)
    path.arcTo(shoulders, 0, 180)
    path.closeSubpath()
    return path


def _star(area: QRectF) -> QPainterPath:
    path, outer = QPainterPath(), area.width() / 2
    for at in range(10):
        radius = outer if at % 2 == 0 else outer * 0.45
        angle = pi * at / 5 - pi / 2
        point = area.center() + QPointF(radius * cos(angle), radius * sin(angle))
        if at:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    return path


def _bars(area: QRectF) -> QPainterPath:
    path, width = QPainterPath(), area.width() / 5
    for at, height in enumerate((0.4, 0.7, 1.0)):
        top = area.bottom() - area.height() * height
        path.addRect(QRectF(area.left() + 2 * at * width, top, width, area.bottom() - top))
    return path


_PATHS = {
    PlaceSign.TODAY: _clock,
    PlaceSign.PLANS: _sheet,
    PlaceSign.CLIENTS: _person,
    PlaceSign.DREAM_LIST: _star,
    PlaceSign.INSIGHTS: _bars,
}
