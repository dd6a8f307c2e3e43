"""From a word to the runs that print it: which font has each character, and HarfBuzz's positions.

A run's widths are in em, so one shaping serves every size. Latin, Greek and Cyrillic are kerned
but keep one glyph per character, so that text copied from the page is the text of the plan;
other scripts are shaped in full and carry their text along.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

import uharfbuzz

from planner.documents.fonts import GLYPH_CODES, Face, FontBook
from planner.wording.graphemes import JOINERS

_KERNED = {"kern": True, "liga": False, "clig": False, "calt": False}
_COMPLEX = re.compile("[\u0590-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_STRETCHES = re.compile("[\u0590-\u08ff]+(?:[^\\w\u0590-\u08ff]+[\u0590-\u08ff]+)*|[^\u0590-\u08ff]+")
BREAKS_ANYWHERE = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3000-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
)
"""Characters of Chinese, Japanese and Korean, between which a line may break."""

_WORDS_KEPT = 20_000


class Chunk(NamedTuple):
    """Characters printed in one go; `before` is the move right before them, `rise` up, in 1/1000 em."""

    text: str
    before: float = 0
    rise: float = 0


class GlyphRun(NamedTuple):
    """Text in an embedded font, set in positioned glyphs; `width` is in em.

    `reads` pairs each glyph that has no character of its own with the text it stands for. `says` is the text
    of the whole run, where several glyphs make up what one reads.
    """

    face: Face
    chunks: tuple[Chunk, ...]
    width: float
    reads: tuple[tuple[str, str], ...] = ()
    says: str = ""


class CjkRun(NamedTuple):
    """Text in a CJK font that is not embedded but taken from the reader's machine; `width` is in em."""

    font: str
    text: str
    width: float


class DrawnRun(NamedTuple):
    """A symbol drawn as a filled path, in thousandths of an em; `says` is the character it stands for.

    `width` is in em.
    """

    path: str
    width: float
    says: str


Run = GlyphRun | CjkRun | DrawnRun

MISSING_BOX = "80 0 m 520 0 l 520 700 l 80 700 l h 130 50 m 130 650 l 470 650 l 470 50 l h"
_MISSING_WIDTH = 0.6


class Shaper:
    """Turns words into runs and remembers them. Not thread-safe: one document at a time."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self.runs = lru_cache(maxsize=_WORDS_KEPT)(self._runs)

    def _runs(
        self,
        text: str,
        bold: bool,  # noqa: FBT001 (a cache key)
        italic: bool,  # noqa: FBT001 (the same)
        cjk: str = "",
        right_to_left: bool = False,  # noqa: FBT001, FBT002 (the same)
    ) -> tuple[Run, ...]:
        """Return the runs that print the text, in visual order.

        `cjk` is the font for its CJK characters; `right_to_left` the direction of its paragraph.
        """
        face = self._fonts.face(bold=bold, italic=italic)
        runs: list[Run] = []
        for kind, part in _split(text, face):
            if kind == "face":
                runs.append(_shaped(part, face, right_to_left=right_to_left))
            elif kind == "cjk":
                runs.extend(self._cjk(part, cjk))
            else:
                runs.extend(self._symbol(symbol) for symbol in part)
        return tuple(runs[::-1] if right_to_left and RIGHT_TO_LEFT.search(text) else runs)

    def space(self, bold: bool, italic: bool) -> float:  # noqa: FBT001 (as above)
        """Return the width of a space in em."""
        return sum(run.width for run in self.runs(" ", bold, italic))

    def _symbol(self, character: str) -> DrawnRun:
        outline = self._fonts.symbol(character)
        if outline is None:
            return DrawnRun(MISSING_BOX, _MISSING_WIDTH, character)
        return DrawnRun(outline.path, outline.advance, character)

    def cjk_font(self, text: str) -> str:
        """Return the name of one CJK font with all CJK characters of the text.

        "" if no font has them all, or the text has none.
        """
        characters = "".join(BREAKS_ANYWHERE.findall(text))
        return (self._fonts.cjk_font(characters) or "") if characters else ""

    def _cjk(self, text: str, font: str) -> Iterator[Run]:
        if font:
            yield CjkRun(font, text, float(len(text)))
            return
        for character in text:
            font_name = self._fonts.cjk_font(character)
            if font_name is None:
                yield DrawnRun(MISSING_BOX, _MISSING_WIDTH, character)
            else:
                yield CjkRun(font_name, character, 1.0)


def _split(text: str, face: Face) -> Iterator[tuple[str, str]]:
    def kind(character: str) -> str:
        if character in face.characters or character in JOINERS:
            return "face"
        return "cjk" if BREAKS_ANYWHERE.match(character) else "symbol"

    for name, characters in groupby(text, kind):
        part = "".join(characters)
        if name == "face":
            yield from ((name, stretch) for stretch in _STRETCHES.findall(part))
        else:
            yield name, part


def _shaped(text: str, face: Face, *, right_to_left: bool) -> GlyphRun:
    buffer: Any = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    turned = RIGHT_TO_LEFT.search(text) is not None
    if right_to_left and not any(map(str.isalnum, text)):
        buffer.direction = "rtl"
    full = _COMPLEX.search(text) is not None
    uharfbuzz.shape(face.shaper, buffer, None if full else _KERNED)
    glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    reads: tuple[tuple[str, str], ...] = ()
    says = ""
    if full and turned:
        letters = [face.character_of(info.codepoint, text[info.cluster]) for info, _ in glyphs]
        reads = tuple(_reads(text, letters, [info.cluster for info, _ in glyphs]))
    else:
        letters = [face.character_of(info.codepoint) for info, _ in glyphs]
        says = text if full else ""
    width = sum(position.x_advance for _, position in glyphs) / 1000
    positions = [(position.x_advance, position.x_offset, position.y_offset) for _, position in glyphs]
    return GlyphRun(face, tuple(_chunks(face, letters, positions)), width, reads, says)


def _chunks(face: Face, letters: list[str], positions: list[tuple[int, int, int]]) -> Iterator[Chunk]:
    """Yield the letters in stretches between which the pen is moved away from where it comes to rest."""
    text, before, rise, carry = "", 0.0, 0.0, 0.0
    for letter, (advance, right, up) in zip(letters, positions, strict=True):
        move = carry + right
        if text and (move or up != rise):
            yield Chunk(text, before, rise)
            text = ""
        if not text:
            before, rise = move, up
        text += letter
        carry = advance - face.width_of(letter) - right
    if text:
        yield Chunk(text, before, rise)
    if carry:
        yield Chunk("", carry)


def _reads(text: str, letters: list[str], clusters: list[int]) -> Iterator[tuple[str, str]]:
    """Yield what each glyph without a character of its own reads as."""
    ends = [*sorted(set(clusters)), len(text)]
    for letter, cluster in zip(letters, clusters, strict=True):
        if ord(letter) >= GLYPH_CODES and clusters.count(cluster) == 1:
            yield letter, text[cluster : ends[ends.index(cluster) + 1]]
