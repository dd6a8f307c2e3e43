"""Taking one change back in a value that may have changed since: only what that change did goes back."""

from collections.abc import Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from planner.model.errors import PlannerError
from planner.model.part import Part, Referable
from planner.model.values import same_value
from planner.translation import _

V = TypeVar("V")


class ChangedSince(PlannerError):
    """Raised where what a change did was changed again: taking it back would lose that."""

    def __init__(self) -> None:
        super().__init__(_("It was changed again since, so it stays as it is now."))


def taken_back(present: V, before: V, after: V) -> V:
    """Return `present` without the change from `before` to `after`; every other change stays.

    Rows with an id are found by it, others by what they say. ChangedSince if a field or row that the change
    touched is not as it left it.
    """
    if same_value(before, after):
        return present
    if same_value(present, after):
        return before
    undone: Any
    if isinstance(present, Part) and type(present) is type(before) is type(after):
        undone = _part_taken_back(present, before, after)
    elif isinstance(present, tuple) and isinstance(before, tuple) and isinstance(after, tuple):
        undone = _rows_taken_back(present, before, after)
    else:
        raise ChangedSince
    result: V = undone
    return result


def _part_taken_back(present: Part, before: Any, after: Any) -> Part:
    changed = {
        name: taken_back(getattr(present, name), getattr(before, name), getattr(after, name))
        for name in present.__struct_fields__
        if not same_value(getattr(before, name), getattr(after, name))
    }
    return replace(present, **changed)


def _rows_taken_back(
    present: tuple[Any, ...], before: tuple[Any, ...], after: tuple[Any, ...]
) -> tuple[Any, ...]:
    rows = list(present)
    pairs = _pairs(before, after)
    for was, became in pairs:
        at = _place_of(became, rows, at_best=after.index(became), alike=len(rows) == len(after))
        rows[at] = taken_back(rows[at], was, became)
    paired = [became for _was, became in pairs]
    for added in after:
        if any(added is became for became in paired) or any(same_value(added, was) for was in before):
            continue
        at = _place_of(added, rows, at_best=-1, alike=False)
        if not same_value(rows[at], added):
            raise ChangedSince
        del rows[at]
    came_of = [was for was, _became in pairs]
    for place, removed in enumerate(before):
        stays = any(removed is was for was in came_of) or any(same_value(removed, row) for row in after)
        if not stays and not any(same_value(removed, row) for row in rows):
            rows.insert(min(place, len(rows)), removed)
    return tuple(rows)


def _pairs(before: Sequence[Any], after: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Return the rows that changed, as (before, after): those of one id, or else of one place."""
    if all(isinstance(row, Referable) and row.id for row in (*before, *after)):
        known = {row.id: row for row in before}
        together = [(known[row.id], row) for row in after if row.id in known]
    elif len(before) == len(after):
        together = list(zip(before, after, strict=True))
    else:
        together = []
    return [(was, became) for was, became in together if not same_value(was, became)]


def _place_of(row: Any, rows: list[Any], *, at_best: int, alike: bool) -> int:
    """Return where a row stands now; ChangedSince if it cannot be found.

    `at_best` is where it stood, which counts where there are as many rows as then (`alike`).
    """
    if isinstance(row, Referable) and row.id:
        places = (at for at, other in enumerate(rows) if other.id == row.id)
    else:
        places = (at for at, other in enumerate(rows) if same_value(other, row))
    found = next(places, at_best if alike else None)
    if found is None:
        raise ChangedSince
    return found
