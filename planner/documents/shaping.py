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

from planner.documents.fonts import Face, FontBook

_KERNED = {"kern": True, "liga": False, "clig": False, "calt": False}
_COMPLEX = re.compile("[\u0590-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINERS = "\u200c\u200d"
_CJK = re.compile("[\u1100-\u11ff\u2e80-\u2fdf\u3000-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
_WORDS_KEPT = 20_000


class Chunk(NamedTuple):
    """Characters printed without a move between them; `before` moves right, `rise` up (1/1000 em)."""

    text: str
    before: float = 0
    rise: float = 0


class GlyphRun(NamedTuple):
    """Text in an embedded face. `says` is what it reads as, where the glyphs do not tell."""

    face: Face
    chunks: tuple[Chunk, ...]
    width: float
    after: float = 0
    says: str = ""


class CjkRun(NamedTuple):
    """Text in a CJK font of the reader's machine."""

    font: str
    text: str
    width: float


class DrawnRun(NamedTuple):
    """A symbol drawn as a filled path in thousandths of an em; empty for the missing-glyph box."""

    path: str
    width: float
    says: str


Run = GlyphRun | CjkRun | DrawnRun

MISSING_BOX = "80 0 m 520 0 l 520 700 l 80 700 l h 130 50 m 130 650 l 470 650 l 470 50 l h"
_MISSING_WIDTH = 0.6


class Shaper:
    """Turns words into runs and remembers them. Not thread-safe: one render at a time."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self.runs = lru_cache(maxsize=_WORDS_KEPT)(self._runs)

    def _runs(self, text: str, bold: bool, italic: bool) -> tuple[Run, ...]:  # noqa: FBT001 (a cache key)
        """Return the runs that print the text, in visual order."""
        face = self._fonts.face(bold=bold, italic=italic)
        runs: list[Run] = []
        for kind, part in _split(text, face):
            if kind == "face":
                runs.append(_shaped(part, face))
            elif kind == "cjk":
                runs.extend(self._cjk(part))
            else:
                runs.extend(self._symbol(one) for one in part)
        return tuple(runs[::-1] if is_right_to_left(text) else runs)

    def _symbol(self, character: str) -> DrawnRun:
        outline = self._fonts.symbol(character)
        if outline is None:
            return DrawnRun(MISSING_BOX, _MISSING_WIDTH, character)
        return DrawnRun(outline.path, outline.advance, character)

    def _cjk(self, text: str) -> Iterator[Run]:
        whole = self._fonts.cjk_font(text)
        for character in [text] if whole else text:
            font = whole or self._fonts.cjk_font(character)
            if font is None:
                yield DrawnRun(MISSING_BOX, _MISSING_WIDTH, character)
            else:
                yield CjkRun(font, character, float(len(character)))


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of the text is written from right to left."""
    found = re.search(r"[^\W\d_]", text)
    return found is not None and "\u0590" <= found[0] <= "\u08ff"


def is_cjk(character: str) -> bool:
    """Whether the character belongs to Chinese, Japanese or Korean and may break anywhere."""
    return _CJK.match(character) is not None


def _split(text: str, face: Face) -> Iterator[tuple[str, str]]:
    def kind(character: str) -> str:
        if character in face.characters or character in _JOINERS:
            return "face"
        return "cjk" if is_cjk(character) else "symbol"

    for name, characters in groupby(text, kind):
        part = "".join(characters)
        if name == "face" and is_right_to_left(part):
            for number, digits in groupby(part, str.isdecimal):
                del number
                yield name, "".join(digits)
        else:
            yield name, part


def _shaped(text: str, face: Face) -> GlyphRun:
    buffer: Any = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    full = _COMPLEX.search(text) is not None
    uharfbuzz.shape(face.shaper, buffer, None if full else _KERNED)
    chunks: list[Chunk] = []
    letters, before, rise, carry, width = "", 0.0, 0.0, 0.0, 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        letter = face.character_of(info.codepoint)
        move = carry + position.x_offset
        if letters and (move or position.y_offset != rise):
            chunks.append(Chunk(letters, before, rise))
            letters = ""
        if not letters:
            before, rise = move, position.y_offset
        letters += letter
        carry = position.x_advance - face.width_of(letter) - position.x_offset
        width += position.x_advance
    chunks.append(Chunk(letters, before, rise))
    return GlyphRun(face, tuple(chunks), width / 1000, carry, text if full else "")
