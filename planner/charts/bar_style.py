"""How bars look: fill, hatch and edge, so that they can be told apart in grey."""

from enum import Enum

from planner.charts.drawing import Rectangle
from planner.charts.tones import Tone


class BarStyle(Enum):
    """What a bar stands for: its fill, its hatch, its edge, and whether the edge is dashed."""

    REFERENCE = (Tone.REFERENCE, None, Tone.REFERENCE, False)
    FOR = (Tone.VALUE, None, Tone.VALUE, False)
    AGAINST = (Tone.GROUND, Tone.AGAINST, Tone.AGAINST, False)
    WORTH = (Tone.WORTH, None, Tone.VALUE, False)
    DELTA = (Tone.DELTA, None, Tone.INK, False)
    LEFT_OVER = (Tone.GROUND, None, Tone.VALUE, True)
    WAITING = (Tone.GROUND, None, Tone.QUIET, False)


def bar_of(look: BarStyle, x: float, y: float, width: float, height: float) -> Rectangle:
    """Return a bar of that look; x and y are its upper left corner."""
    fill, hatch, outline, dashed = look.value
    return Rectangle(
        x=x, y=y, width=width, height=height, fill=fill, hatch=hatch, outline=outline, dashed=dashed
    )
