"""From marked-up text to words that can be set into lines: measured once, in em, for every size."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.documents.shaping import Run, Shaper, is_cjk, is_right_to_left

LINE_BREAK = "\u2028"
"""The character that ends a line within a paragraph; other white space only parts words."""

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_WORDS = re.compile(f"{LINE_BREAK}|[^\\s{LINE_BREAK}\u00a0]+(?:\u00a0[^\\s{LINE_BREAK}\u00a0]*)*|\\s+")
_INNER_BREAKS = re.compile(r"(?<=[\w)][-–—/])(?=\w{2})")


class Span(NamedTuple):
    """A stretch of text in one weight, slope and tone."""

    text: str
    bold: bool = False
    italic: bool = False
    tone: str = "ink"


class Word(NamedTuple):
    """What is never parted by a line break, unless it is wider than the line.

    `space` is the width of the space after it: 0 where the next word follows at once.
    """

    spans: tuple[Span, ...]
    runs: tuple[tuple[Run, str], ...]
    width: float
    letters: int
    space: float = 0.0
    ends_line: bool = False


def words_of(spans: Sequence[Span], shaper: Shaper) -> list[Word]:
    """Return the words of a paragraph, in reading order."""
    words: list[Word] = []
    pending: list[Span] = []

    def finish(space: float, *, ends_line: bool = False) -> None:
        if pending or ends_line:
            words.append(word_of(tuple(pending), shaper)._replace(space=space, ends_line=ends_line))
            pending.clear()

    for span in spans:
        for text in _WORDS.findall(_UNSEEN.sub("", span.text)):
            if text == LINE_BREAK:
                finish(0, ends_line=True)
            elif text.isspace() and text != "\u00a0":
                if not pending and words and not words[-1].ends_line and not words[-1].space:
                    words[-1] = words[-1]._replace(space=_space(span, shaper))
                finish(_space(span, shaper))
            else:
                *first, last = _parts(text)
                for part in first:
                    pending.append(span._replace(text=part))
                    finish(0)
                pending.append(span._replace(text=last))
    finish(0)
    return words


def word_of(spans: tuple[Span, ...], shaper: Shaper) -> Word:
    """Return the spans as one word."""
    runs = [(run, span.tone) for span in spans for run in shaper.runs(span.text, span.bold, span.italic)]
    width = sum(run.width for run, _ in runs)
    return Word(spans, tuple(runs), width, sum(len(span.text) for span in spans))


def split_word(word: Word, room: float, tracking: float, shaper: Shaper) -> tuple[Word, Word]:
    """Part a word so that its first half fits the room (in em); at least one character is set."""
    text = "".join(span.text for span in word.spans)
    low, high = 1, len(text) - 1
    while low < high:
        middle = (low + high + 1) // 2
        head = word_of(_sliced(word.spans, 0, middle), shaper)
        if head.width + tracking * head.letters <= room:
            low = middle
        else:
            high = middle - 1
    tail = word_of(_sliced(word.spans, low, len(text)), shaper)
    return word_of(_sliced(word.spans, 0, low), shaper), tail._replace(space=word.space, ends_line=word.ends_line)


def direction_of(word: Word) -> str:
    """Return `R` or `L` for a word written in that direction, `N` for figures and signs."""
    text = "".join(span.text for span in word.spans)
    if is_right_to_left(text):
        return "R"
    return "L" if any(character.isalpha() for character in text) else "N"


def _parts(text: str) -> Iterator[str]:
    for piece in _INNER_BREAKS.split(text):
        start = 0
        for at in range(1, len(piece)):
            if is_cjk(piece[at]) and piece[at] not in "、。，．・：；？！）」』】〉》":
                yield piece[start:at]
                start = at
        yield piece[start:]


def _space(span: Span, shaper: Shaper) -> float:
    return sum(run.width for run in shaper.runs(" ", span.bold, span.italic))


def _sliced(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    kept = []
    for span in spans:
        piece = span.text[max(start, 0) : max(end, 0)]
        if piece:
            kept.append(span._replace(text=piece))
        start -= len(span.text)
        end -= len(span.text)
    return tuple(kept)
