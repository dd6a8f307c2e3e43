"""Line breaking: words set into lines of a width."""

from collections.abc import Sequence
from typing import NamedTuple

from planner.documents.bidi import in_visual_order
from planner.documents.ellipsis import ellipsize, width_of
from planner.documents.shaping import Shaper
from planner.documents.words import Word, Words, split_word

_SMALLEST_ROOM = 1.5
_HAIR = 1e-6
_WORTH_FILLING = 0.7
"""A word wider than the line begins on the line before if no more than this much of that is taken."""


class Line(NamedTuple):
    """The words of one line in the order they are drawn, and its width in em."""

    words: tuple[Word, ...]
    width: float
    right_to_left: bool = False


class Setting(NamedTuple):
    """A paragraph set to a width: its lines, and whether it had to be cut."""

    lines: tuple[Line, ...]
    cut: bool = False


def break_lines(
    words: Words, room: float, shaper: Shaper, *, tracking: float = 0, most: int | None = None
) -> Setting:
    """Return the words set into lines of at most `room` em, 1.5 at least; cut with "…" after `most` lines.

    A word wider than a line is broken. With `most` of None nothing is cut.
    """
    room = max(room, _SMALLEST_ROOM)
    lines = _broken(words, room, shaper, tracking, most)
    if most is None or len(lines) <= most:
        return Setting(tuple([_line(line, words, tracking) for line in lines]))
    lines = ellipsize(lines[: most + 1], room, shaper, tracking)
    return Setting(tuple([_line(line, words, tracking) for line in lines]), cut=True)


def _broken(words: Words, room: float, shaper: Shaper, tracking: float, most: int | None) -> list[list[Word]]:
    """Return the words by line; one line more than `most` tells that there is more."""
    lines: list[list[Word]] = [[]]
    line = lines[0]
    used, number = 0.0, 0
    tail: Word | None = None
    while True:
        word = tail or words.at(number)
        if word is None or (most is not None and len(lines) > most):
            return lines
        width = word.width + tracking * word.char_count
        beyond = used + width > room + _HAIR
        parts = word.char_count > 1 and beyond and (width > room + _HAIR or word.goes_on)
        worth_filling = used < (room - 1 if word.goes_on else room * _WORTH_FILLING)
        if line and beyond and not (parts and worth_filling):
            line, used = _next_line(lines), 0.0
            continue
        tail = None
        if parts:
            word, tail = split_word(word, room - used, tracking, shaper)
            width = word.width + tracking * word.char_count
        line.append(word)
        used += width + word.space + (tracking if word.space else 0)
        if tail is None:
            number += 1
            if word.ends_line and words.at(number) is not None:
                line, used = _next_line(lines), 0.0


def _next_line(lines: list[list[Word]]) -> list[Word]:
    lines.append([])
    return lines[-1]


def _line(line: Sequence[Word], words: Words, tracking: float) -> Line:
    drawn = in_visual_order(line, right_to_left=words.right_to_left) if words.turns else line
    return Line(tuple(drawn), width_of(line, tracking), words.right_to_left)
