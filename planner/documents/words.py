"""Words and word boundaries in marked-up text, each word measured once, in em, for every size."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.documents.shaping import BREAKS_ANYWHERE, RIGHT_TO_LEFT, Run, Shaper
from planner.wording.graphemes import parts_letters

LINE_BREAK = "\u2028"
"""The character that ends a line within a paragraph; other white space only parts words."""

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_WORDS = re.compile(f"{LINE_BREAK}|(?:\\S|\u00a0)+|[^\\S\u00a0{LINE_BREAK}]+")
_INNER_BREAKS = re.compile(r"(?<=[\w)][-–—/])(?=\w{2})")
_LONGEST = 240
"""So many characters are measured at a time: more than a line holds. A longer word comes in stretches."""
_GUESSES = 4
_NEVER_FIRST = "、。，．・：；？！）」』】〉》"


class Span(NamedTuple):
    """A stretch of text in one weight, slope and tone.

    `cjk` is the font for its CJK characters, `right_to_left` the direction of its paragraph.
    """

    text: str
    bold: bool = False
    italic: bool = False
    tone: str = "ink"
    cjk: str = ""
    right_to_left: bool = False


class Word(NamedTuple):
    """A stretch of text that a line break never divides, unless it is wider than the line.

    Widths are in em; `space` is that of the space after it, 0 where the next word follows at once. `goes_on`
    says that it continues the word before it, which is so long that it comes in stretches.
    """

    spans: tuple[Span, ...]
    runs: tuple[tuple[Run, str], ...]
    width: float
    char_count: int
    space: float = 0.0
    ends_line: bool = False
    goes_on: bool = False


class Words:
    """The words of a paragraph in reading order, each measured when it is first asked for."""

    def __init__(self, spans: Sequence[Span], shaper: Shaper) -> None:
        text = "".join([span.text for span in spans])
        cjk = shaper.cjk_font(text) if BREAKS_ANYWHERE.search(text) else ""
        self.turns = RIGHT_TO_LEFT.search(text) is not None
        self.right_to_left = self.turns and _mostly_right_to_left(spans)
        if cjk or self.right_to_left:
            spans = [span._replace(cjk=cjk, right_to_left=self.right_to_left) for span in spans]
        self._coming = _pieces(spans, shaper)
        self._known: list[Word] = []

    def at(self, number: int) -> Word | None:
        """Return the word at an index from 0, or None after the last."""
        known = self._known
        while len(known) <= number:
            word = next(self._coming, None)
            if word is None:
                return None
            known.append(word)
        return known[number]


def word_of(spans: tuple[Span, ...], shaper: Shaper) -> Word:
    """Return the spans as one shaped and measured word."""
    runs = [
        (run, span.tone) for span in spans for run in shaper.runs(span.text, span.bold, span.italic, span.cjk)
    ]
    width = sum([run.width for run, _ in runs])
    return Word(spans, tuple(runs), width, sum([len(span.text) for span in spans]))


def _runs(span: Span, shaper: Shaper) -> tuple[Run, ...]:
    return shaper.runs(span.text, span.bold, span.italic, span.cjk, span.right_to_left)


def split_word(word: Word, room: float, tracking: float, shaper: Shaper) -> tuple[Word, Word]:
    """Return a word in two: as much of it as fits `room` (in em), at least one character, and the rest."""
    at = _fitting(word, room, tracking, shaper)
    head = word_of(_sliced(word.spans, 0, at), shaper)
    tail = word_of(_sliced(word.spans, at, word.char_count), shaper)
    return head, word._replace(spans=tail.spans, runs=tail.runs, width=tail.width, char_count=tail.char_count)


def _fitting(word: Word, room: float, tracking: float, shaper: Shaper) -> int:
    """Return how many of its characters fit the room, at least one and not all.

    The letters' average width tells at the second or third try; where they differ much, halving does.
    """
    # Each guess shapes the text anew, since letters join and kern: width is no sum of letters. So a good
    # first guess saves more than a good search.
    low, high, tries = 1, word.char_count - 1, 0
    middle = int(room / (word.width + tracking * word.char_count) * word.char_count)
    while low < high:
        middle = min(max(middle, low + 1), high)
        head = word_of(_sliced(word.spans, 0, middle), shaper)
        width = head.width + tracking * middle
        low, high = (middle, high) if width <= room else (low, middle - 1)
        tries += 1
        guess = middle + int((room - width) / width * middle) if width > 0 and tries <= _GUESSES else low
        middle = guess if low < guess <= high else (low + high + 1) // 2
    return low


def direction_of(word: Word) -> str:
    """Return the direction a word is written in: `R`, `L`, or `N` for figures and signs alone."""
    text = "".join([span.text for span in word.spans])
    if RIGHT_TO_LEFT.search(text):
        return "R"
    return "L" if any(character.isalpha() for character in text) else "N"


def _pieces(spans: Sequence[Span], shaper: Shaper) -> Iterator[Word]:
    """Yield the words; a word goes on over the end of a span until white space or a place to break."""
    pending: list[Span] = []
    goes_on = False
    for span in spans:
        space = shaper.space(span.bold, span.italic)
        for match in _WORDS.finditer(_UNSEEN.sub("", span.text)):
            text = match[0]
            if text == LINE_BREAK:
                yield _word(pending, shaper, 0, ends_line=True, goes_on=goes_on)
                pending, goes_on = [], False
            elif text.isspace() and text[0] != "\u00a0":
                if pending:
                    yield _word(pending, shaper, space, goes_on=goes_on)
                    pending, goes_on = [], False
            else:
                for at, (piece, continued) in enumerate(_measurable(_parts(text))):
                    if at:
                        yield _word(pending, shaper, 0, goes_on=goes_on)
                        pending, goes_on = [], continued
                    pending.append(Span(piece, *span[1:]))
    if pending:
        yield _word(pending, shaper, 0, goes_on=goes_on)


def _word(
    spans: list[Span], shaper: Shaper, space: float, *, ends_line: bool = False, goes_on: bool = False
) -> Word:
    if len(spans) == 1:
        text, bold, italic, tone, cjk, right_to_left = spans[0]
        shaped = shaper.runs(text, bold, italic, cjk, right_to_left)
        width = shaped[0].width if len(shaped) == 1 else sum([run.width for run in shaped])
        runs = tuple([(run, tone) for run in shaped])
        return Word((spans[0],), runs, width, len(text), space, ends_line, goes_on)
    whole = word_of(tuple(spans), shaper)
    return Word(whole.spans, whole.runs, whole.width, whole.char_count, space, ends_line, goes_on)


def _measurable(parts: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield the parts, long ones in stretches, and whether each goes on the one before it.

    Measured whole, a word of a million letters would be measured anew for every line it takes.
    """
    for part in parts:
        start = 0
        while len(part) - start > _LONGEST:
            end = _end_of_stretch(part, start + _LONGEST)
            yield part[start:end], start > 0
            start = end
        yield part[start:], start > 0


