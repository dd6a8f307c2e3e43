"""Texts kept beside the fields of a plan, by path: what could not be read, an amount as it was typed.

Paths are relative to the plan or the client that holds the texts, with rows numbered, such as
`case.problems[0].cost.amount`. A text belongs to its field: it moves and goes with the field's row.
"""

import re
from collections.abc import Callable

from planner.model.part import Part


class TextAtPath(Part, frozen=True):
    """A text that a person typed into the field at the path."""

    path: str = ""
    text: str = ""


Texts = tuple[TextAtPath, ...]


def text_at(texts: Texts, path: str) -> str:
    """Return the text kept for the field at the path, "" if there is none."""
    return next((kept.text for kept in texts if kept.path == path), "")


def with_text(texts: Texts, path: str, text: str) -> Texts:
    """Return the texts with that of the field at the path replaced; "" drops it."""
    if text_at(texts, path) == text:
        return texts
    others = tuple(kept for kept in texts if kept.path != path)
    return (*others, TextAtPath(path=path, text=text)) if text else others


def without_texts_under(texts: Texts, path: str) -> Texts:
    """Return the texts without those of the field, row or part at the path, and of all within it."""
    return tuple(kept for kept in texts if not _is_within(kept.path, path))


def after_insert(texts: Texts, rows: str, at: int) -> Texts:
    """Return the texts after a row was put in before row `at` of the list at the path `rows`."""
    return _renumbered(texts, rows, lambda row: row + (row >= at))


def after_remove(texts: Texts, rows: str, at: int) -> Texts:
    """Return the texts after row `at` of the list at the path `rows` was taken out, its texts with it."""
    return _renumbered(texts, rows, lambda row: None if row == at else row - (row > at))


def after_move(texts: Texts, rows: str, at: int, to: int) -> Texts:
    """Return the texts after row `at` of the list at the path `rows` became row `to`."""

    def place(row: int) -> int:
        if row == at:
            return to
        return row - (row > at) + (row - (row > at) >= to)

    return _renumbered(texts, rows, place)


def _renumbered(texts: Texts, rows: str, place: Callable[[int], int | None]) -> Texts:
    """Return the texts with the rows of one list at new places; None takes a row's texts away."""
    in_list = re.compile(rf"{re.escape(rows)}\[(\d+)\](.*)", re.DOTALL)
    placed = []
    for kept in texts:
        match = in_list.fullmatch(kept.path)
        row = place(int(match[1])) if match else None
        if match is None:
            placed.append(kept)
        elif row is not None:
            placed.append(TextAtPath(path=f"{rows}[{row}]{match[2]}", text=kept.text))
    return tuple(placed) if tuple(placed) != texts else texts


def _is_within(path: str, outer: str) -> bool:
    return path == outer or path.startswith((f"{outer}.", f"{outer}["))
