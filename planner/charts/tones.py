"""The tones of a chart by purpose, for white paper, the light window and the dark one.

Ink and quiet carry text: at least 4.5:1 on their ground (WCAG 2.2, AA). No fill means anything by its
colour alone: in grey they differ by lightness, and what speaks against us is hatched.
"""

from collections.abc import Mapping
from enum import StrEnum


class Tone(StrEnum):
    """What a colour is for."""

    INK = "ink"
    QUIET = "quiet"
    """Text of less weight."""
    HAIR = "hair"
    """Axes, connectors, edges that only part."""
    GROUND = "ground"
    """What the drawing stands on."""
    REFERENCE = "reference"
    """What they would pay otherwise."""
    VALUE = "value"
    """What speaks for us; leading."""
    WORTH = "worth"
    """A sum of values."""
    AGAINST = "against"
    """What speaks against us; reacting."""
    DELTA = "delta"
    """What we cost, or cost more."""


LIGHT: Mapping[Tone, str] = {
    Tone.INK: "#1a1d21",
    Tone.QUIET: "#5b6470",
    Tone.HAIR: "#aab2bb",
    Tone.GROUND: "#ffffff",
    Tone.REFERENCE: "#8d97a1",
    Tone.VALUE: "#2f6f5e",
    Tone.WORTH: "#cfdcd7",
    Tone.AGAINST: "#a8261c",
    Tone.DELTA: "#e3b04b",
}
"""On white paper and in the light window."""

DARK: Mapping[Tone, str] = {
    Tone.INK: "#e7e9eb",
    Tone.QUIET: "#a3abb4",
    Tone.HAIR: "#5c656f",
    Tone.GROUND: "#1c1f23",
    Tone.REFERENCE: "#646c75",
    Tone.VALUE: "#7cc4ae",
    Tone.WORTH: "#2f4a43",
    Tone.AGAINST: "#ff9d92",
    Tone.DELTA: "#b0842f",
}
"""In the dark window."""
