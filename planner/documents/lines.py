"""Setting words into lines, and cutting what is too long, always at a word and always visibly."""

from collections.abc import Sequence
from typing import NamedTuple

from planner.documents.bidi import in_visual_order
from planner.documents.shaping import Shaper
from planner.documents.words import Span, Word, Words, split_word, word_of

_SMALLEST_ROOM = 1.5
_HAIR = 1e-6
_WORTH_FILLING = 0.7
"""A word wider than the line begins on the line before if no more than this much of that is taken."""


class Line(NamedTuple):
    """Words side by side in the order in which they are drawn, and their width in em."""

    words: tuple[Word, ...]
    width: float
    right_to_left: bool = False


class Setting(NamedTuple):
    """A paragraph set to a width: its lines, and whether it had to be cut."""

    lines: tuple[Line, ...]
    cut: bool = False


def set_lines(
    words: Words, room: float, shaper: Shaper, *, tracking: float = 0, most: int | None = None
) -> Setting:
    """Set the words into lines of at most `room` em, at most `most` of them."""
    room = max(room, _SMALLEST_ROOM)
    lines = _broken(words, room, shaper, tracking, most)
    cut = most is not None and len(lines) > most
    if cut:
        del lines[most:]
        lines[-1] = _with_ellipsis(lines[-1], room, shaper, tracking)
    return Setting(tuple([_line(line, words, tracking) for line in lines]), cut)


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
        width = word.width + tracking * word.letters
        too_wide = width > room + _HAIR and word.letters > 1
        if line and used + width > room + _HAIR and not (too_wide and used < room * _WORTH_FILLING):
            line, used = _next_line(lines), 0.0
            continue
        tail = None
        if too_wide:
            word, tail = split_word(word, room - used, tracking, shaper)
            width = word.width + tracking * word.letters
        line.append(word)
        used += width + word.space + (tracking if word.space else 0)
        if tail is None:
            number += 1
            if word.ends_line and words.at(number) is not None:
                line, used = _next_line(lines), 0.0


def _next_line(lines: list[list[Word]]) -> list[Word]:
    lines.append([])
    return lines[-1]


def _with_ellipsis(line: list[Word], room: float, shaper: Shaper, tracking: float) -> list[Word]:
    last = next((word.spans[-1] for word in reversed(line) if word.spans), Span(""))
    ellipsis_mark = word_of((last._replace(text="…"),), shaper)
    left = room - ellipsis_mark.width - tracking
    kept = [word for word in line if word.letters]
    while kept and _width(kept, tracking) > left:
        last_word = kept.pop()
        rest = left - (_width(kept, tracking) + kept[-1].space if kept else 0.0)
        if last_word.letters > 1 and (not kept or last_word.width > left / 3):
            kept.append(split_word(last_word, rest, tracking, shaper)[0])
            break
    if kept:
        kept[-1] = kept[-1]._replace(space=0, ends_line=False)
    return [*kept, ellipsis_mark]


def _width(words: Sequence[Word], tracking: float) -> float:
    if not words:
        return 0.0
    inner = sum([word.width + word.space + (tracking * word.letters if tracking else 0) for word in words])
    spaces = sum(tracking for word in words[:-1] if word.space) if tracking else 0.0
    return inner + spaces - words[-1].space


def _line(line: Sequence[Word], words: Words, tracking: float) -> Line:
    drawn = in_visual_order(line, right_to_left=words.right_to_left) if words.turns else line
    return Line(tuple(drawn), _width(line, tracking), words.right_to_left)
