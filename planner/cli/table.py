"""Tables on a terminal: columns as wide as they need to be, long texts cut visibly."""

import unicodedata
from collections.abc import Sequence
from itertools import takewhile

WIDEST = 44
"""So many columns of a terminal a cell takes at most."""

_SHORTEST_START = 6


def printed_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the heads and then the rows, a line each, long cells cut; every row has a cell per head."""
    cells = [[fitted(cell) for cell in line] for line in (heads, *rows)]
    widths = [max(_width(line[column]) for line in cells) for column in range(len(heads))]
    return "".join(f"{_line(line, widths)}\n" for line in cells)


def fitted(text: str, widest: int = WIDEST) -> str:
    """Return the text on one line, cut visibly where it is wider than so many columns."""
    text = " ".join(text.split())
    if _width(text) <= widest:
        return text
    while _width(text) > widest - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def shortest_starts(ids: Sequence[str]) -> dict[str, str]:
    """Return for each id the shortest start, of at least six characters, that means it alone."""
    ordered = ["", *sorted(ids), ""]
    starts = {}
    for before, full_id, after in zip(ordered, ordered[1:], ordered[2:], strict=False):
        shared = max(_shared(full_id, other) for other in (before, after))
        starts[full_id] = full_id[: max(_SHORTEST_START, shared + 1)]
    return starts


def _shared(text: str, other: str) -> int:
    """Return how many characters the texts start with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, other, strict=False)))


def _width(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else not unicodedata.combining(character)
        for character in text
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()
