"""What became of the rows of a list: which were put in, taken out, moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Inserted:
    """`count` rows were put in before row `at`."""

    at: int
    count: int


@dataclass(frozen=True)
class Removed:
    """`count` rows were taken out from row `at` on."""

    at: int
    count: int


@dataclass(frozen=True)
class Moved:
    """Row `at` became row `to`."""

    at: int
    to: int


RowChange = Inserted | Removed | Moved


def row_changes(before: Sequence[Any], after: Sequence[Any]) -> Iterator[RowChange]:
    """Yield at most one change: rows put in, rows taken out, or one row moved.

    None if there are as many rows as before and more than a single move, or only contents, changed. Rows are
    told apart by identity: two blank rows are two rows. Plain texts are told apart by equality.
    """
    start, end = _common_start(before, after), 0
    most = min(len(before), len(after)) - start
    while end < most and _same_row(before[-1 - end], after[-1 - end]):
        end += 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if len(old) == len(new) > 1:
        if _same_rows(old[1:], new[:-1]) and _same_row(old[0], new[-1]):
            yield Moved(start, start + len(old) - 1)
        elif _same_rows(old[:-1], new[1:]) and _same_row(old[-1], new[0]):
            yield Moved(start + len(old) - 1, start)
    elif len(old) > len(new):
        yield Removed(start + len(new), len(old) - len(new))
    elif len(new) > len(old):
        yield Inserted(start + len(old), len(new) - len(old))


def _common_start(before: Sequence[Any], after: Sequence[Any]) -> int:
    start = 0
    while start < min(len(before), len(after)) and _same_row(before[start], after[start]):
        start += 1
    return start


def _same_rows(some: Sequence[Any], others: Sequence[Any]) -> bool:
    return all(_same_row(row, other) for row, other in zip(some, others, strict=True))


def _same_row(row: object, other: object) -> bool:
    return row is other or (isinstance(row, str) and row == other)
