"""One line of text as PDF operators: a text object per stretch of glyphs, paths for drawn symbols."""

from collections.abc import Sequence
from typing import Any

from planner.documents.fonts import Face
from planner.documents.line_breaking import Line
from planner.documents.shaping import Chunk, CjkRun, DrawnRun, GlyphRun

TONES = {
    "ink": (0.086, 0.098, 0.114),
    "quiet": (0.345, 0.384, 0.424),
    "hair": (0.64, 0.67, 0.70),
    "shade": (0.945, 0.95, 0.957),
    "paper": (1.0, 1.0, 1.0),
}


class TextLine:
    """Draws one line of text onto a ReportLab canvas as PDF operators."""

    def __init__(self, doc: Any, canvas: Any, face: Face, size: float, tracking: float) -> None:
        self._doc, self._canvas, self._face = doc, canvas, face
        self._size, self._tracking = size, tracking
        self._out: list[str] = []
        self._tone = self._font = ""
        self._tracked = False

    def draw(self, line: Line, x: float, y: float) -> None:
        """Draw the line with its left end at x on the baseline y, which counts up from below."""
        for word in line.words:
            at = x
            for run, tone in word.runs:
                letters = 0
                if isinstance(run, GlyphRun):
                    self._glyphs(run, tone, at, y)
                    letters = len(run.says) or sum(len(chunk.text) for chunk in run.chunks)
                elif isinstance(run, CjkRun):
                    self._cjk(run, tone, at, y)
                    letters = len(run.text)
                else:
                    self._drawn(run, tone, at, y)
                    letters = 1
                at += (run.width + self._tracking * letters) * self._size
            if word.space:
                self._space(word.runs)
                at += (word.space + self._tracking) * self._size
            x = at
        if self._tracking:
            self._out.append("0 Tc")
        self._canvas.addLiteral(" ".join(self._out))

    def _begin(self, tone: str, x: float, y: float) -> None:
        out = self._out
        out.append("BT")
        if tone != self._tone:
            out.append(f"{rgb(tone)} rg")
            self._tone = tone
        if self._tracking and not self._tracked:
            out.append(f"{self._tracking * self._size:.3f} Tc")
            self._tracked = True
        out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        self._font = ""

    def _glyphs(self, run: GlyphRun, tone: str, x: float, y: float) -> None:
        self._begin(tone, x, y)
        if run.says:
            self._out.append(f"/Span <</ActualText <{utf16(run.says)}>>> BDC")
        self._chunks(run)
        if run.says:
            self._out.append("EMC")
        self._out.append("ET")

    def _chunks(self, run: GlyphRun) -> None:
        ttf, risen = run.face.ttf, 0.0
        array: list[str] = []
        for text, before, rise in run.chunks:
            if rise != risen:
                self._show(array)
                self._out.append(f"{rise * self._size / 1000:.3f} Ts")
                risen = rise
            if before:
                array.append(f"{-before:g}")
            for subset, data in ttf.splitString(text, self._doc):
                font = ttf.getSubsetInternalName(subset, self._doc)
                if font != self._font:
                    self._show(array)
                    self._out.append(f"{font} {self._size:g} Tf")
                    self._font = font
                array.append(f"<{data.hex()}>")
        self._show(array)
        if risen:
            self._out.append("0 Ts")

    def _show(self, array: list[str]) -> None:
        if array:
            self._out.append(f"[{' '.join(array)}] TJ")
            array.clear()

    def _space(self, runs: Sequence[tuple[object, str]]) -> None:
        """Write the space itself, so that text copied from the page has it."""
        last = runs[-1][0] if runs else None
        if isinstance(last, GlyphRun) and self._out[-1] == "ET" and not last.says:
            self._out[-1] = "<20> Tj ET"

    def _cjk(self, run: CjkRun, tone: str, x: float, y: float) -> None:
        self._begin(tone, x, y)
        font = self._doc.getInternalFontName(run.font)
        self._out.append(f"{font} {self._size:g} Tf <{run.text.encode('utf-16-be').hex()}> Tj ET")

    def _drawn(self, run: DrawnRun, tone: str, x: float, y: float) -> None:
        scale = self._size / 1000
        at = f"{scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm"
        self._out.append(f"q {rgb(tone)} rg {at} {run.path} f* Q")
        self._glyphs(GlyphRun(self._face, (Chunk(self._face.silent(run.says)),), run.width), tone, x, y)


def rgb(tone: str) -> str:
    """Return a tone of TONES as PDF writes colours: three numbers from 0 to 1."""
    return " ".join(f"{part:g}" for part in TONES[tone])


def hex_rgb(colour: str) -> str:
    """Return a colour, `#rrggbb`, as PDF writes colours: three numbers from 0 to 1."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


def utf16(text: str) -> str:
    """Return a text as the hexadecimal UTF-16 that a PDF dictionary takes between angle brackets."""
    return "feff" + text.encode("utf-16-be", "replace").hex()
