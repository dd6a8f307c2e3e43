"""The colours of the window, by purpose, for light and dark surroundings.

Every pair that carries text keeps a contrast of at least 4.5:1 (WCAG 2.2, AA).
"""

import msgspec


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """One colour for each purpose, as `#rrggbb`."""

    page: str
    """Behind everything one reads."""
    side: str
    """Behind the step list, bars and the margin around the preview."""
    input: str
    text: str
    muted: str
    """Hints, second lines, placeholders."""
    hairline: str
    border: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    """Behind the chosen row or step."""
    on_accent_soft: str
    amber_soft: str
    """Behind what asks for attention."""
    on_amber_soft: str
    grey_soft: str
    on_grey_soft: str
    problem: str
    disabled: str


LIGHT = Colours(
    page="#ffffff",
    side="#f5f7f8",
    input="#ffffff",
    text="#1a1d21",
    muted="#5b6470",
    hairline="#e4e7ea",
    border="#aab2bb",
    accent="#2f6f5e",
    accent_hover="#26594c",
    on_accent="#ffffff",
    accent_soft="#e1ebe7",
    on_accent_soft="#1f5144",
    amber_soft="#fdf0d5",
    on_amber_soft="#7a4d00",
    grey_soft="#eceef0",
    on_grey_soft="#4a525c",
    problem="#a8261c",
    disabled="#8a929b",
)

DARK = Colours(
    page="#1c1f23",
    side="#15181b",
    input="#24282d",
    text="#e7e9eb",
    muted="#a3abb4",
    hairline="#30353b",
    border="#5c656f",
    accent="#7cc4ae",
    accent_hover="#96d3c0",
    on_accent="#10211b",
    accent_soft="#25403a",
    on_accent_soft="#bfe4d8",
    amber_soft="#43351a",
    on_amber_soft="#f2cd82",
    grey_soft="#30353b",
    on_grey_soft="#c3c9d0",
    problem="#ff9d92",
    disabled="#7b848d",
)

TEXT_ON: tuple[tuple[str, str], ...] = (
    ("text", "page"),
    ("text", "side"),
    ("text", "input"),
    ("text", "accent_soft"),
    ("muted", "page"),
    ("muted", "side"),
    ("muted", "input"),
    ("muted", "accent_soft"),
    ("accent", "page"),
    ("accent", "side"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent_soft", "accent_soft"),
    ("on_amber_soft", "amber_soft"),
    ("on_grey_soft", "grey_soft"),
    ("text", "amber_soft"),
    ("accent", "amber_soft"),
    ("on_amber_soft", "page"),
    ("problem", "page"),
    ("problem", "side"),
)
"""Which colour is written on which."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21. Source: WCAG 2.2, contrast ratio."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
