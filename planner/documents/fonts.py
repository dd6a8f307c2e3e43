"""The fonts of the page: one family for all text, drawn symbols, and CJK from the reader's machine.

ReportLab and HarfBuzz come without types; what they hand out is `Any` and stays in this module,
`shaping` and `sheet`.
"""

from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

import pymupdf_fonts
import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

_FILES = {
    (False, False): "figo",
    (True, False): "figbo",
    (False, True): "figit",
    (True, True): "figbi",
}
_SYMBOL_FILES = ("symbol2", "symbol1", "math")
_CJK = (
    ("cp932", "HeiseiKakuGo-W5"),
    ("gbk", "STSong-Light"),
    ("big5", "MSung-Light"),
    ("euc_kr", "HYGothic-Medium"),
)
GLYPH_CODES = 0xF0000
"""Glyphs without a character of their own are written as this plus their glyph number."""

SILENT_CODES = 0x100000
"""Characters that are drawn as paths stand in the text as this plus their number."""


class Outline(NamedTuple):
    """A glyph as a drawing: path operators in thousandths of an em, and its advance width in em."""

    path: str
    advance: float


class Face:
    """One embedded font: its characters, its HarfBuzz font and its ReportLab font, which it registers."""

    def __init__(self, name: str, file: str) -> None:
        data = pymupdf_fonts.fontbuffers[file]()
        self.name = name
        self.ttf: Any = TTFont(name, BytesIO(data), validate=0)
        pdfmetrics.registerFont(self.ttf)
        self.shaper: Any = uharfbuzz.Font(uharfbuzz.Face(data))
        self.characters = frozenset(chr(code) for code in self.ttf.face.charToGlyph)

    def character_of(self, glyph: int, reads: str = "") -> str:
        """Return a character that prints the glyph: `reads` if that is the glyph's, else one of our own.

        If `reads` is "", any character of the glyph will do.
        """
        known = self.ttf.face.glyphToChar.get(glyph, ())
        if known and (not reads or ord(reads) in known):
            return reads or chr(known[0])
        return self._own(GLYPH_CODES + glyph, glyph, self.shaper.get_glyph_h_advance(glyph))

    def silent(self, character: str) -> str:
        """Return a character of our own that prints nothing: text to copy where `character` is drawn."""
        face = self.ttf.face
        return self._own(SILENT_CODES + ord(character) % 0xFFFE, face.charToGlyph[32], face.charWidths[32])

    def _own(self, code: int, glyph: int, width: float) -> str:
        face = self.ttf.face
        if code not in face.charToGlyph:
            face.charToGlyph[code] = glyph
            face.charWidths[code] = width
        return chr(code)

    def width_of(self, character: str) -> float:
        """Return the character's advance width in the PDF, in thousandths of an em."""
        width: float = self.ttf.face.charWidths.get(ord(character), self.ttf.face.defaultWidth)
        return width


class Symbols:
    """A font whose glyphs are drawn as outlines, because it cannot be embedded as text."""

    def __init__(self, file: str) -> None:
        face = uharfbuzz.Face(pymupdf_fonts.fontbuffers[file]())
        self._font: Any = uharfbuzz.Font(face)
        self._scale = 1000 / face.upem

    def outline(self, character: str) -> Outline | None:
        """Return the drawn glyph, or None if the font lacks the character."""
        glyph = self._font.get_nominal_glyph(ord(character))
        if not glyph:
            return None
        pen = _PathPen(self._scale)
        self._font.draw_glyph_with_pen(glyph, pen)
        return Outline(" ".join(pen.operators), self._font.get_glyph_h_advance(glyph) * self._scale / 1000)


class FontBook:
    """The fonts of the page, each loaded when first needed. Not thread-safe: one document at a time."""

    def __init__(self) -> None:
        self._faces: dict[tuple[bool, bool], Face] = {}

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        """Return the text face, upright or italic, regular or bold; loaded at its first use."""
        style = (bold, italic)
        if style not in self._faces:
            self._faces[style] = Face(f"Page{'Bold' * bold}{'Italic' * italic}", _FILES[style])
        return self._faces[style]

    def symbol(self, character: str) -> Outline | None:
        """Return the drawn symbol for a character the text faces lack; None if no symbol font has it."""
        for font in self._symbols:
            outline = font.outline(character)
            if outline is not None:
                return outline
        return None

    def cjk_font(self, text: str) -> str | None:
        """Return the name of a CJK font with every character of the text, registered; None if none has."""
        for encoding, name in _CJK:
            try:
                text.encode(encoding)
            except UnicodeEncodeError:
                continue
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(UnicodeCIDFont(name))
            return name
        return None

    @cached_property
    def _symbols(self) -> tuple[Symbols, ...]:
        return tuple(Symbols(file) for file in _SYMBOL_FILES)


class _PathPen:
    """Writes a glyph's outline as PDF path operators, in thousandths of an em."""

    def __init__(self, scale: float) -> None:
        self.operators: list[str] = []
        self._scale = scale
        self._at = (0.0, 0.0)

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 (HarfBuzz calls it by this name)
        self._write("m", to)

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802 (the same)
        self._write("l", to)

    def curveTo(self, one: tuple[float, float], two: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802 (the same)
        self._write("c", one, two, to)

    def qCurveTo(self, by: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802 (the same)
        (x0, y0), (x1, y1), (x2, y2) = self._at, by, to
        first = (x0 + 2 / 3 * (x1 - x0), y0 + 2 / 3 * (y1 - y0))
        second = (x2 + 2 / 3 * (x1 - x2), y2 + 2 / 3 * (y1 - y2))
        self._write("c", first, second, to)

    def closePath(self) -> None:  # noqa: N802 (the same)
        self.operators.append("h")

    def _write(self, operator: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        numbers = " ".join(f"{x * self._scale:g} {y * self._scale:g}" for x, y in points)
        self.operators.append(f"{numbers} {operator}")
