"""What the bars and lines of a chart stand for, above it."""

from collections.abc import Callable, Sequence

from planner.charts.drawing import Shape
from planner.charts.lettering import Lettering
from planner.charts.tones import Tone

Swatch = Callable[[float, float, float], Sequence[Shape]]
"""Makes the sign for an entry from its left, its middle's height and its width."""

_SIGN = 1.4
_LINE = 1.6


def draw_legend(
    entries: Sequence[tuple[str, Swatch]], width: float, lettering: Lettering
) -> tuple[list[Shape], float]:
    """Return the entries side by side on as many lines as they need, and their height; 0 without entries."""
    em = lettering.size
    shapes: list[Shape] = []
    x, line = 0.0, 0
    for label, swatch in entries:
        text = lettering.shortened(label, width - (_SIGN + 0.5) * em)
        taken = (_SIGN + 0.5) * em + lettering.width(text)
        if x and x + taken > width:
            x, line = 0.0, line + 1
        y = (line + 0.5) * _LINE * em
        shapes.extend(swatch(x, y, _SIGN * em))
        shapes.append(lettering.text(text, x + (_SIGN + 0.5) * em, y + 0.35 * em, tone=Tone.QUIET))
        x += taken + 1.2 * em
    return shapes, (line + 1.2) * _LINE * em if entries else 0.0