def _end_of_stretch(text: str, end: int) -> int:
    """Return where to part the text, near the end given: between two letters, marks and all."""
    for at in range(end, end - _LONGEST // 2, -1):
        if parts_letters(text, at):
            return at
    return end


def _mostly_right_to_left(spans: Sequence[Span]) -> bool:
    """Whether most letters of the plan's own text, bold labels before it aside, run right to left."""
    own = "".join(span.text for span in spans if not span.bold) or "".join(span.text for span in spans)
    letters = sum(character.isalpha() for character in own)
    return 2 * len(RIGHT_TO_LEFT.findall(own)) > letters


def _parts(text: str) -> list[str]:
    """Return the parts between which a line may break although there is no space."""
    pieces = _INNER_BREAKS.split(text)
    if not BREAKS_ANYWHERE.search(text):
        return pieces
    parts = []
    for piece in pieces:
        start = 0
        for at in range(1, len(piece)):
            if BREAKS_ANYWHERE.match(piece[at]) and piece[at] not in _NEVER_FIRST:
                parts.append(piece[start:at])
                start = at
        parts.append(piece[start:])
    return parts


def _sliced(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    slices = []
    for span in spans:
        piece = span.text[max(start, 0) : max(end, 0)]
        if piece:
            slices.append(span._replace(text=piece))
        start -= len(span.text)
        end -= len(span.text)
    return tuple(slices)
