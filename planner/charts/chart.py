"""What every chart is: frozen numbers with ready words, drawn for any width."""

from fractions import Fraction
from typing import Protocol

import msgspec

from planner.charts.drawing import Drawing
from planner.charts.lettering import Lettering
from planner.translation import _

SMALLEST_WIDTH = 16
"""The least width in em; what has less room paints the drawing smaller."""

Rows = tuple[tuple[str, ...], ...]


class Quantity(msgspec.Struct, frozen=True):
    """A number in a chart: what it is, how much, and how that is written."""

    label: str
    amount: Fraction
    shown: str

    @property
    def words(self) -> str:
        """Name and amount: `Line time +€19,000`."""
        return _("{label} {amount}").format(label=self.label, amount=self.shown)


class Chart(Protocol):
    """A chart. Equal charts draw equally, so one that has not changed need not be painted again."""

    @property
    def title(self) -> str:
        """What the chart shows, in a few words."""

    @property
    def alt(self) -> str:
        """What the chart shows for who cannot see it: one or two sentences with the numbers."""

    def rows(self) -> Rows:
        """Return the numbers as a table, headings first."""

    def draw(self, width: float, lettering: Lettering) -> Drawing:
        """Return the drawing for a width; it is never less than SMALLEST_WIDTH em wide."""


def room_of(width: float, lettering: Lettering) -> float:
    """Return the width to draw for: the one given, at least SMALLEST_WIDTH em."""
    return max(width, SMALLEST_WIDTH * lettering.size)
