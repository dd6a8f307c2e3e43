"""The slanting strokes of a hatched area, cut to its edges: both painters draw the same ones."""

import math

from planner.charts.drawing import Rectangle

Point = tuple[float, float]
_PITCH = 0.42
"""The distance from stroke to stroke along an edge, in em."""


def strokes(area: Rectangle, em: float) -> list[tuple[Point, Point]]:
    """Return the strokes that hatch an area, each from its lower to its upper end.

    They lie on one grid over the whole drawing, so that areas side by side are hatched as one.
    """
    left, top, right, bottom = area.box
    pitch = _PITCH * em
    first, last = math.ceil((left + top) / pitch), math.floor((right + bottom) / pitch)
    segments = []
    for number in range(first, last + 1):
        sum_ = number * pitch
        low = max(left, sum_ - bottom)
        high = min(right, sum_ - top)
        if high > low:
            segments.append(((low, sum_ - low), (high, sum_ - high)))
    return segments
