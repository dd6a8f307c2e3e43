"""The sheet that the page is drawn on: the one place that speaks to ReportLab's canvas.

Lengths are points; y counts down from the top of the page, as a person reads.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from planner.documents.fonts import Face
from planner.documents.line_breaking import Line
from planner.documents.shaping import MISSING_BOX, DrawnRun, GlyphRun
from planner.documents.text_line import TONES, TextLine, hex_rgb, rgb, utf16

_OWN_CODE = re.compile("<(F[0-9A-F]{4}|10[0-9A-F]{4})>")


Point = tuple[float, float]


class About(NamedTuple):
    """The metadata of a PDF file: title, subject and language."""

    title: str
    subject: str
    language: str


class PageCanvas:
    """Draws text, rules and areas onto the pages of a PDF; `missing` collects characters without a font."""

    def __init__(self, width: float, height: float, about: About, first_face: Face) -> None:
        self.width, self.height = width, height
        self._file = BytesIO()
        self._face = first_face
        self._canvas: Any = Canvas(
            self._file,
            pagesize=(width, height),
            pageCompression=0,
            invariant=1,
            lang=about.language,
            initialFontName=first_face.name,
        )
        self._canvas.setTitle(about.title)
        self._canvas.setSubject(about.subject)
        self._canvas.setAuthor("")
        self._canvas.setCreator("Front Foot")
        self._canvas.setProducer("Front Foot")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._doc: Any = self._canvas._doc  # noqa: SLF001 (fonts are subset for the document)
        self._doc.setCompression(1)
        self._doc.defaultStreamFilters = [PDFZCompress]
        self.missing: dict[str, None] = {}
        self._reads: dict[str, str] = {}

    def finish(self) -> bytes:
        """End the last page and return the PDF file."""
        self._canvas.showPage()
        for font in list(self._doc.delayedFonts):
            self._add_font(font)
        self._doc.delayedFonts.clear()
        self._canvas.save()
        return self._file.getvalue()

    def _add_font(self, font: Any) -> None:
        """Add a font's subsets, each telling what its glyphs read as."""
        before = set(self._doc.idToObject)
        font.addObjects(self._doc)
        for name in set(self._doc.idToObject) - before:
            if name.startswith("toUnicodeCMap:"):
                stream = self._doc.idToObject[name]
                stream.content = _OWN_CODE.sub(self._reading, stream.content)

    def _reading(self, match: re.Match[str]) -> str:
        text = self._reads.get(chr(int(match[1], 16)), "\ufffd")
        return f"<{text.encode('utf-16-be').hex().upper()}>"

    def next_page(self) -> None:
        """End this page and begin another."""
        self._canvas.showPage()

    def line_of_text(self, line: Line, x: float, baseline: float, size: float, tracking: float = 0) -> None:
        """Draw a line of text with its left end at x; `size` is in points, `tracking` in em.

        Characters for which no font was found are added to `missing`.
        """
        TextLine(self._doc, self._canvas, self._face, size, tracking).draw(line, x, self.height - baseline)
        for word in line.words:
            for run, _ in word.runs:
                if isinstance(run, DrawnRun):
                    self._reads[self._face.silent(run.says)] = run.says
                    if run.path is MISSING_BOX:
                        self.missing[run.says] = None
                elif isinstance(run, GlyphRun) and run.reads:
                    for glyph, text in run.reads:
                        self._reads.setdefault(glyph, text)

    def rule(self, x: float, y: float, width: float, *, thickness: float = 0.5, tone: str = "hair") -> None:
        """Draw a horizontal line from x, y to the right; `thickness` is in points."""
        y = self.height - y
        path = f"{x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S"
        self._put(f"q {rgb(tone)} RG {thickness:g} w {path} Q")

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        radius: float = 0,
        fill: str = "",
        thickness: float = 0.8,
    ) -> None:
        """Draw a rectangle with round corners, filled in the tone `fill` or outlined; y is its top."""
        canvas = self._canvas
        canvas.saveState()
        if fill:
            canvas.setFillColor(Color(*TONES[fill]))
        else:
            canvas.setStrokeColor(Color(*TONES["ink"]))
            canvas.setLineWidth(thickness)
        canvas.roundRect(
            x, self.height - y - height, width, height, radius, stroke=int(not fill), fill=int(bool(fill))
        )
        canvas.restoreState()

    def area(self, corners: Sequence[Point], colour: str) -> None:
        """Fill the polygon with these corners in a colour, `#rrggbb`."""
        self._put(f"q {hex_rgb(colour)} rg {self._path(corners)} h f Q")

    def stroke(
        self, points: Sequence[Point], colour: str, thickness: float, *, dash: float = 0, closed: bool = False
    ) -> None:
        """Draw a line through the points in a colour, `#rrggbb`; `dash` in points, 0 for a solid line."""
        dashes = f"[{dash:.2f}] 0 d " if dash else ""
        path = f"{self._path(points)} {'s' if closed else 'S'}"
        self._put(f"q {hex_rgb(colour)} RG {thickness:.2f} w {dashes}{path} Q")

    @contextmanager
    def described(self, words: str) -> Iterator[None]:
        """Mark what is drawn within the `with` block as a picture with `words` as its alternative text."""
        self._put(f"/Span <</Alt <{utf16(words)}>>> BDC")
        yield
        self._put("EMC")

    def _path(self, points: Sequence[Point]) -> str:
        return " ".join(
            f"{x:.2f} {self.height - y:.2f} {'l' if number else 'm'}" for number, (x, y) in enumerate(points)
        )

    def tick_box(self, x: float, baseline: float, side: float, *, ticked: bool = False) -> None:
        """Draw a box of side `side` standing on the baseline, with a tick in it if `ticked`."""
        bottom = self.height - baseline
        self._put(f"q {rgb('ink')} RG 0.6 w {x:.2f} {bottom:.2f} {side:.2f} {side:.2f} re S Q")
        if ticked:
            start, corner, end = (0.18, 0.5), (0.42, 0.22), (0.86, 0.86)
            points = [(x + a * side, bottom + b * side) for a, b in (start, corner, end)]
            path = " ".join(f"{a:.2f} {b:.2f} {'l' if n else 'm'}" for n, (a, b) in enumerate(points))
            self._put(f"q {rgb('ink')} RG 1.1 w 1 J 1 j {path} S Q")

    def dot(self, x: float, baseline: float, size: float) -> None:
        """Draw the dot before an entry of a list."""
        self._canvas.saveState()
        self._canvas.setFillColor(Color(*TONES["ink"]))
        self._canvas.circle(
            x + size * 0.16, self.height - baseline + size * 0.26, size * 0.13, stroke=0, fill=1
        )
        self._canvas.restoreState()

    def _put(self, operators: str) -> None:
        self._canvas.addLiteral(operators)
