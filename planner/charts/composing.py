"""The last step of a drawing: lines stop before the texts that they would run through."""

from collections.abc import Iterable, Sequence

import msgspec

from planner.charts.drawing import Bounds, Drawing, Polyline, Shape, Text

_AIR = 0.15
"""How far from a text a line stops, in em."""


def composed(shapes: Sequence[Shape], width: float, height: float, em: float, alt: str) -> Drawing:
    """Return the drawing; its straight vertical and horizontal lines are broken where texts lie on them."""
    boxes = [shape.box for shape in shapes if isinstance(shape, Text)]
    parted: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Polyline) and len(shape.points) == 2:
            parted.extend(_parted(shape, boxes, _AIR * em))
        else:
            parted.append(shape)
    return Drawing(width=width, height=height, em=em, alt=alt, shapes=tuple(parted))


def _parted(line: Polyline, boxes: Iterable[Bounds], air: float) -> list[Polyline]:
    left, top, right, bottom = line.box
    if left == right:
        cuts = [(box.top, box.bottom) for box in boxes if box.left - air < left < box.right + air]
        return [_with(line, (left, low), (left, high)) for low, high in _rest(top, bottom, cuts, air)]
    if top == bottom:
        cuts = [(box.left, box.right) for box in boxes if box.top < top < box.bottom]
        return [_with(line, (low, top), (high, top)) for low, high in _rest(left, right, cuts, air)]
    return [line]


def _rest(
    low: float, high: float, cuts: Iterable[tuple[float, float]], air: float
) -> list[tuple[float, float]]:
    """Return what is left of a stretch without the cuts and some air around them."""
    left, at = [], low
    for start, end in sorted((start - air, end + air) for start, end in cuts):
        if start >= high:
            break
        if start > at:
            left.append((at, start))
        at = max(at, end)
    return [*left, (at, high)] if at < high else left


def _with(line: Polyline, start: tuple[float, float], end: tuple[float, float]) -> Polyline:
    return msgspec.structs.replace(line, points=(start, end))
