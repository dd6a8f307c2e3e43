"""Setting words into lines, and cutting what is too long, always at a word and always visibly."""

from collections.abc import Sequence
from typing import NamedTuple

from planner.documents.shaping import Shaper
from planner.documents.words import Span, Word, direction_of, split_word, word_of

_SMALLEST_ROOM = 0.5


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
    words: Sequence[Word], room: float, shaper: Shaper, *, tracking: float = 0, most: int | None = None
) -> Setting:
    """Set the words into lines of at most `room` em, at most `most` of them."""
    room = max(room, _SMALLEST_ROOM)
    lines: list[list[Word]] = [[]]
    used = 0.0
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        width = word.width + tracking * word.letters
        if used + width > room + 1e-6:
            if lines[-1]:
                if most is not None and len(lines) == most:
                    return _finished(lines, words, room, shaper, tracking, cut=True)
                lines.append([])
                used = 0.0
            if width > room and word.letters > 1:
                head, tail = split_word(word, room, tracking, shaper)
                waiting.append(tail)
                word, width = head, head.width + tracking * head.letters
        lines[-1].append(word)
        used += width + word.space + (tracking if word.space else 0)
        if word.ends_line and waiting:
            if most is not None and len(lines) == most:
                return _finished(lines, words, room, shaper, tracking, cut=True)
            lines.append([])
            used = 0.0
    return _finished(lines, words, room, shaper, tracking, cut=False)


def _finished(
    lines: list[list[Word]], words: Sequence[Word], room: float, shaper: Shaper, tracking: float, *, cut: bool
) -> Setting:
    if cut:
        lines[-1] = _with_ellipsis(lines[-1], room, shaper, tracking)
    rtl = next((way for word in words if (way := direction_of(word)) != "N"), "L") == "R" if words else False
    return Setting(tuple(_line(line, tracking, right_to_left=rtl) for line in lines), cut)


def _with_ellipsis(line: list[Word], room: float, shaper: Shaper, tracking: float) -> list[Word]:
    last = next((word.spans[-1] for word in reversed(line) if word.spans), Span(""))
    ellipsis_mark = word_of((last._replace(text="…"),), shaper)
    kept = [word for word in line if word.letters]
    while len(kept) > 1 and _width(kept, tracking) + ellipsis_mark.width > room:
        kept.pop()
    if kept and _width(kept, tracking) + ellipsis_mark.width > room and kept[0].letters > 1:
        kept[0] = split_word(kept[0], room - ellipsis_mark.width, tracking, shaper)[0]
    if kept:
        kept[-1] = kept[-1]._replace(space=0, ends_line=False)
    return [*kept, ellipsis_mark]


def _width(words: Sequence[Word], tracking: float) -> float:
    inner = sum(word.width + tracking * word.letters + word.space for word in words)
    return inner - words[-1].space if words else 0.0


def _line(words: Sequence[Word], tracking: float, *, right_to_left: bool) -> Line:
    ways = [direction_of(word) for word in words] if right_to_left or _any_rtl(words) else []
    drawn = _in_visual_order(words, ways, right_to_left=right_to_left) if "R" in ways else list(words)
    return Line(tuple(drawn), _width(words, tracking), right_to_left)


def _any_rtl(words: Sequence[Word]) -> bool:
    return any("\u0590" <= character <= "\u08ff" for word in words for span in word.spans for character in span.text)


def _in_visual_order(words: Sequence[Word], ways: list[str], *, right_to_left: bool) -> list[Word]:
    """Turn stretches written against the paragraph's direction; figures go with their left neighbour."""
    turned = "R" if not right_to_left else "L"
    order: list[list[int]] = []
    for at, way in enumerate(ways):
        against = way == turned or (way == "N" and at > 0 and ways[at - 1] == turned and turned in ways[at + 1 :])
        if against and order and order[-1] and ways[order[-1][-1]] != ("L" if turned == "R" else "R"):
            order[-1].append(at)
            ways[at] = turned
        else:
            order.append([at])
            ways[at] = turned if against else ("L" if turned == "R" else "R")
    spaces = [word.space for word in words]
    if right_to_left:
        visual = [at for stretch in reversed(order) for at in stretch]
    else:
        visual = [at for stretch in order for at in reversed(stretch)]
    gaps = _gaps(visual, spaces)
    return [words[at]._replace(space=gap) for at, gap in zip(visual, gaps, strict=True)]


def _gaps(visual: list[int], spaces: list[float]) -> list[float]:
    """Return the space after each drawn word: that of the earlier one of each neighbouring pair."""
    inner = [spaces[min(one, two)] for one, two in zip(visual, visual[1:], strict=False)]
    return [*inner, 0.0]
