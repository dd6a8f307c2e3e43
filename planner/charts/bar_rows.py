"""Where bars lie that run across: one row each, its label before it, or above it where it is narrow."""

from collections.abc import Iterable, Sequence

import msgspec

from planner.charts.drawing import Anchor, Polyline, Text
from planner.charts.lettering import Lettering
from planner.charts.tones import Tone

_GAP = 0.6
_LEAST_PLOT = 6
"""With less than this many em for the bars, labels stand above them."""
_MOST_FOR_LABELS = 0.42


class BarRows(msgspec.Struct, frozen=True, kw_only=True):
    """The places of bars that run across, a row each, from 0: bars lie between `left` and `right`.

    `pitch` is the height of a row, `bar` that of its bar. Labels stand before the bars in `label_room`, or
    above them if `stacked`.
    """

    lettering: Lettering
    width: float
    top: float
    label_room: float
    left: float
    right: float
    stacked: bool
    pitch: float
    bar: float

    def bar_top(self, row: int) -> float:
        """Return the upper edge of a row's bar."""
        below_label = self.lettering.size * 1.3 if self.stacked else (self.pitch - self.bar) / 2
        return self.top + row * self.pitch + below_label

    def baseline(self, row: int) -> float:
        """Return the baseline of texts beside a row's bar."""
        return self.bar_top(row) + self.bar / 2 + self.lettering.size * 0.35

    def bottom(self, rows: int) -> float:
        """Return the lower edge of so many rows."""
        return self.top + rows * self.pitch

    def upright(
        self, x: float, rows: int, tone: Tone, *, thickness: float = 1.2, dash: float = 0
    ) -> list[Polyline]:
        """Return a vertical line at x through all rows, one piece a bar if labels lie between the bars."""
        end = self.bottom(rows)
        ends = [(self.top, end)]
        if self.stacked:
            ends = [(self.bar_top(row), self.bar_top(row) + self.bar) for row in range(rows)]
        return [
            Polyline(points=((x, top), (x, bottom)), tone=tone, thickness=thickness, dash=dash)
            for top, bottom in ends
        ]

    def label(self, row: int, label: str, shown: str = "", *, bold: bool = False) -> tuple[Text, ...]:
        """Return a row's label, shortened to its room; above a bar, followed by `shown` at the right end.

        () for a label of "" that stands before its bar.
        """
        letters = self.lettering
        if not self.stacked:
            text = letters.shortened(label, self.label_room, bold=bold)
            return (
                (letters.text(text, 0, self.baseline(row), bold=bold, room=self.label_room),) if text else ()
            )
        y = self.top + row * self.pitch + letters.size
        amount = letters.text(shown, self.width, y, anchor=Anchor.END, bold=bold, room=self.width * 0.7)
        room = self.width - amount.width - _GAP * letters.size
        text = letters.shortened(label, room, bold=bold)
        return (letters.text(text, 0, y, bold=bold, room=room), amount)

    def beside(self, row: int, shown: str, x: float, *, bold: bool = False, before: bool = False) -> Text:
        """Return a text to the right of x, where a bar ends, or to the left of it with `before`."""
        gap = self.lettering.size * _GAP * 0.7
        at, anchor = (x - gap, Anchor.END) if before else (x + gap, Anchor.START)
        return self.lettering.text(shown, at, self.baseline(row), anchor=anchor, bold=bold, tone=Tone.INK)


def row_frame(
    labels: Sequence[str],
    after: Iterable[str],
    width: float,
    lettering: Lettering,
    *,
    before: Iterable[str] = (),
    top: float = 0,
) -> BarRows:
    """Return the places of rows in the width, with room for labels and texts `after` and `before` bars."""
    em = lettering.size
    gap = _GAP * em
    widest = _widest(labels, lettering)
    room = min(widest, width * _MOST_FOR_LABELS)
    left = room + gap + max((_widest([text], lettering) + gap for text in before), default=0.0)
    right = width - max((_widest([text], lettering) + gap for text in after), default=0.0)
    stacked = right - left < _LEAST_PLOT * em
    return BarRows(
        lettering=lettering,
        width=width,
        top=top,
        label_room=room,
        left=0.0 if stacked else left,
        right=width if stacked else right,
        stacked=stacked,
        pitch=em * (2.7 if stacked else 1.9),
        bar=em * (0.8 if stacked else 1.15),
    )


def _widest(texts: Iterable[str], lettering: Lettering) -> float:
    """Return the width of the widest text, bold or not: in some fonts bold letters are the narrower ones."""
    return max((lettering.width(text, bold=bold) for text in texts for bold in (False, True)), default=0.0)
