"""Ids: of plans and clients, and of the rows of a list that others refer to."""

import os
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from planner.model.part import Referable

R = TypeVar("R", bound=Referable)


def new_id() -> str:
    """Return a new random id: twelve hex digits."""
    return os.urandom(6).hex()


def all_have_own(rows: Sequence[Referable]) -> bool:
    """Whether every row has an id, and no two the same."""
    ids = [row.id for row in rows]
    return all(ids) and len(set(ids)) == len(ids)


def with_row_ids(rows: Sequence[R], offered: Callable[[int], tuple[str, ...]]) -> tuple[R, ...]:
    """Return the rows with an id for each: its own, or the first of those offered for its place that is free.

    Of two rows with one id the first keeps it. The last id offered for a place must be a new one.
    """
    taken = {row.id for row in rows if row.id}
    given: set[str] = set()
    completed = []
    for at, row in enumerate(rows):
        own = row.id if row.id not in given else ""
        fresh = own or next(new for new in offered(at) if new and new not in taken)
        taken.add(fresh)
        given.add(fresh)
        completed.append(row if row.id == fresh else msgspec.structs.replace(row, id=fresh))
    return tuple(completed)


def with_new_row_ids(rows: tuple[R, ...], known: Sequence[R] = ()) -> tuple[R, ...]:
    """Return the rows with an id for each; those who have one keep it, of two with the same the first.

    A new one is that of the row in the same place among `known`, if it is free, or else random: what is typed
    letter by letter is one row from the first letter on.
    """
    if all_have_own(rows):
        return rows
    return with_row_ids(rows, lambda at: (known[at].id if at < len(known) else "", new_id()))
