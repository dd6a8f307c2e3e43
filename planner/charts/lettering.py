"""Letters of a chart: how wide a text is, how it is broken, and where it is cut."""

import re
from collections.abc import Callable

import msgspec

from planner.charts.drawing import Anchor, Text
from planner.charts.tones import Tone

Measure = Callable[[str, float, bool], float]
"""The width of a text at a size, bold or not."""

_NARROW = frozenset(" .,:;'’|!ijlftr()[]-\u00a0\u202f")
_WIDE = frozenset("MWmw@%—€£₹")
_FROM_HERE_WIDE = 0x2E80
_BREAKS = re.compile(r"(?<=[^\S\u00a0\u202f])|(?<=[-–—/])(?=\w)")


class Lettering(msgspec.Struct, frozen=True):
    """Letters of one size, and how wide they are where they will be painted."""

    size: float
    measure: Measure

    def width(self, text: str, *, bold: bool = False, share: float = 1.0) -> float:
        """Return the width of a text; `share` is its size relative to the ordinary."""
        return self.measure(text, self.size * share, bold)

    def shortened(self, text: str, room: float, *, bold: bool = False) -> str:
        """Return the text, cut and with an ellipsis if it is wider than the room; at least the ellipsis."""
        if self.width(text, bold=bold) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(_cut(text, middle), bold=bold) <= room:
                low = middle
            else:
                high = middle - 1
        return _cut(text, low)

    def lines(self, text: str, room: float, most: int = 2) -> tuple[str, ...]:
        """Return the text on at most `most` lines, the last one shortened if it must be; () for "".

        On a line before the last, a word wider than the room stays whole.
        """
        lines: list[str] = []
        rest = text
        while rest and len(lines) < most - 1:
            head = self._head(rest, room)
            lines.append(head.strip())
            rest = rest[len(head) :]
        return (*lines, self.shortened(rest.strip(), room)) if rest.strip() else tuple(lines)

    def _head(self, text: str, room: float) -> str:
        """Return the words with which a line is full, or all of the text; one long word whole."""
        head = ""
        for word in _BREAKS.split(text):
            if head and self.width((head + word).rstrip()) > room:
                return head
            head += word
        return head if self.width(head.rstrip()) <= room or " " in head.strip() else text

    def text(
        self,
        text: str,
        x: float,
        y: float,
        *,
        anchor: Anchor = Anchor.START,
        bold: bool = False,
        tone: Tone = Tone.INK,
        room: float | None = None,
    ) -> Text:
        """Return the whole text, placed on the baseline y; its letters get smaller if it exceeds `room`.

        Amounts are drawn so, because they are never cut.
        """
        width = self.width(text, bold=bold)
        share = 1.0 if room is None or width <= room else max(room, 0.1) / width * 0.99
        size = self.size * share
        width = self.measure(text, size, bold)
        return Text(x=x, y=y, text=text, size=size, width=width, anchor=anchor, bold=bold, tone=tone)


def centred(text: Text, around: float, right: float, left: float = 0) -> Text:
    """Return the text centred on x `around`, moved as far as it must be to stay between left and right."""
    at = min(max(around - text.width / 2, left), max(right - text.width, left))
    return msgspec.structs.replace(text, x=at, anchor=Anchor.START)


def rough_width(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 (as Measure has it)
    """Return about how wide a text is where nothing can measure it: rather too wide than too narrow."""
    em = sum(_rough(character) for character in text)
    return em * size * (1.08 if bold else 1.0)


def _rough(character: str) -> float:
    if character in _NARROW:
        return 0.4
    if character in _WIDE or ord(character) >= _FROM_HERE_WIDE:
        return 1.05
    return 0.72 if character.isupper() else 0.62


def _cut(text: str, letters: int) -> str:
    return text if letters >= len(text) else f"{text[:letters].rstrip(' ,;:–-·')}…"
