"""The row a list does not hold yet: read as a blank one, begun by its first value, gone with its last."""

import re
from typing import Any, TypeVar

from planner.model.fields import blank_row, is_blank, read_field, with_field
from planner.model.part import Part

P = TypeVar("P", bound=Part)

_ROW = re.compile(r"\[(\d+)\]")


def row_to_come(part: Part, path: str) -> tuple[str, int] | None:
    """Return the list's path and the row's number if the path leads to the row after its last; else None.

    FieldError if there is no such list.
    """
    for match in _ROW.finditer(path):
        rows, at = path[: match.start()], int(match[1])
        held = len(read_field(part, rows))
        if at >= held:
            return (rows, at) if at == held else None
    return None


def read_or_blank(part: Part, path: str) -> Any:
    """Return the value at the path; in the row after a list's last one, what a blank row holds.

    FieldError if there is no such field, or the row lies further beyond the end.
    """
    return read_field(with_row_to_come(part, path), path)


def with_row_to_come(part: P, path: str) -> P:
    """Return the part with a blank row put in where the path leads to the row after the last; else as is."""
    coming = row_to_come(part, path)
    if coming is None:
        return part
    rows, _at = coming
    return with_field(part, rows, (*read_field(part, rows), blank_row(type(part), rows)))


def without_blank_row(before: P, after: P, path: str) -> P:
    """Return `after` without the row at the path, if it is blank and after `before`'s last; else as it is."""
    coming = row_to_come(before, path)
    if coming is None:
        return after
    rows, at = coming
    held = read_field(after, rows)
    if len(held) != at + 1 or not is_blank(held[at]):
        return after
    return with_field(after, rows, held[:at])
